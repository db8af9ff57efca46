"""CoNLL-2003 columns with IOB2 tags: `FORM POS CHUNK NER`, rows are morphemes or 어절.

The chunk column says where an 어절 begins (B-EJ) and goes on (I-EJ), so that the blanks of the text come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.exchange.contract import Holds, ImportRun
from desktop_app.exchange.corpora.segments import Piece, bio, blank, rows, spans_of_bio
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.failures import LabelNotHeld
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention
from desktop_app.exchange.options import ImportOptions, TokenKind
from desktop_app.exchange.shaping.overlaps import Overlaps

_TAG = re.compile(r"O|-|_|[BIELSUM]-\S+")
_DOCUMENT = "-DOCSTART-"
_HEADER = "# CoNLL-2003 columns FORM POS CHUNK NER; IOB2; rows: {kind}; CHUNK: B-EJ begins an eojeol, I-EJ goes on\n\n"
_ROWS = {TokenKind.MORPHEME: "morphemes", TokenKind.EOJEOL: "eojeol (particles included)"}


class _ConllSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head
        self.kind = head.options.tokens
        self.file.write(_HEADER.format(kind=_ROWS[self.kind]).encode())

    def add(self, article: DataArticle) -> None:
        for mention in article.mentions:
            if re.search(r"\s", mention.label):
                raise LabelNotHeld(path=str(self.head.target), format="CoNLL", label=mention.label)
        self.head.dropped["blank"] += blank(article)
        self.file.write(f"{_DOCUMENT} -X- O O\n\n".encode())
        near = Overlaps(article.mentions)
        for sentence in rows(article, self.kind):
            tags, lost = bio(sentence, near.touching(sentence[0].start, sentence[-1].end))
            self.head.dropped["shared_row"] += lost
            self.file.write(_sentence(article.text, sentence, tags).encode())


def _sentence(text: str, pieces: list[Piece], tags: list[str]) -> str:
    lines = (
        f"{text[p.start : p.end]} {p.pos} {'B' if p.opens else 'I'}-EJ {tag}"
        for p, tag in zip(pieces, tags, strict=True)
    )
    return "\n".join(lines) + "\n\n"


class Conll(StreamExporter):
    """CoNLL-2003 columns, IOB2."""

    name = "conll"
    suffix = ".iob2.conll"
    title_ko = "CoNLL-2003 (IOB2)"
    title_en = "CoNLL-2003 (IOB2)"
    holds = Holds(nesting=False, exact=False, rows=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _ConllSink(path, head)


class ConllReader(StreamImporter):
    """CoNLL columns, blanks or tabs between: the first is the form, the last the tag (IOB1, IOB2, IOBES).

    Without B-EJ and I-EJ in the third column every row is a word of its own; sentences are lines.
    """

    name = "conll"
    suffixes = (".conll", ".iob2", ".iob", ".bio", ".txt", ".tsv")
    title_ko = "CoNLL"
    title_en = "CoNLL columns"

    def looks_like(self, beginning: str) -> bool:
        return beginning.startswith((_DOCUMENT, "# CoNLL-2003")) or bool(
            re.search(r"^\S+[ \t](\S+[ \t]){0,4}B-[^\s<>]+\r?$", beginning, re.MULTILINE)
        )

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        article: _Lines | None = None
        for sentence in _sentences(path):
            if sentence[0][0] == _DOCUMENT:
                if article:
                    yield article.article(path)
                article = _Lines(article.number + 1 if article else 1)
                sentence = sentence[1:]  # noqa: PLW2901
            article = article or _Lines(1)
            if sentence:
                article.append(sentence)
        if article:
            yield article.article(path)


class _Lines:
    """Sentences of one article, one a line."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.text = ""
        self.mentions: list[DataMention] = []

    def append(self, sentence: list[list[str]]) -> None:
        spans: list[tuple[int, int]] = []
        for i, row in enumerate(sentence):
            glued = len(row) > 3 and row[2] == "I-EJ"
            if self.text and not glued:
                self.text += " " if i else "\n"
            spans.append((len(self.text), len(self.text) + len(row[0])))
            self.text += row[0]
        for first, behind, label in spans_of_bio([row[-1] for row in sentence]):
            number = len(self.mentions)
            self.mentions.append(found_mention(number, spans[first][0], spans[behind - 1][1], label))

    def article(self, path: Path) -> DataArticle:
        return found_article(
            path, self.number, self.text, self.mentions, source_file=f"{path.name}#{self.number}"
        )


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    sentence: list[list[str]] = []
    heading = True
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line in file:
            row = line.rstrip("\n").removesuffix("\r")
            if heading and row.startswith("# "):
                continue
            heading = False
            if row.strip():
                columns = re.split(r"[ \t]+", row.strip(" \t"))
                if len(columns) < 2 or not _TAG.fullmatch(columns[-1]):
                    raise ValueError(f"a row without a tag: {row[:40]!r}")
                sentence.append(columns)
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence
