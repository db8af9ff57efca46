"""From articles to suggestions: a pure function of text, lexicon and model.

Every part may be missing: without the model patterns and gazetteer speak, without the gazetteer the patterns alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.suggestions import (
    ArticleText,
    Lexicon,
    SuggestedMention,
    Suggestions,
    Token,
    Value,
)
from desktop_app.extraction import document
from desktop_app.extraction.analysis import LONGEST_ARTICLE, Analysis, Read, tagged_hits, tokens_of
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.hits import Hit, by_place
from desktop_app.extraction.known_names import find_known
from desktop_app.extraction.lexicon import LearntNames
from desktop_app.extraction.mending import mended
from desktop_app.extraction.parts import Adjustments, Analyser, SpanTagger, TopicFinder
from desktop_app.extraction.patterns import find_patterns
from desktop_app.extraction.patterns.people import People
from desktop_app.extraction.patterns.veto import allowed, find_vetoes
from desktop_app.extraction.plugins import Suggester
from desktop_app.extraction.resolve import believed, resolved
from desktop_app.extraction.values import values_of
from desktop_app.extraction.votes import listed_alike, named_alike


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
        self._analysis = Analysis(morphemes, tagger, gazetteer)
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
            self._of_article(article, read, learnt, topics) for article, read in self._analysis.read(articles)
        ]

    def _of_article(
        self, article: ArticleText, read: list[Read], learnt: LearntNames, topics: TopicFinder | None
    ) -> Suggestions:
        tokens = tuple(tokens_of(read))
        text = article.text[:LONGEST_ARTICLE]
        if len(article.text) > LONGEST_ARTICLE:
            self._warn(
                f"{article.title or article.key or 'An article'} is longer than {LONGEST_ARTICLE} characters; "
                "only its beginning gets suggestions."
            )
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

        found = list(self._hits(article, text, read, tokens))
        found += learnt.find_apart(text, found)
        hits = resolved(admitted(believed(found) if self._tagger else found))
        hits = resolved(admitted(document.with_aliases(self._mended(hits, text), text)))
        hits = admitted(document.with_repetitions(hits, text))
        hits = named_alike(listed_alike(hits, text, self._known), text, self._known)
        return by_place(document.with_concepts(hits, text))

    def _hits(
        self, article: ArticleText, text: str, read: list[Read], tokens: tuple[Token, ...]
    ) -> Iterator[Hit]:
        yield from tagged_hits(read)
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


def _mention(hit: Hit, value: Value | None) -> SuggestedMention:
    return SuggestedMention(
        hit.start, hit.end, hit.label, round(hit.confidence, 4), hit.origin, value, hit.concept
    )
