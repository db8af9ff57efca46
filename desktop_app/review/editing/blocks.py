"""Edits of the reading text: roles, splitting and merging blocks and articles, corrections."""

from __future__ import annotations

import itertools

from desktop_app.domain import edits
from desktop_app.domain.article import Block, Role
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.spans import Span, trimmed
from desktop_app.review.editing.context import Context
from desktop_app.store.rows import block_from_row

_LEADING = (Role.TITLE, Role.SUBTITLE)


def _block(ctx: Context, block_id: int) -> Block:
    row = ctx.project.db.execute("SELECT * FROM block WHERE id = ?", [block_id]).fetchone()
    if row is None:
        raise EditRefused("no_block")
    return block_from_row(row)


def set_role(ctx: Context, edit: edits.SetRole) -> None:
    """Give blocks a role; it counts as the reviewer's from now on."""
    for block_id in edit.block_ids:
        _block(ctx, block_id)
        ctx.step.update("block", block_id, role=str(edit.role), origin=ctx.reviewer or "person")


def split_block(ctx: Context, edit: edits.SplitBlock) -> None:
    """Cut a block in two; the second follows the first in reading order."""
    block = _block(ctx, edit.block_id)
    raw = ctx.project.sources.raw(block.source_id)
    if not trimmed(Span(block.start, max(block.start, edit.at)), raw) or not trimmed(
        Span(min(edit.at, block.end), block.end), raw
    ):
        raise EditRefused("cut_outside")
    ctx.step.update("block", block.id, end=edit.at)
    new = _row(block) | {"start": edit.at, "origin": ctx.reviewer or "person"}
    new_id = ctx.step.insert("block", new)
    if block.article_id is not None:
        order = [b.id for b in ctx.project.sources.blocks_of(block.article_id) if b.id != new_id]
        order.insert(order.index(block.id) + 1, new_id)
        _renumber(ctx, order)


def _row(block: Block) -> dict[str, object]:
    return {
        "source_id": block.source_id,
        "article_id": block.article_id,
        "start": block.start,
        "end": block.end,
        "role": str(block.role),
        "order": block.order,
        "page": block.page,
        "repeat": int(block.repeat),
        "origin": block.origin,
    }


def _renumber(ctx: Context, block_ids: list[int]) -> None:
    for order, block_id in enumerate(block_ids):
        ctx.step.update("block", block_id, order=order)


def merge_blocks(ctx: Context, edit: edits.MergeBlocks) -> None:
    """Join neighbours in raw into the first of them."""
    blocks = sorted((_block(ctx, i) for i in edit.block_ids), key=lambda b: b.start)
    for left, right in itertools.pairwise(blocks):
        if left.source_id != right.source_id or left.end != right.start:
            raise EditRefused("not_neighbours")
    first = blocks[0]
    for block in blocks[1:]:
        _move_mentions(ctx, block, first.article_id)
        ctx.step.delete("block", block.id)
    ctx.step.update("block", first.id, end=blocks[-1].end, origin=ctx.reviewer or "person")


def move_blocks(ctx: Context, edit: edits.MoveBlocks) -> None:
    """Put blocks into another article of the source, with the mentions that lie in them."""
    blocks = [_block(ctx, i) for i in edit.block_ids]
    if edit.article_id is not None:
        target = ctx.article(edit.article_id)
        if any(b.source_id != target.source_id for b in blocks):
            raise EditRefused("other_source")
    for article_id in {b.article_id for b in blocks} - {None, edit.article_id}:
        if article_id is not None:
            _keep_one(ctx, article_id, {b.id for b in blocks})
    for block in blocks:
        _move_mentions(ctx, block, edit.article_id)
        ctx.step.update("block", block.id, article_id=edit.article_id, origin=ctx.reviewer or "person")
    if edit.article_id is not None:
        _place(ctx, edit.article_id, {b.id for b in blocks})


def _keep_one(ctx: Context, article_id: int, leaving: set[int]) -> None:
    if all(b.id in leaving for b in ctx.project.sources.blocks_of(article_id)):
        raise EditRefused("last_block")


