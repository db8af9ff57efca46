"""W3C Web Annotation (JSON-LD): every mention with a position and a quote selector.

The Recommendation counts positions in code points; the quote (with 20 characters before and after) finds the
place again after the page has changed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.shaping.notes import article_notes, mention_notes

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 20
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dadeum:web-annotation")

Annotation = dict[str, Any]


class _CollectionSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        opening = {
            "@context": CONTEXT,
            "id": f"urn:uuid:{uuid.uuid5(_SPACE, head.project)}",
            "type": "AnnotationCollection",
            "label": head.project,
        }
        page = {
            "id": f"urn:uuid:{uuid.uuid5(_SPACE, head.project + '/1')}",
            "type": "AnnotationPage",
            "startIndex": 0,
        }
        self.file.write(orjson.dumps(opening)[:-1] + b',"first":' + orjson.dumps(page)[:-1] + b',"items":[')
        self.total = 0

    def add(self, article: DataArticle) -> None:
        for annotation in annotations_of(article):
            self.file.write((b",\n" if self.total else b"\n") + orjson.dumps(annotation))
            self.total += 1

    def end(self) -> None:
        self.file.write(b'\n]},"total":%d}\n' % self.total)


def annotations_of(article: DataArticle) -> Iterator[Annotation]:
    """The annotations of an article: its mentions, relations, tags and notes."""
    source = article.metadata.url or f"urn:sha256:{article.source_sha256}#{article.ordinal}"
    notes = mention_notes(article)
    for mention in article.mentions:
        yield _mention(article, mention, source, notes.get(mention.id, ""))
    for r in article.relations:
        ends = (_name(article, f"m{r.from_mention}"), _name(article, f"m{r.to_mention}"))
        body = [{"id": ends[1]}, _textual("tagging", r.kind)]
        yield _annotation(_name(article, f"r{r.kind}/{ends}"), "linking", body, ends[0])
    for tag in article.tags:
        yield _annotation(
            _name(article, f"t{tag.tag}"), "classifying", [_textual("classifying", tag.tag)], source
        )
    for i, note in enumerate(article_notes(article)):
        yield _annotation(_name(article, f"n{i}"), "commenting", [_textual("commenting", note)], source)


def _mention(article: DataArticle, mention: DataMention, source: str, note: str) -> Annotation:
    text = article.text
    body = [_textual("tagging", mention.label)]
    if mention.concept:
        body.append(_textual("identifying", mention.concept))
    if note:
        body.append(_textual("commenting", note))
    selectors = [
        {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[mention.start : mention.end],
            "prefix": text[max(0, mention.start - _AROUND) : mention.start],
            "suffix": text[mention.end : mention.end + _AROUND],
        },
    ]
    target = {"source": source, "selector": selectors}
    return _annotation(_name(article, f"m{mention.id}"), "tagging", body, target)


def _annotation(name: str, motivation: str, body: list[dict[str, str]], target: Any) -> Annotation:  # noqa: ANN401
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _textual(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _name(article: DataArticle, part: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, f'{article.source_sha256}/{article.ordinal}/{article.id}/{part}')}"


class WebAnnotation(StreamExporter):
    """One AnnotationCollection with one page."""

    name = "web-annotation"
    suffix = ".jsonld"
    title_ko = "W3C 웹 주석 JSON-LD"
    title_en = "W3C Web Annotation JSON-LD"
    holds = Holds(relations=True, tags=True, notes=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _CollectionSink(path, head)
