"""Best paths and probabilities against counting every path."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from desktop_app.extraction.tagger.labels import STATES, begin, inside, legal_transitions
from desktop_app.extraction.tagger.viterbi import batch_of, best_paths, span_probabilities

STATES_TRIED = (0, 1, 2, 3, 4)


@pytest.fixture
def scores():
    chance = np.random.default_rng(5)
    emissions = np.full((2, 4, STATES), -50, np.float32)
    emissions[:, :, : len(STATES_TRIED)] = chance.normal(size=(2, 4, len(STATES_TRIED)))
    transitions = legal_transitions() + chance.normal(size=(STATES + 1, STATES)).astype(np.float32) * 0.3
    inside_ = np.array([[True] * 4, [True, True, False, False]])
    return emissions, transitions, inside_


def _score(emissions, transitions, path):
    total = transitions[STATES, path[0]] + emissions[0, path[0]]
    for t in range(1, len(path)):
        total += transitions[path[t - 1], path[t]] + emissions[t, path[t]]
    return float(total)


def test_best_paths_are_the_best_of_all_paths(scores):
    emissions, transitions, inside_ = scores
    found = best_paths(emissions, transitions, inside_)
    for s, length in ((0, 4), (1, 2)):
        best = max(product(STATES_TRIED, repeat=length), key=lambda p: _score(emissions[s], transitions, p))
        assert tuple(found[s, :length]) == best


def test_a_span_is_as_probable_as_its_weakest_unit(scores):
    emissions, transitions, inside_ = scores
    paths = list(product(STATES_TRIED, repeat=2))
    weights = np.exp([_score(emissions[1], transitions, p) for p in paths])

    def marginal(t, state):
        return sum(w for w, p in zip(weights, paths, strict=True) if p[t] == state) / weights.sum()

    whole = span_probabilities(emissions, transitions, inside_, [[], [(0, 2, 1)]], 1.0)
    assert whole[0] == pytest.approx(min(marginal(0, 1), marginal(1, 2)), abs=1e-4)
    first = span_probabilities(emissions, transitions, inside_, [[], [(0, 1, 1)]], 1.0)
    assert first[0] == pytest.approx(min(marginal(0, 1), 1 - marginal(1, 2)), abs=1e-4)


def test_an_inside_state_never_opens_a_span():
    emissions = np.zeros((1, 3, STATES), np.float32)
    emissions[:, :, inside("OG")] = 5
    (path,) = best_paths(emissions, legal_transitions(), np.ones((1, 3), bool))
    assert path[0] == begin("OG")
    assert list(path[1:]) == [inside("OG")] * 2


def test_a_batch_points_at_real_rows_only():
    batch = batch_of(np.array([2, 7]), np.array([3, 1]))
    assert batch.rows.tolist() == [[2, 3, 4], [7, 7, 7]]
    assert batch.inside.tolist() == [[True, True, True], [True, False, False]]
