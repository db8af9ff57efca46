"""Reviewed JSON and JSONL read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs

from desktop_app.domain.dataset import DataArticle, DataConcept
from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.labels import LabelSchema, schema_from_dict
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.importing import StreamImporter, json_document, json_lines, parsed
from desktop_app.exchange.options import ImportOptions
from desktop_app.exchange.reviewed_json import (
    FORMAT,
    VERSION,
    article_validator,
    document_validator,
    fault_of,
)
from desktop_app.exchange.reviewed_record import concept_of, from_record

_OPENING_END = b',"articles":[\n'
_LONGEST_OPENING = 1 << 26


class ReviewedJsonReader(StreamImporter):
    """Articles of a reviewed document; `project_of` gives what stands around them."""

    name = "reviewed-json"
    suffixes = (".json",)
    title_ko = "검토 JSON"
    title_en = "Reviewed JSON"

    def looks_like(self, beginning: str) -> bool:
        return f'"format":"{FORMAT}"' in beginning.replace(" ", "")[:200]

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        opening = _opening(path)
        records = _lines_of(path) if opening else read_document(path)["articles"]
        yield from map(from_record, records)


class ReviewedJsonlReader(StreamImporter):
    """Articles of reviewed JSONL."""

    name = "reviewed-jsonl"
    suffixes = (".jsonl",)
    title_ko = "검토 JSONL"
    title_en = "Reviewed JSONL"

    def looks_like(self, beginning: str) -> bool:
        return '"source":{"file"' in beginning.replace(" ", "")[:200]

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        for number, record in json_lines(path):
            yield from_record(_accepted(record, path, number))


def read_document(path: Path) -> dict[str, Any]:
    """A whole reviewed document that its schema accepts; raises UnreadableFile."""
    return _checked(json_document(path), path)


def project_of(path: Path) -> tuple[str, LabelSchema, tuple[DataConcept, ...]]:
    """Project name, label schema and concepts of a reviewed document; raises UnreadableFile."""
    document = _opening(path) or read_document(path)
    schema = schema_from_dict(document["label_schema"], path=str(path))
    return document["project"], schema, tuple(concept_of(c) for c in document["concepts"])


def _opening(path: Path) -> dict[str, Any] | None:
    """The document without its articles where it is laid out as Dadeum writes it, one article a line; else None.

    Such a document is read in flat memory, whatever its size.
    """
    with path.open("rb") as file:
        first = file.readline(_LONGEST_OPENING)
    if not first.endswith(_OPENING_END):
        return None
    return _checked(parsed(first.rstrip() + b"]}", path, 1), path)


def _lines_of(path: Path) -> Iterator[dict[str, Any]]:
    closed = False
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            closed = line.rstrip() == b"]}"
            if number > 1 and not closed:
                yield _accepted(parsed(line.rstrip(b",\r\n"), path, number), path, number)
    if not closed:
        raise UnreadableFile(file=str(path), reason="the file ends too early")


def _accepted(record: Any, path: Path, line: int) -> dict[str, Any]:  # noqa: ANN401
    try:
        article_validator().validate(record)
    except jsonschema_rs.ValidationError as error:
        raise UnreadableFile(file=str(path), reason=f"line {line}: {fault_of(error)}") from error
    accepted: dict[str, Any] = record
    return accepted


def _checked(document: Any, path: Path) -> dict[str, Any]:  # noqa: ANN401
    ours = isinstance(document, dict) and document.get("format") == FORMAT
    if ours and document.get("version", VERSION) != VERSION:
        raise UnreadableFile(file=str(path), reason="made by a newer Dadeum")
    try:
        document_validator().validate(document)
    except jsonschema_rs.ValidationError as error:
        raise UnreadableFile(file=str(path), reason=fault_of(error)) from error
    checked: dict[str, Any] = document
    return checked
