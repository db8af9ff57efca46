"""The document that the view shows, made whole before any widget lays it out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat, QTextOption

from desktop_app.gui.article.layout.display import Display
from desktop_app.gui.article.layout.typography import Typography
from desktop_app.gui.looks.theme import Theme

# Room above and below the article, in em, so that its first and last lines can stand in the middle.
ABOVE, BELOW = 2.4, 14.0


def build_document(
    display: Display, typography: Typography, theme: Theme, parent: QObject | None = None
) -> QTextDocument:
    """A document of the displayed text: one paragraph a line, set by the role of its block."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(typography.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    _write(document, display, typography, theme)
    frame = QTextFrameFormat()
    frame.setTopMargin(ABOVE * typography.em)
    frame.setBottomMargin(BELOW * typography.em)
    document.rootFrame().setFrameFormat(frame)
    return document


def _write(document: QTextDocument, display: Display, typography: Typography, theme: Theme) -> None:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for role, text, first, last in _runs(display):
        block_format = typography.block_format(role, first=first, last=last)
        char_format = typography.char_format(role, theme)
        if cursor.position() or cursor.block().blockNumber():
            cursor.insertBlock(block_format, char_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)
        cursor.insertText(text, char_format)
    cursor.endEditBlock()


def _runs(display: Display) -> list[tuple[str, str, bool, bool]]:
    """Stretches of paragraphs that are set alike: role, text, whether they begin and end their blocks."""
    runs: list[tuple[str, list[str], bool, bool]] = []
    for block in display.blocks:
        lines = display.text[block.start : block.end].split("\n")
        for place, line in enumerate(lines):
            look = (block.role, place == 0, place == len(lines) - 1)
            if runs and (runs[-1][0], *runs[-1][2:]) == look:
                runs[-1][1].append(line)
            else:
                runs.append((block.role, [line], *look[1:]))
    return [(role, "\n".join(lines), first, last) for role, lines, first, last in runs]
