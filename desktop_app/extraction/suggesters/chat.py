"""A local language model as a suggester: any server with OpenAI's chat API (Ollama, llama.cpp, vLLM).

The model quotes the names it sees; where they stand is looked up in the text, so that nothing it makes up gets in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token
from desktop_app.extraction.document import occurrences
from desktop_app.extraction.suggesters.service import Service

_INSTRUCTION = (
    "You mark named entities in Korean news. Answer with one JSON array and nothing else: "
    '[{"text": the exact characters, "label": one of the labels}]. Particles stay outside. Labels: '
)
_ARRAY = re.compile(r"\[.*\]", re.DOTALL)
_PIECE = 3000


class ChatSuggester:
    """Asks `model` of a chat server. `labels` says what each label means: {"PS": "인물", …}."""

    def __init__(
        self,
        service: Service,
        model: str,
        labels: Mapping[str, str],
        name: str = "chat",
        confidence: float = 0.6,
    ) -> None:
        self.name = name
        self._service = service
        self._model = model
        self._labels = dict(labels)
        self._confidence = confidence

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Mentions of every surface that the model names; raises SuggesterFailed when it names none in JSON."""
        del tokens
        named = {pair for piece in _pieces(article.text) for pair in self._named(piece)}
        found = {
            (start, end): label
            for surface, label in sorted(named, key=lambda pair: len(pair[0]))
            for start, end in occurrences(article.text, surface)
        }
        return [
            SuggestedMention(start, end, label, self._confidence, self.name)
            for (start, end), label in sorted(found.items())
        ]

    def _named(self, text: str) -> Iterator[tuple[str, str]]:
        kinds = ", ".join(f"{label} ({meaning})" for label, meaning in self._labels.items())
        question = {
            "model": self._model,
            "temperature": 0,
            "stream": False,
            "messages": [
                {"role": "system", "content": _INSTRUCTION + kinds},
                {"role": "user", "content": text},
            ],
        }
        for item in self._array(self._service.post("/v1/chat/completions", question)):
            if (
                isinstance(item, dict)
                and item.get("label") in self._labels
                and isinstance(item.get("text"), str)
            ):
                yield item["text"].strip(), item["label"]

    def _array(self, answer: Any) -> list[Any]:  # noqa: ANN401 - parsed JSON
        try:
            content = answer["choices"][0]["message"]["content"]
            match = _ARRAY.search(content)
            array = json.loads(match.group()) if match else None
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise SuggesterFailed(reason=f"{self.name}: unexpected answer ({error!r})") from error
        if not isinstance(array, list):
            raise SuggesterFailed(reason=f"{self.name}: the answer holds no list of names.")
        return array


def _pieces(text: str) -> Iterator[str]:
    """Whole lines of at most about `_PIECE` code points, what a small model can hold."""
    piece = ""
    for line in text.splitlines(keepends=True):
        if piece and len(piece) + len(line) > _PIECE:
            yield piece
            piece = ""
        piece += line
    if piece.strip():
        yield piece
