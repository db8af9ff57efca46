"""KLUE-NER TSV: one row per character, blanks included, six types, IOB2 (KLUE v1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.spans import Span
from desktop_app.exchange.contract import Holds, ImportRun
from desktop_app.exchange.corpora.segments import blank, one_line, sentences, spans_of_bio
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.failures import LabelNotHeld
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention
from desktop_app.exchange.options import ImportOptions
from desktop_app.exchange.shaping.overlaps import Overlaps

_OUR_ID = re.compile(r"dadeum_(\d+)_(\d+)")
_LABEL = re.compile(r"[^\s<>:]+")


class _KlueSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head
        kinds = sorted({label.klue for label in head.schema.labels} - {""})
        lines = (
            f"## {head.project or 'Dadeum'}, guideline {head.guideline}",
            "## KLUE-NER layout: one character and its tag a line, blanks included; IOB2",
            f"## tags: {' '.join(kinds)}",
            "## id: dadeum_<article>_<first character of the sentence in the article's text>",
            "## tabs and line breaks within a sentence stand as blanks",
        )
        self.file.write("".join(one_line(line) + "\n" for line in lines).encode())

    def add(self, article: DataArticle) -> None:
        self.head.dropped["blank"] += blank(article)
        for mention in article.mentions:
            if not _LABEL.fullmatch(mention.label):
                raise LabelNotHeld(path=str(self.head.target), format="KLUE TSV", label=mention.label)
        text, near = one_line(article.text), Overlaps(article.mentions)
        for sentence in sentences(article.text, article.mentions):
            found = near.touching(sentence.start, sentence.end)
            self.file.write(_sentence(article.id, text, sentence, found).encode())


def _sentence(number: int, text: str, span: Span, mentions: list[DataMention]) -> str:
    tags = ["O"] * len(span)
    inline, at = [], span.start
    for m in mentions:
        first, last = max(m.start, span.start), min(m.end, span.end)
        tags[first - span.start : last - span.start] = [
            f"B-{m.label}",
            *[f"I-{m.label}"] * (last - first - 1),
        ]
        inline += [text[at:first], f"<{text[first:last]}:{m.label}>"]
        at = last
    inline.append(text[at : span.end])
    rows = "".join(f"{c}\t{tag}\n" for c, tag in zip(span.of(text), tags, strict=True))
    return f"## dadeum_{number:06d}_{span.start}\t{''.join(inline)}\n{rows}\n"


class KlueTsv(StreamExporter):
    """KLUE-NER TSV; what has no KLUE type stays out, overlaps are resolved."""

    name = "klue-tsv"
    suffix = ".tsv"
    title_ko = "KLUE-NER TSV"
    title_en = "KLUE-NER TSV"
    holds = Holds(nesting=False, exact=False, tags_to="klue")

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _KlueSink(path, head)


class KlueReader(StreamImporter):
    """KLUE-NER TSV. The rows count, the inline line is ambiguous where the text has brackets.

    Sentences of an export of ours are joined to their articles again; any other sentence is an article.
    """

    name = "klue-tsv"
    suffixes = (".tsv", ".txt")
    title_ko = "KLUE-NER TSV"
    title_en = "KLUE-NER TSV"

    def looks_like(self, beginning: str) -> bool:
        return re.search(r"^## \S+\t.*\n.\t[BO](-\S+)?\r?$", beginning, re.MULTILINE) is not None

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        open_article: _Joined | None = None
        for key, letters, tags in _sentences(path):
            ours = _OUR_ID.fullmatch(key)
            number = int(ours[1]) if ours else 0
            if open_article and not (ours and open_article.number == number):
                yield open_article.article(path)
                open_article = None
            open_article = open_article or _Joined(number, key)
            open_article.append(letters, tags, int(ours[2]) if ours else 0)
        if open_article:
            yield open_article.article(path)


class _Joined:
    """Sentences of one article, put back to where they stood."""

    def __init__(self, number: int, key: str) -> None:
        self.number, self.key = number, key
        self.text = ""
        self.mentions: list[DataMention] = []

    def append(self, letters: list[str], tags: list[str], start: int) -> None:
        self.text += " " * (start - len(self.text))
        offsets = [len(self.text)]
        for letter in letters:
            offsets.append(offsets[-1] + len(letter))
        self.text += "".join(letters)
        for first, behind, label in spans_of_bio(tags):
            self.mentions.append(found_mention(len(self.mentions), offsets[first], offsets[behind], label))

    def article(self, path: Path) -> DataArticle:
        return found_article(path, 0, self.text, self.mentions, source_file=f"{path.name}#{self.key}")


def _sentences(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    key = ""
    letters: list[str] = []
    tags: list[str] = []
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line in file:
            row = line.rstrip("\n").removesuffix("\r")
            if not row:
                if letters:
                    yield key, letters, tags
                letters, tags = [], []
            elif row.startswith("## ") and not letters:
                key = row[3:].partition("\t")[0]
            else:
                letter, tab, tag = row.rpartition("\t")
                if not tab:
                    raise ValueError(f"a row without a tab: {row[:40]!r}")
                letters.append(letter or " ")
                tags.append(tag)
    if letters:
        yield key, letters, tags
