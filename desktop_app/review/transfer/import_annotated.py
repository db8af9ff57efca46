"""Annotated articles into a project: text, blocks, mentions, tags, notes, relations as a dataset has them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.domain.article import Correction, Role
from desktop_app.domain.dataset import DataArticle, DataMention, DataNote
from desktop_app.domain.drafts import BlockDraft, SourceDraft
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.store.project import Project
from desktop_app.store.rows import dumps, now, spans_to_json

_ROLES = frozenset(map(str, Role))


@dataclass
class AnnotatedReport:
    """What was taken in: new article ids, sources known already, mentions that lie outside every block."""

    article_ids: list[int] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    mentions: int = 0
    outside: int = 0
    cancelled: bool = False


def import_annotated(
    project: Project, articles: Iterable[DataArticle], progress: Callable[[int], bool] | None = None
) -> AnnotatedReport:
    """Store annotated articles; those of one source that follow each other are kept together.

    Every article carries its source's text and has its blocks and mentions in it (importers see to that where
    a format knows no source). A source is stored whole or not at all.
    """
    report = AnnotatedReport()
    for group in _by_source(articles):
        with project.db.atomic():
            _import_source(project, group, report)
        if progress is not None and not progress(len(report.article_ids)):
            report.cancelled = True
            break
    if report.article_ids:
        with project.db.atomic():
            summary = f"{len(report.article_ids)} articles, {report.mentions} mentions"
            project.history.note_machine("ImportAnnotated", summary)
    return report


def _by_source(articles: Iterable[DataArticle]) -> Iterator[list[DataArticle]]:
    """The articles of one source together; one that repeats an ordinal is the same source once more."""
    group: list[DataArticle] = []
    for article in articles:
        last = group[-1] if group else article
        if group and (article.source_sha256 != last.source_sha256 or article.ordinal <= last.ordinal):
            yield group
            group = []
        group.append(article)
    if group:
        yield group


def _import_source(project: Project, articles: list[DataArticle], report: AnnotatedReport) -> None:
    draft = source_draft(articles)
    ids = project.sources.add(draft)
    if not ids:
        report.known.append(draft.name)
        return
    report.article_ids += ids
    for article_id, article in zip(ids, articles, strict=True):
        _add_annotations(project, article_id, article, report)


def source_draft(articles: list[DataArticle]) -> SourceDraft:
    """The source that articles come from, cut as their blocks say."""
    first = articles[0]
    raw = first.source_text
    blocks = [
        BlockDraft(b.source_start, b.source_end, _role(b.role), ordinal, order, repeat=b.repeat)
        for ordinal, article in enumerate(articles)
        for order, b in enumerate(article.blocks)
    ]
    corrections = {c for article in articles for c in article.corrections}
    return SourceDraft(
        name=first.source_file or f"article-{first.id}.txt",
        sha256=first.source_sha256 or hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding=first.source_encoding or "utf-8",
        format=first.source_format or "text",
        raw=raw,
        blocks=tuple(_tiled(raw, blocks)),
        corrections=tuple(sorted(corrections, key=_by_place)),
        metadata=tuple(a.metadata for a in articles),
    )


def _by_place(correction: Correction) -> tuple[int, int]:
    return correction.start, correction.end


def _role(name: str) -> Role:
    return Role(name) if name in _ROLES else Role.BODY


def _tiled(raw: str, blocks: list[BlockDraft]) -> Iterator[BlockDraft]:
    """The blocks stretched over the blanks behind them; other text between them is boilerplate."""
    at = 0
    ordered = sorted((b for b in blocks if b.end > b.start), key=lambda b: b.start)
    for index, block in enumerate(ordered):
        start = max(block.start, at)
        if raw[at:start].strip():
            yield BlockDraft(at, start, Role.BOILERPLATE, None)
        else:
            start = at
        following = ordered[index + 1].start if index + 1 < len(ordered) else len(raw)
        end = max(start, block.end)
        at = following if not raw[end:following].strip() and following > end else end
        yield BlockDraft(start, at, block.role, block.article, block.order, repeat=block.repeat)
    if at < len(raw):
        yield BlockDraft(at, len(raw), Role.BOILERPLATE, None)


def _add_annotations(
    project: Project, article_id: int, article: DataArticle, report: AnnotatedReport
) -> None:
    mapped = project.sources.text_map(article_id)
    ids: dict[int, int] = {}
    for mention in article.mentions:
        new_id = _add_mention(project, article_id, mention, mapped)
        if new_id is None:
            report.outside += 1
        else:
            ids[mention.id] = new_id
    report.mentions += len(ids)
    for tag in article.tags:
        project.tags.insert(article_id, tag.tag, tag.origin, tag.confidence, tag.decision)
    for relation in article.relations:
        if relation.from_mention in ids and relation.to_mention in ids:
            ends = ids[relation.from_mention], ids[relation.to_mention]
            project.mentions.insert_relation(article_id, relation.kind, *ends)
    _add_notes(project, article_id, article, ids, mapped)
    if article.tokens and mapped.text == article.text:
        project.articles.set_tokens(article_id, project.articles.get(article_id).text_hash, article.tokens)
    project.articles.set_standing(article_id, article.state, article.reviewer, article.reviewed_at)


def _add_mention(project: Project, article_id: int, mention: DataMention, mapped: TextMap) -> int | None:
    span = Span(mention.source_start, mention.source_end)
    read = mapped.reading_span(span)
    if read is None:
        return None
    value = mention.value
    concept = (
        project.concepts.named(mention.concept, mention.label, mention.text) if mention.concept else None
    )
    parts = [p for part in mention.parts if (p := mapped.raw_span(part)) is not None]
    return project.mentions.insert(
        {
            "article_id": article_id,
            "start": span.start,
            "end": span.end,
            "fragments": spans_to_json(tuple(parts)),
            "surface": read.of(mapped.text),
            "label": mention.label,
            "sublabel": mention.sublabel,
            "attributes": dumps([list(pair) for pair in mention.attributes]),
            "origin": mention.origin,
            "confidence": mention.confidence,
            "decision": mention.decision,
            "edited": int(mention.edited),
            "value_kind": value.kind if value else "",
            "value_text": value.text if value else "",
            "value_rule": value.rule if value else "",
            "concept_id": concept,
            "reviewer": mention.reviewer,
            "created_at": mention.created_at or now(),
            "decided_at": mention.decided_at,
        }
    )


def _add_notes(
    project: Project, article_id: int, article: DataArticle, ids: dict[int, int], mapped: TextMap
) -> None:
    told = {n.mention for n in article.notes}
    on_mentions = [DataNote(m.note, m.id) for m in article.mentions if m.note and m.id not in told]
    for note in (*article.notes, *on_mentions):
        if note.mention is not None and note.mention not in ids:
            continue
        span = None
        if note.start is not None and note.end is not None:
            span = mapped.raw_span(Span(note.start, note.end))
        project.notes.insert(
            article_id, note.text, ids.get(note.mention or 0), span, open_=note.open, reviewer=note.reviewer
        )
