"""A Label Studio ML backend as a suggester: POST /predict with tasks, predictions with labelled regions back.

Protocol: Label Studio's ML backend API (https://labelstud.io/guide/ml_create): offsets are those of JavaScript
strings, that is UTF-16 code units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token
from desktop_app.extraction.suggesters.service import Service

_CONFIG = '<View><Labels name="label" toName="text">{labels}</Labels><Text name="text" value="$text"/></View>'


class LabelStudioSuggester:
    """Asks an ML backend. `labels` maps the backend's labels to the project's; others are left out."""

    def __init__(self, service: Service, labels: Mapping[str, str], name: str = "label-studio") -> None:
        self.name = name
        self._service = service
        self._labels = dict(labels)

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Mentions of the first prediction; raises SuggesterFailed when the answer is not of that shape."""
        del tokens
        options = "".join(f'<Label value="{label}"/>' for label in self._labels)
        question = {
            "tasks": [{"id": 1, "data": {"text": article.text}}],
            "label_config": _CONFIG.format(labels=options),
            "project": "dadeum",
            "params": {},
        }
        answer = self._service.post("/predict", question)
        try:
            return list(self._mentions(answer, article.text))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise SuggesterFailed(reason=f"{self.name}: unexpected answer ({error!r})") from error

    def _mentions(self, answer: Any, text: str) -> Iterator[SuggestedMention]:  # noqa: ANN401 - parsed JSON
        predictions = answer["results"] if isinstance(answer, dict) else answer
        offsets = Utf16Offsets(text)
        for prediction in predictions[:1]:
            score = float(prediction.get("score") or 0.5)
            for region in prediction["result"]:
                value = region["value"]
                label = self._labels.get(next(iter(value.get("labels", ())), ""))
                start, end = offsets.to_points(int(value["start"])), offsets.to_points(int(value["end"]))
                if label and 0 <= start < end <= len(text):
                    sure = min(1.0, max(0.0, float(region.get("score") or score)))
                    yield SuggestedMention(start, end, label, sure, self.name)
