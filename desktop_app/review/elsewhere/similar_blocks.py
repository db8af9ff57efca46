"""Blocks of other articles that look like one whose role a reviewer set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop_app.domain.article import Block, Role
from desktop_app.domain.spans import trimmed
from desktop_app.reading import RoleExample, learn_roles
from desktop_app.store.project import Project
from desktop_app.store.queue import Filter

LONGEST = 200
"""Code points: what is longer than this is no furniture of a page, and is not carried over."""


def similar_blocks(
    project: Project,
    article_id: int,
    blocks: Sequence[Block],
    role: Role,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[int]:
    """Ids of the blocks in the outlet's other articles that would take the role too.

    Those that a person set are left out.
    """
    article = project.articles.get(article_id)
    outlet = article.metadata.outlet
    raw = project.sources.raw(article.source_id)
    texts = [text for b in blocks if 0 < len(text := trimmed(b.span, raw).of(raw)) <= LONGEST]
    if not outlet or not texts:
        return []
    model = learn_roles(RoleExample(outlet, text, role) for text in texts)
    found: list[int] = []
    for other in project.queue.ids(Filter(outlet=outlet)):
        if cancelled():
            break
        if other != article_id:
            others = [(b.id, text) for b, text in _short(project, other) if b.role is not role]
            found += [block_id for block_id, text in others if model.suggest(outlet, text) is role]
    return found


def _short(project: Project, article_id: int) -> Iterator[tuple[Block, str]]:
    """The blocks that cleaning set, with their text, where it is short."""
    blocks = [b for b in project.sources.blocks_of(article_id) if b.origin == "cleaning"]
    raw = project.sources.raw(project.sources.source_of(article_id)) if blocks else ""
    for block in blocks:
        text = trimmed(block.span, raw).of(raw)
        if 0 < len(text) <= LONGEST:
            yield block, text
