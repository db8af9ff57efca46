"""Learning in a project: which articles teach, when it is due, which model is in use, what a run leaves behind."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import orjson

from desktop_app.domain.article import ArticleState, Role
from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.errors import TooFewReviewed
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import PERSON, Decision, Mention, Tag
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.extraction.learning import (
    FEWEST_ARTICLES,
    LearningOutcome,
    LearningTask,
    ReviewedArticle,
    SettledTags,
)
from desktop_app.extraction.learning.versions import ModelVersion, ModelVersions, shipped_version
from desktop_app.review.label_schema import project_schema
from desktop_app.store.lexicon import TOPICS
from desktop_app.store.project import Project

LEARN_EVERY = 5
"""Newly reviewed articles after which learning is due."""

_MODEL, _ID, _TRIED = "model", "id", "learning.tried"
_HEADLINE = frozenset({str(Role.TITLE), str(Role.SUBTITLE)})
_NOUNS = frozenset({"NNG", "NNP"})


# -- what teaches --------------------------------------------------------------------------------------------


def reviewed_articles(project: Project) -> list[ReviewedArticle]:
    """The reviewed articles as plain values, in import order; articles not reviewed are no example of anything."""
    labels = _tagger_labels(project_schema(project))
    return [_reviewed(project, i, labels) for i in project.articles.ids(ArticleState.REVIEWED)]


def _reviewed(project: Project, article_id: int, labels: dict[tuple[str, str], str]) -> ReviewedArticle:
    article = project.articles.get(article_id)
    mapped = project.sources.text_map(article_id)
    mentions = project.mentions.of(article_id)
    marks = []
    for mention in mentions:
        label = labels.get((mention.label, mention.sublabel)) or labels.get((mention.label, ""))
        read = mapped.reading_span(mention.span)
        if mention.decision is Decision.ACCEPTED and label and read and not mention.fragments:
            marks.append((read.start, read.end, label))
    return ReviewedArticle(
        key=f"{project.sources.get(article.source_id).sha256[:16]}:{article.ordinal}",
        text=mapped.text,
        mentions=tuple(_outermost(marks)),
        open_spans=tuple(_open(mentions, mapped)),
        tags=_settled(project, article_id, mapped),
    )


def _tagger_labels(schema: LabelSchema) -> dict[tuple[str, str], str]:
    """The tagger's label for each label and sub-label of the project's schema that stands for one."""
    from desktop_app.extraction.tagger.labels import (
        LABELS,
    )  # brings numpy, which the window does not wait for

    return {placed: code for code in LABELS if (placed := schema.place(code)) is not None}


def _outermost(marks: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The tagger knows no nesting: of overlapping mentions the longest counts."""
    taken: list[tuple[int, int, str]] = []
    for mark in sorted(marks, key=lambda m: (m[0] - m[1], m[0])):
        if all(mark[1] <= start or end <= mark[0] for start, end, _ in taken):
            taken.append(mark)
    yield from sorted(taken)


def _open(mentions: list[Mention], mapped: TextMap) -> Iterator[tuple[int, int]]:
    """What nobody has decided, and mentions in pieces, which the tagger cannot learn."""
    for mention in mentions:
        in_pieces = mention.fragments and mention.decision is Decision.ACCEPTED
        read = mapped.reading_span(mention.span)
        if read and (in_pieces or not mention.decided):
            yield read.start, read.end


def _settled(project: Project, article_id: int, mapped: TextMap) -> SettledTags:
    tags = project.tags.of(article_id)
    titles = [Span(b.start, b.end) for b in mapped.blocks if b.role in _HEADLINE]
    words = {
        t.form or Span(t.start, t.end).of(mapped.text)
        for t in project.articles.tokens(article_id)
        if t.tag in _NOUNS and any(title.contains(Span(t.start, t.end)) for title in titles)
    }
    return SettledTags(
        tuple(sorted(t.tag for t in tags if t.origin != PERSON)),
        tuple(sorted(t.tag for t in tags if _stands(t))),
        tuple(sorted(words)),
    )


