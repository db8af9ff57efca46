"""Mentions without overlap, for formats that give each character one label at most."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop_app.domain.dataset import DataMention
from desktop_app.domain.mention import Decision
from desktop_app.exchange.options import NestedPolicy

Rank = Callable[[DataMention], tuple[int, ...]]

_RANKS: dict[NestedPolicy, Rank] = {
    NestedPolicy.LONGEST: lambda m: (m.start - m.end, m.start, m.id),
    NestedPolicy.FIRST: lambda m: (m.start, m.start - m.end, m.id),
    NestedPolicy.ACCEPTED: lambda m: (m.decision != Decision.ACCEPTED, m.start - m.end, m.start, m.id),
}


def flattened(mentions: Sequence[DataMention], policy: NestedPolicy) -> tuple[DataMention, ...]:
    """The mentions kept, in their order; of two that overlap the one that the policy ranks first.

    Longest: the longer, then the earlier. First: the one that begins first, then the longer. Accepted:
    accepted before undecided, then the longer.
    """
    if not _overlapping(mentions):
        return tuple(mentions)
    taken: list[tuple[int, int]] = []
    kept: set[int] = set()
    for index in sorted(range(len(mentions)), key=lambda i: _RANKS[policy](mentions[i])):
        span = (mentions[index].start, mentions[index].end)
        if _free(span, taken):
            insort(taken, span)
            kept.add(index)
    return tuple(m for i, m in enumerate(mentions) if i in kept)


def _overlapping(mentions: Sequence[DataMention]) -> bool:
    return any(b.start < a.end for a, b in pairwise(mentions))


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, span)
    before_clear = at == 0 or taken[at - 1][1] <= span[0]
    return before_clear and (at == len(taken) or span[1] <= taken[at][0])
