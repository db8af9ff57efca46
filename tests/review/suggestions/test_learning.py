"""What a project's reviewed articles teach, when learning is due, which model is in use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import edits
from desktop_app.domain.article import ArticleState
from desktop_app.domain.errors import NoSuchModel, TooFewReviewed
from desktop_app.domain.mention import Decision
from desktop_app.domain.suggestions import LexiconEntry, SuggestedTag, Suggestions
from desktop_app.extraction.learning import LearningOutcome
from desktop_app.extraction.learning.versions import shipped_version
from desktop_app.paths import resources_dir
from desktop_app.review.desk import ReviewDesk
from desktop_app.review.suggestions import learning, learning_run
from desktop_app.review.suggestions.suggesting import article_text, keep
from tests import made

RESOURCES = resources_dir()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ReviewDesk]:
    project = made.made_project(tmp_path / "a.dadeum")
    yield made.desk(project)
    project.close()


def mention(desk: ReviewDesk, surface: str) -> int:
    return next(m.id for m in desk.open(1).mentions if desk.project.mentions.surface(m.id) == surface)


def plain_articles(desk: ReviewDesk, count: int) -> list[int]:
    """More articles, all reviewed without a mention."""
    first = desk.project.articles.count()
    drafts = [made.plain_draft(f"새솔군은 {first + n}일 밝혔다.\n", f"{first + n}.txt") for n in range(count)]
    ids = [made.add(desk.project, draft)[0] for draft in drafts]
    desk.apply(edits.SetState(tuple(ids), ArticleState.REVIEWED))
    return ids


def outcome(
    kept: bool, version: str = "v1", topics: dict[str, dict[str, float]] | None = None
) -> LearningOutcome:
    return LearningOutcome(version, "shipped", 5, 5, 0.8, 0.9, 0.9, 0.9, kept=kept, topics=topics or {})


def model(models: Path, project: object, name: str, on: str | None = None) -> None:
    """A model folder as far as the versions read it."""
    folder = learning.versions(project, models).folder(name)  # type: ignore[arg-type]
    folder.mkdir(parents=True)
    about = {
        "version": name,
        "on": shipped_version(RESOURCES) if on is None else on,
        "when": "2026-11-24T08:00:00+00:00",
        "articles": 5,
        "learnt_from": ["x:0"],
        "scores": {"unseen_articles": 5, "old": 0.8, "new": 0.9},
    }
    (folder / "model.json").write_text(json.dumps(about), encoding="utf-8")


# -- what teaches


def test_accepted_mentions_teach_and_rejected_ones_do_not(desk: ReviewDesk) -> None:
    desk.apply(edits.RemoveMention((mention(desk, "14일"),)))
    desk.apply(edits.Relabel((mention(desk, "김하늘"),), "OG"))
    desk.apply(edits.Finish(1))
    (article,) = learning.reviewed_articles(desk.project)
    found = {(article.text[start:end], label) for start, end, label in article.mentions}
    assert ("김하늘", "OG") in found
    assert ("한빛시장", "CV_POSITION") in found
    assert "14일" not in {surface for surface, _ in found}
    assert article.mentions == tuple(sorted(article.mentions))
    assert article.open_spans == ()


def test_articles_that_are_not_reviewed_teach_nothing(desk: ReviewDesk) -> None:
    desk.apply(edits.Decide((mention(desk, "김하늘"),), Decision.ACCEPTED))
    assert learning.reviewed_articles(desk.project) == []


def test_what_is_still_open_in_a_reviewed_article_is_marked(desk: ReviewDesk) -> None:
    desk.apply(edits.SetState((1,), ArticleState.REVIEWED))
    (article,) = learning.reviewed_articles(desk.project)
    assert article.mentions == ()
    assert "김하늘" in {article.text[start:end] for start, end in article.open_spans}


def test_of_overlapping_mentions_the_longest_teaches(desk: ReviewDesk) -> None:
    first = desk.open(1).by_id[mention(desk, "김하늘")]
    last = desk.open(1).by_id[mention(desk, "한빛시장")]
    whole = first.span.__class__(first.start, last.end)
    desk.apply(edits.AddMention(1, (whole,), "PS"))
    desk.apply(edits.Finish(1))
    (article,) = learning.reviewed_articles(desk.project)
    surfaces = [article.text[start:end] for start, end, _ in article.mentions]
    assert "김하늘 한빛시장" in surfaces
    assert "김하늘" not in surfaces


def test_the_key_of_an_article_stays_whatever_is_decided(desk: ReviewDesk) -> None:
    desk.apply(edits.Finish(1))
    (before,) = learning.reviewed_articles(desk.project)
    desk.undo()
    desk.apply(edits.Finish(2))
    desk.apply(edits.Finish(1))
    keys = [a.key for a in learning.reviewed_articles(desk.project)]
    assert keys[0] == before.key
    assert len(set(keys)) == 2


# -- when


def test_learning_is_due_after_every_few_articles(desk: ReviewDesk) -> None:
    plain_articles(desk, 4)
    assert not learning.is_due(desk.project, 3)  # fewer than can tell better from worse
    plain = plain_articles(desk, 1)
    assert learning.is_due(desk.project, 5)
    assert not learning.is_due(desk.project, 0)
    learning.note_tried(desk.project)
    assert not learning.is_due(desk.project, 1)
    desk.apply(edits.SetState(tuple(plain), ArticleState.STARTED))
    assert not learning.is_due(desk.project, 1)
    desk.apply(edits.Finish(1))
    assert not learning.is_due(desk.project, 3)


def test_too_few_reviewed_articles_are_said_to_be_too_few(desk: ReviewDesk, tmp_path: Path) -> None:
    desk.apply(edits.Finish(1))
    with pytest.raises(TooFewReviewed, match="at least 5 reviewed articles; there are 1"):
        learning.learning_task(desk.project, tmp_path, RESOURCES)


# -- models


def test_a_task_knows_what_the_old_model_has_seen(desk: ReviewDesk, tmp_path: Path) -> None:
    plain_articles(desk, 5)
    task = learning.learning_task(desk.project, tmp_path, RESOURCES)
    assert (task.version, task.old, task.known) == ("v1", None, frozenset())
    assert task.old_version == shipped_version(RESOURCES)
    model(tmp_path, desk.project, "v1")
    learning.use_model(desk.project, "v1")
    task = learning.learning_task(desk.project, tmp_path, RESOURCES)
    assert (task.version, task.old_version, task.known) == ("v2", "v1", frozenset({"x:0"}))
    assert task.old == learning.versions(desk.project, tmp_path).folder("v1")


def test_a_better_model_is_used_and_suggestions_are_made_again(desk: ReviewDesk, tmp_path: Path) -> None:
    keep(desk.project, Suggestions(article_text(desk.project, 1).key))
    keep(desk.project, Suggestions(article_text(desk.project, 2).key))
    desk.apply(edits.SetState((2,), ArticleState.REVIEWED))
    assert desk.project.articles.without_suggestions() == []
    assert learning.take_over(desk.project, outcome(kept=False)) is None
    assert desk.project.articles.without_suggestions() == []
    model(tmp_path, desk.project, "v1")
    change = learning.take_over(desk.project, outcome(kept=True))
    assert change is not None
    assert desk.project.articles.without_suggestions() == [1]
    assert learning.model_folder(desk.project, tmp_path, RESOURCES) is not None


def test_one_step_back_and_forward(desk: ReviewDesk, tmp_path: Path) -> None:
    model(tmp_path, desk.project, "v1")
    for name in ("v1", "", "v1"):
        learning.use_model(desk.project, name)
        used = learning.model_in_use(desk.project, tmp_path, RESOURCES)
        assert (used.name if used else "") == name


def test_a_model_of_another_shipped_model_gives_way(desk: ReviewDesk, tmp_path: Path) -> None:
    model(tmp_path, desk.project, "v1", on="an older one")
    learning.use_model(desk.project, "v1")
    assert learning.model_folder(desk.project, tmp_path, RESOURCES) is None
    assert learning.lost_model(desk.project, tmp_path, RESOURCES)
    assert not learning.lost_model(desk.project, tmp_path, RESOURCES)
    assert desk.project.meta("model") == ""


def test_two_projects_do_not_share_models(desk: ReviewDesk, tmp_path: Path) -> None:
    model(tmp_path, desk.project, "v1")
    other = made.made_project(tmp_path / "b.dadeum")
    assert learning.versions(other, tmp_path).all() == []
    other.close()


def test_the_command_line_lists_and_takes_versions(
    desk: ReviewDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning_run, "models_dir", lambda: tmp_path)
    model(tmp_path, desk.project, "v1")
    assert [line[0] for line in learning_run.listed(desk.project)] == ["*", " "]
    learning_run.used(desk.project, "v1")
    assert [line[0] for line in learning_run.listed(desk.project)] == [" ", "*"]
    with pytest.raises(NoSuchModel, match="v7"):
        learning_run.used(desk.project, "v7")
    learning_run.used(desk.project, "shipped")
    assert learning.model_in_use(desk.project, tmp_path, RESOURCES) is None


# -- lexicon and topics


def test_the_last_decision_on_a_surface_counts(desk: ReviewDesk) -> None:
    hill = mention(desk, "김하늘")
    desk.apply(edits.Decide((hill,), Decision.ACCEPTED))
    desk.apply(edits.Decide((hill,), Decision.REJECTED))
    desk.apply(edits.Decide((hill,), Decision.ACCEPTED))
    assert desk.project.lexicon.all().entries == (
        LexiconEntry("김하늘", "", 1, "PS"),
        LexiconEntry("김하늘", "PS", 2),
    )
    desk.undo()
    assert desk.project.lexicon.all().entries == (
        LexiconEntry("김하늘", "PS", 1),
        LexiconEntry("김하늘", "", 1, "PS"),
    )
    desk.redo()
    assert desk.project.lexicon.all().entries[-1].label == "PS"


def test_a_suggestion_cut_shorter_refuses_the_longer_one(desk: ReviewDesk) -> None:
    chief = desk.open(1).by_id[mention(desk, "한빛시장")]
    desk.apply(edits.Resize(((chief.id, chief.start, chief.end - 1),)))
    assert desk.project.lexicon.all().entries == (
        LexiconEntry("한빛시장", "", 1, "CV_POSITION"),
        LexiconEntry("한빛시", "CV_POSITION", 1),
    )
    desk.undo()
    assert desk.project.lexicon.all().entries == ()


def test_a_suggestion_made_longer_refuses_nothing(desk: ReviewDesk) -> None:
    name = desk.open(1).by_id[mention(desk, "김하늘")]
    desk.apply(edits.Resize(((name.id, name.start, name.end + 5),)))
    assert [entry.label for entry in desk.project.lexicon.all().entries] == ["PS"]


def test_what_a_dataset_accepted_enters_the_lexicon_once(desk: ReviewDesk) -> None:
    desk.project.articles.set_standing(1, "reviewed", "나래", "")
    desk.project.db.execute("UPDATE mention SET decision = 'accepted'")
    assert learning.teach_lexicon(desk.project) == 5
    assert LexiconEntry("한빛시", "OG", 3) in desk.project.lexicon.all().entries
    assert learning.teach_lexicon(desk.project) == 0


def test_settled_tags_are_handed_over_and_their_lesson_kept(desk: ReviewDesk) -> None:
    key = article_text(desk.project, 1).key
    keep(desk.project, Suggestions(key, tags=(SuggestedTag("energy", 0.9), SuggestedTag("policy", 0.7))))
    desk.apply(edits.RemoveTag(1, "policy"))
    desk.apply(edits.AddTag(1, "hydrogen"))
    desk.apply(edits.Finish(1))
    (article,) = learning.reviewed_articles(desk.project)
    assert article.tags.proposed == ("energy", "policy")
    assert article.tags.kept == ("energy", "hydrogen")
    learning.take_over(desk.project, outcome(kept=False, topics={"hydrogen": {"수소": 0.4}}))
    assert desk.project.lexicon.all().topics == {"hydrogen": {"수소": 0.4}}
