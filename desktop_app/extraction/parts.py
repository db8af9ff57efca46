"""What the pipeline asks of its parts, so that each can be left out or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from desktop_app.domain.suggestions import ArticleText, SuggestedTag
from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.tagger.labels import TaggedSpan


class Analyser(Protocol):
    """Texts to morphemes."""

    def units(self, texts: Iterable[str]) -> Iterator[list[Unit]]:
        """Units of each text, in order."""
        ...


class SpanTagger(Protocol):
    """Sentences to labelled spans; `description` is what the model says about itself, its `version` among it."""

    description: dict[str, Any]

    def tag(
        self, sentences: Sequence[Sequence[Unit]], klue: Sequence[bool] | None = None
    ) -> list[list[TaggedSpan]]:
        """Spans of each sentence, in the offsets of its units; those marked in `klue` by KLUE's convention."""
        ...


Adjustments = Mapping[str, Mapping[str, float]]
"""{tag: {term: weight}}, to be added to the taxonomy's weights."""


class TopicFinder(Protocol):
    """An article to its topic tags."""

    def __call__(self, article: ArticleText) -> tuple[SuggestedTag, ...]: ...

    def adjusted(self, adjustments: Adjustments) -> TopicFinder:
        """The same with what a project has learnt."""
        ...
