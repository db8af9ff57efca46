"""Suggesters are plug-ins: what one must offer, how they are found, and two that come with Dadeum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token
from desktop_app.extraction.patterns.particles import PARTICLE_END

GROUP = "dadeum.suggesters"
"""Entry-point group: each entry names a callable without parameters that returns a Suggester."""


@runtime_checkable
class Suggester(Protocol):
    """Proposes mentions. `name` becomes their origin; offsets are code points of `article.text`."""

    name: str

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Mentions of the article; whatever it raises makes Dadeum go on without it and say so."""
        ...


def installed_suggesters() -> Iterator[Suggester]:
    """Suggesters that installed distributions offer; one that cannot be loaded raises SuggesterFailed."""
    for entry in entry_points(group=GROUP):
        try:
            suggester = entry.load()()
        except Exception as error:
            raise SuggesterFailed(reason=f"{entry.name}: {error}") from error
        yield suggester


class DictionarySuggester:
    """Proposes every listed surface, under any particle: {surface: label}."""

    def __init__(
        self, surfaces: Mapping[str, str], name: str = "dictionary", confidence: float = 0.85
    ) -> None:
        self.name = name
        self._labels = dict(surfaces)
        self._confidence = confidence
        ordered = sorted(filter(None, self._labels), key=lambda surface: (-len(surface), surface))
        names = "|".join(map(re.escape, ordered))
        self._pattern = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{names}){PARTICLE_END}") if ordered else None

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Every occurrence of a listed surface."""
        del tokens
        if self._pattern is None:
            return []
        return [
            SuggestedMention(m.start(), m.end(), self._labels[m.group()], self._confidence, self.name)
            for m in self._pattern.finditer(article.text)
        ]


class RegexSuggester:
    """Proposes what a project's regular expressions match: pairs (pattern, label).

    A group named `mention` narrows the span. Raises SuggesterFailed for a pattern that does not compile.
    """

    def __init__(
        self, rules: Iterable[tuple[str, str]], name: str = "regex", confidence: float = 0.8
    ) -> None:
        self.name = name
        self._confidence = confidence
        self._rules = [(_compiled(pattern), label) for pattern, label in rules]

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Every match that is not empty."""
        del tokens
        found = (
            (match.span("mention" if "mention" in pattern.groupindex else 0), label)
            for pattern, label in self._rules
            for match in pattern.finditer(article.text)
        )
        return [
            SuggestedMention(start, end, label, self._confidence, self.name)
            for (start, end), label in found
            if 0 <= start < end
        ]


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise SuggesterFailed(reason=f"{pattern}: {error}") from error
