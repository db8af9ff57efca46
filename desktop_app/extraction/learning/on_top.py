"""Learn on top of a model that stands: only what it gets wrong in a project's articles moves, the rest is held.

The model's own scores (network and perceptron together) stay as they are; weights are learnt that are added to
them. Passive-aggressive steps (Crammer et al. 2006, PA-I) move no further than the mistake needs, and the weights
are averaged over all steps.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.labels import STATES
from desktop_app.extraction.tagger.viterbi import Batch, Paths, Scores, batch_of, best_paths

_BATCH = 8


class Lesson(NamedTuple):
    """Sentences to learn from: N units, `features` [N, columns] index weight rows (0: none).

    `scores` [N, STATES] are what the standing model says, `truth` [N] the right states; `first` is the row of each
    sentence's first unit, `lengths` the number of its units.
    """

    features: NDArray[np.int32]
    scores: Scores
    truth: NDArray[np.int64]
    first: NDArray[np.int64]
    lengths: NDArray[np.int64]


class Pace(NamedTuple):
    """How fast to learn: passes over the sentences, the longest step, the lead that the right path must have.

    `longest_step` is per feature, `lead` per wrong unit; both in points of the perceptron, whose steps are 1. Found by
    `tests.bench.adapting` on one file of the training text.
    """

    epochs: int = 4
    longest_step: float = 0.3
    lead: float = 100.0
    seed: int = 0

    def in_scores(self, share: float) -> Pace:
        """The same for scores in which a point of the perceptron counts `share`."""
        return self._replace(longest_step=self.longest_step * share, lead=self.lead * share)


def learn_on_top(
    lesson: Lesson, transitions: Scores, row_count: int, often: NDArray[np.int64], pace: Pace
) -> Scores:
    """Weights [row_count, STATES] to be added to the model's; row 0 is zero.

    `often` tells how many times each sentence is looked at in one pass (0: never).
    """
    pupil = _Pupil(lesson, transitions, row_count, pace)
    chance = np.random.default_rng(pace.seed)
    for _ in range(pace.epochs):
        order = np.repeat(np.arange(len(often)), often)
        chance.shuffle(order)
        for at in range(0, len(order), _BATCH):
            pupil.step(order[at : at + _BATCH])
    return pupil.averaged()


def best_with(
    lesson: Lesson, rows: Scores | None, transitions: Scores, chosen: NDArray[np.int64]
) -> list[list[int]]:
    """Best state sequence of each chosen sentence, with the weights added (None: the model as it stands)."""
    found: list[list[int]] = []
    for at in range(0, len(chosen), 64):
        part = chosen[at : at + 64]
        batch = batch_of(lesson.first[part], lesson.lengths[part])
        emissions = lesson.scores[batch.rows]
        if rows is not None:
            emissions = emissions + rows[lesson.features[batch.rows]].sum(axis=2)
        paths = best_paths(emissions, transitions, batch.inside)
        found += [path[:length].tolist() for path, length in zip(paths, lesson.lengths[part], strict=True)]
    return found


class _Pupil:
    """Weights as they stand, and their sum over time kept lazily: averaged = now - late / steps."""

    def __init__(self, lesson: Lesson, transitions: Scores, row_count: int, pace: Pace) -> None:
        self.rows = np.zeros((row_count, STATES), np.float32)
        self._late = np.zeros_like(self.rows)
        self._steps = 0
        self._lesson, self._transitions, self._pace = lesson, transitions, pace
        self._active = np.count_nonzero(lesson.features, axis=1)

    def step(self, chosen: NDArray[np.int64]) -> None:
        """Look at a batch of sentences and move as far as their mistakes need."""
        lesson = self._lesson
        batch = batch_of(lesson.first[chosen], lesson.lengths[chosen])
        emissions = lesson.scores[batch.rows] + self.rows[lesson.features[batch.rows]].sum(axis=2)
        truth = lesson.truth[batch.rows]
        raised = emissions + np.float32(self._pace.lead)
        np.put_along_axis(raised, truth[:, :, None], np.take_along_axis(emissions, truth[:, :, None], 2), 2)
        best = best_paths(raised, self._transitions, batch.inside)
        wrong = (best != truth) & batch.inside
        if wrong.any():
            short = self._score(raised, best, batch) - self._score(raised, truth, batch)
            self._move(batch, wrong, best, truth, short)
        self._steps += 1

    def _score(self, emissions: Scores, paths: Paths, batch: Batch) -> Scores:
        own = np.take_along_axis(emissions, paths[:, :, None], 2)[:, :, 0]
        before = np.concatenate([np.full((len(paths), 1), STATES), paths[:, :-1]], axis=1)
        total: Scores = np.where(batch.inside, own + self._transitions[before, paths], 0).sum(axis=1)
        return total

    def _move(self, batch: Batch, wrong: NDArray[np.bool_], best: Paths, truth: Paths, short: Scores) -> None:
        weight = np.where(wrong, 2 * self._active[batch.rows], 0).sum(axis=1)
        step = np.minimum(self._pace.longest_step, short / np.maximum(weight, 1)).astype(np.float32)
        touched = self._lesson.features[batch.rows[wrong]]
        by = np.broadcast_to(step[:, None], wrong.shape)[wrong][:, None]
        for paths, sign in ((truth, 1), (best, -1)):
            places = (touched, np.broadcast_to(paths[wrong][:, None], touched.shape))
            np.add.at(self.rows, places, sign * by)
            np.add.at(self._late, places, sign * by * self._steps)
        self.rows[0] = 0
        self._late[0] = 0

    def averaged(self) -> Scores:
        """The mean of the weights over all steps."""
        mean: Scores = self.rows - self._late / np.float32(max(self._steps, 1))
        return mean
