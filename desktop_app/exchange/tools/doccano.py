"""doccano JSONL: entities and relations in code points, everything else as metadata of the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataMention, DataRelation, DataTag
from desktop_app.domain.mention import PERSON, Decision
from desktop_app.exchange.contract import Holds, ImportRun
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention, json_lines
from desktop_app.exchange.options import ImportOptions

_METADATA = ("title", "subtitle", "outlet", "reporter", "published", "section", "url")


class _DoccanoSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head

    def add(self, article: DataArticle) -> None:
        self.file.write(orjson.dumps(_line(article)) + b"\n")


def _line(article: DataArticle) -> dict[str, Any]:
    return {
        "id": article.id,
        "text": article.text,
        "entities": [
            {"id": m.id, "start_offset": m.start, "end_offset": m.end, "label": m.label}
            for m in article.mentions
        ],
        "relations": [
            {"id": i, "from_id": r.from_mention, "to_id": r.to_mention, "type": r.kind}
            for i, r in enumerate(article.relations, 1)
        ],
        "Comments": [],
        "tags": [t.tag for t in article.tags],
        **{name: getattr(article.metadata, name) for name in _METADATA},
    }


class Doccano(StreamExporter):
    """doccano JSONL for sequence labelling with relations."""

    name = "doccano"
    suffix = ".jsonl"
    title_ko = "doccano JSONL"
    title_en = "doccano JSONL"
    holds = Holds(relations=True, tags=True, metadata=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _DoccanoSink(path, head)


class DoccanoReader(StreamImporter):
    """doccano JSONL: `entities` as above, or `label` / `labels` with [start, end, label]."""

    name = "doccano"
    suffixes = (".jsonl", ".json")
    title_ko = "doccano JSONL"
    title_en = "doccano JSONL"

    def looks_like(self, beginning: str) -> bool:
        first = beginning.lstrip("\ufeff").partition("\n")[0]
        return '"text"' in first and any(
            k in first for k in ('"start_offset"', '"label":', '"labels":', '"entities":')
        )

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        for number, data in json_lines(path):
            yield _article(path, number, data)


def _article(path: Path, number: int, data: Mapping[str, Any]) -> DataArticle:
    mentions = list(_mentions(data))
    return found_article(
        path,
        number,
        data["text"],
        mentions,
        relations=tuple(
            DataRelation(r["type"], r["from_id"], r["to_id"]) for r in data.get("relations") or ()
        ),
        tags=tuple(
            DataTag(str(t), PERSON, Decision.ACCEPTED.value, 1.0)
            for t in [*data.get("tags", ()), *_categories(data)]
        ),
        metadata=Metadata(**{name: str(data.get(name) or "") for name in _METADATA}),
        source_file=f"{path.name}#{data.get('id', number)}",
    )


def _mentions(data: Mapping[str, Any]) -> Iterator[DataMention]:
    if "entities" in data:
        for e in data["entities"]:
            yield found_mention(e["id"], e["start_offset"], e["end_offset"], e["label"])
        return
    triples = data.get("label") or data.get("labels") or ()
    for i, triple in enumerate(t for t in triples if isinstance(t, list)):
        start, end, label = triple
        yield found_mention(i, start, end, str(label))


def _categories(data: Mapping[str, Any]) -> list[str]:
    """Categories: doccano's text classification writes plain strings where spans would stand."""
    return [x for x in [*(data.get("cats") or ()), *(data.get("label") or ())] if isinstance(x, str)]
