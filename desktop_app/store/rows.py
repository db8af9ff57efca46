"""Between rows of the store and the values of `domain`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlite_utils import Database

from desktop_app.domain.article import Article, ArticleState, Block, Correction, Metadata, Role
from desktop_app.domain.changes import Step
from desktop_app.domain.mention import Concept, Decision, Mention, Note, Relation, Tag
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Value

Row = sqlite3.Row
Values = dict[str, Any]
METADATA_FIELDS = ("title", "subtitle", "outlet", "reporter", "published", "section", "url")


def now() -> str:
    """The present moment in UTC, ISO 8601 with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def dumps(value: object) -> str:
    """Compact JSON."""
    return orjson.dumps(value).decode()


def inserted(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row and return its id."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608
    return int(db.execute(sql, list(values.values())).lastrowid or 0)


def spans_to_json(spans: tuple[Span, ...]) -> str:
    """Spans as a JSON list of pairs."""
    return dumps([[s.start, s.end] for s in spans])


def spans_from_json(text: str) -> tuple[Span, ...]:
    """The inverse of `spans_to_json`."""
    return () if text == "[]" else tuple(Span(a, b) for a, b in orjson.loads(text))


_DECISIONS = {str(d): d for d in Decision}


def mention_from_row(row: Row) -> Mention:
    """A whole row of `mention`, its columns in the table's order (an article may have ten thousand)."""
    (id_, article_id, start, end, fragments, _surface, label, sublabel, attributes, origin, *rest) = row
    (confidence, decision, edited, value_kind, value_text, value_rule, concept_id, *rest) = rest
    (suggested_label, suggested_start, suggested_end, reviewer, created_at, decided_at, *_) = rest
    return Mention(
        id_,
        article_id,
        start,
        end,
        label,
        origin,
        confidence,
        _DECISIONS[decision],
        bool(edited),
        sublabel,
        spans_from_json(fragments),
        () if attributes == "[]" else tuple((a, b) for a, b in orjson.loads(attributes)),
        Value(value_kind, value_text, value_rule) if value_text else None,
        concept_id,
        suggested_label,
        suggested_start,
        suggested_end,
        reviewer,
        created_at,
        decided_at,
    )


def block_from_row(row: Row) -> Block:
    """A row of `block`."""
    return Block(
        id=row["id"],
        source_id=row["source_id"],
        article_id=row["article_id"],
        start=row["start"],
        end=row["end"],
        role=Role(row["role"]),
        order=row["order"],
        page=row["page"],
        repeat=bool(row["repeat"]),
        origin=row["origin"],
    )


def correction_from_row(row: Row) -> Correction:
    """A row of `correction`."""
    return Correction(row["start"], row["end"], row["text"], row["kind"], row["origin"])


def article_from_row(row: Row) -> Article:
    """A row of `article`."""
    return Article(
        id=row["id"],
        source_id=row["source_id"],
        ordinal=row["ordinal"],
        metadata=Metadata(**{name: row[name] for name in METADATA_FIELDS}),
        state=ArticleState(row["state"]),
        reviewer=row["reviewer"],
        reviewed_at=row["reviewed_at"],
        text_hash=row["text_hash"],
        suggested_hash=row["suggested_hash"],
        model=row["model"],
    )


def tag_from_row(row: Row) -> Tag:
    """A row of `tag`."""
    return Tag(
        id=row["id"],
        article_id=row["article_id"],
        tag=row["tag"],
        origin=row["origin"],
        confidence=row["confidence"],
        decision=Decision(row["decision"]),
        evidence=spans_from_json(row["evidence"]),
        reviewer=row["reviewer"],
        decided_at=row["decided_at"],
    )


def note_from_row(row: Row) -> Note:
    """A row of `note`."""
    return Note(
        id=row["id"],
        article_id=row["article_id"],
        text=row["text"],
        mention_id=row["mention_id"],
        start=row["start"],
        end=row["end"],
        open=bool(row["open"]),
        reviewer=row["reviewer"],
        created_at=row["created_at"],
        changed_at=row["changed_at"],
    )


def concept_from_row(row: Row) -> Concept:
    """A row of `concept`."""
    return Concept(
        id=row["id"],
        name=row["name"],
        label=row["label"],
        aliases=tuple(orjson.loads(row["aliases"])),
        external_id=row["external_id"],
        note=row["note"],
    )


def relation_from_row(row: Row) -> Relation:
    """A row of `relation`."""
    return Relation(
        id=row["id"],
        article_id=row["article_id"],
        kind=row["kind"],
        from_mention=row["from_mention"],
        to_mention=row["to_mention"],
        origin=row["origin"],
    )


def step_from_row(row: Row) -> Step:
    """A row of `step`."""
    return Step(
        id=row["id"],
        kind=row["kind"],
        at=row["at"],
        reviewer=row["reviewer"],
        article_id=row["article_id"],
        summary=row["summary"],
        undone=row["state"] == "undone",
        undoable=bool(row["undoable"]),
    )
