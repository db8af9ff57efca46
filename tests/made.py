"""Small projects for tests: a source with two articles, suggestions, a desk."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from desktop_app.domain.article import Correction, Metadata, Role
from desktop_app.domain.drafts import BlockDraft, SourceDraft
from desktop_app.domain.labels import LabelSchema, schema_from_dict
from desktop_app.domain.spans import Span
from desktop_app.paths import resources_dir
from desktop_app.review.desk import ReviewDesk
from desktop_app.store import Project
from desktop_app.store.mentions import NewMention

RAW = (
    "홈 > 뉴스 > 경제\n"
    "한빛시, 수소버스 30대 들인다\n"
    "한빛시는 14일 수소버스 30대를 들여온\n다고 밝혔다.\n"
    "김하늘 한빛시장은 “공기가 맑아질 것”이라고 말했다.\n"
    "새솔군, 태양광 조례 만든다\n"
    "새솔군은 올해 태양광 조례를 만든다.\n"
)


def schema() -> LabelSchema:
    """The default label schema."""
    return schema_from_dict(tomllib.loads((resources_dir() / "labels" / "default.toml").read_text("utf-8")))


def draft(raw: str = RAW, name: str = "sample.txt") -> SourceDraft:
    """`RAW` as reading would cut it: one line of boilerplate, an article of three blocks, one of two."""
    roles = [Role.BOILERPLATE, Role.TITLE, Role.BODY, Role.BODY, Role.BODY, Role.TITLE, Role.BODY]
    articles = [None, 0, 0, 0, 0, 1, 1]
    blocks, at = [], 0
    for line, role, article in zip(raw.splitlines(keepends=True), roles, articles, strict=True):
        blocks.append(BlockDraft(at, at + len(line), role, article, order=len(blocks)))
        at += len(line)
    joined = _joined(blocks)
    break_at = raw.index("\n다고")
    return SourceDraft(
        name=name,
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        encoding="utf-8",
        format="text",
        raw=raw,
        blocks=tuple(joined),
        corrections=(Correction(break_at, break_at + 1, ""),),
        metadata=(
            Metadata("한빛시, 수소버스 30대 들인다", outlet="한빛일보", published="2026-03-15"),
            Metadata("새솔군, 태양광 조례 만든다", outlet="새솔신문"),
        ),
    )


def _joined(blocks: list[BlockDraft]) -> list[BlockDraft]:
    """The paragraph that a hard wrap cuts in two is one block."""
    first, second = blocks[2], blocks[3]
    return [*blocks[:2], BlockDraft(first.start, second.end, Role.BODY, 0, order=2), *blocks[4:]]


def plain_draft(text: str, name: str = "plain.txt", **metadata: str) -> SourceDraft:
    """A text whose every line is a body block of one article."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True) or [text]:
        blocks.append(BlockDraft(at, at + len(line), Role.BODY, 0, order=len(blocks)))
        at += len(line)
    return SourceDraft(
        name=name,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding="utf-8",
        format="text",
        raw=text,
        blocks=tuple(blocks),
        corrections=(),
        metadata=(Metadata(**metadata),),
    )


def add(project: Project, source: SourceDraft) -> list[int]:
    """Store a draft; returns its articles' ids."""
    with project.db.atomic():
        return project.sources.add(source)


SUGGESTED = [("한빛시", "OG"), ("14일", "DT"), ("30대", "QT"), ("김하늘", "PS"), ("한빛시장", "CV_POSITION")]


def suggest(project: Project, article_id: int, surfaces: list[tuple[str, str]] | None = None) -> None:
    """Store suggestions for the places where surfaces are read, each with confidence 0.8."""
    mapped = project.sources.text_map(article_id)
    found = []
    for surface, label in SUGGESTED if surfaces is None else surfaces:
        at = mapped.text.find(surface)
        while at >= 0:
            raw = mapped.raw_span(Span(at, at + len(surface)))
            if raw is not None:
                found.append(NewMention(raw, label, 0.8, "tagger", surface))
            at = mapped.text.find(surface, at + 1)
    with project.db.atomic():
        project.mentions.replace_suggestions(article_id, found)


def made_project(path: Path) -> Project:
    """A project with the sample source and suggestions for its first article."""
    project = Project.create(path)
    ids = add(project, draft())
    suggest(project, ids[0])
    return project


def desk(project: Project, reviewer: str = "가람") -> ReviewDesk:
    """A desk on the project."""
    return ReviewDesk(project, schema(), reviewer)
