"""Label Studio JSON read back: full exports, and the short form JSON-MIN."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataMention, DataNote, DataRelation, DataTag
from desktop_app.domain.mention import PERSON, Decision
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention, json_document
from desktop_app.exchange.options import ImportOptions

_METADATA = ("title", "subtitle", "outlet", "reporter", "published", "section", "url")


class LabelStudioReader(StreamImporter):
    """Tasks: the first annotation that was not cancelled as decided, predictions as undecided.

    The text is `data.text`, or the longest string of `data`. Regions of HyperText (XPath offsets) are left
    out with a warning.
    """

    name = "label-studio"
    suffixes = (".json",)
    title_ko = "Label Studio JSON"
    title_en = "Label Studio JSON"

    def looks_like(self, beginning: str) -> bool:
        return beginning.lstrip("\ufeff \r\n\t").startswith(("[", "{")) and (
            ('"annotations"' in beginning and '"data"' in beginning)
            or ('"annotation_id"' in beginning and '"labels"' in beginning)
        )

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        tasks = json_document(path)
        for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
            yield _article(path, number, task, run)


def _article(path: Path, number: int, task: Mapping[str, Any], run: ImportRun) -> DataArticle:
    data = task.get("data", task)
    text = data["text"] if isinstance(data.get("text"), str) else _longest(data)
    layer = _Layer(Utf16Offsets(text), run)
    annotations = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
    if len(annotations) > 1:
        run.warnings.append(
            f"task {task.get('id', number)}: {len(annotations)} annotations, the first is taken"
        )
    for annotation in annotations[:1]:
        layer.take_all(annotation.get("result") or (), Decision.ACCEPTED)
    for prediction in task.get("predictions") or ():
        layer.take_all(prediction.get("result") or (), Decision.UNDECIDED)
    if "data" not in task:
        layer.take_short(task)
    return found_article(
        path,
        number,
        text,
        layer.mentions.values(),
        relations=tuple(layer.known_relations()),
        tags=tuple(layer.tags),
        notes=tuple(layer.notes),
        metadata=Metadata(**{n: data[n] for n in _METADATA if isinstance(data.get(n), str)}),
        source_file=f"{path.name}#{task.get('id', number)}",
    )


def _longest(data: Mapping[str, Any]) -> str:
    texts = [v for v in data.values() if isinstance(v, str)]
    if not texts:
        raise ValueError("a task without text")
    return max(texts, key=len)


@dataclass
class _Layer:
    """What the regions of one task amount to."""

    units: Utf16Offsets
    run: ImportRun
    mentions: dict[str, DataMention] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    tags: list[DataTag] = field(default_factory=list)
    notes: list[DataNote] = field(default_factory=list)

    def take_all(self, regions: Any, decision: Decision) -> None:  # noqa: ANN401
        for region in regions:
            self._take(region, decision)

    def take_short(self, task: Mapping[str, Any]) -> None:
        for value in task.get("label") or ():
            self._span({"value": value}, value["labels"], Decision.ACCEPTED)

    def _take(self, region: Mapping[str, Any], decision: Decision) -> None:
        kind = region.get("type", "")
        if kind == "labels":
            self._span(region, region["value"]["labels"], decision)
        elif kind == "relation":
            kinds = region.get("labels") or ["related"]
            ends = (region["from_id"], region["to_id"])
            self.relations.append(
                (kinds[0], *(reversed(ends) if region.get("direction") == "left" else ends))
            )
        elif kind == "choices":
            self.tags += [DataTag(c, PERSON, decision.value, 1.0) for c in region["value"]["choices"]]
        elif kind == "textarea":
            self.notes += [DataNote(text) for text in region["value"]["text"]]
        else:
            self.run.warnings.append(f"left out: a region of type {kind!r}")

    def _span(self, region: Mapping[str, Any], labels: list[str], decision: Decision) -> None:
        value = region["value"]
        start, end = self.units.to_points(value["start"]), self.units.to_points(value["end"])
        note = "\n".join((region.get("meta") or {}).get("text") or ())
        origin = PERSON if decision is Decision.ACCEPTED else "label-studio"
        for label in labels:
            number = len(self.mentions) + 1
            key = region.get("id") or f"#{number}"
            self.mentions[key if key not in self.mentions else f"{key}#{number}"] = found_mention(
                number, start, end, label, value.get("text", ""),
                decision=decision.value, origin=origin, note=note, confidence=float(region.get("score") or 1.0),
            )  # fmt: skip

    def known_relations(self) -> Iterator[DataRelation]:
        for kind, first, second in self.relations:
            if first in self.mentions and second in self.mentions:
                yield DataRelation(kind, self.mentions[first].id, self.mentions[second].id)
