"""Edits of mentions: decide, relabel, resize, add, remove, split, merge, values, attributes."""

from __future__ import annotations

from typing import Any

from desktop_app.domain import edits
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import PERSON, Decision, Mention
from desktop_app.domain.spans import Span, trimmed
from desktop_app.review.editing.context import Context
from desktop_app.store.rows import dumps

BY_HAND = "by hand"


def decide(ctx: Context, edit: edits.Decide) -> None:
    """Accept, reject or reopen; the lexicon counts what was decided."""
    for mention_id in edit.mention_ids:
        mention = ctx.mention(mention_id)
        if mention.decision is not edit.decision:
            set_decision(ctx, mention, edit.decision)
            ctx.started(mention.article_id)


def set_decision(ctx: Context, mention: Mention, decision: Decision, **values: Any) -> None:  # noqa: ANN401
    """Decide about a mention, with other columns along; the lexicon learns what it reads as then."""
    reopened = decision is Decision.UNDECIDED
    ctx.step.update(
        "mention",
        mention.id,
        decision=str(decision),
        reviewer="" if reopened else ctx.reviewer,
        decided_at="" if reopened else ctx.at,
        **values,
    )
    if decision is Decision.ACCEPTED:
        ctx.learn(ctx.project.mentions.surface(mention.id), values.get("label", mention.label))
    elif decision is Decision.REJECTED:
        ctx.learn(ctx.project.mentions.surface(mention.id), "", scope=mention.label)


def relabel(ctx: Context, edit: edits.Relabel) -> None:
    """Set the label and accept; a person's label is final."""
    ctx.check_label(edit.label)
    for mention_id in edit.mention_ids:
        mention = ctx.mention(mention_id)
        edited = mention.edited or edit.label != mention.label
        set_decision(
            ctx, mention, Decision.ACCEPTED, label=edit.label, sublabel=edit.sublabel, edited=int(edited)
        )
        ctx.started(mention.article_id)


def resize(ctx: Context, edit: edits.Resize) -> None:
    """Give new spans and accept; a span is cut to what is read and loses blanks at its ends."""
    for mention_id, start, end in edit.spans:
        mention = ctx.mention(mention_id)
        span = checked(ctx, mention.article_id, Span(start, end))
        if span == mention.span:
            continue
        surface = ctx.surface(mention.article_id, span)
        if mention.origin != PERSON and not mention.decided and mention.span.contains(span):
            ctx.learn(
                ctx.project.mentions.surface(mention_id), "", scope=mention.label
            )  # too long, everywhere
        values = {"start": span.start, "end": span.end, "surface": surface, "fragments": "[]", "edited": 1}
        set_decision(ctx, mention, Decision.ACCEPTED, **values)
        ctx.started(mention.article_id)


def checked(ctx: Context, article_id: int, span: Span) -> Span:
    """A span of raw without blanks at its ends that lies in one block of the reading text, or EditRefused."""
    if not span:
        raise EditRefused("empty_span")
    source_id = ctx.article(article_id).source_id
    span = trimmed(span, ctx.project.sources.raw(source_id))
    if not span:
        raise EditRefused("empty_span")
    mapped = ctx.text_map(article_id)
    read = mapped.reading_span(span)
    if read is None:
        raise EditRefused("outside_text")
    if not any(start <= span.start and span.end <= end for start, end, _ in mapped.block_of_raw):
        raise EditRefused("across_blocks")
    return span


def add_mention(ctx: Context, edit: edits.AddMention) -> None:
    """Add accepted mentions; one that stands exactly there already is given the label instead."""
    ctx.check_label(edit.label)
    standing = {m.span: m for m in ctx.project.mentions.of(edit.article_id)}
    for raw_span in edit.spans:
        span = checked(ctx, edit.article_id, raw_span)
        if span in standing:
            relabel(ctx, edits.Relabel((standing[span].id,), edit.label, edit.sublabel))
            ctx.step.focus = standing[span].id
        else:
            ctx.step.focus = insert(ctx, edit.article_id, span, label=edit.label, sublabel=edit.sublabel)
    ctx.started(edit.article_id)


