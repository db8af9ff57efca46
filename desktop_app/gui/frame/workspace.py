"""The three panes of an open project: queue, article, inspector; search under the article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.bench import Bench
from desktop_app.gui.frame.findbar import FindBar
from desktop_app.gui.frame.header import ArticleHeader
from desktop_app.gui.frame.status import StatusLine
from desktop_app.gui.inspector.inspector import Inspector
from desktop_app.gui.pieces import hairline
from desktop_app.gui.queue.panel import QueuePanel
from desktop_app.gui.search.panel import SearchPanel

QUEUE_WIDTH, INSPECTOR_WIDTH, NARROWEST = 260, 320, 200
QUEUE_BELOW, INSPECTOR_BELOW = 820, 1080  # window widths below which a pane folds away by itself


class Workspace(QWidget):
    """Puts the panels of one project side by side and remembers their widths."""

    search_opened = Signal()

    def __init__(self, bench: Bench, guidelines: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._guidelines = guidelines
        self.queue = QueuePanel(bench)
        self.header = ArticleHeader(bench)
        self.view = ArticleView(bench.session, bench.keymap, bench.appearance)
        self.findbar = FindBar(bench, self.view)
        self.inspector = Inspector(bench, guidelines)
        self.status = StatusLine(bench)
        self.search: SearchPanel | None = None
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        self._room_beside = 0
        self._lay_out()
        self.queue.reading_wanted.connect(self.view.setFocus)
        self.findbar.project_wanted.connect(self.show_search)
        self.inspector.review.tags.evidence_wanted.connect(self._show_evidence)

    def _lay_out(self) -> None:
        article = QWidget()
        article.setProperty("surface", "paper")
        article.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(article)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for part in (self.header, self.findbar):
            inner.addWidget(part)
        self.beside.addWidget(self.view)
        inner.addWidget(self.beside, 1)
        self._middle.addWidget(article)
        for splitter in (self._middle, self.beside):
            splitter.setChildrenCollapsible(False)
        for splitter in (self._panes, self._middle, self.beside):
            splitter.setHandleWidth(1)
        for pane in (self.queue, self._middle, self.inspector):
            self._panes.addWidget(pane)
        self._panes.setChildrenCollapsible(False)
        self._panes.setStretchFactor(1, 1)
        for pane in (self.queue, self.inspector):
            pane.setMinimumWidth(NARROWEST)
        self._middle.setMinimumWidth(320)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panes, 1)
        column.addWidget(hairline())
        column.addWidget(self.status)
        self._restore()

    def _restore(self) -> None:
        window = self.bench.settings.window
        sizes = window.sizes if len(window.sizes) == 3 else [QUEUE_WIDTH, 700, INSPECTOR_WIDTH]
        self._panes.setSizes(sizes)
        self.queue.setVisible(window.queue)
        self.inspector.setVisible(window.inspector)

    def remember(self) -> None:
        """Keep the panes' widths."""
        if self.queue.isVisible() and self.inspector.isVisible():
            self.bench.settings.window.sizes = self._panes.sizes()
        if self.search is not None and self.search.isVisible():
            self.bench.settings.window.search_height = self.search.height()

    def show_pane(self, name: str, *, visible: bool) -> None:
        """Show or hide the "queue" or the "inspector"."""
        self.remember()
        pane = self.queue if name == "queue" else self.inspector
        had_focus = pane.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        pane.setVisible(visible)
        setattr(self.bench.settings.window, name, visible)
        if had_focus and not visible:
            self.view.setFocus()

    def fit(self, width: int) -> None:
        """Fold panes away where the window is too narrow for them; what was hidden by hand stays hidden."""
        window, width = self.bench.settings.window, width - self._room_beside
        self.inspector.setVisible(window.inspector and width >= INSPECTOR_BELOW)
        self.queue.setVisible(window.queue and width >= QUEUE_BELOW)

    def make_room(self, pixels: int) -> None:
        """Let panes give way to something that stands beside the article."""
        self._room_beside = pixels
        self.fit(self.window().width())

    def show_search(self, text: str = "") -> None:
        """Open the search panel under the article."""
        if self.search is None:
            self.search = SearchPanel(self.bench)
            self.search.setMinimumHeight(140)
            self.search.place_wanted.connect(self._show_place)
            self.search.closed.connect(self.hide_search)
            self._middle.addWidget(self.search)
            self._middle.setStretchFactor(0, 1)
            height = self.bench.settings.window.search_height
            self._middle.setSizes([max(200, self._middle.height() - height), height])
        self.search.show()
        self.search.ask(text)

    def hide_search(self) -> None:
        """Fold the search panel away and read on."""
        if self.search is not None:
            self.remember()
            self.search.hide()
        self.view.setFocus()

    def read_on(self) -> None:
        """Go back to the text from wherever the focus is; the search panel folds away where it is there."""
        focus = self.focusWidget()
        if self.search is not None and focus is not None and self.search.isAncestorOf(focus):
            self.hide_search()
        self.view.setFocus()

    def next_pane(self) -> None:
        """Move the focus on: article → inspector → queue → article."""
        stops: list[QWidget] = [self.view, self.inspector.review.mentions.tree, self.queue.list]
        if self.search is not None:
            stops.append(self.search.table)
        seen = [w for w in stops if w.isVisible()]
        at = next((i for i, w in enumerate(seen) if w.hasFocus()), -1)
        if seen:
            seen[(at + 1) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_place(self, raw: Span) -> None:
        self.view.mark_hits([raw])
        self.view.select_raw(raw)
        self.view.ensureCursorVisible()

    def _show_evidence(self, spans: tuple[Span, ...]) -> None:
        self.view.mark_hits(list(spans))