def _place(ctx: Context, article_id: int, moved: set[int]) -> None:
    """Put newcomers where raw order has them, titles and subtitles before the rest."""
    blocks = ctx.project.sources.blocks_of(article_id)
    order = [b for b in blocks if b.id not in moved]
    for block in sorted((b for b in blocks if b.id in moved), key=lambda b: b.start):
        at = 0
        for index, other in enumerate(order):
            if (other.role in _LEADING, -other.start) > (block.role in _LEADING, -block.start):
                at = index + 1
        order.insert(at, block)
    _renumber(ctx, [b.id for b in order])


def _move_mentions(ctx: Context, block: Block, article_id: int | None) -> None:
    if article_id is None or block.article_id in {None, article_id}:
        return
    for mention in ctx.project.mentions.of(int(block.article_id or 0)):
        if block.span.contains(mention.span):
            _move_mention(ctx, mention.id, article_id)


def _move_mention(ctx: Context, mention_id: int, article_id: int) -> None:
    ctx.step.update("mention", mention_id, article_id=article_id)
    for note in ctx.project.notes.on_mention(mention_id):
        ctx.step.update("note", note.id, article_id=article_id)
    for relation in ctx.project.mentions.relations_of(mention_id):
        ends = {ctx.mention(relation.from_mention).article_id, ctx.mention(relation.to_mention).article_id}
        if len(ends) == 1:
            ctx.step.update("relation", relation.id, article_id=article_id)


def split_article(ctx: Context, edit: edits.SplitArticle) -> None:
    """Make a new article of some of an article's blocks; its title is that of its title block."""
    article = ctx.article(edit.article_id)
    blocks = [_block(ctx, i) for i in edit.block_ids]
    if not blocks or any(b.article_id != article.id for b in blocks):
        raise EditRefused("no_block")
    raw = ctx.project.sources.raw(article.source_id)
    titles = [trimmed(b.span, raw).of(raw) for b in blocks if b.role is Role.TITLE]
    ordinal = 1 + max(a.ordinal for a in ctx.project.articles.of_source(article.source_id))
    new_id = ctx.step.insert(
        "article",
        {
            "source_id": article.source_id,
            "ordinal": ordinal,
            "title": " ".join(titles[0].split()) if titles else "",
            "outlet": article.metadata.outlet,
            "published": article.metadata.published,
        },
    )
    move_blocks(ctx, edits.MoveBlocks(edit.block_ids, new_id))


def merge_articles(ctx: Context, edit: edits.MergeArticles) -> None:
    """Move everything of the other article into the first and delete the other."""
    article, other = ctx.article(edit.article_id), ctx.article(edit.other_id)
    if article.source_id != other.source_id or article.id == other.id:
        raise EditRefused("other_source")
    own = ctx.project.sources.blocks_of(article.id)
    theirs = ctx.project.sources.blocks_of(other.id)
    for mention in ctx.project.mentions.of(other.id):
        _move_mention(ctx, mention.id, article.id)
    for block in theirs:
        ctx.step.update("block", block.id, article_id=article.id)
    _renumber(ctx, [b.id for b in own + theirs])
    for note in ctx.project.notes.of(other.id):
        ctx.step.update("note", note.id, article_id=article.id)
    for tag in ctx.project.tags.of(other.id):
        if ctx.project.tags.find(article.id, tag.tag) is None:
            ctx.step.update("tag", tag.id, article_id=article.id)
        else:
            ctx.step.delete("tag", tag.id)
    ctx.step.delete("article", other.id)


def correct_text(ctx: Context, edit: edits.CorrectText) -> None:
    """Lay a correction over raw; those it touches are taken in or away."""
    source_id = ctx.article(edit.article_id).source_id
    raw = ctx.project.sources.raw(source_id)
    if not 0 <= edit.start <= edit.end <= len(raw):
        raise EditRefused("empty_span")
    for row_id in ctx.project.sources.correction_ids(source_id, edit.start, edit.end):
        row = ctx.step.row("correction", row_id) or {}
        inside = edit.start <= row["start"] and row["end"] <= edit.end
        if inside or Span(row["start"], row["end"]).overlaps(Span(edit.start, edit.end)):
            ctx.step.delete("correction", row_id)
    if raw[edit.start : edit.end] != edit.text:
        ctx.step.insert(
            "correction",
            {
                "source_id": source_id,
                "start": edit.start,
                "end": edit.end,
                "text": edit.text,
                "kind": "text",
                "origin": ctx.reviewer or "person",
            },
        )
