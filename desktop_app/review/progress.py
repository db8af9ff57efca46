"""How far a project is, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.store.project import Project


@dataclass(frozen=True, slots=True)
class ProjectStats:
    """Counts of a project. `mentions` is label → decision → count."""

    sources: int
    articles: int
    new: int
    started: int
    reviewed: int
    mentions: dict[str, dict[str, int]]
    tags: list[tuple[str, int]]
    lexicon: int
    steps: int


def stats(project: Project) -> ProjectStats:
    """Count what is in a project."""
    mentions: dict[str, dict[str, int]] = {}
    for (label, decision), count in project.mentions.counts().items():
        mentions.setdefault(label, {})[decision] = count
    return ProjectStats(
        sources=project.sources.count(),
        articles=project.articles.count(),
        new=project.articles.count("new"),
        started=project.articles.count("started"),
        reviewed=project.articles.count("reviewed"),
        mentions=mentions,
        tags=project.tags.vocabulary(),
        lexicon=project.lexicon.count(),
        steps=project.history.count(),
    )
