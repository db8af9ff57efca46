"""What a learner is given and what it answers: plain values that cross a process boundary."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

FEWEST_ARTICLES = 5
"""Reviewed articles below which nothing is learnt: fewer cannot tell whether a model became better."""

Mark = tuple[int, int, str]
"""Code points [start, end) of an article's text, and one of the tagger's labels."""


@dataclass(frozen=True, slots=True)
class SettledTags:
    """The topic tags that were proposed for an article and those it has now; `words` are nouns of its headline."""

    proposed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewedArticle:
    """A reviewed article: its reading text, accepted mentions (sorted, without overlap), its tags.

    Whatever no mention covers carries no label; a sentence that an `open_spans` span touches is not learnt from, as
    nobody has decided on it. `key` names the article for good.
    """

    key: str
    text: str
    mentions: tuple[Mark, ...]
    open_spans: tuple[tuple[int, int], ...] = ()
    tags: SettledTags = field(default_factory=SettledTags)


@dataclass(frozen=True, slots=True)
class LearningTask:
    """What to learn from and what to compare with.

    `base` is annotated text of the tagger's own training that is repeated so that nothing is forgotten; `old` the
    folder of the model in use, None for the one that ships; `known` the keys of articles that the old model learnt
    from; `out` the folder that a better model is written to; `version` its name.
    """

    articles: tuple[ReviewedArticle, ...]
    resources: Path
    base: Path
    out: Path
    version: str
    old: Path | None = None
    old_version: str = ""
    known: frozenset[str] = frozenset()
    when: str = ""


@dataclass(frozen=True, slots=True)
class LearningOutcome:
    """What came of it. Scores are strict F1, 0..1; `articles` taught, `unseen` were scored by models without them.

    `kept` says whether the new model was better and has been written; `topics` are the weights that the settled
    tags ask for: {tag: {term: weight}}.
    """

    version: str
    old_version: str
    articles: int
    unseen: int
    old_f1: float
    new_f1: float
    old_base_f1: float
    new_base_f1: float
    kept: bool
    seconds: float = 0.0
    topics: dict[str, dict[str, float]] = field(default_factory=dict)
