"""Pace: how long an article takes, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

BREAK_S = 30 * 60
"""A longer time between two articles is a break, not work."""


def seconds_per_article(finished_at: Sequence[str]) -> float | None:
    """The median time between two articles finished one after the other; None where no two are.

    `finished_at` are moments in ISO 8601, in any order; longer gaps than `BREAK_S` are left out.
    """
    moments = sorted(datetime.fromisoformat(at).timestamp() for at in finished_at)
    gaps = [b - a for a, b in pairwise(moments) if 0 < b - a <= BREAK_S]
    return median(gaps) if gaps else None
