"""A spaCy pipeline as a suggester (extra `spacy`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token


class SpacySuggester:
    """Runs the pipeline of a folder or an installed package; `labels` maps its entity labels to the project's.

    Raises SuggesterFailed when spaCy is missing or the pipeline cannot be loaded. spaCy gives no confidence.
    """

    def __init__(
        self, pipeline: str | Path, labels: Mapping[str, str], name: str = "spacy", confidence: float = 0.7
    ) -> None:
        self.name = name
        self._labels = dict(labels)
        self._confidence = confidence
        try:
            import spacy

            self._pipeline = spacy.load(pipeline)
        except ImportError as error:
            raise SuggesterFailed(reason="spaCy is not installed (pip install dadeum[spacy]).") from error
        except (OSError, ValueError) as error:
            raise SuggesterFailed(reason=f"{pipeline}: {error}") from error

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """The pipeline's entities whose label is mapped."""
        del tokens
        return [
            SuggestedMention(
                entity.start_char, entity.end_char, self._labels[entity.label_], self._confidence, self.name
            )
            for entity in self._pipeline(article.text).ents
            if entity.label_ in self._labels
        ]
