"""One article as the record of reviewed JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.article import Correction, Metadata
from desktop_app.domain.dataset import (
    DataArticle,
    DataBlock,
    DataConcept,
    DataMention,
    DataNote,
    DataRelation,
    DataTag,
)
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token, Value

Record = dict[str, Any]


def to_record(article: DataArticle, *, with_source: bool = False, with_tokens: bool = False) -> Record:
    """The record of `reviewed.schema.json#/$defs/article`; offsets are code points of `text` and of the source."""
    meta = article.metadata
    source: Record = {
        "file": article.source_file,
        "sha256": article.source_sha256,
        "encoding": article.source_encoding,
        "format": article.source_format,
        "ordinal": article.ordinal,
    }
    if with_source:
        source["text"] = article.source_text
    record: Record = {
        "id": article.id,
        "source": source,
        "title": meta.title,
        "subtitle": meta.subtitle,
        "outlet": meta.outlet,
        "reporter": meta.reporter,
        "published": meta.published,
        "section": meta.section,
        "url": meta.url,
        "state": article.state,
        "reviewer": article.reviewer,
        "reviewed_at": article.reviewed_at,
        "text": article.text,
        "blocks": [_block(b) for b in article.blocks],
        "tags": [
            {"tag": t.tag, "origin": t.origin, "decision": t.decision, "confidence": t.confidence}
            for t in article.tags
        ],
        "notes": [_note(n) for n in article.notes],
        "mentions": [_mention(m) for m in article.mentions],
        "relations": [
            {"kind": r.kind, "from": r.from_mention, "to": r.to_mention} for r in article.relations
        ],
        "corrections": [
            {"start": c.start, "end": c.end, "text": c.text, "kind": c.kind, "origin": c.origin}
            for c in article.corrections
        ],
    }
    if with_tokens:
        record["tokens"] = [[t.start, t.end, t.tag, t.form] for t in article.tokens]
    return record


def _block(b: DataBlock) -> Record:
    return {
        "start": b.start,
        "end": b.end,
        "role": b.role,
        "source_start": b.source_start,
        "source_end": b.source_end,
        "repeat": b.repeat,
    }


def _note(n: DataNote) -> Record:
    return {
        "text": n.text,
        "mention": n.mention,
        "start": n.start,
        "end": n.end,
        "open": n.open,
        "reviewer": n.reviewer,
    }


def _mention(m: DataMention) -> Record:
    """One literal, since an export makes this dictionary more often than any other."""
    return {
        "id": m.id,
        "start": m.start,
        "end": m.end,
        "source_start": m.source_start,
        "source_end": m.source_end,
        "label": m.label,
        "sublabel": m.sublabel,
        "text": m.text,
        "origin": m.origin,
        "decision": m.decision,
        "edited": m.edited,
        "confidence": m.confidence,
        "parts": [[p.start, p.end] for p in m.parts] if m.parts else [],
        "attributes": dict(m.attributes),
        "value": {"kind": m.value.kind, "text": m.value.text, "rule": m.value.rule} if m.value else None,
        "concept": m.concept,
        "note": m.note,
        "reviewer": m.reviewer,
        "created_at": m.created_at,
        "decided_at": m.decided_at,
    }


def concept_record(concept: DataConcept) -> Record:
    """The record of `reviewed.schema.json#/$defs/concept`."""
    return {
        "name": concept.name,
        "label": concept.label,
        "aliases": list(concept.aliases),
        "external_id": concept.external_id,
        "note": concept.note,
    }


def from_record(record: Mapping[str, Any]) -> DataArticle:
    """The article of a record that the schema accepts."""
    source = record["source"]
    text = record["text"]
    fields = ("title", "subtitle", "outlet", "reporter", "published", "section", "url")
    return DataArticle(
        id=record["id"],
        source_file=source["file"],
        source_sha256=source["sha256"],
        source_encoding=source["encoding"],
        source_format=source["format"],
        ordinal=source.get("ordinal", 0),
        metadata=Metadata(**{name: record.get(name, "") for name in fields}),
        state=record["state"],
        reviewer=record["reviewer"],
        reviewed_at=record.get("reviewed_at", ""),
        text=text,
        source_text=source.get("text", ""),
        blocks=tuple(DataBlock(**b) for b in record["blocks"]),
        mentions=tuple(_mention_of(m) for m in record["mentions"]),
        tags=tuple(DataTag(**t) for t in record["tags"]),
        notes=tuple(DataNote(**n) for n in record.get("notes", ())),
        relations=tuple(DataRelation(r["kind"], r["from"], r["to"]) for r in record.get("relations", ())),
        corrections=tuple(Correction(**c) for c in record.get("corrections", ())),
        tokens=tuple(Token(*t) for t in record.get("tokens", ())),
    )


def _mention_of(data: Mapping[str, Any]) -> DataMention:
    given = dict(data)
    value = given.pop("value", None)
    parts = given.pop("parts", ())
    attributes = given.pop("attributes", {})
    return DataMention(
        **given,
        parts=tuple(Span(*p) for p in parts),
        attributes=tuple(attributes.items()),
        value=Value(**value) if value else None,
    )


def concept_of(data: Mapping[str, Any]) -> DataConcept:
    """The concept of a record that the schema accepts."""
    return DataConcept(
        data["name"],
        data["label"],
        tuple(data.get("aliases", ())),
        data.get("external_id", ""),
        data.get("note", ""),
    )
