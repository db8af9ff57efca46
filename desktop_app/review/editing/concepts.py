"""Edits of concepts and relations."""

from __future__ import annotations

from desktop_app.domain import edits
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import PERSON
from desktop_app.review.editing.context import Context
from desktop_app.store.rows import dumps


def link_concept(ctx: Context, edit: edits.LinkConcept) -> None:
    """Link mentions to a concept, made by name where it is new; without id and name they are unlinked."""
    concept_id = edit.concept_id
    for mention_id in edit.mention_ids:
        mention = ctx.mention(mention_id)
        if edit.name.strip():
            concept_id = _named(ctx, edit.name.strip(), mention.label)
        ctx.step.update("mention", mention_id, concept_id=concept_id)
        if concept_id is not None:
            _add_alias(ctx, concept_id, ctx.project.mentions.surface(mention_id))


def _named(ctx: Context, name: str, label: str) -> int:
    found = ctx.project.concepts.find(name, label)
    return found.id if found else ctx.step.insert("concept", {"name": name, "label": label})


def _add_alias(ctx: Context, concept_id: int, surface: str) -> None:
    concept = ctx.project.concepts.get(concept_id)
    if surface and surface != concept.name and surface not in concept.aliases:
        ctx.step.update("concept", concept_id, aliases=dumps([*concept.aliases, surface]))


def set_concept(ctx: Context, edit: edits.SetConcept) -> None:
    """Change what is known of a concept."""
    ctx.step.update(
        "concept",
        edit.concept_id,
        name=edit.name.strip(),
        aliases=dumps(list(edit.aliases)),
        external_id=edit.external_id.strip(),
        note=edit.note.strip(),
    )


def merge_concepts(ctx: Context, edit: edits.MergeConcepts) -> None:
    """Move all mentions to the first concept; the others' names become its aliases."""
    first = ctx.project.concepts.get(edit.concept_ids[0])
    aliases = list(first.aliases)
    for other_id in edit.concept_ids[1:]:
        other = ctx.project.concepts.get(other_id)
        aliases += [a for a in (other.name, *other.aliases) if a not in aliases and a != first.name]
        for mention_id in ctx.project.concepts.mention_ids(other_id):
            ctx.step.update("mention", mention_id, concept_id=first.id)
        ctx.step.delete("concept", other_id)
    ctx.step.update("concept", first.id, aliases=dumps(aliases))


def add_relation(ctx: Context, edit: edits.AddRelation) -> None:
    """Relate two mentions of one article as the label schema allows."""
    source, target = ctx.mention(edit.from_mention), ctx.mention(edit.to_mention)
    if source.article_id != target.article_id:
        raise EditRefused("one_article")
    if edit.kind not in {r.code for r in ctx.schema.relations_between(source.label, target.label)}:
        raise EditRefused("no_relation")
    standing = {(r.kind, r.from_mention, r.to_mention) for r in ctx.project.mentions.relations_of(source.id)}
    if (edit.kind, source.id, target.id) not in standing:
        ctx.step.insert(
            "relation",
            {
                "article_id": source.article_id,
                "kind": edit.kind,
                "from_mention": source.id,
                "to_mention": target.id,
                "origin": PERSON,
            },
        )


def remove_relation(ctx: Context, edit: edits.RemoveRelation) -> None:
    """Take a relation away."""
    ctx.step.delete("relation", edit.relation_id)
