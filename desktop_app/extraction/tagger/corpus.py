"""Annotated articles as units and the states that their annotation allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.morphemes import Morphemes, Unit
from desktop_app.extraction.tagger.data import Annotated
from desktop_app.extraction.tagger.labels import LABELS, OUTSIDE, STATES, TaggedSpan, begin, inside
from desktop_app.extraction.tagger.splitting import Splitter


class Analysed(NamedTuple):
    """A sentence cut into units, with its spans and the labels that its annotators marked."""

    units: list[Unit]
    spans: tuple[TaggedSpan, ...]
    labels: frozenset[str]


def analysed(articles: Iterable[Annotated], morphemes: Morphemes, splitter: Splitter) -> list[Analysed]:
    """Every sentence of the articles, in order; an article of weight n comes n times."""
    listed = [
        (sentence, article.labels)
        for article in articles
        for _ in range(article.weight)
        for sentence in article.sentences
    ]
    answers = morphemes.units([sentence.text for sentence, _ in listed])
    return [
        Analysed(splitter.split(units), sentence.spans, labels)
        for units, (sentence, labels) in zip(answers, listed, strict=True)
    ]


def allowed_states(sentences: Sequence[Analysed], row_count: int, first: Sequence[int]) -> NDArray[np.bool_]:
    """[row_count, STATES]: the states that a unit may have; `first` is the row of each sentence's first unit."""
    allowed = np.zeros((row_count, STATES), bool)
    allowed[:, OUTSIDE] = True
    for sentence, row in zip(sentences, first, strict=True):
        allowed[row : row + len(sentence.units)] = _outside(sentence.labels)
        for span in sentence.spans:
            _allow(allowed, sentence.units, row, span)
    return allowed


def _outside(labels: frozenset[str]) -> NDArray[np.bool_]:
    """States of a unit that no span covers: outside, or a label that nobody looked for."""
    states = np.zeros(STATES, bool)
    states[OUTSIDE] = True
    for label in LABELS:
        if label not in labels:
            states[[begin(label), inside(label)]] = True
    return states


def _allow(allowed: NDArray[np.bool_], units: Sequence[Unit], row: int, span: TaggedSpan) -> None:
    state = begin(span.label)
    for i, unit in enumerate(units):
        if unit.start < span.end and span.start < unit.end:
            allowed[row + i] = False
            allowed[row + i, state] = True
            state = inside(span.label)


def spans_of(units: Sequence[Unit], path: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first unit, behind the last unit, begin state) of each span that a state path describes."""
    spans: list[tuple[int, int, int]] = []
    for i, state in enumerate(path[: len(units)]):
        if state == OUTSIDE:
            continue
        if state % 2 == 1:
            spans.append((i, i + 1, state))
        elif spans and spans[-1][1] == i and spans[-1][2] == state - 1:
            spans[-1] = (spans[-1][0], i + 1, state - 1)
    return spans
