"""NIKL 모두의 말뭉치 NE JSON: sentences with eojeols and NE, offsets in code points of the sentence.

Layout as published by the National Institute of Korean Language (국립국어원 개체명 분석 말뭉치); codes of
TTAK.KO-10.0852.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataBlock, DataMention
from desktop_app.domain.spans import Span
from desktop_app.exchange.contract import Holds, ImportRun
from desktop_app.exchange.corpora.segments import blank, sentences, words
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention, json_document
from desktop_app.exchange.options import ImportOptions
from desktop_app.exchange.shaping.overlaps import Overlaps

_CORPUS = "NXNE0000000000"
_DOCUMENT = "NWRW0000000000"


class _NiklSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head
        metadata = {
            "title": head.project,
            "creator": "",
            "distributor": "",
            "year": "",
            "category": "신문",
            "annotation_level": ["개체명 분석"],
            "sampling": "본문 전체",
        }
        opening = orjson.dumps({"id": _CORPUS, "metadata": metadata})
        self.file.write(opening[:-1] + b',"document":[')
        self.separator = b"\n"

    def add(self, article: DataArticle) -> None:
        self.head.dropped["blank"] += blank(article)
        self.file.write(self.separator + orjson.dumps(_document(article)))
        self.separator = b",\n"

    def end(self) -> None:
        self.file.write(b"\n]}\n")


def _document(article: DataArticle) -> dict[str, Any]:
    key = f"{_DOCUMENT}.{article.id}"
    near = Overlaps(article.mentions)
    meta = article.metadata
    return {
        "id": key,
        "metadata": {
            "title": meta.title,
            "author": meta.reporter,
            "publisher": meta.outlet,
            "date": meta.published[:10].replace("-", ""),
            "topic": meta.section,
            "url": meta.url,
        },
        "sentence": [
            _sentence(article.text, span, near.touching(span.start, span.end), f"{key}.{paragraph}.{number}")
            for span, paragraph, number in _numbered(article)
        ],
    }


def _numbered(article: DataArticle) -> Iterator[tuple[Span, int, int]]:
    """Sentences with the numbers of their paragraph (a line of the text) and within it, both from 1."""
    paragraph, number, behind = 1, 0, 0
    for span in sentences(article.text, article.mentions):
        if number and "\n" in article.text[behind : span.start]:
            paragraph, number = paragraph + 1, 0
        number += 1
        behind = span.end
        yield span, paragraph, number


def _sentence(text: str, span: Span, found: list[DataMention], key: str) -> dict[str, Any]:
    return {
        "id": key,
        "form": span.of(text),
        "word": [
            {"id": i, "form": w.of(text), "begin": w.start - span.start, "end": w.end - span.start}
            for i, w in enumerate(words(text, span), 1)
        ],
        "NE": [_entity(text, m, i, span) for i, m in enumerate(found, 1)],
    }


def _entity(text: str, mention: DataMention, number: int, span: Span) -> dict[str, Any]:
    start, end = max(mention.start, span.start), min(mention.end, span.end)
    return {
        "id": number,
        "form": text[start:end],
        "label": mention.label,
        "begin": start - span.start,
        "end": end - span.start,
    }


class NiklJson(StreamExporter):
    """NIKL NE JSON."""

    name = "nikl-json"
    suffix = ".json"
    title_ko = "국립국어원 모두의 말뭉치 개체명 JSON"
    title_en = "NIKL named-entity JSON"
    holds = Holds(metadata=True, exact=False, tags_to="tta")

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _NiklSink(path, head)


class NiklReader(StreamImporter):
    """NIKL NE JSON; sentences of one paragraph are joined by a blank, paragraphs by a newline."""

    name = "nikl-json"
    suffixes = (".json",)
    title_ko = "국립국어원 모두의 말뭉치 개체명 JSON"
    title_en = "NIKL named-entity JSON"

    def looks_like(self, beginning: str) -> bool:
        return '"document"' in beginning and ('"sentence"' in beginning or "개체명" in beginning)

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        data = json_document(path)
        documents = (
            data["document"] if isinstance(data, dict) else [d for part in data for d in part["document"]]
        )
        for number, document in enumerate(documents, 1):
            yield _article(path, number, document)


def _article(path: Path, number: int, document: Mapping[str, Any]) -> DataArticle:
    text, paragraph = "", ""
    mentions: list[DataMention] = []
    blocks: list[DataBlock] = []
    for sentence in document.get("sentence") or ():
        own = sentence["id"].rpartition(".")[0]
        if text:
            text += " " if own == paragraph else "\n"
        begin = len(text) if own != paragraph or not blocks else blocks.pop().start
        shift, paragraph = len(text), own
        text += sentence["form"]
        blocks.append(DataBlock(begin, len(text), "body", begin, len(text)))
        mentions += [
            found_mention(len(mentions) + i, shift + e["begin"], shift + e["end"], e["label"], e["form"])
            for i, e in enumerate(sentence.get("NE") or ())
        ]
    return found_article(
        path,
        number,
        text,
        mentions,
        blocks=tuple(blocks),
        metadata=_metadata(document.get("metadata") or {}),
        source_file=f"{path.name}#{document['id']}",
    )


def _metadata(data: Mapping[str, Any]) -> Metadata:
    day = str(data.get("date") or "")
    iso = f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 and day.isdecimal() else day
    return Metadata(
        title=data.get("title") or "",
        outlet=data.get("publisher") or "",
        reporter=data.get("author") or "",
        published=iso,
        section=data.get("topic") or "",
        url=data.get("url") or "",
    )
