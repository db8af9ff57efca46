"""The one door for telling the user anything: quiet lines that pass, and questions that must be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.gui.words.errors import sentence


@dataclass(frozen=True)
class Message:
    """A line to show. `kind` is "info", "warning" or "error"; `action` a word on a button with what it does."""

    text: str
    kind: str = "info"
    action: str = ""
    act: Callable[[], None] | None = None


class Messages(QObject):
    """Whoever has something to say says it here; `told` carries the Message to the window."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def info(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say something that needs no answer."""
        self.told.emit(Message(text, "info", action, act))

    def warn(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say that something is not as it should be."""
        self.told.emit(Message(text, "warning", action, act))

    def error(self, error: UserError) -> None:
        """Say what went wrong through no fault of the program."""
        self.told.emit(Message(sentence(error), "error"))

    def confirm(self, parent: QWidget, text: str, detail: str, yes: str) -> bool:
        """Ask before something that cannot be undone; Enter means the careful answer."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Dadeum", text, QMessageBox.StandardButton.Cancel, parent)
        box.setInformativeText(detail)
        button = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        chosen = box.clickedButton() is button
        box.deleteLater()
        return chosen
