"""Mentions painted under the visible text: tint, underline in lanes, label in small type, the current one loud."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.layout.marks import Mark
from desktop_app.gui.article.words import short_name
from desktop_app.gui.looks.theme import Theme, mixed

UNKNOWN_HUE = "#6B7280"
# In em of the body: from baseline to the first lane, from lane to lane, the tint's reach above the baseline.
GAP, STEP, REACH = 0.21, 0.16, 0.92
LABEL_SIZE, LABEL_LEAST = 0.56, 9.0
LOUD_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a mark on one line: from `left` to `right` at a baseline, in document coordinates."""

    left: float
    right: float
    baseline: float
    first: bool
    last: bool
    size: float = 1.0


@dataclass
class Look:
    """What painting needs to know besides the marks."""

    theme: Theme
    schema: LabelSchema
    em: float
    label_font: QFont
    current: int | None = None
    sure: float = 0.9
    confidence: bool = False
    focused: bool = True
    linked: int | None = None
    noted: frozenset[int] = frozenset()
    _widths: dict[str, float] = field(default_factory=dict)

    @cached_property
    def metrics(self) -> QFontMetricsF:
        """Measures of the label font."""
        return QFontMetricsF(self.label_font)

    def width(self, text: str) -> float:
        """The width of a label's small type."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def hue(self, code: str) -> str:
        """A label's hue."""
        label = self.schema.by_code.get(code)
        return label.colour if label else UNKNOWN_HUE

    def label(self, mention: Mention) -> str:
        """The small type at a mention."""
        label = self.schema.by_code.get(mention.label)
        name = short_name(label) if label else mention.label
        return f"{name} {mention.confidence * 100:.0f}" if self.confidence else name


def small_font(font: QFont, em: float) -> QFont:
    """The font of the labels under the lines."""
    small = QFont(font)
    small.setPixelSize(round(max(LABEL_LEAST, em * LABEL_SIZE)))
    small.setWeight(QFont.Weight.Medium)
    return small


