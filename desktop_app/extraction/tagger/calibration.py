"""From raw scores of spans to how often such spans are right, measured on articles kept from training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = list[tuple[float, float]]
"""Raw score and precision, both rising; between two points the line, outside the nearest."""

_STEPS = 40
_SMALLEST_BIN = 20


def fitted(raw: NDArray[np.float64], right: NDArray[np.bool_]) -> Points:
    """Rising line of precision over raw score (isotonic regression on bins); the diagonal without enough data."""
    if len(raw) < 2 * _SMALLEST_BIN:
        return [(0.0, 0.0), (1.0, 1.0)]
    order = np.argsort(raw, kind="stable")
    bins = np.array_split(order, max(2, min(_STEPS, len(raw) // _SMALLEST_BIN)))
    blocks: list[list[float]] = []
    for chosen in bins:
        blocks.append([float(raw[chosen].mean()), float(right[chosen].mean()), float(len(chosen))])
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            blocks[-2:] = [_merged(*blocks[-2:])]
    return [(round(score, 7), round(precision, 4)) for score, precision, _ in blocks]


def _merged(left: list[float], right: list[float]) -> list[float]:
    weight = left[2] + right[2]
    mean = [(a * left[2] + b * right[2]) / weight for a, b in zip(left[:2], right[:2], strict=True)]
    return [*mean, weight]


def calibrated(raw: NDArray[np.float64], points: Points) -> NDArray[np.float64]:
    """Precision that the line gives for each raw score."""
    scores, precisions = zip(*points, strict=True)
    line: NDArray[np.float64] = np.interp(raw, scores, precisions)
    return line


def sure_threshold(confidence: Sequence[float], right: Sequence[bool], wanted: float = 0.98) -> float:
    """Lowest confidence from which on at least `wanted` of the spans are right; above 1 where there is none."""
    order = np.argsort(-np.asarray(confidence), kind="stable")
    hits = np.cumsum(np.asarray(right, dtype=float)[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(hits >= wanted)
    return float(np.asarray(confidence)[order[good[-1]]]) if len(good) else 1.01
