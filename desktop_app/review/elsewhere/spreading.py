"""Places of the whole project that read like a mention and are not marked yet, article by article."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.elsewhere.propagation import unmarked_spans
from desktop_app.store.project import Project

UNMARKED = "unmarked"
"""Origin of a place that is no mention yet; its id is negative."""
SHORTEST = 2  # code points: a single letter is not looked for where nothing is marked
COUNTED = frozenset({"DT", "TI", "QT"})


def unmarked_everywhere(project: Project, surface: str, label: str) -> Iterator[Mention | None]:
    """Places in any article that read `surface`, under any particle, as mentions to be added with `label`.

    Yields None after every article that was looked at, so that the caller may stop in between. Surfaces of one
    letter and labels of things that are counted are not spread.
    """
    if len(surface) < SHORTEST or label in COUNTED or "\n" in surface:
        return
    number = 0
    for article_id in project.search.candidates(surface):
        for span in _in_article(project, article_id, surface):
            number -= 1
            yield Mention(number, article_id, span.start, span.end, label, UNMARKED)
        yield None


def _in_article(project: Project, article_id: int, surface: str) -> list[Span]:
    mapped = project.sources.text_map(article_id)
    mentions = project.mentions.of(article_id)
    boundaries = _Later(project, article_id, mapped)
    found = unmarked_spans(mapped, mentions, surface, boundaries.snapped)
    return [s for s in found if _in_one_block(mapped, s)]


def _in_one_block(mapped: TextMap, span: Span) -> bool:
    return any(start <= span.start and span.end <= end for start, end, _ in mapped.block_of_raw)


class _Later:
    """Boundaries of an article, built only where a place ends inside a word."""

    def __init__(self, project: Project, article_id: int, mapped: TextMap) -> None:
        self._project, self._article_id, self._mapped = project, article_id, mapped
        self._made: ArticleBoundaries | None = None

    def snapped(self, span: Span) -> Span:
        if self._made is None:
            self._made = ArticleBoundaries(self._mapped, self._project.articles.tokens(self._article_id))
        return self._made.snapped(span)
