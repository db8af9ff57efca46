"""The two-way map between a source's raw text and the reading text derived from it.

Reading text is made of *pieces*. A verbatim piece copies raw characters one for one; any other piece stands
for a stretch of raw (perhaps empty) that reads otherwise: a line break joined, a lost blank put back, a
letter composed from decomposed jamo, the newline between two blocks.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.article import Block, Correction, Role
from desktop_app.domain.drafts import BlockDraft
from desktop_app.domain.spans import Span, trimmed
from desktop_app.domain.suggestions import TextBlock

BLOCK_SEPARATOR = "\n"
_CLUSTER = re.compile(
    r"[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7fb]*|.[\u0300-\u036f\u3099\u309a]+",
    re.DOTALL,
)
_NEEDS_COMPOSING = re.compile(r"[\u0300-\u036f\u1160-\u11ff\u3099\u309a]")

AnyBlock = Block | BlockDraft


class TextMap:
    """Reading text with its map to raw and back; offsets are code points on both sides.

    Pieces are kept in reading order in parallel arrays (8 bytes a number), so that a text of millions of
    pieces stays small. Blocks may stand in another order than in raw.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._text: str | None = ""
        self._length = 0
        self._read: array[int] = array("q")
        self._raw_start: array[int] = array("q")
        self._raw_end: array[int] = array("q")
        self._verbatim: array[int] = array("b")
        self._by_raw: list[int] | None = None
        self._raw_keys: list[int] = []
        self.blocks: list[TextBlock] = []
        self.block_of_raw: list[tuple[int, int, int]] = []

    @property
    def text(self) -> str:
        """The reading text."""
        if self._text is None:
            self._text = "".join(self._parts)
            self._parts = [self._text]
        return self._text

    def __len__(self) -> int:
        return self._length

    def pieces(self) -> Iterator[tuple[Span, Span, bool]]:
        """Every piece in reading order: its span of reading text, its span of raw, whether it is verbatim."""
        for i, start in enumerate(self._read):
            yield (
                Span(start, self._end(i)),
                Span(self._raw_start[i], self._raw_end[i]),
                bool(self._verbatim[i]),
            )

    def _end(self, index: int) -> int:
        return self._read[index + 1] if index + 1 < len(self._read) else self._length

    def append(self, text: str, raw: Span, *, verbatim: bool) -> None:
        """Add a piece at the end; a verbatim one must be as long as its span of raw."""
        if not text and not raw:
            return
        self._read.append(self._length)
        self._raw_start.append(raw.start)
        self._raw_end.append(raw.end)
        self._verbatim.append(verbatim)
        self._parts.append(text)
        self._length += len(text)
        self._text = None
        self._by_raw = None

    def raw_span(self, reading: Span) -> Span | None:
        """The raw characters behind a span of reading text; None when it is empty or shows nothing of raw.

        Where the span runs over several blocks, the hull of what it touches.
        """
        if not reading or reading.end > self._length:
            return None
        first = bisect_right(self._read, reading.start) - 1
        last = bisect_left(self._read, reading.end) - 1
        start = end = None
        for i in range(first, last + 1):
            low, high = self._clip(i, reading)
            shown = self._end(i) > self._read[i]  # what is not read counts only between what is
            if shown and high > low:
                start = low if start is None else min(start, low)
                end = high if end is None else max(end, high)
        return None if start is None or end is None else Span(start, end)

    def _clip(self, index: int, reading: Span) -> tuple[int, int]:
        low, high = self._raw_start[index], self._raw_end[index]
        if not self._verbatim[index]:
            return low, high
        before = max(0, reading.start - self._read[index])
        after = max(0, self._end(index) - reading.end)
        return low + before, high - after

    def raw_offset(self, reading: int) -> int:
        """The raw position of the character at a reading offset (of the text's end: behind its last piece)."""
        if not self._read:
            return 0
        index = max(0, bisect_right(self._read, min(reading, self._length)) - 1)
        if not self._verbatim[index]:
            return self._raw_start[index] if reading < self._end(index) else self._raw_end[index]
        return self._raw_start[index] + min(reading, self._end(index)) - self._read[index]

    def reading_span(self, raw: Span) -> Span | None:
        """Where a span of raw is read; None when none of its characters is.

        A replaced stretch that the span only touches counts whole. Where the characters lie in several
        blocks, the hull of what is read of them.
        """
        inside = self._inside(raw)
        if inside is not None:
            return inside
        start = end = None
        for i in self._touched(raw):
            low, high = self._reading_clip(i, raw)
            if high > low:
                start = low if start is None else min(start, low)
                end = high if end is None else max(end, high)
        return None if start is None or end is None else Span(start, end)

    def _inside(self, raw: Span) -> Span | None:
        """The usual case at once: all characters lie in one verbatim piece."""
        order = self._raw_order()
        at = bisect_right(self._raw_keys, raw.start) - 1
        if at < 0 or not raw:
            return None
        i = order[at]
        if not self._verbatim[i] or self._raw_end[i] < raw.end:
            return None
        start = self._read[i] + raw.start - self._raw_start[i]
        return Span(start, start + raw.end - raw.start)

    def _touched(self, raw: Span) -> Iterator[int]:
        order = self._raw_order()
        at = max(0, bisect_right(self._raw_keys, raw.start) - 1)
        while at > 0 and self._raw_keys[at - 1] == self._raw_keys[at]:
            at -= 1
        while at < len(order) and self._raw_keys[at] < raw.end:
            index = order[at]
            if self._raw_end[index] > raw.start and self._raw_end[index] > self._raw_start[index]:
                yield index
            at += 1

    def _raw_order(self) -> list[int]:
        if self._by_raw is None:
            self._by_raw = sorted(range(len(self._read)), key=self._raw_start.__getitem__)
            self._raw_keys = [self._raw_start[i] for i in self._by_raw]
        return self._by_raw

    def _reading_clip(self, index: int, raw: Span) -> tuple[int, int]:
        low, high = self._read[index], self._end(index)
        if not self._verbatim[index]:
            return low, high
        low += max(0, raw.start - self._raw_start[index])
        return low, high - max(0, self._raw_end[index] - raw.end)

    def block_at(self, reading: int) -> TextBlock | None:
        """The block that holds a reading offset (its end included), or None between blocks."""
        at = bisect_right([b.start for b in self.blocks], reading) - 1
        return self.blocks[at] if at >= 0 and reading <= self.blocks[at].end else None


