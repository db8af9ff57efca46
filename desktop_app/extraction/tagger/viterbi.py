"""Best state sequences and state probabilities of many sentences at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.labels import STATES

Scores = NDArray[np.float32]
Paths = NDArray[np.int64]


class Batch(NamedTuple):
    """Sentences side by side: `rows` [sentences, longest] index flat arrays, `inside` says which are real."""

    rows: NDArray[np.int64]
    inside: NDArray[np.bool_]


def batch_of(first: NDArray[np.int64], lengths: NDArray[np.int64]) -> Batch:
    """The batch of sentences that begin at the rows `first`; what is outside points at the sentence's last row."""
    steps = np.arange(max(int(lengths.max(initial=1)), 1))
    inside = steps[None, :] < lengths[:, None]
    return Batch(first[:, None] + np.minimum(steps[None, :], np.maximum(lengths[:, None] - 1, 0)), inside)


def best_paths(emissions: Scores, transitions: Scores, inside: NDArray[np.bool_]) -> Paths:
    """Highest-scoring state of every unit; emissions [S, T, STATES], transitions [STATES + 1, STATES]. Ties: lowest."""
    count, steps, _ = emissions.shape
    between = np.ascontiguousarray(transitions[:STATES].T)
    score = emissions[:, 0] + transitions[STATES]
    back = np.empty((steps, count, STATES), np.int8)
    for t in range(1, steps):
        through = score[:, None, :] + between[None]
        best = through.argmax(axis=2)
        back[t] = best
        reached = np.take_along_axis(through, best[:, :, None], 2)[:, :, 0] + emissions[:, t]
        score = np.where(inside[:, t, None], reached, score)
    return _traced(score.argmax(axis=1), back, inside)


def _traced(last: NDArray[np.int64], back: NDArray[np.int8], inside: NDArray[np.bool_]) -> Paths:
    steps, count = back.shape[:2]
    paths = np.empty((count, steps), np.int64)
    state = last
    everyone = np.arange(count)
    for t in range(steps - 1, -1, -1):
        paths[:, t] = state
        if t:
            state = np.where(inside[:, t], back[t, everyone, state], state)
    return paths


SpanStates = list[tuple[int, int, int]]
"""(first unit, behind the last unit, begin state) of the spans of one sentence."""


def span_probabilities(
    emissions: Scores,
    transitions: Scores,
    inside: NDArray[np.bool_],
    spans: list[SpanStates],
    sharpness: float,
) -> NDArray[np.float64]:
    """Probability of each span under the model, all sentences' spans in one row.

    It is the smallest probability of a unit's state in the span, or that of the name not going on behind it.
    `sharpness` scales the scores, which a perceptron leaves without a natural unit.
    """
    scale = np.float32(sharpness)
    marginals = _marginals(emissions * scale, np.maximum(transitions * scale, np.float32(-1e4)), inside)
    return np.array(
        [
            _probability(marginals[s], int(inside[s].sum()), *span)
            for s, listed in enumerate(spans)
            for span in listed
        ],
        np.float64,
    )


def _probability(marginals: Scores, length: int, start: int, end: int, state: int) -> float:
    smallest = float(marginals[start, state])
    if end - start > 1:
        smallest = min(smallest, float(marginals[start + 1 : end, state + 1].min()))
    return min(smallest, 1.0 - float(marginals[end, state + 1])) if end < length else smallest


def _marginals(emissions: Scores, transitions: Scores, inside: NDArray[np.bool_]) -> Scores:
    """Probability of every state of every unit, [S, T, STATES], by the forward and backward recursions."""
    steps = emissions.shape[1]
    between = np.exp(transitions[:STATES])
    forward = np.empty_like(emissions)
    backward = np.zeros_like(emissions)
    forward[:, 0] = emissions[:, 0] + transitions[STATES]
    for t in range(1, steps):
        reached = _log_sum(forward[:, t - 1], between) + emissions[:, t]
        forward[:, t] = np.where(inside[:, t, None], reached, forward[:, t - 1])
    for t in range(steps - 2, -1, -1):
        ahead = _log_sum(backward[:, t + 1] + emissions[:, t + 1], between.T)
        backward[:, t] = np.where(inside[:, t + 1, None], ahead, backward[:, t + 1])
    together = forward + backward
    together -= together.max(axis=2, keepdims=True)
    np.exp(together, out=together)
    together /= together.sum(axis=2, keepdims=True)
    return together


def _log_sum(scores: Scores, factors: Scores) -> Scores:
    """log(exp(scores) @ factors), safe for large scores."""
    top = scores.max(axis=1, keepdims=True)
    summed = np.exp(scores - top) @ factors
    logs: Scores = np.log(np.maximum(summed, np.float32(1e-30))) + top
    return logs
