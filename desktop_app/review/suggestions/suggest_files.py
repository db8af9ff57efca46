"""Suggestions for files without a project: one plain record per article, in offsets of the file's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop_app.domain import textmap
from desktop_app.domain.article import Metadata, Role
from desktop_app.domain.drafts import BlockDraft, SourceDraft
from desktop_app.domain.spans import trimmed
from desktop_app.domain.suggestions import ArticleText, Lexicon, Suggestions
from desktop_app.domain.textmap import TextMap

BATCH_CHARACTERS = 60_000
LONGEST_SENTENCE = 400
"""Code points; more than twice the longest sentence of KLUE-NER's development set."""


class Extracts(Protocol):
    """Whatever makes suggestions for articles, in order."""

    def suggest(self, articles: Sequence[ArticleText], lexicon: Lexicon | None = None) -> list[Suggestions]:
        """One answer per article."""
        ...


@dataclass(frozen=True)
class _Asked:
    draft: SourceDraft
    ordinal: int
    metadata: Metadata
    blocks: list[BlockDraft]
    mapped: TextMap
    text: ArticleText


def records(extractor: Extracts, drafts: Iterable[SourceDraft]) -> Iterator[dict[str, Any]]:
    """One record per article, in order: file, article, title, published, blocks, mentions, tags.

    Offsets are code points of the file's decoded text. A boilerplate block of no article is told with the
    article before it. Articles are asked for in batches, so that memory stays flat.
    """
    batch: list[_Asked] = []
    size = 0
    for draft in drafts:
        for asked in _articles(draft):
            batch.append(asked)
            size += len(asked.text.text)
        if size >= BATCH_CHARACTERS:
            yield from _answered(extractor, batch)
            batch, size = [], 0
    yield from _answered(extractor, batch)


def _articles(draft: SourceDraft) -> Iterator[_Asked]:
    owner: dict[int, list[BlockDraft]] = {}
    current = next((b.article for b in draft.blocks if b.article is not None), 0) or 0
    for block in draft.blocks:
        current = block.article if block.article is not None else current
        owner.setdefault(current, []).append(block)
    for ordinal in sorted({*owner, *range(len(draft.metadata))}):
        blocks = owner.get(ordinal, [])
        metadata = draft.metadata[ordinal] if ordinal < len(draft.metadata) else Metadata()
        mapped = textmap.build(draft.raw, [b for b in blocks if b.article == ordinal], draft.corrections)
        text = ArticleText(
            mapped.text,
            tuple(mapped.blocks),
            metadata.title,
            metadata.outlet,
            metadata.published,
            sentence=_is_sentence(mapped, metadata),
        )
        yield _Asked(draft, ordinal, metadata, blocks, mapped, text)


def _is_sentence(mapped: TextMap, metadata: Metadata) -> bool:
    """Whether the text is one line of sentence length that nothing shows to be part of an article."""
    bare = not (metadata.title or metadata.outlet or metadata.published) and len(mapped.blocks) <= 1
    return bare and len(mapped) <= LONGEST_SENTENCE and "\n" not in mapped.text


def _answered(extractor: Extracts, batch: list[_Asked]) -> Iterator[dict[str, Any]]:
    answers = extractor.suggest([asked.text for asked in batch]) if batch else []
    for asked, answer in zip(batch, answers, strict=True):
        yield _record(asked, answer)


def _record(asked: _Asked, answer: Suggestions) -> dict[str, Any]:
    return {
        "file": asked.draft.name,
        "article": asked.ordinal,
        "title": asked.metadata.title,
        "published": asked.metadata.published,
        "blocks": list(_blocks(asked)),
        "mentions": list(_mentions(asked, answer)),
        "tags": [{"tag": t.tag, "confidence": round(t.confidence, 4)} for t in answer.tags],
    }


def _blocks(asked: _Asked) -> Iterator[dict[str, Any]]:
    for block in sorted(asked.blocks, key=lambda b: b.start):
        span = trimmed(block.span, asked.draft.raw)
        if span:
            yield {"start": span.start, "end": span.end, "role": str(block.role)}


def _mentions(asked: _Asked, answer: Suggestions) -> Iterator[dict[str, Any]]:
    for mention in answer.mentions:
        raw = asked.mapped.raw_span(mention.span)
        if raw is not None:
            yield {
                "start": raw.start,
                "end": raw.end,
                "label": mention.label,
                "text": raw.of(asked.draft.raw),
                "confidence": round(mention.confidence, 4),
                "origin": mention.origin,
            }


def sentence_draft(text: str, name: str) -> SourceDraft:
    """A text taken as it is, without cleaning: every line a body block of one article."""
    blocks, at = [], 0
    for order, line in enumerate(text.splitlines(keepends=True)):
        role = Role.BODY if line.strip() else Role.BOILERPLATE
        blocks.append(BlockDraft(at, at + len(line), role, 0 if line.strip() else None, order))
        at += len(line)
    return SourceDraft(name, "", "utf-8", "text", text, tuple(blocks), (), (Metadata(),))
