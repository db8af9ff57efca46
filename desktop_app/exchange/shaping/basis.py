"""An article over its source text instead of its reading text."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.article import Block, Role
from desktop_app.domain.dataset import DataArticle, DataBlock, DataMention, DataNote
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token
from desktop_app.domain.textmap import TextMap, build


def on_source(article: DataArticle) -> DataArticle:
    """The article with the stretch of raw text from its first to its last block as its text.

    Offsets count from the beginning of that stretch; `source_start` and `source_end` stay as they are. Parts,
    notes and tokens go through the map between raw and reading text, rebuilt from blocks and corrections.
    """
    if not article.blocks:
        return article
    low = min(b.source_start for b in article.blocks)
    high = max(b.source_end for b in article.blocks)
    text = article.source_text[low:high]
    between = _map(article)
    blocks = sorted((_block(b, low) for b in article.blocks), key=lambda b: b.start)
    mentions = sorted((_mention(m, low, text, between) for m in article.mentions), key=mention_order)
    return replace(
        article,
        text=text,
        blocks=tuple(blocks),
        mentions=tuple(mentions),
        notes=tuple(_note(n, low, between) for n in article.notes),
        tokens=tuple(t for t in (_token(t, low, between, text) for t in article.tokens) if t is not None),
    )


def mention_order(mention: DataMention) -> tuple[int, int, str, int]:
    """The order of an article's mentions: by start, longer first, label, id."""
    return mention.start, -mention.end, mention.label, mention.id


def _map(article: DataArticle) -> TextMap | None:
    blocks = [
        Block(i, 0, 0, b.source_start, b.source_end, Role(b.role), order=i)
        for i, b in enumerate(article.blocks)
    ]
    built = build(article.source_text, blocks, article.corrections, skip=frozenset())
    return built if built.text == article.text else None


def _raw(start: int, end: int, low: int, between: TextMap | None) -> Span | None:
    found = between.raw_span(Span(start, end)) if between else None
    return found.shifted(-low) if found and found.start >= low else None


def _block(block: DataBlock, low: int) -> DataBlock:
    return replace(block, start=block.source_start - low, end=block.source_end - low)


def _mention(mention: DataMention, low: int, text: str, between: TextMap | None) -> DataMention:
    start, end = mention.source_start - low, mention.source_end - low
    parts = [_raw(p.start, p.end, low, between) for p in mention.parts]
    kept = tuple(sorted(p for p in parts if p)) if all(parts) else ()
    return replace(mention, start=start, end=end, text=text[start:end], parts=kept)


def _note(note: DataNote, low: int, between: TextMap | None) -> DataNote:
    if note.start is None or note.end is None:
        return note
    found = _raw(note.start, note.end, low, between)
    return replace(note, start=found.start if found else None, end=found.end if found else None)


def _token(token: Token, low: int, between: TextMap | None, text: str) -> Token | None:
    found = _raw(token.start, token.end, low, between)
    return Token(found.start, found.end, token.tag, found.of(text)) if found else None