def build(
    raw: str,
    blocks: Sequence[AnyBlock],
    corrections: Iterable[Correction] = (),
    *,
    skip: frozenset[Role] = frozenset({Role.BOILERPLATE}),
) -> TextMap:
    """The reading text of an article: its blocks in reading order, each on a line of its own.

    `blocks` are those of one article (of a whole source too, if wanted); roles in `skip` are left out, and so
    are blocks without a visible character. Corrections that reach over a block's edge are cut at it; of
    two that overlap the first by position counts.
    """
    by_start = sorted(corrections, key=lambda c: (c.start, c.end))
    starts = [c.start for c in by_start]
    result = TextMap()
    for block in sorted(blocks, key=lambda b: (b.order, b.start)):
        if block.role in skip:
            continue
        span = trimmed(block.span, raw)
        if span:
            _append_block(result, raw, span, by_start, starts, block)
    return result


def _append_block(
    result: TextMap, raw: str, span: Span, corrections: list[Correction], starts: list[int], block: AnyBlock
) -> None:
    if len(result):
        result.append(BLOCK_SEPARATOR, Span(span.start, span.start), verbatim=False)
    begin, at = len(result), span.start
    for correction in corrections[bisect_left(starts, span.start) : bisect_right(starts, span.end)]:
        if correction.start < at or correction.end > span.end:
            continue
        _append_verbatim(result, raw, at, correction.start)
        result.append(correction.text, correction.span, verbatim=False)
        at = correction.end
    _append_verbatim(result, raw, at, span.end)
    result.blocks.append(TextBlock(begin, len(result), str(block.role)))
    result.block_of_raw.append((span.start, span.end, len(result.blocks) - 1))


def _append_verbatim(result: TextMap, raw: str, start: int, end: int) -> None:
    """Copy raw, composing what is decomposed (macOS writes jamo one by one) and reading CRLF as one newline."""
    if start >= end:
        return
    segment = raw[start:end]
    if "\r" not in segment and not _NEEDS_COMPOSING.search(segment):
        result.append(segment, Span(start, end), verbatim=True)
        return
    done = 0
    for at, stop, text in _composed(segment):
        if at > done:
            result.append(segment[done:at], Span(start + done, start + at), verbatim=True)
        result.append(text, Span(start + at, start + stop), verbatim=False)
        done = stop
    if done < len(segment):
        result.append(segment[done:], Span(start + done, end), verbatim=True)


_CHANGED = re.compile(rf"\r\n?|{_CLUSTER.pattern}", re.DOTALL)


def _composed(segment: str) -> Iterator[tuple[int, int, str]]:
    for match in _CHANGED.finditer(segment):
        found = match.group()
        text = "\n" if found[0] == "\r" else unicodedata.normalize("NFC", found)
        if text != found:
            yield match.start(), match.end(), text
