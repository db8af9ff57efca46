"""The labels as the model numbers them: outside, and a begin and an inside state of each label."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LABELS = ("PS", "OG", "LC", "DT", "TI", "QT", "EV", "CV_POSITION", "CV_POLICY", "AF")
"""Codes of the default schema, in the order of the model's states."""

KLUE_LABELS = frozenset({"PS", "OG", "LC", "DT", "TI", "QT"})
OUTSIDE = 0
STATES = 1 + 2 * len(LABELS)
FORBIDDEN = np.float32(-1e6)


class TaggedSpan(NamedTuple):
    """Code points [start, end) of a sentence with a label; `confidence` 0..1 is how often such a span is right."""

    start: int
    end: int
    label: str
    confidence: float = 1.0


def begin(label: str) -> int:
    """State of a span's first unit."""
    return 1 + 2 * LABELS.index(label)


def inside(label: str) -> int:
    """State of a span's further units."""
    return begin(label) + 1


def label_of(state: int) -> str:
    """Label of a state; "" outside."""
    return LABELS[(state - 1) // 2] if state else ""


def legal_transitions() -> NDArray[np.float32]:
    """0 where state j may follow state i, else `FORBIDDEN`; [STATES + 1, STATES], last row: sentence start."""
    table = np.zeros((STATES + 1, STATES), np.float32)
    for state in range(2, STATES, 2):
        table[:, state] = FORBIDDEN
        table[[state - 1, state], state] = 0
    return table
