"""The same mention elsewhere: in the article, in the project; what a decision made everywhere would touch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.domain.mention import PERSON, Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.desk import OpenArticle
from desktop_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """A mention somewhere in the project; `conflict` tells that a person decided otherwise there."""

    mention: Mention
    conflict: bool


@dataclass(frozen=True, slots=True)
class ContextLine:
    """A mention in its surroundings, on one line."""

    before: str
    text: str
    after: str


def same_mentions(article: OpenArticle, mention: Mention) -> list[Mention]:
    """The article's mentions that read as this one does, itself included, whatever their label."""
    surface = _surface(article, mention)
    return [m for m in article.mentions if _surface(article, m) == surface]


def alike(article: OpenArticle, mention: Mention, boundaries: ArticleBoundaries) -> list[Mention]:
    """Mentions that read as this one does, with or without a particle, or that mean its concept; itself included."""
    wanted = boundaries.without_particle(mention.span)
    read = article.map.reading_span(wanted)
    bare = read.of(article.map.text) if read else ""
    return [
        m for m in article.mentions if m.id == mention.id or _is_alike(article, m, mention, bare, boundaries)
    ]


def _is_alike(
    article: OpenArticle, other: Mention, mention: Mention, bare: str, boundaries: ArticleBoundaries
) -> bool:
    if mention.concept_id is not None and other.concept_id == mention.concept_id:
        return True
    surface = _surface(article, other)
    if surface == bare:
        return bool(bare)
    if not bare or not surface.startswith(bare):
        return False
    stripped = article.map.reading_span(boundaries.without_particle(other.span))
    return stripped is not None and stripped.of(article.map.text) == bare


def _surface(article: OpenArticle, mention: Mention) -> str:
    span = article.map.reading_span(mention.span)
    return span.of(article.map.text) if span else ""


def unmarked(article: OpenArticle, surface: str, boundaries: ArticleBoundaries) -> list[Span]:
    """Raw spans of the article that read so, under any particle, and carry no mention.

    A place where a person rejected exactly this span stays as it is; so does one inside another mention.
    """
    return unmarked_spans(article.map, article.mentions, surface, boundaries.snapped)


def unmarked_spans(
    mapped: TextMap, mentions: Iterable[Mention], surface: str, snapped: Callable[[Span], Span]
) -> list[Span]:
    """As `unmarked`, of any article; `snapped` is asked where a place ends inside a word."""
    everything = list(mentions)
    taken = sorted(m.span for m in everything if m.decision is not Decision.REJECTED)
    refused = {m.span for m in everything if m.decision is Decision.REJECTED}
    found = []
    for read in occurrences(mapped.text, surface):
        raw = mapped.raw_span(read)
        if raw is None or raw in refused or _is_taken(raw, taken):
            continue
        if _ends_word(mapped.text, read) or snapped(raw) == raw:
            found.append(raw)
    return found


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether one of the spans, sorted, overlaps: nested ones begin at most a block before, so look back a little."""
    at = bisect_left(taken, Span(span.end, span.end))
    return any(span.overlaps(t) for t in taken[max(0, at - 64) : at])


def _ends_word(text: str, span: Span) -> bool:
    return not (text[span.end : span.end + 1].isalnum() and text[span.end - 1].isalnum())


def occurrences(text: str, surface: str) -> Iterator[Span]:
    """Spans of text that read `surface` at the beginning of a word; its end may lie inside one."""
    for match in re.finditer(re.escape(surface), text) if surface else ():
        start, end = match.span()
        if not (start > 0 and text[start - 1].isalnum() and surface[0].isalnum()):
            yield Span(start, end)


def everywhere(
    project: Project, mention: Mention, surface: str, label: str, *, limit: int = 20_000
) -> list[Place]:
    """Mentions of the whole project that giving them `label` ("" for rejecting them) would change.

    Those that read the same, and where a label is given also those of the same concept; by article and
    position. A conflict is a person's decision that would be overruled.
    """
    found = {m.id: m for m in project.mentions.with_surface(surface, limit=limit)}
    if label and mention.concept_id is not None:
        ids = [i for i in project.concepts.mention_ids(mention.concept_id) if i not in found]
        found |= {i: project.mentions.get(i) for i in ids[:limit]}
    changed = [m for m in found.values() if not _is_settled(m, label)]
    changed.sort(key=lambda m: (m.article_id, m.start, -m.end))
    return [Place(m, m.id != mention.id and _contradicts(m, label)) for m in changed]


def standing(project: Project, mention: Mention, surface: str, *, limit: int = 20_000) -> list[Place]:
    """Mentions of the whole project that read the same and are not rejected; conflicts are those a person accepted."""
    found = [
        m for m in project.mentions.with_surface(surface, limit=limit) if m.decision is not Decision.REJECTED
    ]
    return [Place(m, m.id != mention.id and m.decided and m.reviewer != "") for m in found]


def _is_settled(mention: Mention, label: str) -> bool:
    if not label:
        return mention.decision is Decision.REJECTED
    return mention.decision is Decision.ACCEPTED and mention.label == label


def _contradicts(mention: Mention, label: str) -> bool:
    by_person = mention.decided and (mention.origin == PERSON or mention.reviewer != "" or mention.edited)
    if not by_person:
        return False
    if not label:
        return mention.decision is Decision.ACCEPTED
    return mention.decision is Decision.REJECTED or mention.label != label


class Contexts:
    """Reads mentions of any article in their surroundings; the last articles looked at are kept."""

    def __init__(self, project: Project, *, around: int = 28, kept: int = 64) -> None:
        self._project = project
        self._around = around
        self._kept = kept
        self._maps: dict[int, TextMap] = {}

    def line(self, mention: Mention) -> ContextLine:
        """The mention with up to `around` code points on either side, line breaks as blanks."""
        mapped = self._map(mention.article_id)
        read = mapped.reading_span(mention.span)
        if read is None:
            return ContextLine("", self._project.mentions.surface(mention.id), "")
        text, around = mapped.text, self._around
        before = text[max(0, read.start - around) : read.start]
        after = text[read.end : read.end + around]
        return ContextLine(before.replace("\n", " "), read.of(text), after.replace("\n", " "))

    def _map(self, article_id: int) -> TextMap:
        if article_id not in self._maps:
            if len(self._maps) >= self._kept:
                del self._maps[next(iter(self._maps))]
            self._maps[article_id] = self._project.sources.text_map(article_id)
        return self._maps[article_id]
