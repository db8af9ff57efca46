"""What is painted on the raw text: roles as tints, the current mention, corrections; names of roles beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from desktop_app.domain.spans import Span, trimmed
from desktop_app.gui.looks.theme import mixed
from desktop_app.gui.pieces import scaled
from desktop_app.gui.words import names

if TYPE_CHECKING:
    from desktop_app.gui.reading_text.beside.raw_text import RawText

HUES = {
    "title": "#0072B2",
    "subtitle": "#56B4E9",
    "byline": "#9467BD",
    "dateline": "#CC79A7",
    "body": "#009E73",
    "quote": "#B8A200",
    "list": "#8C6D31",
    "table": "#A65628",
    "caption": "#E69F00",
    "contact": "#B0413E",
    "boilerplate": "#6B7280",
}
OWN, OTHER = 0.055, 0.02  # how strong a role's tint is in the open article, and in the source's others


def paint_under(painter: QPainter, text: RawText, line: QTextBlock, top: QPointF) -> None:
    """Roles as tints, the current mention as a box, of one line of raw."""
    theme, whole = text.bench.appearance.theme, text.raw_of(line)
    for block in text.blocks_in(whole):
        share = OWN if text.is_own(block) else OTHER
        colour = mixed(QColor(HUES[block.role]), theme.colour("paper"), share)
        for rect in _rects(text, line, top, block.span, to_edge=True):
            painter.fillRect(rect, colour)
    if text.mention is not None and text.mention.overlaps(whole):
        _paint_mention(painter, text, line, top, text.mention)


def _paint_mention(painter: QPainter, text: RawText, line: QTextBlock, top: QPointF, span: Span) -> None:
    theme = text.bench.appearance.theme
    painter.setPen(QPen(theme.label_line(text.hue), 1.5))
    painter.setBrush(mixed(QColor(text.hue), theme.colour("paper"), 0.34))
    for rect in _rects(text, line, top, span):
        painter.drawRoundedRect(rect.adjusted(-1, 0.5, 1, -0.5), 3, 3)


def _rects(
    text: RawText, line: QTextBlock, top: QPointF, span: Span, *, to_edge: bool = False
) -> Iterator[QRectF]:
    """Where a span lies on the rows of a line; `to_edge` stretches rows that it fills to the full width."""
    low = text.units.to_utf16(max(span.start, text.raw_of(line).start)) - line.position()
    high = text.units.to_utf16(span.end) - line.position() if span.end <= len(text.raw) else line.length()
    layout = line.layout()
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        first, last = row.textStart(), row.textStart() + row.textLength()
        start, end = max(low, first), min(high, last)
        if start > end or (start == end and not (to_edge and first == last)):
            continue
        left, right = _x(row, start), _x(row, end)
        if to_edge and start == first:
            left = -top.x()
        if to_edge and end == last:
            right = text.viewport().width() - top.x()
        yield QRectF(top.x() + left, top.y() + row.y(), right - left, row.height())


def paint_over(painter: QPainter, text: RawText, line: QTextBlock, top: QPointF) -> None:
    """What is read otherwise: struck through, joined, put in."""
    colour = text.bench.appearance.theme.colour("accent")
    painter.setPen(QPen(colour, 1.4))
    for correction in text.corrections_in(text.raw_of(line)):
        for rect in _rects(text, line, top, correction.span):
            middle = rect.center().y()
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        if "\n" in correction.span.of(text.raw):
            _paint_join(painter, line, top)
        elif not correction.span:
            _paint_insertion(painter, text, line, top, correction.start)


def _paint_join(painter: QPainter, line: QTextBlock, top: QPointF) -> None:
    layout = line.layout()
    if not layout.lineCount():
        return
    row = layout.lineAt(layout.lineCount() - 1)
    x, size = top.x() + row.x() + row.naturalTextWidth() + 4, 0.42 * row.height()
    y = top.y() + row.y() + 0.55 * row.height()
    painter.drawPolyline([QPointF(x + size, y - size * 0.7), QPointF(x + size, y), QPointF(x, y)])
    painter.drawPolyline([QPointF(x + 3, y - 3), QPointF(x, y), QPointF(x + 3, y + 3)])


def _paint_insertion(painter: QPainter, text: RawText, line: QTextBlock, top: QPointF, offset: int) -> None:
    at = text.units.to_utf16(offset) - line.position()
    row = line.layout().lineForTextPosition(at)
    if row.isValid():
        x, y = top.x() + _x(row, at), top.y() + row.y() + row.height() - 1
        painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x, y - 5), QPointF(x + 3.5, y)])


class Gutter(QWidget):
    """The names of the roles, at the first line that is seen of each block."""

    def __init__(self, text: RawText, width: int) -> None:
        super().__init__(text)
        self._text, self._width = text, width
        scaled(self, 0.8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        text, theme = self._text, self._text.bench.appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        named: int | None = None
        for line, top in text.visible():
            for block in text.blocks_in(text.raw_of(line)):
                hue = QColor(HUES[block.role])
                own = text.is_own(block)
                height = int(text.blockBoundingRect(line).height())
                painter.fillRect(
                    self._width - 4,
                    int(top.y()),
                    3,
                    height,
                    mixed(hue, theme.colour("paper"), 0.8 if own else 0.25),
                )
                if block.id != named and trimmed(block.span, text.raw):
                    named = block.id
                    painter.setPen(theme.colour("quiet" if own else "faint"))
                    room = QRect(4, int(top.y()), self._width - 12, int(text.line_height()))
                    painter.drawText(
                        room,
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                        names.role(block.role),
                    )
        painter.end()


def _x(row: object, position: int) -> float:
    found = row.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
