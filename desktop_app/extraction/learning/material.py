"""From articles and base text to a lesson: sentences, units, features, and what the standing model says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.learning.on_top import Lesson
from desktop_app.extraction.learning.task import ReviewedArticle
from desktop_app.extraction.morphemes import Morphemes, sentences
from desktop_app.extraction.tagger.codes import Keys
from desktop_app.extraction.tagger.corpus import Analysed, analysed
from desktop_app.extraction.tagger.data import Annotated, Sentence, read_annotated
from desktop_app.extraction.tagger.labels import STATES, TaggedSpan
from desktop_app.extraction.tagger.lexical import Lexicality
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.tagging import Tagger
from desktop_app.extraction.tagger.training import encoded_examples
from desktop_app.extraction.tagger.viterbi import Scores, batch_of

REPEATED = 400
"""Sentences of base text that are learnt along with the new ones."""

GUARD = 200
"""Sentences of base text that are not, on which a new model must not be worse."""

_FEW = 60
"""Articles up to which a feature that occurs once gets a weight; with more that costs memory and brings nothing."""

_AT_ONCE = 64


class StandingModel(Tagger):
    """The model that ships, asked for its scores instead of its spans."""

    @property
    def transitions(self) -> Scores:
        """[STATES + 1, STATES], the last row is the sentence start."""
        return self._transitions

    @property
    def share(self) -> float:
        """How much one point of the perceptron's weights counts in the score."""
        return float(self._blend)

    def scores(self, listed: Sequence[Analysed], first: Sequence[int], row_count: int) -> Scores:
        """[row_count, STATES] of all units; `first` is the row of each sentence's first unit."""
        found = np.zeros((row_count, STATES), np.float32)
        order = sorted((i for i, s in enumerate(listed) if s.units), key=lambda i: len(listed[i].units))
        for at in range(0, len(order), _AT_ONCE):
            chosen = order[at : at + _AT_ONCE]
            self._keep_small()
            encoded = self._encoder.encode([listed[i].units for i in chosen])
            batch = batch_of(encoded.first, encoded.lengths)
            emissions = self._emissions(encoded, batch, np.zeros(len(chosen), bool))
            for i, scored in zip(chosen, emissions, strict=True):
                size = len(listed[i].units)
                found[first[i] : first[i] + size] = scored[:size]
        return found


@dataclass(frozen=True)
class Material:
    """A lesson with where its sentences come from: `of_article` [S] is an article's number, or `BASE`, or `HELD`."""

    sentences: list[Analysed]
    lesson: Lesson
    keys: Keys
    of_article: NDArray[np.int64]
    transitions: Scores
    share: float

    def of(self, articles: Iterable[int]) -> NDArray[np.int64]:
        """Numbers of the sentences of these articles."""
        return np.flatnonzero(np.isin(self.of_article, list(articles)))


BASE, HELD = -1, -2


def gathered(
    articles: Sequence[ReviewedArticle],
    base: Path,
    model: StandingModel,
    lists: Lexicality,
    morphemes: Morphemes,
) -> Material:
    """Everything that learning needs, read once; `base` is a folder of annotated text. Raises BadTrainingText."""
    repeated = _chosen_base(base)
    annotated = [
        *(as_annotated(article) for article in articles),
        Annotated("base", tuple(repeated[:REPEATED])),
        Annotated("held", tuple(repeated[REPEATED:])),
    ]
    read = analysed(annotated, morphemes, Splitter(lists.gazetteer))
    numbers = [*range(len(articles)), BASE, HELD]
    of_article = np.repeat(numbers, [len(article.sentences) for article in annotated])
    examples, keys = encoded_examples(read, lists, 1 if len(articles) <= _FEW else 2)
    scores = model.scores(read, examples.first.tolist(), len(examples.features))
    truth = examples.allowed.argmax(axis=1)
    lesson = Lesson(examples.features, scores, truth, examples.first, examples.lengths)
    return Material(read, lesson, keys, of_article, model.transitions, model.share)


def as_annotated(article: ReviewedArticle) -> Annotated:
    """The article as the tagger learns from it: sentences cut as they are for suggestions."""
    found = []
    for span in sentences(article.text):
        if any(start < span.end and span.start < end for start, end in article.open_spans):
            continue
        inside = tuple(
            TaggedSpan(start - span.start, end - span.start, label)
            for start, end, label in article.mentions
            if span.start <= start and end <= span.end
        )
        found.append(Sentence(span.of(article.text), inside))
    return Annotated(article.key, tuple(found))


def _chosen_base(base: Path) -> list[Sentence]:
    """Sentences of the base text in an order that is the same everywhere and mixes all files."""
    everything = [s for article in read_annotated([base]) for s in article.sentences] if base.is_dir() else []
    return sorted(everything, key=lambda s: sha256(s.text.encode()).digest())[: REPEATED + GUARD]