def insert(ctx: Context, article_id: int, span: Span, **values: Any) -> int:  # noqa: ANN401
    """Insert a person's accepted mention and let the lexicon learn it; returns its id."""
    surface = ctx.surface(article_id, span)
    ctx.learn(surface, values["label"])
    row = {
        "article_id": article_id,
        "start": span.start,
        "end": span.end,
        "surface": surface,
        "origin": PERSON,
        "decision": str(Decision.ACCEPTED),
        "reviewer": ctx.reviewer,
        "created_at": ctx.at,
        "decided_at": ctx.at,
    }
    return ctx.step.insert("mention", {**row, **values})


def remove_mention(ctx: Context, edit: edits.RemoveMention) -> None:
    """Delete what a person added, reject what was suggested."""
    for mention_id in edit.mention_ids:
        mention = ctx.mention(mention_id)
        if mention.origin == PERSON:
            ctx.learn(ctx.project.mentions.surface(mention_id), "", scope=mention.label)
            delete(ctx, mention_id)
        else:
            set_decision(ctx, mention, Decision.REJECTED)
        ctx.started(mention.article_id)


def delete(ctx: Context, mention_id: int) -> None:
    """Delete a mention with its notes and relations, so that undo brings all of them back."""
    for note in ctx.project.notes.on_mention(mention_id):
        ctx.step.delete("note", note.id)
    for relation in ctx.project.mentions.relations_of(mention_id):
        ctx.step.delete("relation", relation.id)
    ctx.step.delete("mention", mention_id)


def split_mention(ctx: Context, edit: edits.SplitMention) -> None:
    """Cut in two: the mention keeps the left part, a new one takes the right."""
    mention = ctx.mention(edit.mention_id)
    raw = ctx.project.sources.raw(ctx.article(mention.article_id).source_id)
    if not mention.start < edit.at < mention.end:
        raise EditRefused("cut_outside")
    left, right = trimmed(Span(mention.start, edit.at), raw), trimmed(Span(edit.at, mention.end), raw)
    if not left or not right:
        raise EditRefused("cut_outside")
    resize(ctx, edits.Resize(((mention.id, left.start, left.end),)))
    insert(ctx, mention.article_id, right, label=mention.label, sublabel=mention.sublabel)
    ctx.step.focus = mention.id


def merge_mentions(ctx: Context, edit: edits.MergeMentions) -> None:
    """Widen the first mention to the hull of all and take the others away."""
    mentions = [ctx.mention(i) for i in edit.mention_ids]
    if len({m.article_id for m in mentions}) != 1:
        raise EditRefused("one_article")
    hull = mentions[0].span
    for other in mentions[1:]:
        hull = hull.hull(other.span)
        if other.origin == PERSON:
            delete(ctx, other.id)
        else:
            set_decision(ctx, other, Decision.REJECTED)
    resize(ctx, edits.Resize(((mentions[0].id, hull.start, hull.end),)))
    ctx.step.focus = mentions[0].id


def teach(ctx: Context, edit: edits.Teach) -> None:
    """Let the lexicon count a surface, whatever is decided in the article."""
    if edit.label:
        ctx.check_label(edit.label)
    ctx.learn(edit.surface, edit.label)


def set_value(ctx: Context, edit: edits.SetValue) -> None:
    """Write a normalised value by hand."""
    mention = ctx.mention(edit.mention_id)
    text = edit.text.strip()
    rule = BY_HAND if text else ""
    ctx.step.update(
        "mention", mention.id, value_kind=edit.kind if text else "", value_text=text, value_rule=rule
    )


def set_attribute(ctx: Context, edit: edits.SetAttribute) -> None:
    """Set or take away an attribute."""
    for mention_id in edit.mention_ids:
        attributes = dict(ctx.mention(mention_id).attributes)
        attributes.pop(edit.name, None)
        if edit.value:
            attributes[edit.name] = edit.value
        ctx.step.update("mention", mention_id, attributes=dumps(sorted(attributes.items())))
