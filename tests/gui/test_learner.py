"""Learning beside the window: when it starts, what it says, models with a way back, suggestions in step."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.domain import edits
from desktop_app.domain.article import ArticleState
from desktop_app.domain.errors import LearningFailed
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import SuggestedMention, Suggestions
from desktop_app.extraction.learning import LearningOutcome
from desktop_app.gui.dialogs.models import ModelsDialog
from desktop_app.gui.workers import keeper, learner, schooling
from desktop_app.gui.workers.app_services import AppServices
from desktop_app.paths import resources_dir
from desktop_app.review.suggestions import learning
from desktop_app.store import Project
from tests import made
from tests.gui.conftest import click
from tests.review.suggestions.test_learning import model


class Suggester:
    """Answers at once from the lexicon: every accepted surface wherever it stands, and nothing else."""

    def __init__(self) -> None:
        self.models: list[Path | None] = []
        self.asked: list[str] = []
        self.always: list[tuple[str, str]] = []

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def use_model(self, path):
        self.models.append(path)

    def submit(self, articles, lexicon):
        future: Future = Future()
        future.set_running_or_notify_cancel()
        self.asked += [a.key.partition(":")[0] for a in articles]
        names = [(e.surface, e.label) for e in lexicon.entries if e.label] + self.always
        future.set_result([self._answer(a, names) for a in articles])
        return future

    def _answer(self, article, names):
        found = {}
        for surface, label in names:
            at = article.text.find(surface)
            while at >= 0:
                found[at] = SuggestedMention(at, at + len(surface), label, 0.9, "lexicon")
                at = article.text.find(surface, at + 1)
        return Suggestions(article.key, tuple(found[at] for at in sorted(found)), model="m")


@pytest.fixture
def suggester() -> Suggester:
    return Suggester()


@pytest.fixture
def services(qapp, suggester, tmp_path, monkeypatch) -> Iterator[AppServices]:
    monkeypatch.setattr(schooling, "models_dir", lambda: tmp_path / "models")
    monkeypatch.setattr(keeper, "IDLE_MS", 10)
    made_ = AppServices("가람", suggester)
    yield made_
    made_.stop()
    made_.deleteLater()


@pytest.fixture
def path(tmp_path) -> Path:
    project = Project.create(tmp_path / "견본.dadeum")
    made.add(project, made.draft())
    for n in range(8):
        made.add(project, made.plain_draft(f"새솔군은 {n}일 한빛시와 함께 밝혔다.\n", f"{n}.txt"))
    project.close()
    return tmp_path / "견본.dadeum"


def outcome(task, kept: bool = True) -> LearningOutcome:
    return LearningOutcome(
        task.version, task.old_version, len(task.articles), 6, 0.861, 0.892, 0.9, 0.9, kept=kept
    )


def opened(services: AppServices, path: Path, qtbot) -> Project:
    services.open_project(path)
    project = services.project
    assert project is not None
    qtbot.waitUntil(lambda: project.articles.without_suggestions() == [])
    return project


def review(services: AppServices, *article_ids: int) -> None:
    for article_id in article_ids:
        services.session.apply(edits.Finish(article_id))


def test_every_fifth_reviewed_article_lets_the_model_learn(
    services, suggester, path, qtbot, monkeypatch, tmp_path
) -> None:
    tasks, said, names = [], [], []

    def learn(task, tell):
        tasks.append(task)
        return outcome(task)

    monkeypatch.setattr(learner, "learn_in_child", learn)
    project = opened(services, path, qtbot)
    services.said.connect(said.append)
    services.model_changed.connect(names.append)
    review(services, 1, 2, 3, 4)
    assert tasks == []
    assert not learning.is_due(project, services.schooling.every())
    model(tmp_path / "models", project, "v1")
    monkeypatch.setattr(learning.ModelVersions, "next_name", lambda self: "v1")
    review(services, 5)
    qtbot.waitUntil(lambda: bool(said))
    assert [len(task.articles) for task in tasks] == [5]
    assert "0.86 → 0.89" in said[0]
    assert project.meta("model") == "v1"
    qtbot.waitUntil(lambda: suggester.models[-1:] == [tmp_path / "models" / project.meta("id") / "v1"])
    assert any("…" in name for name in names)
    qtbot.waitUntil(lambda: not services.schooling.learner.busy)
    assert names[-1] == "m"


def test_what_is_not_better_is_said_and_not_used(services, suggester, path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(learner, "learn_in_child", lambda task, tell: outcome(task, kept=False))
    said = []
    services.said.connect(said.append)
    project = opened(services, path, qtbot)
    before = list(suggester.models)
    review(services, 1, 2, 3, 4, 5)
    qtbot.waitUntil(lambda: bool(said))
    assert "v1" in said[0]
    assert "not better" in said[0]
    assert project.meta("model") == ""
    assert suggester.models == before


def test_a_failure_is_told_and_learning_can_be_cancelled(services, path, qtbot, monkeypatch) -> None:
    def fail(task, tell):
        raise LearningFailed(reason="the process that learns ended")

    def until_cancelled(task, tell):
        while tell(1, 8):
            pass

    failed = []
    services.failed.connect(failed.append)
    monkeypatch.setattr(learner, "learn_in_child", fail)
    opened(services, path, qtbot)
    review(services, 1, 2, 3, 4, 5)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], LearningFailed)
    qtbot.waitUntil(lambda: not services.schooling.learner.busy)
    monkeypatch.setattr(learner, "learn_in_child", until_cancelled)
    services.learn()
    assert services.schooling.learner.busy
    services.cancel()
    qtbot.waitUntil(lambda: not services.schooling.learner.busy)
    services.learn()
    services.close_project()
    assert not services.schooling.learner.busy


def test_too_little_is_said_to_be_too_little(services, path, qtbot) -> None:
    failed = []
    services.failed.connect(failed.append)
    opened(services, path, qtbot)
    services.learn()
    assert "at least 5" in str(failed[0])


def test_what_was_accepted_is_found_elsewhere_in_the_article(services, suggester, path, qtbot) -> None:
    project = opened(services, path, qtbot)
    session = services.session
    session.open_article(1)
    first = made.RAW.index("한빛시, 수소버스")
    session.apply(edits.AddMention(1, (Span(first, first + 3),), "OG"))
    qtbot.waitUntil(lambda: len(project.mentions.of(1)) > 2)
    surfaces = [project.mentions.surface(m.id) for m in project.mentions.of(1)]
    assert set(surfaces) == {"한빛시"}
    decided = [m for m in session.article.mentions if m.decided]
    assert len(decided) == 1
    assert {m.label for m in session.article.mentions} == {"OG"}


def test_an_article_opened_with_the_project_is_asked_for_first(services, suggester, path, qtbot) -> None:
    opened(services, path, qtbot)
    services.close_project()
    services.project_opened.connect(lambda session: session and session.open_article(7))
    asked = len(suggester.asked)
    services.open_project(path)
    qtbot.waitUntil(lambda: len(suggester.asked) > asked)
    assert suggester.asked[asked] == "7"


def test_the_mention_in_hand_stays_while_suggestions_change(services, suggester, path, qtbot) -> None:
    suggester.always = [("김하늘", "PS"), ("14일", "DT"), ("30대", "QT")]
    project = opened(services, path, qtbot)
    session = services.session
    session.open_article(1)
    ids = {project.mentions.surface(m.id): m.id for m in session.article.mentions}
    session.set_current(ids["김하늘"])
    suggester.always = [("14일", "DT"), ("30대", "QT")]
    asked = len(suggester.asked)
    session.apply(edits.Decide((ids["14일"],), Decision.ACCEPTED))
    qtbot.waitUntil(lambda: len(suggester.asked) > asked)
    qtbot.waitUntil(lambda: not services.feeder._asked)
    assert session.current is not None
    assert session.current.id == ids["김하늘"]
    assert ids["30대"] in session.article.by_id


def test_what_a_dialog_asks_about_stays_while_suggestions_change(services, suggester, path, qtbot) -> None:
    suggester.always = [("김하늘", "PS"), ("14일", "DT"), ("30대", "QT")]
    project = opened(services, path, qtbot)
    session = services.session
    session.open_article(1)
    ids = {project.mentions.surface(m.id): m.id for m in session.article.mentions}
    session.set_current(ids["14일"])
    session.held = {ids["김하늘"]}
    suggester.always = [("14일", "DT"), ("공기", "AF")]
    asked = len(suggester.asked)
    session.apply(edits.Decide((ids["14일"],), Decision.ACCEPTED))
    qtbot.waitUntil(lambda: len(suggester.asked) > asked)
    qtbot.waitUntil(lambda: "공기" in {session.surface(m) for m in session.article.mentions})
    assert ids["김하늘"] in session.article.by_id
    assert ids["30대"] not in session.article.by_id


def test_reviewed_articles_are_left_alone(services, suggester, path, qtbot) -> None:
    suggester.always = [("김하늘", "PS")]
    project = opened(services, path, qtbot)
    services.session.open_article(1)
    review(services, 1)
    before = project.mentions.of(1)
    suggester.always = [("14일", "DT")]
    services.use_model("")
    qtbot.waitUntil(lambda: project.articles.without_suggestions() == [])
    assert project.mentions.of(1) == before
    assert project.articles.get(1).state is ArticleState.REVIEWED


@pytest.fixture
def dialog(made, tmp_path, monkeypatch) -> Iterator[ModelsDialog]:
    from desktop_app.gui.dialogs import models

    monkeypatch.setattr(models, "models_dir", lambda: tmp_path / "models")
    model(tmp_path / "models", made.project, "v1")
    shown = ModelsDialog(made.window.bench, made.window)
    shown.show()
    yield shown
    shown.close()


def rows(dialog: ModelsDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(i) for i in range(dialog.list.topLevelItemCount())]
    return [[item.text(c) for c in range(5)] for item in items]


def test_the_dialog_lists_models_and_uses_another(made, dialog, monkeypatch) -> None:
    used = []
    monkeypatch.setattr(made.services, "use_model", used.append, raising=False)
    shipped, learnt = rows(dialog)
    assert shipped[4]
    assert not learnt[4]
    assert learnt[:3] == ["v1", "2026-11-24 08:00", "5"]
    assert "0.800 → 0.900" in learnt[3]
    assert not dialog.use.isEnabled()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    assert dialog.use.isEnabled()
    click(dialog.use)
    assert used == ["v1"]
    learning.use_model(made.project, "v1")
    dialog.relist()
    assert [bool(row[4]) for row in rows(dialog)] == [False, True]
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    click(dialog.use)
    assert used == ["v1", ""]


def test_learning_by_hand_needs_enough_articles(made, dialog) -> None:
    assert isinstance(dialog.learn, QPushButton)
    assert not dialog.learn.isEnabled()


def test_the_shipped_model_has_a_name() -> None:
    assert learning.shipped_version(resources_dir())
