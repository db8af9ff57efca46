"""An averaged structured perceptron that learns from text annotated in full or in some labels only."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.labels import FORBIDDEN, STATES, legal_transitions
from desktop_app.extraction.tagger.viterbi import Batch, Paths, Scores, batch_of, best_paths

_BATCH = 16


class Examples(NamedTuple):
    """What is learnt from: `features` [N, templates] index weight rows (0: none), `allowed` [N, STATES] bool.

    Where the annotation is complete one state is allowed per row; elsewhere the best allowed path is learnt.
    """

    features: NDArray[np.int32]
    allowed: NDArray[np.bool_]
    first: NDArray[np.int64]
    lengths: NDArray[np.int64]


class Learnt(NamedTuple):
    """Averaged weights [rows, STATES] and transitions [STATES + 1, STATES]."""

    rows: Scores
    transitions: Scores


def learn(
    examples: Examples, row_count: int, *, epochs: int = 6, seed: int = 0, margin: float = 0.0
) -> Learnt:
    """Weights after `epochs` passes over the shuffled sentences, averaged over all steps.

    `margin` is the loss per wrong unit that a path must be worse by; 0 is the plain perceptron.
    """
    state = _State(row_count, margin)
    order = np.random.default_rng(seed)
    for _ in range(epochs):
        for chosen in _batches(examples.lengths, order):
            state.step(examples, chosen)
    return state.averaged()


def _batches(lengths: NDArray[np.int64], order: np.random.Generator) -> list[NDArray[np.int64]]:
    """Sentences in random order, those of a like length together so that a batch wastes little."""
    shuffled = order.permutation(len(lengths))
    shuffled = shuffled[lengths[shuffled] > 0]
    blocks = [shuffled[i : i + _BATCH * 16] for i in range(0, len(shuffled), _BATCH * 16)]
    batches = []
    for block in blocks:
        ordered = block[np.argsort(lengths[block], kind="stable")]
        batches += [ordered[i : i + _BATCH] for i in range(0, len(ordered), _BATCH)]
    order.shuffle(batches)
    return batches


class _State:
    """Weights as they stand, and their sum over time kept lazily: averaged = now - late / steps."""

    def __init__(self, row_count: int, margin: float) -> None:
        self.rows = np.zeros((row_count, STATES), np.float32)
        self.late_rows = np.zeros((row_count, STATES), np.float32)
        self.transitions = legal_transitions()
        self.late_transitions = np.zeros_like(self.transitions, np.float64)
        self.margin = np.float32(margin)
        self.steps = 0

    def step(self, examples: Examples, chosen: NDArray[np.int64]) -> None:
        """Look at a batch of sentences and move towards the allowed paths that differ from the best ones."""
        batch = batch_of(examples.first[chosen], examples.lengths[chosen])
        features = examples.features[batch.rows[batch.inside]]
        emissions = np.zeros((*batch.rows.shape, STATES), np.float32)
        emissions[batch.inside] = self.rows[features].sum(axis=1)
        allowed = examples.allowed[batch.rows]
        target = best_paths(np.where(allowed, emissions, FORBIDDEN), self.transitions, batch.inside)
        best = best_paths(self._augmented(emissions, target), self.transitions, batch.inside)
        if self.margin:
            # Where any allowed state will do, a best path inside the allowed ones is no mistake.
            fine = np.take_along_axis(allowed, best[:, :, None], 2)[:, :, 0] | ~batch.inside
            best[fine.all(axis=1)] = target[fine.all(axis=1)]
        self._move(batch, features, target, best)
        self.steps += 1

    def _augmented(self, emissions: Scores, target: Paths) -> Scores:
        if not self.margin:
            return emissions
        raised = emissions + self.margin
        np.put_along_axis(raised, target[:, :, None], np.take_along_axis(emissions, target[:, :, None], 2), 2)
        return raised

    def _move(self, batch: Batch, features: NDArray[np.int32], target: Paths, best: Paths) -> None:
        wrong = (target != best) & batch.inside
        if not wrong.any():
            return
        touched = features[wrong[batch.inside]]
        for paths, sign in ((target, 1.0), (best, -1.0)):
            states = np.broadcast_to(paths[wrong][:, None], touched.shape)
            np.add.at(self.rows, (touched, states), np.float32(sign))
            np.add.at(self.late_rows, (touched, states), np.float32(sign * self.steps))
            before = np.concatenate([np.full((len(paths), 1), STATES), paths[:, :-1]], axis=1)
            pairs = (before[batch.inside], paths[batch.inside])
            np.add.at(self.transitions, pairs, np.float32(sign))
            np.add.at(self.late_transitions, pairs, sign * self.steps)
        self.rows[0] = 0
        self.late_rows[0] = 0

    def averaged(self) -> Learnt:
        """The mean of the weights over all steps."""
        steps = max(self.steps, 1)
        rows = self.rows - self.late_rows / np.float32(steps)
        return Learnt(rows, self.transitions - (self.late_transitions / steps).astype(np.float32))
