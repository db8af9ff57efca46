"""JSON of no fixed form (AI Hub's corpora) read through a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.importing import (
    StreamImporter,
    found_article,
    found_mention,
    json_document,
    json_lines,
)
from desktop_app.exchange.options import ImportOptions, JsonMapping


def walked(data: Any, path: str) -> list[Any]:  # noqa: ANN401
    """Everything that a path leads to: keys joined by full stops, `[]` walks a list; "" is the data itself."""
    found = [data]
    for step in [s for s in path.split(".") if s]:
        key, many = step.removesuffix("[]"), step.endswith("[]")
        found = [d[key] for d in found if isinstance(d, dict) and key in d] if key else found
        if many:
            found = [item for d in found if isinstance(d, list) for item in d]
    return found


def paths_of(data: Any, prefix: str = "", depth: int = 8) -> dict[str, Any]:  # noqa: ANN401
    """Every path in the data with the first value met there, for choosing from; lists are walked."""
    found: dict[str, Any] = {}
    if depth == 0:
        return found
    if isinstance(data, dict):
        for key, value in data.items():
            for path, example in paths_of(value, f"{prefix}.{key}" if prefix else key, depth - 1).items():
                found.setdefault(path, example)
    elif isinstance(data, list):
        for item in data[:20]:
            for path, example in paths_of(item, f"{prefix}[]", depth - 1).items():
                found.setdefault(path, example)
    else:
        found[prefix] = data
    return found


class MappedJsonReader(StreamImporter):
    """JSON or JSONL through `options.mapping`; never chosen by itself."""

    name = "mapped-json"
    suffixes = (".json", ".jsonl")
    title_ko = "JSON (경로 지정, AI Hub 등)"
    title_en = "JSON by mapping (AI Hub and the like)"

    def looks_like(self, beginning: str) -> bool:  # noqa: ARG002
        return False

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:
        mapping = options.mapping
        if mapping is None:
            raise UnreadableFile(
                file=str(path), reason="this JSON needs a mapping: which path is text, start, end, label"
            )
        documents = [d for _, d in json_lines(path)] if path.suffix == ".jsonl" else [json_document(path)]
        found = [a for d in documents for a in walked(d, mapping.articles)]
        if not found:
            raise UnreadableFile(file=str(path), reason=f"nothing lies at {mapping.articles!r}")
        for number, data in enumerate(found, 1):
            yield _article(path, number, data, mapping, run)


def _article(path: Path, number: int, data: Any, mapping: JsonMapping, run: ImportRun) -> DataArticle:  # noqa: ANN401
    text = ""
    mentions: list[DataMention] = []
    for stretch, holder in _texts(data, mapping):
        shift = len(text) + 1 if text else 0
        text += ("\n" if text else "") + stretch
        for m in _mentions(stretch, holder, mapping, run):
            mentions.append(found_mention(len(mentions), shift + m.start, shift + m.end, m.label, m.text))
    if not text:
        raise UnreadableFile(file=str(path), reason=f"no text lies at {mapping.text!r}")
    metadata = Metadata(
        title=_first(data, mapping.title),
        outlet=_first(data, mapping.outlet),
        published=_first(data, mapping.published),
    )
    return found_article(path, number, text, mentions, metadata=metadata, source_file=f"{path.name}#{number}")


def _texts(data: Any, mapping: JsonMapping) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Each text with the object that holds it."""
    folder, _, key = mapping.text.rpartition(".")
    for holder in walked(data, folder):
        for text in walked(holder, key):
            if isinstance(text, str) and text:
                yield text, holder


def _first(data: Any, path: str) -> str:  # noqa: ANN401
    return next((str(v) for v in walked(data, path) if isinstance(v, str | int)), "") if path else ""


def _mentions(text: str, holder: Any, mapping: JsonMapping, run: ImportRun) -> Iterator[DataMention]:  # noqa: ANN401
    units = Utf16Offsets(text) if mapping.utf16 else None
    sought: dict[str, int] = {}
    for i, item in enumerate(walked(holder, mapping.mentions)):
        label = str(item[mapping.label])
        if not mapping.start:
            start = text.find(surface := str(item[mapping.surface]), sought.get(surface, 0))
            if start < 0 or not surface:
                run.warnings.append(f"{surface!r} ({label}) does not stand in the text")
                continue
            sought[surface] = start + len(surface)
            yield found_mention(i, start, start + len(surface), label, surface)
            continue
        start = int(item[mapping.start]) - mapping.first
        end = int(item[mapping.end]) - mapping.first + (1 if mapping.end_inclusive else 0)
        if units:
            start, end = units.to_points(start), units.to_points(end)
        yield found_mention(
            i, start, end, label, str(item.get(mapping.surface, "")) if mapping.surface else ""
        )
