"""Edits of discontinuous mentions."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain import edits
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.review.editing.context import Context
from desktop_app.review.editing.mentions import checked, set_decision
from desktop_app.store.rows import spans_to_json


def add_part(ctx: Context, edit: edits.AddPart) -> None:
    """Give a mention one more part and accept it; parts that touch become one. All lie in one block."""
    mention = ctx.mention(edit.mention_id)
    part = checked(ctx, mention.article_id, edit.span)
    if any(part.overlaps(p) for p in mention.parts):
        raise EditRefused("part_overlaps")
    parts = _joined([*mention.parts, part])
    hull = checked(ctx, mention.article_id, Span(parts[0].start, parts[-1].end))
    set_decision(
        ctx,
        mention,
        Decision.ACCEPTED,
        start=hull.start,
        end=hull.end,
        surface=ctx.surface(mention.article_id, hull),
        fragments=spans_to_json(parts) if len(parts) > 1 else "[]",
        edited=1,
    )
    ctx.step.focus = mention.id
    ctx.started(mention.article_id)


def _joined(parts: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for part in sorted(parts):
        if found and part.start <= found[-1].end:
            found[-1] = found[-1].hull(part)
        else:
            found.append(part)
    return tuple(found)