def _stands(tag: Tag) -> bool:
    return tag.decision is Decision.ACCEPTED


# -- when and with what --------------------------------------------------------------------------------------


def is_due(project: Project, every: int = LEARN_EVERY) -> bool:
    """Whether enough articles were reviewed since the last run, and enough in all; `every` 0 means never."""
    reviewed = project.articles.count(ArticleState.REVIEWED)
    tried = min(int(project.meta(_TRIED, "0") or 0), reviewed)
    return every > 0 and can_learn(project) and reviewed - tried >= every


def can_learn(project: Project) -> bool:
    """Whether there are enough reviewed articles."""
    return project.articles.count(ArticleState.REVIEWED) >= FEWEST_ARTICLES


def note_tried(project: Project) -> None:
    """Remember how many articles the run that begins now has seen."""
    project.set_meta(_TRIED, str(project.articles.count(ArticleState.REVIEWED)))


def versions(project: Project, models: Path) -> ModelVersions:
    """The project's learnt models under `models`, the user's folder for all projects."""
    name = project.meta(_ID)
    if not name:
        name = uuid.uuid4().hex
        project.set_meta(_ID, name)
    return ModelVersions(models / name)


def model_in_use(project: Project, models: Path, resources: Path) -> ModelVersion | None:
    """The learnt version in use; None for the model that ships.

    A version that is gone, damaged or made for another shipped model gives way to the one that ships.
    """
    found = versions(project, models).get(project.meta(_MODEL))
    return found if found is not None and found.on == shipped_version(resources) else None


def lost_model(project: Project, models: Path, resources: Path) -> bool:
    """Whether the model in use is gone or its shipped model has been replaced; from then on the shipped one is in use.

    True is answered once, so that whoever asks can let the project learn again.
    """
    if not project.meta(_MODEL) or model_in_use(project, models, resources) is not None:
        return False
    project.set_meta(_MODEL, "")
    return True


def model_folder(project: Project, models: Path, resources: Path) -> Path | None:
    """Folder of the model in use; None for the one that ships."""
    found = model_in_use(project, models, resources)
    return None if found is None else versions(project, models).folder(found.name)


def learning_task(project: Project, models: Path, resources: Path) -> LearningTask:
    """Everything that a learner needs of the project. Raises TooFewReviewed."""
    teach_lexicon(project)
    articles = reviewed_articles(project)
    if len(articles) < FEWEST_ARTICLES:
        raise TooFewReviewed(needed=FEWEST_ARTICLES, found=len(articles))
    own, old = versions(project, models), model_in_use(project, models, resources)
    name = own.next_name()
    return LearningTask(
        articles=tuple(articles),
        resources=resources,
        base=resources / "training",
        out=own.folder(name),
        version=name,
        old=own.folder(old.name) if old else None,
        old_version=old.name if old else shipped_version(resources),
        known=old.learnt_from if old else frozenset(),
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def teach_lexicon(project: Project) -> int:
    """Let the lexicon know what reviewed articles accept that it has never heard of: they came from a dataset."""
    with project.db.atomic():
        missing = project.lexicon.missing()
        for surface, label, count in missing:
            project.lexicon.insert(surface, label, count)
    return len(missing)


# -- what comes of it ----------------------------------------------------------------------------------------


def take_over(project: Project, outcome: LearningOutcome) -> Change | None:
    """Use what was learnt: topic weights always, the model when it was better; None when the model stays."""
    topics = orjson.dumps(outcome.topics, option=orjson.OPT_SORT_KEYS).decode()
    if topics != project.meta(TOPICS, "{}"):
        project.set_meta(TOPICS, topics)
    return use_model(project, outcome.version) if outcome.kept else None


def use_model(project: Project, name: str) -> Change:
    """Use another version ("": the one that ships); articles not reviewed are to be suggested for again."""
    with project.db.atomic():
        project.set_meta(_MODEL, name)
        project.articles.forget_suggested()
        project.history.note_machine("Model", name)
    return Change(kind="Model", kinds=frozenset({Kind.ARTICLE}))
