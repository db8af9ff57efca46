"""The same mention elsewhere: in the article, in the project; what a decision made everywhere would touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.mention import PERSON, Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.review.boundaries import Boundaries
from desktop_app.review.desk import OpenArticle
from desktop_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a surface stands: its article, its span of raw, the mention there (0: none yet).

    `conflict` tells that a person decided otherwise there; `before`, `text`, `after` are the context line.
    """

    article_id: int
    span: Span
    mention_id: int
    label: str
    decision: str
    conflict: bool
    before: str
    text: str
    after: str


def same_mentions(article: OpenArticle, mention: Mention) -> list[Mention]:
    """The article's mentions that read as this one does, itself included, whatever their label."""
    surface = _surface(article, mention)
    return [m for m in article.mentions if _surface(article, m) == surface]


def _surface(article: OpenArticle, mention: Mention) -> str:
    span = article.map.reading_span(mention.span)
    return span.of(article.map.text) if span else ""


def unmarked(article: OpenArticle, surface: str) -> list[Span]:
    """Raw spans of the article that read so at a word's beginning and carry no mention that is not rejected."""
    taken = [m.span for m in article.mentions if m.decision is not Decision.REJECTED]
    found = []
    for read in occurrences(article.map.text, surface, Boundaries(article.map.text, article.tokens)):
        raw = article.map.raw_span(read)
        if raw is not None and not any(raw.overlaps(t) for t in taken):
            found.append(raw)
    return found


def occurrences(text: str, surface: str, boundaries: Boundaries | None = None) -> Iterator[Span]:
    """Spans of text that read `surface`, not inside a longer word: what follows must be a particle or no letter."""
    if not surface:
        return
    for match in re.finditer(re.escape(surface), text):
        span = Span(*match.span())
        if span.start > 0 and text[span.start - 1].isalnum() and surface[0].isalnum():
            continue
        follows = text[span.end : span.end + 1]
        if follows.isalnum() and surface[-1].isalnum():
            snapped = (boundaries or Boundaries(text)).snapped(span)
            if snapped != span:
                continue
        yield span


def everywhere(project: Project, mention: Mention, surface: str, *, limit: int = 2_000) -> list[Place]:
    """Mentions of the whole project that read the same, with context; conflicts are a person's other decisions."""
    places = []
    texts: dict[int, tuple[str, object]] = {}
    for other in project.mentions.with_surface(surface, limit=limit):
        if other.article_id not in texts:
            mapped = project.sources.text_map(other.article_id)
            texts[other.article_id] = (mapped.text, mapped.reading_span)
        text, reading_span = texts[other.article_id]
        assert callable(reading_span)
        read = reading_span(other.span)
        if read is not None:
            places.append(_place(other, read, text, mention.label))
    return places


def _place(other: Mention, read: Span, text: str, label: str) -> Place:
    by_person = other.decided and (other.origin == PERSON or other.reviewer != "")
    conflict = by_person and (other.decision is Decision.REJECTED or other.label != label)
    return Place(
        other.article_id,
        other.span,
        other.id,
        other.label,
        str(other.decision),
        conflict,
        text[max(0, read.start - 24) : read.start].replace("\n", " "),
        read.of(text),
        text[read.end : read.end + 24].replace("\n", " "),
    )
