"""Articles to sentences with their morphemes and the tagger's spans; Kiwi is one batch ahead of the tagger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import NamedTuple

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, Token
from desktop_app.extraction.batches import batches
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.morphemes import Unit, sentences
from desktop_app.extraction.parts import Analyser, SpanTagger
from desktop_app.extraction.tagger.labels import TaggedSpan
from desktop_app.extraction.tagger.places import cut_places

LONGEST_ARTICLE = 400_000
"""Code points that are read of one article."""


class Read(NamedTuple):
    """A sentence of an article: its span of reading text; units and the tagger's spans in offsets of the sentence."""

    span: Span
    units: list[Unit]
    tagged: list[TaggedSpan]


class _Batch(NamedTuple):
    articles: list[ArticleText]
    places: list[list[Span]]
    units: list[list[Unit]]


class Analysis:
    """Reads articles with morphemes and tagger, either of which may be missing."""

    def __init__(
        self, morphemes: Analyser | None, tagger: SpanTagger | None, gazetteer: Gazetteer | None = None
    ) -> None:
        self._morphemes = morphemes
        self._tagger = tagger
        self._gazetteer = gazetteer

    def read(self, articles: Iterable[ArticleText]) -> Iterator[tuple[ArticleText, list[Read]]]:
        """Each article with its sentences, in order."""
        for batch in self._analysed(batches(articles)):
            read = map(Read, chain(*batch.places), batch.units, self._tagged(batch))
            for article, places in zip(batch.articles, batch.places, strict=True):
                yield article, list(islice(read, len(places)))

    def _tagged(self, batch: _Batch) -> list[list[TaggedSpan]]:
        if self._tagger is None:
            return [[] for _ in batch.units]
        pairs = [(a, place) for a, own in zip(batch.articles, batch.places, strict=True) for place in own]
        lone = [article.sentence for article, _ in pairs]
        tagged = self._tagger.tag(batch.units, lone)
        if self._gazetteer is None:
            return tagged
        return [
            spans if alone else cut_places(place.of(article.text), spans, self._gazetteer)
            for (article, place), spans, alone in zip(pairs, tagged, lone, strict=True)
        ]

    def _analysed(self, batches: Iterator[list[ArticleText]]) -> Iterator[_Batch]:
        """Batches with their morphemes; while one is used the next is in the making (Kiwi frees the lock)."""
        first = next(batches, None)
        if first is None:
            return
        current = self._morphemes_of(first)
        following = next(batches, None)
        if following is None:
            yield current
            return
        with ThreadPoolExecutor(1, "morphemes") as ahead:
            while following is not None:
                coming: Future[_Batch] = ahead.submit(self._morphemes_of, following)
                yield current
                current, following = coming.result(), next(batches, None)
            yield current

    def _morphemes_of(self, articles: list[ArticleText]) -> _Batch:
        places = [sentences(article.text[:LONGEST_ARTICLE]) for article in articles]
        texts = [s.of(a.text) for a, own in zip(articles, places, strict=True) for s in own]
        units = list(self._morphemes.units(texts)) if self._morphemes else [list[Unit]() for _ in texts]
        return _Batch(articles, places, units)


def tokens_of(read: Sequence[Read]) -> Iterator[Token]:
    """Morphemes in offsets of the reading text."""
    for sentence in read:
        at = sentence.span.start
        for unit in sentence.units:
            yield Token(at + unit.start, at + unit.end, unit.tag, unit.form)


def tagged_hits(read: Sequence[Read]) -> Iterator[Hit]:
    """The tagger's spans as hits in offsets of the reading text."""
    for sentence in read:
        at = sentence.span.start
        for start, end, label, confidence in sentence.tagged:
            yield Hit(at + start, at + end, label, confidence, "tagger")
