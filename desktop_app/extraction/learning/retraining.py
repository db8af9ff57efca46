"""Learn from reviewed articles, compare with the model in use, keep what is better.

The model is always the one that ships with weights learnt on top of it, from all reviewed articles anew: nothing is
forgotten step by step. Each article that the old model has not learnt from is scored once by a new model that has
not seen it either (cross-validation); the model that is kept has learnt from all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.learning.material import BASE, HELD, Material, StandingModel, gathered
from desktop_app.extraction.learning.on_top import Pace, best_with, learn_on_top
from desktop_app.extraction.learning.task import LearningOutcome, LearningTask, ReviewedArticle
from desktop_app.extraction.learning.topic_weights import topic_weights
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.tagger.codes import Keys
from desktop_app.extraction.tagger.corpus import spans_of
from desktop_app.extraction.tagger.evaluation import strict_scores
from desktop_app.extraction.tagger.labels import STATES, TaggedSpan, label_of
from desktop_app.extraction.tagger.model_file import Weights, read_model, write_model
from desktop_app.extraction.tagger.tagging import Tagger
from desktop_app.extraction.tagger.training import lexicality
from desktop_app.extraction.tagger.viterbi import Scores

Tell = Callable[[int, int], None]
"""Told how many of how many steps are done."""

NEW_TIMES = 2
"""How often a new sentence is looked at where a repeated one is looked at once."""

FOLDS = 5
MOST_LOST = 0.01
"""F1 that a new model may lose on base text."""

_MANY = 60
MOST_UNSEEN = 40
MOST_TAUGHT = 200
"""The newest articles; the lesson of more would not fit into the memory of a small machine."""

PACE = Pace()


def learn(task: LearningTask, tell: Tell) -> LearningOutcome:
    """Learn, compare, and write the new model when it is better. Raises BrokenResource, BadTrainingText, OSError."""
    begun = time.monotonic()
    taught = task.articles
    task = replace(task, articles=task.articles[-MOST_TAUGHT:])
    steps = FOLDS + 3
    shipped = task.resources / "model"
    lists = lexicality(shipped)
    tell(1, steps)
    standing = StandingModel.load(shipped, lists.gazetteer)
    material = gathered(task.articles, task.base, standing, lists, Morphemes(1))
    tell(2, steps)
    unseen = unseen_by_old(task.articles, task.known)
    new: list[tuple[int, list[TaggedSpan]]] = []
    for number, fold in enumerate(folds(task.articles, unseen), 1):
        new += predicted(material, learnt_without(material, fold), fold)
        tell(2 + number, steps)
    numbers = [number for number, _ in new]
    old = _by_old(task, material, numbers)
    rows = learnt_without(material, ())
    held = material.of([HELD])
    old_base, new_base = (f1(material, held, _spans(material, r, held)) for r in (None, rows))
    old_f1, new_f1 = f1(material, numbers, old), f1(material, numbers, [spans for _, spans in new])
    kept = new_f1 > old_f1 and new_base >= old_base - MOST_LOST
    outcome = LearningOutcome(
        version=task.version,
        old_version=task.old_version,
        articles=len(task.articles),
        unseen=len(unseen),
        old_f1=round(old_f1, 4),
        new_f1=round(new_f1, 4),
        old_base_f1=round(old_base, 4),
        new_base_f1=round(new_base, 4),
        kept=kept,
        seconds=round(time.monotonic() - begun, 1),
        topics=topic_weights(taught, task.resources),
    )
    if kept:
        write_learnt(task, material, rows, outcome)
    tell(steps, steps)
    return outcome


def unseen_by_old(articles: Sequence[ReviewedArticle], known: frozenset[str]) -> list[int]:
    """Numbers of the articles that the old model has not learnt from, the newest; of all where there are none."""
    fresh = [i for i, article in enumerate(articles) if article.key not in known]
    return (fresh or list(range(len(articles))))[-MOST_UNSEEN:]


def folds(articles: Sequence[ReviewedArticle], unseen: Iterable[int]) -> Iterator[list[int]]:
    """The unseen articles in up to `FOLDS` parts of like size, by the hash of their keys; two where there are many."""
    ordered = sorted(unseen, key=lambda i: sha256(articles[i].key.encode()).digest())
    count = min(FOLDS if len(articles) <= _MANY else 2, len(ordered))
    for part in range(count):
        yield ordered[part::count]


def learnt_without(material: Material, left_out: Iterable[int], pace: Pace = PACE) -> Scores:
    """Weights to add to the standing model, learnt from all articles but these, and from the repeated text."""
    often = np.full(len(material.sentences), NEW_TIMES, np.int64)
    often[material.of([BASE])] = 1
    often[material.of([HELD, *left_out])] = 0
    often[material.lesson.lengths == 0] = 0
    pace = pace.in_scores(material.share)
    return learn_on_top(material.lesson, material.transitions, len(material.keys) + 1, often, pace)


def predicted(
    material: Material, rows: Scores | None, fold: Iterable[int]
) -> list[tuple[int, list[TaggedSpan]]]:
    """Numbers of the articles' sentences, with the spans that a model finds in them."""
    chosen = material.of(fold)
    return list(zip(chosen.tolist(), _spans(material, rows, chosen), strict=True))


def _spans(material: Material, rows: Scores | None, chosen: NDArray[np.int64]) -> list[list[TaggedSpan]]:
    paths = best_with(material.lesson, rows, material.transitions, chosen)
    return [
        [
            TaggedSpan(units[i].start, units[j - 1].end, label_of(state))
            for i, j, state in spans_of(units, path)
        ]
        for units, path in zip((material.sentences[i].units for i in chosen), paths, strict=True)
    ]


def _by_old(task: LearningTask, material: Material, numbers: Sequence[int]) -> list[list[TaggedSpan]]:
    """What the model in use finds in the sentences."""
    if task.old is None:
        return _spans(material, None, np.array(numbers, np.int64))
    return Tagger.load(task.old).tag([material.sentences[i].units for i in numbers])


def f1(material: Material, numbers: Iterable[int], found: Sequence[Sequence[TaggedSpan]]) -> float:
    """Strict F1 over all labels of what was found in sentences."""
    return strict_scores(found, [material.sentences[i].spans for i in numbers])["all"].f1


def write_learnt(task: LearningTask, material: Material, rows: Scores, outcome: LearningOutcome) -> None:
    """Write the shipped weights with the learnt ones added, and what is known about them."""
    weights, description = read_model(task.resources / "model")
    about = {
        **description,
        "version": task.version,
        "on": description.get("version", ""),
        "when": task.when,
        "articles": outcome.articles,
        "learnt_from": sorted(article.key for article in task.articles),
        "compared_with": task.old_version,
        "scores": {
            "unseen_articles": outcome.unseen,
            "old": outcome.old_f1,
            "new": outcome.new_f1,
            "old_base": outcome.old_base_f1,
            "new_base": outcome.new_base_f1,
        },
    }
    write_model(task.out, added(weights, material.keys, rows / material.share), about, fine=True)


def added(weights: Weights, keys: Keys, rows: Scores) -> Weights:
    """The weights with `rows` [len(keys) + 1, STATES] added, row i + 1 to key i; rows that say nothing are left out."""
    says = np.abs(rows[1:]).max(axis=1, initial=0) > 0
    keys, extra = keys[says], rows[1:][says]
    every = np.union1d(weights.keys, keys)
    table = np.zeros((len(every) + 1, STATES), np.float32)
    table[1 + np.searchsorted(every, weights.keys)] = weights.rows[1:]
    table[1 + np.searchsorted(every, keys)] += extra
    return Weights(every, table, weights.transitions)
