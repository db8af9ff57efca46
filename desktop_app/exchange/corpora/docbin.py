"""spaCy DocBin: morphemes as tokens, flat entities, all mentions as a span group, tags as categories.

spaCy is an optional package; without it `ready` says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.failures import PackageMissing
from desktop_app.exchange.shaping.flatten import flattened

_RUN = re.compile(r"\s+|\S+")
SPANS_KEY = "sc"
"""spaCy's own default key for overlapping spans."""


def words_and_spaces(article: DataArticle) -> tuple[list[str], list[bool]]:
    """Words and whether a blank follows, such that spaCy's text is the article's and no mention cuts a word."""
    text = article.text
    starts, ends = {m.start for m in article.mentions}, {m.end for m in article.mentions}
    cuts = sorted(starts | ends | {p for t in article.tokens for p in (t.start, t.end)})
    words: list[str] = []
    spaces: list[bool] = []
    for run in _RUN.finditer(text):
        begin = run.start()
        if text[begin] == " " and words and begin not in starts and begin + 1 not in ends:
            spaces[-1] = True
            begin += 1
        inner = cuts[bisect_left(cuts, begin + 1) : bisect_left(cuts, run.end())]
        for a, b in pairwise([begin, *inner, run.end()]):
            if a < b:
                words.append(text[a:b])
                spaces.append(False)
    return words, spaces


class _DocBinSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.policy = head.options.nested
        self.dropped = head.dropped
        tokens = import_module("spacy.tokens")
        self.doc_type: Any = tokens.Doc
        self.bin: Any = tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE", "TAG"], store_user_data=False)
        self.vocab: Any = import_module("spacy.vocab").Vocab()

    def add(self, article: DataArticle) -> None:
        self.bin.add(self._doc(article))

    def _doc(self, article: DataArticle) -> Any:  # noqa: ANN401
        words, spaces = words_and_spaces(article)
        doc = self.doc_type(self.vocab, words=words, spaces=spaces)
        doc.spans[SPANS_KEY] = [doc.char_span(m.start, m.end, m.label) for m in article.mentions]
        flat = flattened([m for m in article.mentions if m.text.strip()], self.policy)
        doc.ents = [doc.char_span(m.start, m.end, m.label) for m in flat]
        doc.cats = {t.tag: 1.0 for t in article.tags}
        return doc

    def end(self) -> None:
        self.file.write(self.bin.to_bytes())


class DocBin(StreamExporter):
    """spaCy DocBin."""

    name = "spacy"
    suffix = ".spacy"
    title_ko = "spaCy DocBin"
    title_en = "spaCy DocBin"
    holds = Holds(tags=True)

    def ready(self, target: Path) -> None:
        if find_spec("spacy") is None:
            raise PackageMissing(path=str(target), package="spaCy", extra="spacy")

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _DocBinSink(path, head)
