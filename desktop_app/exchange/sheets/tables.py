"""Mentions, tags, relations, notes and concepts as tables of plain cells, shared by CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.dataset import DataArticle, DataConcept
from desktop_app.exchange.shaping.notes import mention_notes

Cell = str | int | float
Row = Sequence[Cell]

_ARTICLE = ("article", "source_file", "title", "outlet", "published")

HEADINGS: dict[str, tuple[str, ...]] = {
    "articles": (*_ARTICLE, "state", "reviewer", "characters", "mentions", "url"),
    "mentions": (
        *_ARTICLE, "mention", "start", "end", "source_start", "source_end", "label", "sublabel", "text", "origin",
        "decision", "confidence", "value", "concept", "note", "reviewer", "decided_at", "before", "after",
    ),
    "tags": (*_ARTICLE, "tag", "origin", "decision", "confidence"),
    "relations": (*_ARTICLE, "kind", "from_mention", "from_text", "to_mention", "to_text"),
    "notes": (*_ARTICLE, "mention", "start", "end", "open", "reviewer", "note"),
    "concepts": ("name", "label", "aliases", "external_id", "note"),
}  # fmt: skip
_AROUND = 30
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: Cell) -> Cell:
    """The cell such that no spreadsheet runs it: text that begins like a formula gets an apostrophe before it.

    The characters are those of OWASP's page on CSV injection.
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def article_rows(article: DataArticle) -> Iterator[tuple[str, Row]]:
    """(table, row) for everything that an article holds, every cell neutral."""
    meta = article.metadata
    own: tuple[Cell, ...] = (article.id, article.source_file, meta.title, meta.outlet, meta.published)
    for table, row in _rows(article):
        yield table, [neutral(cell) for cell in (*own, *row)]


def _rows(article: DataArticle) -> Iterator[tuple[str, Row]]:
    yield (
        "articles",
        (article.state, article.reviewer, len(article.text), len(article.mentions), article.metadata.url),
    )
    yield from (("mentions", row) for row in _mentions(article))
    for t in article.tags:
        yield "tags", (t.tag, t.origin, t.decision, t.confidence)
    texts = {m.id: m.text for m in article.mentions}
    for r in article.relations:
        ends = (r.from_mention, texts[r.from_mention], r.to_mention, texts[r.to_mention])
        yield "relations", (r.kind, *ends)
    for n in article.notes:
        place = tuple("" if p is None else p for p in (n.mention, n.start, n.end))
        yield "notes", (*place, "yes" if n.open else "no", n.reviewer, n.text)


def _mentions(article: DataArticle) -> Iterator[Row]:
    notes = mention_notes(article)
    text = article.text
    for m in article.mentions:
        value = m.value.text if m.value else ""
        place = (m.id, m.start, m.end, m.source_start, m.source_end)
        around = (text[max(0, m.start - _AROUND) : m.start], text[m.end : m.end + _AROUND])
        decided = (
            m.origin,
            m.decision,
            m.confidence,
            value,
            m.concept,
            notes.get(m.id, ""),
            m.reviewer,
            m.decided_at,
        )
        yield (*place, m.label, m.sublabel, m.text, *decided, *around)


def concept_row(concept: DataConcept) -> Row:
    """The row of a concept, every cell neutral; aliases are joined by ` | `."""
    cells = (concept.name, concept.label, " | ".join(concept.aliases), concept.external_id, concept.note)
    return [neutral(cell) for cell in cells]
