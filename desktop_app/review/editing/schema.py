"""The edit that gives a project another label schema: mentions of lost labels follow, decisions stay."""

from __future__ import annotations

import orjson

from desktop_app.domain import edits
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.labels import LabelSchema, schema_to_dict
from desktop_app.review.editing.context import Context
from desktop_app.store.project import SCHEMA_ROW


def use_schema(ctx: Context, edit: edits.UseSchema) -> None:
    """Keep the schema; give mentions, concepts and the lexicon's entries of a label the one it is mapped to."""
    if any(new not in edit.schema.by_code for _, new in edit.mapping):
        raise EditRefused("unknown_label")
    data = orjson.dumps(schema_to_dict(edit.schema)).decode()
    if ctx.step.row("label_schema", SCHEMA_ROW) is None:
        ctx.step.insert("label_schema", {"id": SCHEMA_ROW, "data": data})
    else:
        ctx.step.update("label_schema", SCHEMA_ROW, data=data)
    mapping = dict(edit.mapping)
    _map_mentions(ctx, mapping, edit.schema)
    _map_names(ctx, mapping)


def _map_mentions(ctx: Context, mapping: dict[str, str], schema: LabelSchema) -> None:
    """All are looked up before any is changed: two labels may change places."""
    found = {old: ctx.project.mentions.with_label(old) for old in mapping}
    for old, mentions in found.items():
        for mention_id, sublabel in mentions:
            label, finer = _placed(schema, old, sublabel, mapping[old])
            ctx.step.update("mention", mention_id, label=label, sublabel=finer)


def _placed(schema: LabelSchema, old: str, sublabel: str, new: str) -> tuple[str, str]:
    """Label and sub-label: a finer code that the new schema knows says more than the label mapped to.

    An old label that is a sub-label of the new one stays as that.
    """
    exact = schema.place(sublabel) if sublabel else None
    if exact:
        return exact
    return new, old if schema.place(old) == (new, old) else ""


def _map_names(ctx: Context, mapping: dict[str, str]) -> None:
    """A name that stands under the new label already keeps both entries."""
    for concept in ctx.project.concepts.all():
        new = mapping.get(concept.label)
        if new and ctx.project.concepts.find(concept.name, new) is None:
            ctx.step.update("concept", concept.id, label=new)
    for row_id, surface, label, scope in ctx.project.lexicon.entries():
        wanted = mapping.get(label, label), mapping.get(scope, scope)
        if wanted != (label, scope) and ctx.project.lexicon.row(surface, *wanted) is None:
            ctx.step.update("lexicon", row_id, label=wanted[0], scope=wanted[1])
