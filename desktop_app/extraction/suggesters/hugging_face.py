"""A Hugging Face token classifier from a local folder as a suggester (extra `onnx`), run by onnxruntime.

The folder holds `model.onnx` (input_ids, attention_mask and perhaps token_type_ids in, logits out),
`tokenizer.json` and `config.json` with `id2label` in BIO. Nothing is downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token
from desktop_app.extraction.morphemes import sentences

LONGEST_INPUT = 510
"""Word pieces of one sentence that are read; usual models take 512 with their two marks."""


class HuggingFaceSuggester:
    """Runs the model of `folder`; `labels` maps the part behind B- and I- to the project's labels.

    Raises SuggesterFailed when a package or a file is missing or does not fit.
    """

    def __init__(self, folder: Path, labels: Mapping[str, str], name: str = "hugging-face") -> None:
        self.name = name
        self._labels = dict(labels)
        try:
            import onnxruntime
            from tokenizers import Tokenizer

            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            self._tags = [config["id2label"][str(i)] for i in range(len(config["id2label"]))]
        except ImportError as error:
            raise SuggesterFailed(
                reason="onnxruntime is not installed (pip install dadeum[onnx])."
            ) from error
        except Exception as error:
            raise SuggesterFailed(reason=f"{folder}: {error}") from error
        self._tokenizer.enable_truncation(LONGEST_INPUT + 2)
        self._inputs = {entry.name for entry in self._session.get_inputs()}

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Mentions, sentence by sentence; the confidence is the least of the pieces' probabilities."""
        del tokens
        found = (m for span in sentences(article.text) for m in self._of_sentence(article.text, span))
        return list(found)

    def _of_sentence(self, text: str, span: Span) -> Iterator[SuggestedMention]:
        encoding = self._tokenizer.encode(span.of(text))
        probabilities = self._probabilities(encoding)
        best = probabilities.argmax(axis=1)
        pieces = [
            (start, end, self._tags[int(tag)], float(row[int(tag)]))
            for (start, end), tag, row in zip(encoding.offsets, best, probabilities, strict=True)
            if end > start
        ]
        for start, end, kind, sure in joined(pieces):
            if kind in self._labels:
                yield SuggestedMention(
                    span.start + start, span.start + end, self._labels[kind], round(sure, 4), self.name
                )

    def _probabilities(self, encoding: Any) -> NDArray[np.float64]:  # noqa: ANN401 - tokenizers has no types
        arrays = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([values], np.int64) for name, values in arrays.items() if name in self._inputs}
        logits = np.asarray(self._session.run(None, feed)[0][0], np.float64)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def joined(pieces: Sequence[tuple[int, int, str, float]]) -> Iterator[tuple[int, int, str, float]]:
    """Spans (start, end, kind, least probability) of pieces tagged in BIO; an I without its B begins a span."""
    current: tuple[int, int, str, float] | None = None
    for start, end, tag, sure in pieces:
        prefix, _, kind = tag.partition("-")
        if current and prefix == "I" and kind == current[2]:
            current = (current[0], end, kind, min(current[3], sure))
            continue
        if current:
            yield current
        current = (start, end, kind, sure) if prefix in {"B", "I"} else None
    if current:
        yield current
