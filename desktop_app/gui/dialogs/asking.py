"""What every dialog here is: a heading, a body, an Enter that does the expected thing, gone when closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget


class Asking(QDialog):
    """A dialog with Ok and Cancel under `body`; `ok` is the word on the button that Enter presses."""

    def __init__(self, parent: QWidget | None, title: str, body: QWidget, ok: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(buttons)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        if ok:
            self.ok.setText(ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addWidget(body, 1)
        column.addWidget(self.buttons)
        self.ok.setDefault(
            True
        )  # not before it stands in the dialog, or Enter forgets it when the focus moves
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)


class CloseButton(QDialogButtonBox):
    """The row under a dialog that only shows: one quiet button, also pressed by Escape."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close)
        self.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.rejected.connect(dialog.close)
