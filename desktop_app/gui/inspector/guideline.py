"""The label guideline beside the text, open at the passage on one label."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.bench import Bench, Panel

PROJECT_GUIDELINE = "guideline"


class GuidelinePanel(Panel):
    """Shows the project's own guideline where it has one, else the one that comes with the label schema."""

    def __init__(self, bench: Bench, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._folder = folder
        self._wanted = ""
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(True)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.setStyleSheet(
            "QTextBrowser { border: none; background: transparent; padding: 6px 10px; }"
        )
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)
        bench.appearance.changed.connect(self.refresh_soon)
        self.retranslate()

    def retranslate(self) -> None:
        self.browser.setAccessibleName(self.tr("Guideline"))

    def refresh(self) -> None:
        self.browser.setMarkdown(self.text())
        self.browser.document().setIndentWidth(16)
        self._set_examples()
        self.show_label(self._wanted)

    def _set_examples(self) -> None:
        """Examples come as code in a fixed font, which suits Hangul badly: a tint instead."""
        plain, tint = self.font().family(), self.bench.appearance.theme.colour("pressed")
        document = self.browser.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for start, length in _examples(document):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setFontFamilies([plain])
            look.setFontFixedPitch(False)
            look.setBackground(tint)
            cursor.mergeCharFormat(look)
        cursor.endEditBlock()

    def text(self) -> str:
        """The guideline as Markdown, in the language in use where there is one."""
        own = self.session.desk.project.meta(PROJECT_GUIDELINE)
        return own or shipped_guideline(self._folder, self.bench.language.code)

    def show_label(self, code: str) -> None:
        """Go to the passage on a label: the heading that names its code."""
        self._wanted = code
        self._on_soon()
        if not code:
            return
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().endswith(f"({code})"):
                self._scroll_to(block)
                return
            block = block.next()

    def _scroll_to(self, block: QTextBlock) -> None:
        self.browser.setTextCursor(QTextCursor(block))
        top = self.browser.document().documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(round(top) - 8)


def shipped_guideline(folder: Path, language: str) -> str:
    """The guideline that ships, as Markdown, in a language ("ko", "en") or else in Korean; "" where there is none."""
    for name in (f"default_{language}.md", "default_ko.md"):
        path = folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return ""


def _examples(document: QTextDocument) -> list[tuple[int, int]]:
    """Where a document has text in a fixed font: position and length, in UTF-16 units."""
    found = []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            if fragment.charFormat().fontFixedPitch():
                found.append((fragment.position(), fragment.length()))
            parts += 1
        block = block.next()
    return found
