"""Where printed text stands on a page, and in which order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_EDGE = 0.08


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of printed text; points from the page's top left corner, y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of one column: its text, its place, whether it stands at the page's upper or lower edge."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    at_edge: bool

    def apart_from(self, before: PrintedLine) -> bool:
        """Whether more white stands between the two than between lines of a paragraph, or another column begins."""
        size = max(1.0, min(self.bottom - self.top, before.bottom - before.top))
        return self.top < before.top - size or self.top - before.bottom > 1.1 * size


def in_reading_order(boxes: Sequence[Box], height: float) -> list[PrintedLine]:
    """The lines of a page: cut along its white gaps, columns left to right, each read down."""
    if not boxes:
        return []
    size = median(box.height for box in boxes) or 1.0
    groups = _cut(list(boxes), size, 0)
    return [line for group in groups for line in _lines(group, size, height)]


def _cut(boxes: list[Box], size: float, depth: int) -> list[list[Box]]:
    """Recursive cutting: first by columns, then by the widest gap across; what cannot be cut is one group."""
    if len(boxes) < 2 or depth > 40:
        return [boxes]
    columns = _parted(boxes, 1.0 * size, across=False)
    if len(columns) > 1 and min(_rows(column, size) for column in columns) >= 2:
        return [group for column in columns for group in _cut(column, size, depth + 1)]
    bands = _parted(boxes, 0.9 * size, across=True)
    if len(bands) > 1:
        return [group for band in _regrouped(bands, size) for group in _cut_band(band, size, depth)]
    return [boxes]


def _cut_band(band: list[Box], size: float, depth: int) -> list[list[Box]]:
    columns = _parted(band, 1.0 * size, across=False)
    if len(columns) > 1:
        return _cut(band, size, depth + 1)
    return [band]


def _regrouped(bands: list[list[Box]], size: float) -> list[list[Box]]:
    """Neighbouring bands that share the same column gaps belong together: paragraphs of columns, not of the page."""
    merged: list[list[Box]] = []
    for band in bands:
        joined = [*merged[-1], *band] if merged else band
        both = bool(merged) and len(_parted(joined, size, across=False)) > 1
        if both and _is_columned(merged[-1], size) and _is_columned(band, size):
            merged[-1] = joined
        else:
            merged.append(band)
    return merged


def _is_columned(boxes: list[Box], size: float) -> bool:
    return len(_parted(boxes, size, across=False)) > 1


def _parted(boxes: list[Box], gap: float, *, across: bool) -> list[list[Box]]:
    """Boxes parted where a white gap of at least `gap` runs through all of them (across: from left to right)."""
    edges = [(b.top, b.bottom) if across else (b.left, b.right) for b in boxes]
    spans = sorted(range(len(boxes)), key=edges.__getitem__)
    parts: list[list[Box]] = []
    reach = float("-inf")
    for at in spans:
        begin, end = edges[at]
        if parts and begin - reach < gap:
            parts[-1].append(boxes[at])
        else:
            parts.append([boxes[at]])
        reach = max(reach, end)
    return parts


def _rows(boxes: list[Box], size: float) -> int:
    return len({round(box.top / size) for box in boxes})


def _lines(boxes: list[Box], size: float, height: float) -> list[PrintedLine]:
    """Boxes on one baseline joined into lines, from top to bottom."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: b.top + b.bottom):
        middle = (box.top + box.bottom) / 2
        if rows and abs(middle - (rows[-1][0].top + rows[-1][0].bottom) / 2) < 0.5 * max(
            box.height, size * 0.5
        ):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_line(sorted(row, key=lambda b: b.left), height) for row in rows]


def _line(row: list[Box], height: float) -> PrintedLine:
    text = row[0].text
    for before, box in pairwise(row):
        apart = box.left - before.right > 0.22 * max(box.height, before.height)
        text += (" " if apart else "") + box.text
    top, bottom = min(b.top for b in row), max(b.bottom for b in row)
    edge = bottom < _EDGE * height or top > (1 - _EDGE) * height
    return PrintedLine(text, row[0].left, top, max(b.right for b in row), bottom, edge)
