"""Which of an article's mentions share characters with a stretch of text, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from desktop_app.domain.dataset import DataMention


class Overlaps:
    """An index of mentions sorted by start; a look-up is O(log n) and what it finds."""

    def __init__(self, mentions: Sequence[DataMention]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._furthest = list(accumulate((m.end for m in mentions), max))

    def touching(self, start: int, end: int) -> list[DataMention]:
        """The mentions that share a character with [start, end), in their order."""
        first = bisect_right(self._furthest, start)
        behind = bisect_left(self._starts, end)
        return [m for m in self._mentions[first:behind] if m.end > start]
