"""The small field at the text in which a correction is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.gui.pieces import Elided

NARROWEST, WIDEST, MOST_LINES = 220, 560, 8


class _Field(QPlainTextEdit):
    """Enter writes, Shift+Enter begins a line, Escape leaves all as it was."""

    written = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.written.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            super().keyPressEvent(event)
        event.accept()


class InlineEditor(QFrame):
    """Prefilled with what is read; `written` carries what shall be read, and only where it differs."""

    written = Signal(str)

    def __init__(self, text: str, home: QWidget) -> None:
        super().__init__(home)
        self._home, self._before = home, text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("card", True)
        self.field = _Field(text)
        self.field.setAccessibleName(self.tr("Correct the text"))
        self.field.setFont(home.font())
        self.field.setTabChangesFocus(False)
        self.field.written.connect(self._on_written)
        self.field.left.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.field)
        self._hint = Elided(strength="faint")
        self._hint.set_whole(self.tr("Enter keeps it, Escape leaves it. The source stays as it is."))
        column.addWidget(self._hint)
        self.setFocusProxy(self.field)

    def open_at(self, place: QRect) -> None:
        """Show it below a place of its home, or above where there is more room."""
        metrics = self.field.fontMetrics()
        lines = self._before.split("\n")
        longest = max(metrics.horizontalAdvance(line) for line in lines)
        told = self._hint.fontMetrics().horizontalAdvance(self._hint.whole()) + 24
        width = min(max(NARROWEST, told, min(WIDEST, longest + 90)), self._home.width() - 24)
        rows = sum(1 + metrics.horizontalAdvance(line) // max(1, width - 40) for line in lines)
        self.field.setFixedHeight(min(MOST_LINES, rows) * metrics.lineSpacing() + 18)
        self.resize(width, self.sizeHint().height())
        x = max(8, min(place.left() - 12, self._home.width() - width - 8))
        y = place.bottom() + 6
        if y + self.height() > self._home.height() - 8:
            y = max(8, place.top() - self.height() - 6)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def text(self) -> str:
        """What is written now; unlike Qt's plain text, with no-break spaces as they are."""
        return self.field.document().toRawText().replace("\u2029", "\n")

    def _on_written(self) -> None:
        text = self.text()
        self._leave()
        if text != self._before:
            self.written.emit(text)

    def _leave(self) -> None:
        self._home.setFocus()
        self.close()
