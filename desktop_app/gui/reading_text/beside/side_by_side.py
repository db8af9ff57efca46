"""Raw beside the reading text: shown and hidden, scrolled together, the current mention marked in both."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QSplitter

from desktop_app.domain.changes import Change
from desktop_app.domain.spans import Span
from desktop_app.gui.bench import Bench
from desktop_app.gui.reading_text.beside.marks import ReadingMarks
from desktop_app.gui.reading_text.beside.raw_text import RawText
from desktop_app.gui.reading_text.place import Place
from desktop_app.review.desk import OpenArticle

ROOM = 420
"""Pixels of the window that the raw text wants for itself before another pane should stand beside it."""


class SideBySide(QObject):
    """Keeps the raw text in step with the article; made when it is first wanted."""

    def __init__(self, bench: Bench, place: Place, splitter: QSplitter) -> None:
        super().__init__(place.view)
        self.bench, self.place, self.view = bench, place, place.view
        self._following = False
        self.text = RawText(bench)
        self.text.triggered.connect(bench.run)
        self._splitter = splitter
        splitter.insertWidget(0, self.text)
        self.marks = ReadingMarks(self.view)
        place.raw_pane = self.text
        session = bench.session
        session.article_opened.connect(self._on_article_opened)
        session.article_changed.connect(self._on_article_changed)
        session.current_changed.connect(lambda _: self._show_current())
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._follow_reading)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._follow_reading())
        for bar in (self.view.verticalScrollBar(), self.text.verticalScrollBar()):
            bar.rangeChanged.connect(lambda *_: self._laid_out.start())
        self.text.verticalScrollBar().valueChanged.connect(lambda _: self._follow_raw())

    @property
    def shown(self) -> bool:
        """Whether raw stands beside the article."""
        return not self.text.isHidden()

    def show(self, *, on: bool) -> None:
        """Show raw beside the article, or put it away."""
        if not on and self.text.hasFocus():
            self.view.setFocus()
        self.text.setVisible(on)
        self.marks.setVisible(on)
        if on:
            half = self._splitter.width() // 2
            self._splitter.setSizes([half, half])
            self._on_article_opened(self.bench.session.article)

    def _on_article_opened(self, article: OpenArticle | None) -> None:
        if not self.shown:
            return
        if article is None:
            self.text.show_source(0, "")
            self.text.show_cut(0, (), ())
        else:
            self._following = True
            self.text.show_source(article.article.source_id, article.raw)
            self._cut(article)
            self._following = False
        self._show_current()

    def _cut(self, article: OpenArticle) -> None:
        sources, source_id = self.bench.session.desk.project.sources, article.article.source_id
        self.text.show_cut(article.article.id, sources.blocks(source_id), sources.corrections(source_id))
        self.marks.take()

    def _on_article_changed(self, article: OpenArticle, change: Change) -> None:
        if self.shown and (change.reading_changed or not change.step_id):
            self._cut(article)
            self._follow_reading()
        elif self.shown:
            self._show_current()

    def _show_current(self) -> None:
        if not self.shown:
            return
        mention = self.bench.session.current
        hue = self.bench.label(mention.label).colour if mention else ""
        self.text.show_mention(mention.span if mention else None, hue)
        self._follow_reading()

    # -- scrolling together --------------------------------------------------------------------------------

    def _anchor(self) -> tuple[int, int]:
        """A place that both shall show at one height: its raw offset, and the height in the viewport."""
        mention = self.bench.session.current
        mark = self.view.page.mark_of(mention)
        if mention is not None and mark is not None:
            y = self.view.rect_of(mark.span).center().y() - self.view.viewport().y()
            if 0.2 * self.view.height() < y < 0.8 * self.view.height():
                return mention.span.start, y
        y = self.view.viewport().height() // 3
        unit = self.view.unit_at(QPoint(self.view.viewport().width() // 3, y))
        return self.view.page.display.raw_of_unit(unit), y

    def _follow_reading(self) -> None:
        if self._following or not self.shown or self.view.page.article is None:
            return
        self._following = True
        offset, y = self._anchor()
        self.text.align(offset, y + self._lower())
        self._following = False

    def _lower(self) -> int:
        """How much lower the article begins than raw does."""
        return self.view.viewport().mapTo(self.view.window(), QPoint()).y() - (
            self.text.viewport().mapTo(self.text.window(), QPoint()).y()
        )

    def _follow_raw(self) -> None:
        """Raw leads only where it is being scrolled: laying it out anew moves its bar too."""
        led = self.text.hasFocus() or self.text.underMouse()
        if self._following or not self.shown or not led:
            return
        y = self.text.viewport().height() // 3
        offset = self.text.raw_at(y)
        shown = self.view.page.display.unit_span(Span(offset, offset + 1))
        if shown is None:
            return
        self._following = True
        rect = self.view.rect_of(shown)
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + rect.center().y() - self.view.viewport().y() - y + self._lower())
        self._following = False
