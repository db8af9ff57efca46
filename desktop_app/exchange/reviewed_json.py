"""Reviewed JSON: everything known of every article, one document or one line each, valid by its schema."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson

from desktop_app.domain.dataset import DataArticle
from desktop_app.domain.errors import BrokenResource, ExportFailed
from desktop_app.domain.labels import schema_to_dict
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.failures import TextNotHeld
from desktop_app.exchange.reviewed_record import Record, concept_record, to_record
from desktop_app.paths import resources_dir

FORMAT = "dadeum-reviewed"
VERSION = 1

_EVERYTHING = Holds(
    nesting=True, discontinuous=True, relations=True, tags=True, notes=True, metadata=True, decisions=True,
)  # fmt: skip


@cache
def reviewed_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a reviewed document; raises BrokenResource."""
    path = resources_dir() / "schema" / "reviewed.schema.json"
    try:
        schema: dict[str, Any] = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise BrokenResource(path=str(path), reason=str(error)) from error
    return schema


@cache
def document_validator() -> jsonschema_rs.Draft202012Validator:
    """Checks a whole document."""
    return jsonschema_rs.Draft202012Validator(reviewed_schema(), validate_formats=False)


@cache
def article_validator() -> jsonschema_rs.Draft202012Validator:
    """Checks one article, that is an entry of `articles` or a line of JSONL."""
    schema = reviewed_schema()
    wanted = {"$schema": schema["$schema"], "$ref": "#/$defs/article", "$defs": schema["$defs"]}
    return jsonschema_rs.Draft202012Validator(wanted, validate_formats=False)


def fault_of(error: jsonschema_rs.ValidationError) -> str:
    """One line for a violation: where it lies and what it is."""
    where = "/".join(str(step) for step in error.instance_path)
    return f"{where or 'document'}: {error.message[:200]}"


def header(head: Head) -> Record:
    """The document without its articles."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "project": head.project,
        "program": head.version,
        "guideline": head.guideline,
        "licence": head.licence,
        "offsets": "unicode code points, half-open",
        "label_schema": schema_to_dict(head.schema),
        "concepts": [concept_record(c) for c in head.concepts],
    }


def checked(record: Record, path: Path) -> bytes:
    """The bytes of an article's record, which the schema accepts; raises TextNotHeld with what it does not."""
    try:
        article_validator().validate(record)
        return orjson.dumps(record)
    except jsonschema_rs.ValidationError as error:
        reason = fault_of(error)
    except (orjson.JSONEncodeError, UnicodeEncodeError, ValueError) as error:
        reason = str(error)
    raise TextNotHeld(path=str(path), article=record["id"], reason=reason)


class _DocumentSink(FileSink):
    """`{header…, "articles": [`, one article a line, `]}`."""

    def __init__(self, path: Path, head: Head) -> None:
        opening = header(head)
        try:
            document_validator().validate({**opening, "articles": []})
        except jsonschema_rs.ValidationError as error:
            raise ExportFailed(path=str(head.target), reason=fault_of(error)) from error
        super().__init__(path)
        self.head = head
        self.file.write(orjson.dumps(opening)[:-1] + b',"articles":[')
        self.separator = b"\n"

    def add(self, article: DataArticle) -> None:
        self.file.write(self.separator + _encoded(article, self.head))
        self.separator = b",\n"

    def end(self) -> None:
        self.file.write(b"\n]}\n")


class _LineSink(FileSink):
    """One article a line."""

    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.head = head

    def add(self, article: DataArticle) -> None:
        self.file.write(_encoded(article, self.head) + b"\n")


def _encoded(article: DataArticle, head: Head) -> bytes:
    options = head.options
    record = to_record(article, with_source=options.include_source, with_tokens=options.include_tokens)
    return checked(record, head.target)


class ReviewedJson(StreamExporter):
    """One document with project, label schema, concepts and articles."""

    name = "reviewed-json"
    suffix = ".json"
    title_ko = "검토 JSON"
    title_en = "Reviewed JSON"
    holds = replace(_EVERYTHING, concepts=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _DocumentSink(path, head)


class ReviewedJsonl(StreamExporter):
    """One article a line, as in the document's `articles`."""

    name = "reviewed-jsonl"
    suffix = ".jsonl"
    title_ko = "검토 JSONL (한 줄에 기사 하나)"
    title_en = "Reviewed JSONL (one article a line)"
    holds = _EVERYTHING

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _LineSink(path, head)
