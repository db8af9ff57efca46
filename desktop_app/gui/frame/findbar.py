"""Finding in the article: a slim field over the text; every place is marked, Enter goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import IconButton, hairline, label


class FindBar(Panel):
    """`project_wanted` carries the text to search in the whole project; Escape hides the bar."""

    project_wanted = Signal(str)

    def __init__(self, bench: Bench, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._view = view
        self._hits: list[Span] = []
        self._at = -1
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setFixedWidth(280)
        self._count = label(strength="quiet")
        self._previous = IconButton(bench.appearance, "previous", lambda: self.go(-1))
        self._next = IconButton(bench.appearance, "next", lambda: self.go(1))
        self._project = QToolButton()
        self._close = IconButton(bench.appearance, "cross", self.leave)
        line = QHBoxLayout()
        line.setContentsMargins(24, 6, 12, 6)
        line.setSpacing(8)
        for widget in (self.field, self._count, self._previous, self._next):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._project)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(hairline())
        self.field.textChanged.connect(self.look_for)
        self._project.clicked.connect(lambda: self.project_wanted.emit(self.field.text()))
        self.session.article_opened.connect(self._on_article_opened)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self._previous.set_words(self.tr("Previous place"))
        self._next.set_words(self.tr("Next place"))
        self._project.setText(self.tr("In the whole project"))
        self._close.set_words(self.tr("Close"))

    def ask(self) -> None:
        """Show the bar, with what is selected in the article as the first guess."""
        raw, article = self._view.selected_raw(), self.session.article
        self.show()
        if raw is not None and article is not None and (read := article.map.reading_span(raw)):
            self.field.setText(read.of(article.map.text))
        self.look_for(self.field.text())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_for(self, text: str) -> None:
        """Mark every place of a text, and go to the first."""
        self._hits = self._view.find_text(text) if text.strip() else []
        self._view.mark_hits(self._hits)
        self._at = -1
        self.go(1)

    def go(self, by: int) -> None:
        """Go to another place, round at the ends."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._view.select_raw(self._hits[self._at])
            self._view.ensureCursorVisible()
            self._count.setText(f"{self._at + 1}/{len(self._hits)}")
        else:
            self._count.setText("0" if self.field.text().strip() else "")

    def leave(self) -> None:
        """Hide the bar and read on."""
        self.hide()
        self._view.mark_hits([])
        self._view.clear_selection()
        self._view.setFocus()

    def _on_article_opened(self) -> None:
        if self.isVisible():
            self.look_for(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
