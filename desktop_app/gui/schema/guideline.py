"""The dialog that edits the project's own guideline: Markdown at the left, as it reads at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.inspector.guideline import PROJECT_GUIDELINE, GuidelinePanel, shipped_guideline
from desktop_app.gui.pieces import label, resize_to_screen

SHOW_AFTER_MS = 250


class GuidelineDialog(Asking):
    """Begins with what is shown now; what equals the guideline that ships is not kept as the project's own.

    `code` names the label at whose passage one begins.
    """

    def __init__(self, bench: Bench, folder: Path, parent: QWidget, code: str = "") -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Guideline of the project"), body, self.tr("Save"))
        self._window = parent
        self._project = bench.session.desk.project
        self._shipped = shipped_guideline(folder, bench.language.code)
        self.editor, self.shown = QPlainTextEdit(), QTextBrowser()
        self.editor.setPlainText(self._project.meta(PROJECT_GUIDELINE) or self._shipped)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(self.tr("Guideline in Markdown"))
        self.shown.setAccessibleName(self.tr("The guideline as it reads"))
        self._later = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._later.timeout.connect(self._show)
        self.editor.textChanged.connect(self._later.start)
        self._lay_out(body)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self._show()
        self._go_to(code)

    def _lay_out(self, body: QWidget) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.editor)
        halves.addWidget(self.shown)
        hint = self.tr("A heading that ends in a label's code, as in “Person (PS)”, begins its passage.")
        again = QPushButton(self.tr("Back to the one that ships"), autoDefault=False)
        again.clicked.connect(lambda: self.editor.setPlainText(self._shipped))
        self.buttons.addButton(again, self.buttons.ButtonRole.ResetRole)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(halves, 1)
        column.addWidget(label(hint, "quiet", wrap=True))
        resize_to_screen(self, 900, 600)

    def _show(self) -> None:
        place = self.shown.verticalScrollBar().value()
        self.shown.setMarkdown(self.editor.toPlainText())
        self.shown.verticalScrollBar().setValue(place)

    def _go_to(self, code: str) -> None:
        self.editor.setFocus()
        found = self.editor.document().find(f"({code})") if code else QTextCursor()
        if not found.isNull():
            found.clearSelection()
            found.movePosition(QTextCursor.MoveOperation.StartOfLine)
            self.editor.setTextCursor(found)
            self.editor.centerCursor()
        read = self.shown.document().find(f"({code})") if code else QTextCursor()
        if not read.isNull():
            top = self.shown.document().documentLayout().blockBoundingRect(read.block()).top()
            QTimer.singleShot(0, self.shown, lambda: self.shown.verticalScrollBar().setValue(round(top) - 8))

    def accept(self) -> None:
        """Keep the text in the project and show it."""
        text = self.editor.toPlainText().strip()
        own = "" if text in {"", self._shipped.strip()} else text + "\n"
        self._project.set_meta(PROJECT_GUIDELINE, own)
        for panel in self._window.findChildren(GuidelinePanel):
            panel.refresh_soon()
        super().accept()
