"""Which mentions stand in a block and in which lane, worked out for a block when it is first looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.lanes import lanes
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.layout.display import Display


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as shown: its stretches of the displayed text in UTF-16 units, and its lane (0: nearest)."""

    mention: Mention
    parts: tuple[Span, ...]
    lane: int

    @property
    def span(self) -> Span:
        """From its first to its last unit."""
        return Span(self.parts[0].start, self.parts[-1].end)


class Marks:
    """The marks of an article by block. A mention never runs over two blocks, so each block stands alone.

    Mentions come sorted by position.
    """

    def __init__(self, display: Display, mentions: Sequence[Mention], *, rejected: bool = False) -> None:
        self._display = display
        self._rejected = rejected
        self._also: Mention | None = None
        self._marks: dict[int, list[Mark]] = {}
        self._take(mentions)

    def _take(self, mentions: Sequence[Mention]) -> None:
        self._mentions, self._starts = mentions, [m.start for m in mentions]

    def update(self, mentions: Sequence[Mention], touched: Iterable[Span]) -> set[int]:
        """Take the mentions as they are now; only blocks that raw spans `touched` are worked out anew.

        Returns the indexes of those blocks.
        """
        self._take(mentions)
        stale = {index for span in touched for index in self.blocks_of(span)}
        for index in stale:
            self._marks.pop(index, None)
        return stale

    def blocks_of(self, raw: Span) -> Iterable[int]:
        """The indexes of the displayed blocks that a span of raw touches."""
        shown = self._display.map.reading_span(raw)
        if shown is None:
            return ()
        first = self._display.block_at(shown.start)
        return range(first, self._display.block_at(max(shown.start, shown.end - 1)) + 1)

    def in_block(self, index: int) -> list[Mark]:
        """The marks of a block, by position, longer ones first."""
        if index not in self._marks:
            self._marks[index] = self._worked_out(index)
        return self._marks[index]

    def _worked_out(self, index: int) -> list[Mark]:
        if index < 0 or self._display.is_folded(index):
            return []
        raw = self._display.raw_of_block(index)
        inside = self._mentions[bisect_left(self._starts, raw.start) : bisect_left(self._starts, raw.end)]
        shown = [(m, p) for m in inside if self._is_shown(m) and (p := self._parts(m))]
        placed = lanes((Span(parts[0].start, parts[-1].end), i) for i, (_, parts) in enumerate(shown))
        return [Mark(*shown[p.key], p.lane) for p in placed if isinstance(p.key, int)]

    def show_also(self, mention: Mention | None) -> None:
        """Show one mention even though it is rejected, and no longer the one shown so before."""
        before, self._also = self._also, mention
        if before is not None:
            for index in self.blocks_of(before.span):
                shown = (m.mention for m in self._marks.get(index, ()) if m.mention.id == before.id)
                if any(m.decision is Decision.REJECTED for m in shown):
                    del self._marks[index]
        if mention is not None and mention.decision is Decision.REJECTED:
            for index in self.blocks_of(mention.span):
                self._marks.pop(index, None)

    def _is_shown(self, mention: Mention) -> bool:
        also = self._also is not None and mention.id == self._also.id
        return self._rejected or also or mention.decision is not Decision.REJECTED

    def _parts(self, mention: Mention) -> tuple[Span, ...]:
        found = (self._display.unit_span(part) for part in mention.parts)
        return tuple(sorted(span for span in found if span))

    def of(self, mention: Mention) -> Mark | None:
        """The mark of a mention; None when it is not shown."""
        for index in self.blocks_of(mention.span):
            for mark in self.in_block(index):
                if mark.mention.id == mention.id:
                    return mark
        return None

    def at(self, unit: int, *, touching: bool = False) -> list[Mark]:
        """The marks that cover a unit (or end at it when `touching`), innermost first."""
        index = self._display.block_at(self._display.units.to_points(unit))
        reach = unit if touching else unit + 1
        hit = [m for m in self.in_block(index) if any(p.start <= unit and reach <= p.end for p in m.parts)]
        return sorted(hit, key=lambda m: (len(m.span), m.lane))
