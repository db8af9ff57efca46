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
from desktop_app.exchange.importing import StreamImporter, json_document, json_lines
from desktop_app.exchange.options import ImportOptions
from desktop_app.exchange.reviewed_json import (
    FORMAT,
    VERSION,
    article_validator,
    document_validator,
    fault_of,
)
from desktop_app.exchange.reviewed_record import concept_of, from_record


class ReviewedJsonReader(StreamImporter):
    """Articles of a reviewed document; `project_of` gives what stands around them."""

    name = "reviewed-json"
    suffixes = (".json",)
    title_ko = "검토 JSON"
    title_en = "Reviewed JSON"

    def looks_like(self, beginning: str) -> bool:
        return f'"format":"{FORMAT}"' in beginning.replace(" ", "")[:200]

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        document = read_document(path)
        for record in document["articles"]:
            yield from_record(record)


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
            try:
                article_validator().validate(record)
            except jsonschema_rs.ValidationError as error:
                raise UnreadableFile(file=str(path), reason=f"line {number}: {fault_of(error)}") from error
            yield from_record(record)


def read_document(path: Path) -> dict[str, Any]:
    """A reviewed document that its schema accepts; raises UnreadableFile."""
    document: dict[str, Any] = json_document(path)
    if (
        isinstance(document, dict)
        and document.get("format") == FORMAT
        and document.get("version", 0) != VERSION
    ):
        raise UnreadableFile(file=str(path), reason="made by a newer Dadeum")
    try:
        document_validator().validate(document)
    except jsonschema_rs.ValidationError as error:
        raise UnreadableFile(file=str(path), reason=fault_of(error)) from error
    return document


def project_of(path: Path) -> tuple[str, LabelSchema, tuple[DataConcept, ...]]:
    """Project name, label schema and concepts of a reviewed document; raises UnreadableFile."""
    document = read_document(path)
    schema = schema_from_dict(document["label_schema"], path=str(path))
    return document["project"], schema, tuple(concept_of(c) for c in document["concepts"])
