"""Asking for a mention's value, and for a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain import edits
from desktop_app.domain.mention import Mention
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.pieces import label
from desktop_app.gui.words import names

_KIND_OF_LABEL = {
    "DT": "date",
    "TI": "time",
    "QT": "quantity",
    "LC": "place",
    "OG": "organisation",
    "PS": "person",
}


class ValueDialog(Asking):
    """The normalised value of a mention; an empty one takes it away."""

    def __init__(self, mention: Mention, surface: str, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Value"), body, self.tr("Save"))
        self._mention = mention
        self.kind = QComboBox()
        for code in names.VALUE_KINDS:
            self.kind.addItem(names.value_kind(code), code)
        kind = mention.value.kind if mention.value else _KIND_OF_LABEL.get(mention.label, "quantity")
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.text = QLineEdit(mention.value.text if mention.value else "")
        self.text.setPlaceholderText(self.tr("for example 2026-11-24, 2024/2028, 4061 억원"))
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Mention"), label(surface))
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Value"), self.text)
        self.text.setFocus()
        self.setMinimumWidth(400)

    def edit(self) -> edits.SetValue:
        """What was written."""
        return edits.SetValue(self._mention.id, str(self.kind.currentData()), self.text.text().strip())


class _NoteText(QPlainTextEdit):
    def __init__(self, dialog: NoteDialog, text: str) -> None:
        super().__init__(text)
        self._dialog = dialog
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._dialog.accept()
            return
        super().keyPressEvent(event)


class NoteDialog(Asking):
    """A note; Enter keeps it, Shift+Enter begins a new line, an empty one is deleted."""

    def __init__(self, about: str, text: str, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Note"), body, self.tr("Save"))
        self.field = _NoteText(self, text)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.selectAll()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(about, "quiet", wrap=True))
        column.addWidget(self.field)
        column.addWidget(label(self.tr("Shift+Enter begins a new line."), "faint"))
        self.field.setFocus()
        self.resize(420, 220)

    def text(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()
