"""Everything painted under a page's text, paragraph by paragraph, and the caret above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink import hits, margin, notes
from desktop_app.gui.article.ink.painting import Look, MarkPainter, seen_span, x_on
from desktop_app.gui.article.layout.page import Page
from desktop_app.gui.article.layout.typography import BODY, SETTINGS

MANY_LINES = 120
"""Past this a paragraph's marks are looked through for those that are seen."""


@dataclass
class Under:
    """What lies under the text of a page.

    `role_right` is where the names of roles end, in document coordinates; None leaves them out. `hits` are
    found places, sorted spans of the document.
    """

    page: Page
    look: Look
    role_right: float | None = None
    hits: Sequence[Span] = field(default=())

    def paint(
        self, painter: QPainter, blocks: Iterable[QTextBlock], seen: tuple[float, float] | None = None
    ) -> None:
        """Paint under some paragraphs; the painter stands at the document's origin.

        Of a paragraph of very many lines only what lies between the two heights `seen` is painted.
        """
        marks, noted = MarkPainter(painter, self.look), self.page.noted_spans()
        for block in blocks:
            index = self.page.block_at_unit(block.position())
            if index < 0:
                continue
            size = self._beside(painter, block, index)
            hits.paint(painter, block, self.hits, self.look, size)
            notes.paint(painter, block, noted, self.look)
            long = seen is not None and block.layout().lineCount() > MANY_LINES
            reach = seen_span(block, *seen) if seen is not None and long else None
            marks.paint(block, self.page.marks.in_block(index), size, reach)

    def _beside(self, painter: QPainter, block: QTextBlock, index: int) -> float:
        """Paint what stands beside the text; returns how large its letters are."""
        display, look = self.page.display, self.look
        begins = display.units.to_utf16(display.blocks[index].start) == block.position()
        if self.role_right is not None and begins:
            margin.paint_role(painter, display, index, block, look.theme, look.label_font, self.role_right)
        role = display.blocks[index].role
        margin.paint_bar(painter, role, block, look.theme, look.em)
        return SETTINGS.get(role, BODY).size


def paint_caret(painter: QPainter, cursor: QTextCursor, page: Page, look: Look) -> None:
    """The caret as tall as the letters, still; Qt's own is as tall as the line and blinks."""
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    if not line.isValid():
        return
    index = page.block_at_unit(cursor.position())
    role = page.display.blocks[index].role if index >= 0 else ""
    size = look.em * SETTINGS.get(role, BODY).size
    origin = block.layout().position()
    x = origin.x() + x_on(line, cursor.positionInBlock())
    baseline = origin.y() + line.y() + line.ascent()
    painter.fillRect(QRectF(round(x) - 1, baseline - size, 2, 1.22 * size), look.theme.colour("ink"))
