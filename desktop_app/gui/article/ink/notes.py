"""Notes on stretches of the text: a dotted line in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink.painting import GAP, Look, segments


def paint(painter: QPainter, block: QTextBlock, noted: Sequence[Span], look: Look) -> None:
    """Underline the stretches (spans of the document) of a paragraph that carry a note of their own."""
    reach = Span(block.position(), block.position() + block.length())
    pen = QPen(look.theme.colour("accent"), max(1.6, look.em * 0.1), Qt.PenStyle.DotLine)
    for span in noted:
        if not span.overlaps(reach):
            continue
        painter.setPen(pen)
        for s in segments(block, span):
            y = s.baseline + GAP * look.em
            painter.drawLine(QPointF(s.left, y), QPointF(s.right, y))
