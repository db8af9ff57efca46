"""About the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from desktop_app import __version__
from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.pieces import label, scaled
from desktop_app.gui.words.josa import fill

if TYPE_CHECKING:
    from desktop_app.gui.window import MainWindow


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Dadeum"))
        mark = QLabel()
        ink = window.appearance.theme.colour("ink")
        mark.setPixmap(window.appearance.icons.pixmap("dadeum", 64, ink, self.devicePixelRatioF()))
        name = label(self.tr("Dadeum (다듬)"))
        scaled(name, 1.5, bold=True)
        facts = (
            fill(self.tr("Version {version}"), version=__version__),
            self.tr("A desk for reviewing Korean articles: names, boundaries, tags and notes, by keyboard."),
            fill(self.tr("Built with Qt {qt}, Kiwi and SQLite. Apache License 2.0."), qt=qVersion()),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(8)
        for widget in (mark, name, *(label(text, "quiet", wrap=True) for text in facts)):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(CloseButton(self))
        self.setFixedWidth(400)
