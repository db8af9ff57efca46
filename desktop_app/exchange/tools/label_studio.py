"""Label Studio JSON: tasks with annotations and predictions; offsets are JavaScript's UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import orjson

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.exchange.contract import ExportReport, Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.shaping.notes import article_notes, mention_notes

_METADATA = ("title", "subtitle", "outlet", "reporter", "published", "section", "url")

Region = dict[str, Any]


class _TaskSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head
        self.separator = b"[\n"

    def add(self, article: DataArticle) -> None:
        self.file.write(self.separator + orjson.dumps(task(article)))
        self.separator = b",\n"

    def end(self) -> None:
        self.file.write(b"\n]\n" if self.separator == b",\n" else b"[]\n")


def task(article: DataArticle) -> dict[str, Any]:
    """The task of an article: what is decided as its annotation, what is not as its prediction."""
    units = Utf16Offsets(article.text)
    notes = mention_notes(article)
    decided = [m for m in article.mentions if m.decision != Decision.UNDECIDED]
    undecided = [m for m in article.mentions if m.decision == Decision.UNDECIDED]
    result = [_region(m, units, notes.get(m.id, "")) for m in decided]
    result += _relations(article) + _topics(article) + _article_notes(article)
    made: dict[str, Any] = {
        "id": article.id,
        "data": {"text": article.text, **{n: getattr(article.metadata, n) for n in _METADATA}},
        "annotations": [{"result": result}],
        "predictions": [],
    }
    if undecided:
        score = sum(m.confidence for m in undecided) / len(undecided)
        regions = [{**_region(m, units, notes.get(m.id, "")), "score": m.confidence} for m in undecided]
        made["predictions"] = [{"model_version": "dadeum", "score": round(score, 6), "result": regions}]
    return made


def _region(mention: DataMention, units: Utf16Offsets, note: str) -> Region:
    region: Region = {
        "id": f"m{mention.id}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual" if mention.origin == "person" else "prediction",
        "value": {
            "start": units.to_utf16(mention.start),
            "end": units.to_utf16(mention.end),
            "text": mention.text,
            "labels": [mention.label],
        },
    }
    if note:
        region["meta"] = {"text": [note]}
    return region


def _relations(article: DataArticle) -> list[Region]:
    return [
        {
            "type": "relation",
            "from_id": f"m{r.from_mention}",
            "to_id": f"m{r.to_mention}",
            "direction": "right",
            "labels": [r.kind],
        }
        for r in article.relations
    ]


def _topics(article: DataArticle) -> list[Region]:
    if not article.tags:
        return []
    choices = [t.tag for t in article.tags]
    return [
        {
            "id": "topic",
            "from_name": "topic",
            "to_name": "text",
            "type": "choices",
            "value": {"choices": choices},
        }
    ]


def _article_notes(article: DataArticle) -> list[Region]:
    notes = article_notes(article)
    if not notes:
        return []
    return [
        {"id": "note", "from_name": "note", "to_name": "text", "type": "textarea", "value": {"text": notes}}
    ]


def labeling_config(schema: LabelSchema, labels: Iterable[str] = (), tags: Iterable[str] = ()) -> str:
    """The labelling interface (XML) that tasks of this export need in Label Studio."""
    colours = {label.code: label.colour for label in schema.labels}
    codes = list(labels) or list(schema.codes)
    return "\n".join([
        "<View>",
        '  <Labels name="label" toName="text">',
        *(f"    <Label value={quoteattr(c)} background={quoteattr(colours.get(c, '#888888'))}/>" for c in codes),
        "  </Labels>",
        "  <Relations>",
        *(f"    <Relation value={quoteattr(r.code)}/>" for r in schema.relations),
        "  </Relations>",
        '  <Text name="text" value="$text"/>',
        '  <Choices name="topic" toName="text" choice="multiple">',
        *(f"    <Choice value={quoteattr(t)}/>" for t in tags),
        "  </Choices>",
        '  <TextArea name="note" toName="text"/>',
        "</View>\n",
    ])  # fmt: skip


class LabelStudio(StreamExporter):
    """Label Studio tasks with annotations, predictions, choices and relations."""

    name = "label-studio"
    suffix = ".json"
    title_ko = "Label Studio JSON"
    title_en = "Label Studio JSON"
    holds = Holds(relations=True, tags=True, notes=True, metadata=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _TaskSink(path, head)

    def finish(self, folder: Path, head: Head, report: ExportReport) -> None:
        config = labeling_config(head.schema, sorted(report.labels), sorted(report.tags))
        (folder / "labeling_config.xml").write_bytes(config.encode())
