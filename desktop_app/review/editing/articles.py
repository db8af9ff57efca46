"""Edits of articles as a whole: metadata, state, finish, tags, notes."""

from __future__ import annotations

import re

from desktop_app.domain import edits
from desktop_app.domain.article import ArticleState
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import PERSON, Decision, Tag
from desktop_app.review.editing.context import Context
from desktop_app.review.editing.mentions import decide
from desktop_app.store.rows import METADATA_FIELDS

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T[\d:+.Z-]+)?)?)?")


def set_metadata(ctx: Context, edit: edits.SetMetadata) -> None:
    """Change one field; a date must be ISO 8601 or empty."""
    if edit.name not in METADATA_FIELDS:
        raise EditRefused("unknown_field")
    value = " ".join(edit.value.split())
    if edit.name == "published" and value and not _DATE.fullmatch(value):
        raise EditRefused("bad_date")
    ctx.article(edit.article_id)
    ctx.step.update("article", edit.article_id, **{edit.name: value})


def set_state(ctx: Context, edit: edits.SetState) -> None:
    """Set the state; a reviewed article remembers who and when."""
    for article_id in edit.article_ids:
        ctx.article(article_id)
        reviewed = edit.state is ArticleState.REVIEWED
        ctx.step.update(
            "article",
            article_id,
            state=str(edit.state),
            reviewer=ctx.reviewer if reviewed else "",
            reviewed_at=ctx.at if reviewed else "",
        )


def finish(ctx: Context, edit: edits.Finish) -> None:
    """Decide the rest as suggested (below the threshold: refuse) and mark reviewed."""
    ctx.article(edit.article_id)
    undecided = [m for m in ctx.project.mentions.of(edit.article_id) if not m.decided]
    accepted = tuple(m.id for m in undecided if m.confidence >= edit.threshold)
    rejected = tuple(m.id for m in undecided if m.confidence < edit.threshold)
    decide(ctx, edits.Decide(accepted, Decision.ACCEPTED))
    decide(ctx, edits.Decide(rejected, Decision.REJECTED))
    for tag in ctx.project.tags.of(edit.article_id):
        if tag.decision is Decision.UNDECIDED:
            _decide_tag(ctx, tag, Decision.ACCEPTED)
    set_state(ctx, edits.SetState((edit.article_id,), ArticleState.REVIEWED))
    ctx.step.summary = f"{len(accepted)} accepted, {len(rejected)} rejected"


def _decide_tag(ctx: Context, tag: Tag, decision: Decision) -> None:
    ctx.step.update("tag", tag.id, decision=str(decision), reviewer=ctx.reviewer, decided_at=ctx.at)


def add_tag(ctx: Context, edit: edits.AddTag) -> None:
    """Accept a suggested tag or add a person's own."""
    name = " ".join(edit.tag.split())
    if not name:
        return
    ctx.article(edit.article_id)
    tag = ctx.project.tags.find(edit.article_id, name)
    if tag is not None:
        _decide_tag(ctx, tag, Decision.ACCEPTED)
    else:
        _insert_tag(ctx, edit.article_id, name)
    ctx.started(edit.article_id)


def _insert_tag(ctx: Context, article_id: int, name: str) -> None:
    row = {
        "article_id": article_id,
        "tag": name,
        "origin": PERSON,
        "decision": str(Decision.ACCEPTED),
        "reviewer": ctx.reviewer,
        "decided_at": ctx.at,
    }
    ctx.step.insert("tag", row)


def remove_tag(ctx: Context, edit: edits.RemoveTag) -> None:
    """Delete a person's tag, reject a suggested one."""
    tag = ctx.project.tags.find(edit.article_id, edit.tag)
    if tag is None:
        return
    if tag.origin == PERSON:
        ctx.step.delete("tag", tag.id)
    else:
        _decide_tag(ctx, tag, Decision.REJECTED)
    ctx.started(edit.article_id)


def rename_tag(ctx: Context, edit: edits.RenameTag) -> None:
    """Rename a tag everywhere; where the new name stands too, the old row goes."""
    new = " ".join(edit.new.split())
    if not new or new == edit.tag:
        return
    for tag in ctx.project.tags.named(edit.tag):
        standing = ctx.project.tags.find(tag.article_id, new)
        if standing is None:
            ctx.step.update("tag", tag.id, tag=new)
            continue
        if tag.decision is Decision.ACCEPTED and standing.decision is not Decision.ACCEPTED:
            _decide_tag(ctx, standing, Decision.ACCEPTED)
        ctx.step.delete("tag", tag.id)


def write_note(ctx: Context, edit: edits.WriteNote) -> None:
    """Write, change or delete a note."""
    ctx.article(edit.article_id)
    note = ctx.project.notes.find(edit.article_id, edit.mention_id, edit.span)
    text = edit.text.strip()
    if note is None and text:
        ctx.step.insert(
            "note",
            {
                "article_id": edit.article_id,
                "mention_id": edit.mention_id,
                "start": edit.span.start if edit.span else None,
                "end": edit.span.end if edit.span else None,
                "text": text,
                "reviewer": ctx.reviewer,
                "created_at": ctx.at,
                "changed_at": ctx.at,
            },
        )
    elif note is not None and text:
        if text != note.text:
            ctx.step.update("note", note.id, text=text, reviewer=ctx.reviewer, changed_at=ctx.at, open=1)
    elif note is not None:
        ctx.step.delete("note", note.id)


def close_note(ctx: Context, edit: edits.CloseNote) -> None:
    """Settle a note or open it again."""
    ctx.step.update("note", edit.note_id, open=int(edit.open), changed_at=ctx.at)
