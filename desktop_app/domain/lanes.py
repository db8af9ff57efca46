"""Layout of overlapping mentions: which lane under the line each one is drawn in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A span with its lane: 0 is next to the text; the key is the caller's own."""

    span: Span
    key: Hashable
    lane: int


def lanes(spans: Iterable[tuple[Span, Hashable]]) -> list[Placed]:
    """Give each span the lowest lane in which it overlaps no other; an outer span lies below those inside it.

    Sorted by start, then longer first. Deterministic: equal spans keep the order given.
    """
    items = list(spans)
    by_length = sorted(range(len(items)), key=lambda i: (len(items[i][0]), items[i][0].start, i))
    taken: list[_Lane] = []
    lane_of = [0] * len(items)
    for index in by_length:
        span = items[index][0]
        floor = 0
        for number, lane in enumerate(taken):
            if lane.hits(span):
                floor = number + 1
        if floor == len(taken):
            taken.append(_Lane())
        taken[floor].add(span)
        lane_of[index] = floor
    placed = [Placed(span, key, lane_of[i]) for i, (span, key) in enumerate(items)]
    return sorted(placed, key=lambda p: (p.span.start, -p.span.end))


class _Lane:
    """The spans of one lane, sorted; they do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def hits(self, span: Span) -> bool:
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end

    def add(self, span: Span) -> None:
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)


class LineIndex:
    """Which placed spans touch which line of a text, so that only visible ones are looked at.

    `starts` are the offsets at which lines begin, sorted, the first one 0; in the same units as the spans.
    """

    def __init__(self, starts: Sequence[int], placed: Iterable[Placed]) -> None:
        self._starts = list(starts) or [0]
        self._lines: dict[int, list[Placed]] = {}
        for item in placed:
            for line in range(
                self.line_of(item.span.start), self.line_of(max(item.span.start, item.span.end - 1)) + 1
            ):
                self._lines.setdefault(line, []).append(item)

    def line_of(self, offset: int) -> int:
        """The line that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def on_line(self, line: int) -> list[Placed]:
        """The spans that touch a line, in the order given."""
        return self._lines.get(line, [])
