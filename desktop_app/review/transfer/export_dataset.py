"""A project as a dataset: articles complete in themselves, for the exporters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.article import ArticleState, Correction
from desktop_app.domain.dataset import (
    DataArticle,
    DataBlock,
    DataConcept,
    DataMention,
    DataNote,
    DataRelation,
    Dataset,
    DataTag,
)
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Mention, Note
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.review.desk import OpenArticle, ReviewDesk
from desktop_app.store.project import Project
from desktop_app.store.queue import Filter


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles go out: those reviewed, or all; of these what `wanted` lets through; or just the ids given."""

    all_articles: bool = False
    article_ids: tuple[int, ...] | None = None
    wanted: Filter | None = None


def dataset(project: Project, schema: LabelSchema, selection: Selection | None = None) -> Dataset:
    """The project's articles as a dataset that streams; they are read from the project one by one."""
    from desktop_app import __version__

    return Dataset(
        project=project.name,
        schema=schema,
        guideline=schema.guideline,
        articles=articles(project, schema, selection_ids(project, selection or Selection())),
        concepts=tuple(
            DataConcept(c.name, c.label, c.aliases, c.external_id, c.note) for c in project.concepts.all()
        ),
        licence=project.meta("licence"),
        version=__version__,
    )


def selection_ids(project: Project, selection: Selection) -> list[int]:
    """The ids that a selection stands for, in import order."""
    if selection.article_ids is not None:
        return [i for i in selection.article_ids if project.articles.exists(i)]
    if selection.wanted is not None:
        return project.queue.ids(_reviewed_unless(selection.wanted, all_articles=selection.all_articles))
    return project.articles.ids() if selection.all_articles else project.articles.ids("reviewed")


def _reviewed_unless(wanted: Filter, *, all_articles: bool) -> Filter:
    if wanted.states or all_articles:
        return wanted
    return replace(wanted, states=(str(ArticleState.REVIEWED),))


def articles(project: Project, schema: LabelSchema, ids: Iterable[int]) -> Iterator[DataArticle]:
    """The articles one by one."""
    desk = ReviewDesk(project, schema)
    concepts = {c.id: c.name for c in project.concepts.all()}
    for article_id in ids:
        yield data_article(project, desk.open(article_id), concepts)


def data_article(project: Project, opened: OpenArticle, concepts: dict[int, str]) -> DataArticle:
    """One article, complete. Mentions of which nothing is read are left out."""
    source = project.sources.about(opened.article.source_id)
    notes = {n.mention_id: n.text for n in opened.notes if n.mention_id is not None}
    mentions = [d for m in opened.mentions if (d := _mention(m, opened.map, concepts, notes)) is not None]
    there = {m.id for m in mentions}
    return DataArticle(
        id=opened.article.id,
        source_file=source.name,
        source_sha256=source.sha256,
        source_encoding=source.encoding,
        source_format=source.format,
        ordinal=opened.article.ordinal,
        metadata=opened.article.metadata,
        state=str(opened.article.state),
        reviewer=opened.article.reviewer,
        reviewed_at=opened.article.reviewed_at,
        text=opened.map.text,
        source_text=opened.raw,
        blocks=tuple(_blocks(opened)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.id))),
        tags=tuple(DataTag(t.tag, t.origin, str(t.decision), t.confidence) for t in opened.tags),
        notes=tuple(_note(n, opened.map) for n in opened.notes),
        relations=tuple(
            DataRelation(r.kind, r.from_mention, r.to_mention)
            for r in opened.relations
            if r.from_mention in there and r.to_mention in there
        ),
        corrections=tuple(c for c in project.sources.corrections(source.id) if _in_text(c, opened.map)),
        tokens=tuple(opened.tokens),
    )


def _in_text(correction: Correction, mapped: TextMap) -> bool:
    return any(start <= correction.start and correction.end <= end for start, end, _ in mapped.block_of_raw)


def _blocks(opened: OpenArticle) -> Iterator[DataBlock]:
    repeated = [b for b in opened.blocks if b.repeat]
    for start, end, index in opened.map.block_of_raw:
        block = opened.map.blocks[index]
        repeat = any(b.start <= start < b.end for b in repeated)
        yield DataBlock(block.start, block.end, block.role, start, end, repeat)


def _mention(
    m: Mention, mapped: TextMap, concepts: dict[int, str], notes: dict[int, str]
) -> DataMention | None:
    read = mapped.reading_span(m.span)
    if read is None:
        return None
    parts = tuple(p for f in m.fragments if (p := mapped.reading_span(f)) is not None)
    return DataMention(
        id=m.id,
        start=read.start,
        end=read.end,
        source_start=m.start,
        source_end=m.end,
        label=m.label,
        text=read.of(mapped.text),
        origin=m.origin,
        decision=str(m.decision),
        confidence=m.confidence,
        sublabel=m.sublabel,
        edited=m.edited,
        parts=parts,
        attributes=m.attributes,
        value=m.value,
        concept=concepts.get(m.concept_id or 0, ""),
        note=notes.get(m.id, ""),
        reviewer=m.reviewer,
        created_at=m.created_at,
        decided_at=m.decided_at,
    )


def _note(note: Note, mapped: TextMap) -> DataNote:
    span = None
    if note.start is not None and note.end is not None:
        span = mapped.reading_span(Span(note.start, note.end))
    return DataNote(
        text=note.text,
        mention=note.mention_id,
        start=span.start if span else None,
        end=span.end if span else None,
        open=note.open,
        reviewer=note.reviewer,
    )
