"""What the view shows: the article's blocks as one text, boilerplate folded to a line, tied to raw.

The displayed text differs from the reading text: boilerplate stands in it, in its raw place. It is derived
anew from raw, so everything shown is anchored on raw spans as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction, Role
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.domain.spans import Span, trimmed
from desktop_app.domain.suggestions import TextBlock
from desktop_app.domain.textmap import TextMap

# Controls that Qt reads as structure or that turn the order of letters round; a joiner inside emoji may stay.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring boilerplate blocks shown as one: their span of raw, how many lines, whether it is open."""

    span: Span
    lines: int
    open: bool = False


class Display:
    """The displayed text with its map to raw; offsets are code points unless they are called units."""

    def __init__(self, mapped: TextMap, folds: Sequence[Fold] = ()) -> None:
        self.map = mapped
        self.folds = list(folds)
        self.text = harmless(mapped.text)
        self.units = Utf16Offsets(self.text)
        self.blocks: list[TextBlock] = mapped.blocks
        self._starts = [b.start for b in self.blocks]

    def unit_span(self, raw: Span) -> Span | None:
        """Where raw is shown, in UTF-16 units of the document; None when it is not."""
        shown = self.map.reading_span(raw)
        return None if shown is None else self.units_of(shown)

    def units_of(self, shown: Span) -> Span:
        """A span of the displayed text in UTF-16 units."""
        return Span(self.units.to_utf16(shown.start), self.units.to_utf16(shown.end))

    def raw_span_of_units(self, start: int, end: int) -> Span | None:
        """The raw characters behind a stretch of the document."""
        return self.map.raw_span(Span(self.units.to_points(start), self.units.to_points(end)))

    def raw_of_unit(self, unit: int) -> int:
        """The raw offset of the character at a position of the document."""
        return self.map.raw_offset(self.units.to_points(unit))

    def unit_of_raw(self, offset: int) -> int:
        """The position in the document at which a raw character is shown (or the next one that is)."""
        shown = self.map.reading_span(Span(offset, offset + 1)) or self.map.reading_span(
            Span(offset, max(offset, self._raw_end_after(offset)))
        )
        return self.units.to_utf16(shown.start if shown else len(self.map))

    def _raw_end_after(self, offset: int) -> int:
        return next((end for start, end, _ in self.map.block_of_raw if end > offset), offset)

    def block_at(self, shown: int) -> int:
        """The index of the block that holds an offset of the displayed text; -1 without blocks."""
        return bisect_right(self._starts, shown) - 1

    def raw_of_block(self, index: int) -> Span:
        """The span of raw of a block."""
        return self._raw_blocks.get(index, Span(0, 0))

    @cached_property
    def _raw_blocks(self) -> dict[int, Span]:
        return {index: Span(start, end) for start, end, index in self.map.block_of_raw}

    def fold_at(self, shown: int) -> Fold | None:
        """The fold that an offset of the displayed text lies in, open or not."""
        if not self.folds:
            return None
        raw = self.map.raw_offset(shown)
        return next((f for f in self.folds if f.span.start <= raw < f.span.end), None)

    def is_folded(self, index: int) -> bool:
        """Whether a block is a folded line."""
        span = self.raw_of_block(index)
        return any(not f.open and f.span.start <= span.start < f.span.end for f in self.folds)


def harmless(text: str) -> str:
    """The text with controls replaced by visible characters, one for one."""
    return _HARMFUL.sub(_placeholder, text)


def _placeholder(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd" if 0xD800 <= code < 0xE000 else "·"


def display_of(
    raw: str,
    blocks: Iterable[Block],
    corrections: Iterable[Correction],
    *,
    fold_line: Callable[[int], str],
    opened: frozenset[int] = frozenset(),
    reading: TextMap | None = None,
) -> Display:
    """Lay out the blocks of an article for reading.

    `fold_line` words a number of lines; `opened` are the raw starts of the folds that are
    open. `reading` is used as it is where the article has no boilerplate.
    """
    blocks = list(blocks)
    boiler = [b for b in blocks if b.role is Role.BOILERPLATE and trimmed(b.span, raw)]
    if not boiler:
        return Display(reading or textmap.build(raw, blocks, corrections))
    read = [b for b in blocks if b.role is not Role.BOILERPLATE]
    folds = [replace(f, open=f.span.start in opened) for f in _folds(raw, boiler)]
    shown = _in_raw_place(read, [_shown(f, boiler) for f in folds])
    closed = [f for f in folds if not f.open]
    kept = [c for c in corrections if not any(f.span.overlaps(c.span) for f in closed)]
    laid = [Correction(f.span.start, f.span.end, fold_line(f.lines)) for f in closed]
    return Display(textmap.build(raw, shown, [*kept, *laid], skip=frozenset()), folds)


def _folds(raw: str, boiler: list[Block]) -> list[Fold]:
    """Runs of boilerplate with nothing but blanks between them."""
    runs: list[list[Block]] = []
    for block in sorted(boiler, key=lambda b: b.start):
        if runs and not raw[runs[-1][-1].end : block.start].strip():
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_fold(raw, run) for run in runs]


def _fold(raw: str, run: list[Block]) -> Fold:
    span = trimmed(Span(run[0].start, run[-1].end), raw)
    lines = sum(1 for line in span.of(raw).splitlines() if line.strip())
    return Fold(span, max(1, lines))


def _shown(fold: Fold, boiler: list[Block]) -> list[Block]:
    inside = [b for b in boiler if b.start < fold.span.end and fold.span.start < b.end]
    if fold.open:
        return sorted(inside, key=lambda b: b.start)
    return [replace(inside[0], start=fold.span.start, end=fold.span.end)]


def _in_raw_place(read: list[Block], folds: list[list[Block]]) -> list[Block]:
    """Each fold behind the block that ends last before it in raw; all blocks numbered in that order."""
    ends = sorted((b.end, place) for place, b in enumerate(read))
    behind: dict[int, list[Block]] = {}
    for fold in folds:
        at = bisect_right(ends, (fold[0].start, len(read))) - 1
        behind.setdefault(ends[at][1] if at >= 0 else -1, []).extend(fold)
    ordered = behind.get(-1, [])[:]
    for place, block in enumerate(read):
        ordered += [block, *behind.get(place, [])]
    return [replace(b, order=place) for place, b in enumerate(ordered)]
