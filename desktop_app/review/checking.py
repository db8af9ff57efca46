"""Whether a project is sound: the file, the blocks, the map, the surface of every mention."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from desktop_app.domain.mention import Mention
from desktop_app.domain.textmap import TextMap
from desktop_app.store.project import Project
from desktop_app.store.sources import text_hash


def problems(project: Project) -> Iterator[str]:
    """What is wrong, one plain line each; nothing when the project is sound."""
    yield from project.problems()
    for source_id in project.sources.ids():
        yield from _source_problems(project, source_id)
    for article_id in project.articles.ids():
        yield from _article_problems(project, article_id)


def _source_problems(project: Project, source_id: int) -> Iterator[str]:
    source = project.sources.get(source_id)
    at = 0
    for block in project.sources.blocks(source_id):
        if block.start != at:
            yield f"{source.name}: the blocks do not cover the text at {at}"
        at = block.end
    if at != len(source.raw):
        yield f"{source.name}: the blocks end at {at} of {len(source.raw)}"
    plain = source.format == "text" and source.encoding == "utf-8" and "\ufffd" not in source.raw
    if plain and hashlib.sha256(source.raw.encode("utf-8", "surrogatepass")).hexdigest() != source.sha256:
        yield f"{source.name}: the text is not that of the file imported"


def _article_problems(project: Project, article_id: int) -> Iterator[str]:
    article = project.articles.get(article_id)
    mapped = project.sources.text_map(article_id)
    if project.articles.text(article_id) != mapped.text or article.text_hash != text_hash(mapped.text):
        yield f"article {article_id}: the reading text kept is not the one derived"
    raw = project.sources.raw(article.source_id)
    for mention in project.mentions.of(article_id):
        yield from _mention_problems(project, mention, mapped, raw)


def _mention_problems(project: Project, mention: Mention, mapped: TextMap, raw: str) -> Iterator[str]:
    name = f"article {mention.article_id}, mention {mention.id}"
    if mention.end > len(raw):
        yield f"{name}: ends at {mention.end}, behind the text's end {len(raw)}"
        return
    read = mapped.reading_span(mention.span)
    surface = read.of(mapped.text) if read else ""
    if project.mentions.surface(mention.id) != surface:
        yield f"{name}: reads {surface!r}, kept as {project.mentions.surface(mention.id)!r}"