def segments(block: QTextBlock, span: Span, size: float = 1.0) -> Iterator[Segment]:
    """Where a stretch of the document (UTF-16 units) lies on the lines of a laid out paragraph.

    `size` says how large its letters are beside the body's.
    """
    layout, base = block.layout(), block.position()
    origin = layout.position()
    first = layout.lineForTextPosition(max(0, span.start - base))
    for number in range(first.lineNumber() if first.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        start = line.textStart()
        if start >= span.end - base:
            return
        end = start + line.textLength()
        low, high = max(span.start - base, start), min(span.end - base, end)
        if low < high:
            left, right = x_on(line, low), min(x_on(line, high), line.x() + line.naturalTextWidth())
            baseline = origin.y() + line.y() + line.ascent()
            yield Segment(
                origin.x() + min(left, right),
                origin.x() + max(left, right),
                baseline,
                low == span.start - base,
                high == span.end - base,
                size,
            )


def seen_span(block: QTextBlock, top: float, bottom: float) -> Span:
    """What of a paragraph lies between two heights of the document, in UTF-16 units of it; whole lines."""
    layout, base = block.layout(), block.position()
    y, numbers = layout.position().y(), range(layout.lineCount())
    first = bisect_left(numbers, top, key=lambda n: y + layout.lineAt(n).y() + layout.lineAt(n).height())
    last = bisect_left(numbers, bottom, key=lambda n: y + layout.lineAt(n).y())
    if first >= last:
        return Span(base, base)
    end = layout.lineAt(last - 1)
    return Span(base + layout.lineAt(first).textStart(), base + end.textStart() + end.textLength())


def x_on(line: QTextLine, position: int) -> float:
    """Where a position of a paragraph lies on its line."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class MarkPainter:
    """Paints the marks of one paragraph after another, with the painter moved to the document's origin."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter = painter
        self._look = look
        self._label_ends: dict[int, float] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(
        self, block: QTextBlock, marks: list[Mark], size: float = 1.0, seen: Span | None = None
    ) -> None:
        """Paint what of the marks lies in a paragraph, or in what is `seen` of it.

        Outer ones come first, the current one last.
        """
        reach = seen or Span(block.position(), block.position() + block.length())
        here = [m for m in marks if m.span.overlaps(reach)]
        placed = [(m, s) for m in here for part in m.parts for s in segments(block, part, size)]
        for mark, segment in sorted(placed, key=lambda p: (self._is_current(p[0]), -p[0].lane)):
            self._paint_ground(mark, segment)
        for mark, segment in placed:
            self._paint_line(mark, segment)
        for (mark, one), (other, two) in pairwise(placed):
            if mark is other and one.baseline == two.baseline:
                self._paint_gap(mark, one, two)
        for mark, segment in sorted(placed, key=lambda p: (not self._is_current(p[0]), p[1].left)):
            if segment.first:
                self._paint_label(mark, segment, placed)

    def _is_current(self, mark: Mark) -> bool:
        return mark.mention.id == self._look.current

    def _paint_ground(self, mark: Mark, segment: Segment) -> None:
        em, theme, hue = self._look.em, self._look.theme, self._look.hue(mark.mention.label)
        top, bottom = segment.baseline - REACH * em * segment.size, self._lane_y(mark, segment)
        ground = QRectF(segment.left, top, segment.right - segment.left, bottom - top)
        if self._is_current(mark):
            ground = ground.adjusted(-2.5, -1.5, 2.5, 1.0)
            fill = mixed(theme.label_line(hue), theme.colour("paper"), LOUD_SHARE)
            width = max(1.6, em * 0.1) if self._look.focused else 1.0
            self._painter.setPen(QPen(theme.label_line(hue), width))
            self._painter.setBrush(fill)
            self._painter.drawRoundedRect(ground, em * 0.18, em * 0.18)
        elif mark.mention.id == self._look.linked:
            self._painter.setPen(QPen(theme.colour("accent"), 1.4, Qt.PenStyle.DashLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(ground.adjusted(-2, -1, 2, 1), em * 0.18, em * 0.18)
        elif mark.mention.decision is Decision.ACCEPTED:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme.label_tint(hue))
            self._painter.drawRoundedRect(ground, em * 0.1, em * 0.1)

    def _lane_y(self, mark: Mark, segment: Segment) -> float:
        return segment.baseline + (GAP + STEP * mark.lane) * self._look.em

    def _paint_line(self, mark: Mark, segment: Segment) -> None:
        mention, em = mark.mention, self._look.em
        colour = self._look.theme.label_line(self._look.hue(mention.label))
        y = self._lane_y(mark, segment)
        if mention.decision is Decision.REJECTED:
            self._strike(segment)
            return
        if not self._is_current(mark):
            self._painter.setPen(self._pen(mention, colour))
            self._painter.drawLine(QPointF(segment.left + 0.5, y), QPointF(segment.right - 0.5, y))
        if mention.id in self._look.noted and segment.last:
            self._flag(QPointF(segment.right, segment.baseline - em * segment.size * 0.95))
        if mention.edited and segment.first:
            self._dot(QPointF(segment.left + em * 0.02, segment.baseline - em * segment.size * 0.92), colour)

    def _pen(self, mention: Mention, colour: QColor) -> QPen:
        em = self._look.em
        pen = QPen(colour, max(1.5, em * 0.1))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mention.decision is Decision.UNDECIDED:
            pen.setWidthF(max(1.0, em * 0.055))
            if mention.confidence < self._look.sure:
                pen.setWidthF(max(1.4, em * 0.085))
                pen.setDashPattern([2.4, 1.8])
        return pen

    def _paint_gap(self, mark: Mark, one: Segment, two: Segment) -> None:
        """The parts of a discontinuous mention hang together by dots."""
        colour = self._look.theme.label_line(self._look.hue(mark.mention.label))
        self._painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
        y = self._lane_y(mark, one)
        self._painter.drawLine(QPointF(one.right, y), QPointF(two.left, y))

    def _strike(self, segment: Segment) -> None:
        y = segment.baseline - self._look.em * segment.size * 0.34
        self._painter.setPen(QPen(self._look.theme.colour("faint"), 1.4))
        self._painter.drawLine(QPointF(segment.left, y), QPointF(segment.right, y))

    def _flag(self, corner: QPointF) -> None:
        """A small folded corner: there is a note."""
        side = self._look.em * 0.3
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.theme.colour("accent"))
        self._painter.drawPolygon([corner, corner + QPointF(-side, 0), corner + QPointF(0, side)])

    def _dot(self, centre: QPointF, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(colour))
        radius = max(1.8, self._look.em * 0.12)
        self._painter.drawEllipse(centre, radius, radius)

    def _paint_label(self, mark: Mark, segment: Segment, placed: list[tuple[Mark, Segment]]) -> None:
        if mark.mention.decision is Decision.REJECTED and not self._is_current(mark):
            return
        theme, em = self._look.theme, self._look.em
        hue = self._look.hue(mark.mention.label)
        text = self._look.label(mark.mention)
        width, height = self._look.width(text), self._look.metrics.ascent() * 0.86
        row = round(segment.baseline)
        left = max(segment.left, self._label_ends.get(row, float("-inf")) + em * 0.3)
        if left > segment.right and not self._is_current(mark):
            return
        self._label_ends[row] = left + width
        deepest = max(
            m.lane
            for m, s in placed
            if s.baseline == segment.baseline and s.left < left + width and left <= s.right
        )
        top = segment.baseline + (GAP + STEP * deepest) * em + em * 0.1
        self._painter.setFont(self._look.label_font)
        if self._is_current(mark):
            chip = QRectF(left - 2.5, top - 0.5, width + 7, height + em * 0.16)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme.label_line(hue))
            self._painter.drawRoundedRect(chip, em * 0.14, em * 0.14)
            self._painter.setPen(theme.colour("paper"))
        else:
            self._painter.setPen(theme.label_ink(hue))
        self._painter.drawText(QPointF(left + (1 if self._is_current(mark) else 0), top + height), text)
