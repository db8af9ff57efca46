"""Topic tags for an article: which topics its words speak for, how surely, and where.

The score of a topic is the sum over its terms of weight x frequency, the frequency saturating so that one word
repeated does not carry a topic alone; a term in the title counts extra. Longer articles must bring more evidence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, SuggestedTag
from desktop_app.extraction.gazetteer import Gazetteer, load_gazetteer
from desktop_app.extraction.name_index import Entry, NameIndex
from desktop_app.extraction.regions import region_tags
from desktop_app.extraction.taxonomy import Taxonomy, load_taxonomy

Adjustments = Mapping[str, Mapping[str, float]]

MOST_TOPICS = 5
_HALF_SATURATION = 1.5  # occurrences that are worth half of a term's weight
_TITLE_BONUS = 1.0  # times the weight, once per term
_LENGTH_UNIT = 700  # code points of a short report
_BASE_THRESHOLD = 2.0
_THRESHOLD_PER_DOUBLING = 0.5
_SOFTNESS = 0.9  # so much above the threshold the confidence is 0.73, at it 0.5
_LEAST_SHARE = 0.4  # of the best topic's score
_MOST_EVIDENCE = 12
_TITLE_ROLES = frozenset({"title", "subtitle"})


class Score(NamedTuple):
    """What speaks for a topic: the sum, how many different terms, whether the title does, the terms' places."""

    total: float
    terms: int
    titled: bool
    evidence: tuple[Span, ...]


class Topics:
    """Suggests tags of a taxonomy, and of the regions that the gazetteer knows.

    `adjustments` {tag: {term: weight}} add to the taxonomy's weights what a project has learnt; they may name terms
    and tags that the taxonomy lacks.
    """

    def __init__(
        self, taxonomy: Taxonomy, gazetteer: Gazetteer | None = None, adjustments: Adjustments | None = None
    ) -> None:
        self.taxonomy = taxonomy
        self._gazetteer = gazetteer
        self._weights = _weights(taxonomy, adjustments or {})
        self._index = NameIndex(
            Entry(term, code, "", "topics", "") for code, terms in self._weights.items() for term in terms
        )

    def __call__(self, article: ArticleText) -> tuple[SuggestedTag, ...]:
        """Tags for an article as suggesters see it."""
        return tuple(self.suggest(article.text, title_spans(article)))

    def adjusted(self, adjustments: Adjustments) -> Topics:
        """The same with what a project has learnt; replaces adjustments given before."""
        return Topics(self.taxonomy, self._gazetteer, adjustments)

    def suggest(self, text: str, titles: Sequence[Span] = ()) -> list[SuggestedTag]:
        """Tags in falling confidence: at most five topics, then up to two regions.

        `titles` are spans of `text` that are headlines.
        """
        threshold = _threshold(len(text))
        scores = {code: _score(self._weights[code], p, titles) for code, p in self._places(text).items()}
        tags = [_tag(code, score, threshold) for code, score in self._chosen(scores, threshold)]
        regions = region_tags(text, titles, self._gazetteer) if self._gazetteer else []
        return tags + regions

    def terms_found(self, text: str, code: str) -> set[str]:
        """Terms of a tag that `text` contains."""
        return set(self._places(text).get(code, ()))

    def _places(self, text: str) -> dict[str, dict[str, list[Span]]]:
        """Where each term of each tag stands: {tag: {term: spans}}."""
        places: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for match in self._index.matches(text):
            span = Span(match.start, match.end)
            if _is_word(text, span):
                for entry in match.entries:
                    places[entry.name][entry.surface].append(span)
        return places

    def _chosen(self, scores: dict[str, Score], threshold: float) -> list[tuple[str, Score]]:
        """Topics that pass, best first; the narrower stands for the wider unless the wider's words speak louder."""
        best = max((score.total for score in scores.values()), default=0.0)
        passed = {
            code: score
            for code, score in scores.items()
            if score.total >= max(threshold, best * _LEAST_SHARE) and (score.titled or score.terms > 1)
        }
        louder: dict[str, float] = {}
        for code, score in passed.items():
            parent = self._parent(code)
            louder[parent] = max(louder.get(parent, 0.0), score.total)
        kept = [(code, score) for code, score in passed.items() if score.total > louder.get(code, 0.0)]
        return sorted(kept, key=lambda pair: (-pair[1].total, pair[0]))[:MOST_TOPICS]

    def _parent(self, code: str) -> str:
        topic = self.taxonomy.topics.get(code)
        return topic.parent if topic else ""


@cache
def load_topics(resources: Path | None = None) -> Topics:
    """Topics of a resources folder (default: the one that ships), made once per folder. Raises BrokenResource."""
    gazetteer = load_gazetteer(resources / "gazetteer" if resources else None)
    return Topics(load_taxonomy(resources), gazetteer)


def suggest_topics(
    text: str, title: Span | None = None, adjustments: Adjustments | None = None
) -> list[SuggestedTag]:
    """Tags for a text by the taxonomy that ships; its first line is the title when none is given."""
    end = text.find("\n")
    titles = [title] if title else [Span(0, end)] if end > 0 else []
    topics = load_topics()
    return (topics.adjusted(adjustments) if adjustments else topics).suggest(text, titles)


def title_spans(article: ArticleText) -> list[Span]:
    """Headlines of an article: its title blocks, else the title where the text has it, else nothing."""
    blocks = [Span(block.start, block.end) for block in article.blocks if block.role in _TITLE_ROLES]
    if blocks or not article.title:
        return blocks
    start = article.text.find(article.title)
    return [Span(start, start + len(article.title))] if start >= 0 else []


def _weights(taxonomy: Taxonomy, adjustments: Adjustments) -> dict[str, dict[str, float]]:
    weights = {topic.code: dict(topic.terms) for topic in taxonomy.topics.values()}
    for code, terms in adjustments.items():
        known = weights.setdefault(code, {})
        for term, weight in terms.items():
            known[term] = known.get(term, 0.0) + weight
    return weights


def _is_word(text: str, span: Span) -> bool:
    """A term of two characters must begin a word: 수소 does, 감수소 does not."""
    return len(span) > 2 or span.start == 0 or not text[span.start - 1].isalnum()


def _score(weights: dict[str, float], found: Mapping[str, list[Span]], titles: Sequence[Span]) -> Score:
    total, titled = 0.0, False
    worth: list[tuple[float, Span]] = []
    for term, spans in found.items():
        weight = weights[term]
        in_title = any(title.contains(span) for title in titles for span in spans)
        total += weight * (len(spans) / (len(spans) + _HALF_SATURATION) + _TITLE_BONUS * in_title)
        titled = titled or (in_title and weight > 1)
        worth += [(-weight, span) for span in spans if weight > 0]
    evidence = sorted(span for _, span in sorted(worth)[:_MOST_EVIDENCE])
    return Score(total, len(found), titled, tuple(evidence))


def _threshold(length: int) -> float:
    doublings = math.log2(max(length, _LENGTH_UNIT) / _LENGTH_UNIT)
    return _BASE_THRESHOLD + _THRESHOLD_PER_DOUBLING * doublings


def _tag(code: str, score: Score, threshold: float) -> SuggestedTag:
    confidence = 1 / (1 + math.exp((threshold - score.total) / _SOFTNESS))
    return SuggestedTag(code, round(confidence, 3), score.evidence)
