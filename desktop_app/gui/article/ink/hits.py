"""Found places and evidence, marked like with a highlighter, under everything else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock

from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink.painting import REACH, Look, segments


def paint(painter: QPainter, block: QTextBlock, hits: Sequence[Span], look: Look, size: float = 1.0) -> None:
    """Mark the hits of a paragraph; `hits` are sorted spans of the document."""
    start, end = block.position(), block.position() + block.length()
    colour = look.theme.colour("warning")
    colour.setAlphaF(0.32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for hit in hits[bisect_left(hits, Span(start, start)) :]:
        if hit.start >= end:
            return
        for s in segments(block, hit):
            top = s.baseline - REACH * look.em * size
            painter.drawRoundedRect(
                QRectF(s.left - 1, top, s.right - s.left + 2, 1.18 * look.em * size), 3, 3
            )
