"""What stands beside the text: the roles of blocks in small type, a bar along quotations."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock

from desktop_app.domain.article import Role
from desktop_app.gui.article.layout.display import Display
from desktop_app.gui.looks.theme import Theme
from desktop_app.gui.words import names


def paint_role(
    painter: QPainter,
    display: Display,
    index: int,
    block: QTextBlock,
    theme: Theme,
    font: QFont,
    right: float,
) -> None:
    """Name a block's role so that it ends at `right`, on its first line; body only where it follows another."""
    role = display.blocks[index].role
    follows = index > 0 and display.blocks[index - 1].role == role
    layout = block.layout()
    if layout.lineCount() == 0 or display.is_folded(index) or follows:
        return
    line = layout.lineAt(0)
    metrics = QFontMetricsF(font)
    text = names.role(role)
    baseline = layout.position().y() + line.y() + line.ascent()
    painter.setFont(font)
    painter.setPen(theme.colour("faint"))
    painter.drawText(QPointF(right - metrics.horizontalAdvance(text), baseline), text)


def paint_bar(painter: QPainter, role: str, block: QTextBlock, theme: Theme, em: float) -> None:
    """A hairline along a quotation."""
    if role != Role.QUOTE:
        return
    layout = block.layout()
    if layout.lineCount() == 0:
        return
    origin, first, last = layout.position(), layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    top, bottom = origin.y() + first.y(), origin.y() + last.y() + last.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("outline"))
    painter.drawRoundedRect(QRectF(origin.x() + first.x() - 0.8 * em, top, 2, bottom - top), 1, 1)
