"""From articles to suggestions: a pure function of text, lexicon and model.

Every part may be missing: without the model patterns and gazetteer speak, without the gazetteer the patterns alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import (
    ArticleText,
    Lexicon,
    SuggestedMention,
    Suggestions,
    Token,
    Value,
)
from desktop_app.extraction import document
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.hits import Hit, by_place
from desktop_app.extraction.known_names import find_known
from desktop_app.extraction.lexicon import LearntNames
from desktop_app.extraction.mending import mended
from desktop_app.extraction.morphemes import Unit, sentences
from desktop_app.extraction.parts import Adjustments, Analyser, SpanTagger, TopicFinder
from desktop_app.extraction.patterns import find_patterns
from desktop_app.extraction.patterns.people import People
from desktop_app.extraction.patterns.veto import allowed, find_vetoes
from desktop_app.extraction.plugins import Suggester
from desktop_app.extraction.resolve import believed, resolved
from desktop_app.extraction.tagger.labels import TaggedSpan
from desktop_app.extraction.values import values_of
from desktop_app.extraction.votes import listed_alike, named_alike

LONGEST_ARTICLE = 400_000
"""Code points that are read of one article; the rest gets no suggestions (a warning says so)."""

CHARACTERS_AT_ONCE = 50_000


class Read(NamedTuple):
    """A sentence of an article: its span of reading text; units and the tagger's spans in offsets of the sentence."""

    span: Span
    units: list[Unit]
    tagged: list[TaggedSpan]


