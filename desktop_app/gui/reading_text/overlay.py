"""From a rewritten stretch of reading text to the smallest corrections of raw that make it read so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction
from desktop_app.domain.edits import CorrectText
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap

COMPARED = 4_000_000
"""Pairs of characters beyond which what lies between the first and the last difference is one correction."""

Hunk = tuple[int, int, str]
"""Start and end in the block's reading text, and what shall be read there."""


class BlockText:
    """One block by itself: its reading text with the map to raw; offsets are those of this text."""

    def __init__(self, raw: str, block: Block, corrections: Iterable[Correction]) -> None:
        near = [c for c in corrections if block.start <= c.start and c.end <= block.end]
        self.block = block
        self.map: TextMap = textmap.build(raw, [block], near, skip=frozenset())
        self.text = self.map.text

    def place_of(self, raw: int) -> int:
        """The place before the first character that is read of raw from an offset on."""
        shown = self.map.reading_span(Span(raw, max(raw, self.block.end)))
        return shown.start if shown else len(self.text)

    def span_of(self, raw: Span) -> Span:
        """What is read of a span of raw; empty where nothing is."""
        inside = Span(max(raw.start, self.block.start), max(self.block.start, min(raw.end, self.block.end)))
        shown = self.map.reading_span(inside) if inside else None
        return shown or Span(self.place_of(inside.start), self.place_of(inside.start))

    def word_at(self, place: int) -> Span:
        """The word between blanks that holds a place or ends at it."""
        start, end = place, place
        while start > 0 and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return Span(start, end)

    def rewritten(self, article_id: int, part: Span, text: str) -> list[CorrectText]:
        """The corrections that let `part` read as `text`, as small as they can be; none where it does already."""
        hunks = list(_hunks(part.of(self.text), text, part.start))
        regions = _joined(self._whole(Span(start, end)) for start, end, _ in hunks)
        return [self._correction(article_id, region, self._new_text(region, hunks)) for region in regions]

    def _whole(self, part: Span) -> Span:
        """The part stretched over corrections that it cuts, or that a new one at its edge would take away."""
        for read, raw, verbatim in self.map.pieces():
            touches = read.start <= part.end and part.start <= read.end
            cut = read.start < part.end and part.start < read.end
            if not verbatim and (cut or (touches and not raw)):
                part = part.hull(read)
        return part

    def _new_text(self, region: Span, hunks: Iterable[Hunk]) -> str:
        """What shall be read in a region that holds some of the hunks whole."""
        parts, at = [], region.start
        for start, end, text in hunks:
            if region.start <= start and end <= region.end:
                parts += [self.text[at:start], text]
                at = end
        return "".join([*parts, self.text[at : region.end]])

    def _correction(self, article_id: int, region: Span, text: str) -> CorrectText:
        raw = self.map.raw_span(region)
        if raw is None:
            at = self.map.raw_offset(region.start)
            raw = Span(at, at)
        return CorrectText(article_id, raw.start, raw.end, text)


def _hunks(old: str, new: str, shift: int) -> Iterator[Hunk]:
    before = _alike(old, new)
    behind = _alike(old[before:][::-1], new[before:][::-1])
    was, now = old[before : len(old) - behind], new[before : len(new) - behind]
    shift += before
    if len(was) * len(now) > COMPARED:
        yield shift, shift + len(was), now
        return
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield shift + a, shift + b, now[c:d]


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _joined(parts: Iterable[Span]) -> Iterator[Span]:
    """Parts in order; those that touch or overlap become one."""
    waiting: Span | None = None
    for part in parts:
        if waiting is not None and part.start <= waiting.end:
            waiting = waiting.hull(part)
            continue
        if waiting is not None:
            yield waiting
        waiting = part
    if waiting is not None:
        yield waiting