class Extractor:
    """Suggests mentions and topic tags. `warnings` says in plain lines which parts are missing and why."""

    def __init__(
        self,
        morphemes: Analyser | None,
        tagger: SpanTagger | None = None,
        gazetteer: Gazetteer | None = None,
        topics: TopicFinder | None = None,
        suggesters: Sequence[Suggester] = (),
        warnings: Iterable[str] = (),
    ) -> None:
        self.warnings = list(warnings)
        self.model = str(tagger.description.get("version", "")) if tagger else ""
        self._morphemes = morphemes
        self._tagger = tagger
        self._gazetteer = gazetteer
        self._people = People(gazetteer) if gazetteer else None
        self._topics = topics
        self._adjusted: tuple[Adjustments, TopicFinder | None] = ({}, topics)
        self._suggesters = list(suggesters)

    def suggest(self, articles: Sequence[ArticleText], lexicon: Lexicon | None = None) -> list[Suggestions]:
        """Suggestions for each article, in order; the same for the same text, lexicon and model."""
        learnt = LearntNames(lexicon)
        topics = self._topics_with(lexicon.topics if lexicon else {})
        return [
            self._of_article(article, read, learnt, topics)
            for batch in _batches(articles)
            for article, read in zip(batch, self._read(batch), strict=True)
        ]

    def _read(self, articles: Sequence[ArticleText]) -> Iterator[list[Read]]:
        """Sentences of each article with their units and spans; the texts of all articles are read together."""
        places = [self._sentences(article) for article in articles]
        texts = [s.of(a.text) for a, own in zip(articles, places, strict=True) for s in own]
        units: list[list[Unit]] = (
            list(self._morphemes.units(texts)) if self._morphemes else [[] for _ in texts]
        )
        tagged = self._tagger.tag(units) if self._tagger else [[] for _ in texts]
        read = map(Read, chain(*places), units, tagged)
        for own in places:
            yield list(islice(read, len(own)))

    def _sentences(self, article: ArticleText) -> list[Span]:
        text = article.text
        if len(text) > LONGEST_ARTICLE:
            self._warn(
                f"{article.title or article.key or 'An article'} is longer than {LONGEST_ARTICLE} characters; "
                "only its beginning gets suggestions."
            )
            text = text[:LONGEST_ARTICLE]
        return sentences(text)

    def _of_article(
        self, article: ArticleText, read: list[Read], learnt: LearntNames, topics: TopicFinder | None
    ) -> Suggestions:
        tokens = tuple(_tokens(read))
        text = article.text[:LONGEST_ARTICLE]
        hits = self._settled(article, text, read, tokens, learnt)
        values = values_of(hits, text, article.published, self._gazetteer)
        mentions = tuple(_mention(hit, value) for hit, value in zip(hits, values, strict=True))
        tags = topics(article) if topics else ()
        return Suggestions(article.key, mentions, tags, tokens, self.model)

    def _settled(
        self,
        article: ArticleText,
        text: str,
        read: list[Read],
        tokens: tuple[Token, ...],
        learnt: LearntNames,
    ) -> list[Hit]:
        """All hits of the article, overlaps resolved, the article taken as a whole."""
        vetoes = find_vetoes(text)

        def admitted(hits: Iterable[Hit]) -> list[Hit]:
            return list(learnt.allowed(self._mentionable(allowed(hits, text, vetoes), text), text))

        found = [*self._hits(article, text, read, tokens), *learnt.find(text)]
        hits = resolved(admitted(believed(found) if self._tagger else found))
        hits = resolved(admitted(document.with_aliases(self._mended(hits, text), text)))
        hits = admitted(document.with_repetitions(hits, text))
        hits = named_alike(listed_alike(hits, text, self._known), text, self._known)
        return by_place(document.with_concepts(hits, text))

    def _hits(
        self, article: ArticleText, text: str, read: list[Read], tokens: tuple[Token, ...]
    ) -> Iterator[Hit]:
        yield from _tagged(read)
        yield from find_patterns(text)
        if self._gazetteer and self._people:
            yield from find_known(text, self._gazetteer, tokens)
            yield from self._people.find(text)
        for suggester in list(self._suggesters):
            yield from self._asked(suggester, article, tokens)

    def _asked(self, suggester: Suggester, article: ArticleText, tokens: tuple[Token, ...]) -> Iterator[Hit]:
        """What a plug-in proposes; one that fails is left out from then on."""
        try:
            answers = suggester.suggest(article, tokens)
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything, and must not stop the others
            self._suggesters.remove(suggester)
            self._warn(f"The suggester {suggester.name} failed and is left out: {error}")
            return
        for m in answers:
            if 0 <= m.start < m.end <= len(article.text):
                yield Hit(m.start, m.end, m.label, m.confidence, suggester.name, "", m.concept)

    def _mended(self, hits: list[Hit], text: str) -> list[Hit]:
        return mended(hits, text, self._people.post_length) if self._people else mended(hits, text)

    def _mentionable(self, hits: Iterable[Hit], text: str) -> Iterator[Hit]:
        """`hits` without strings that are never a mention by themselves, unless the project says so."""
        stop = self._gazetteer.stop if self._gazetteer else frozenset()
        return (hit for hit in hits if hit.origin == "lexicon" or hit.surface(text) not in stop)

    def _known(self, surface: str, label: str) -> bool:
        """Whether the gazetteer knows the surface under the label; a division is at home in OG and LC."""
        entries = self._gazetteer.lookup(surface) if self._gazetteer else ()
        return any(entry.label == label or entry.listing == "divisions" for entry in entries)

    def _topics_with(self, weights: Adjustments) -> TopicFinder | None:
        """Topics that know what the project's settled tags taught; made anew only when that changes."""
        if weights != self._adjusted[0]:
            self._adjusted = (weights, self._topics.adjusted(weights) if self._topics else None)
        return self._adjusted[1]

    def _warn(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)


def _tagged(read: list[Read]) -> Iterator[Hit]:
    for sentence in read:
        at = sentence.span.start
        for start, end, label, confidence in sentence.tagged:
            yield Hit(at + start, at + end, label, confidence, "tagger")


def _batches(articles: Sequence[ArticleText]) -> Iterator[list[ArticleText]]:
    """Articles in lists of about `CHARACTERS_AT_ONCE`: enough to keep Kiwi's threads busy, little to remember."""
    batch: list[ArticleText] = []
    size = 0
    for article in articles:
        if batch and size + len(article.text) > CHARACTERS_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch


def _tokens(read: list[Read]) -> Iterator[Token]:
    for sentence in read:
        at = sentence.span.start
        for unit in sentence.units:
            yield Token(at + unit.start, at + unit.end, unit.tag, unit.form)


def _mention(hit: Hit, value: Value | None) -> SuggestedMention:
    return SuggestedMention(
        hit.start, hit.end, hit.label, round(hit.confidence, 4), hit.origin, value, hit.concept
    )
