from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import edits
from desktop_app.domain.changes import Kind
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import SuggestedMention, SuggestedTag, Suggestions, Token
from desktop_app.paths import resources_dir
from desktop_app.review.checking import problems
from desktop_app.review.desk import ReviewDesk
from desktop_app.review.label_schema import keep_schema, schema_from_file
from desktop_app.review.suggestions.suggesting import article_text, keep
from tests import made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ReviewDesk]:
    project = made.made_project(tmp_path / "a.dadeum")
    yield made.desk(project)
    project.close()


def answer(desk: ReviewDesk, *found: tuple[str, str], key: str = "") -> Suggestions:
    asked = article_text(desk.project, 1)
    mentions = []
    for surface, label in found:
        at = asked.text.index(surface)
        mentions.append(SuggestedMention(at, at + len(surface), label, 0.7, "tagger"))
    tags = (SuggestedTag("에너지", 0.9, (Span(0, 3),)),)
    return Suggestions(key or asked.key, tuple(mentions), tags, (Token(0, 3, "NNP", "한빛시"),), "m1")


def test_the_article_is_asked_for_as_it_reads(desk: ReviewDesk) -> None:
    asked = article_text(desk.project, 1)
    assert asked.text == desk.project.articles.text(1)
    assert asked.published == "2026-03-15"
    assert [b.role for b in asked.blocks] == ["title", "body", "body"]


def test_suggestions_take_the_place_of_undecided_ones(desk: ReviewDesk) -> None:
    change = keep(desk.project, answer(desk, ("들여온다고", "AF")))
    assert change is not None
    assert change.kinds == {Kind.MENTION, Kind.TAG, Kind.CONCEPT}
    (mention,) = desk.open(1).mentions
    assert mention.span.of(made.RAW) == "들여온\n다고"
    assert desk.project.mentions.surface(mention.id) == "들여온다고"
    assert [(t.tag, t.evidence) for t in desk.open(1).tags] == [("에너지", (Span(12, 15),))]
    assert desk.open(1).tokens == [Token(0, 3, "NNP", "한빛시")]
    assert desk.project.articles.without_suggestions() == [2]
    assert list(problems(desk.project)) == []


def test_nothing_a_person_decided_changes(desk: ReviewDesk) -> None:
    by_text = {desk.project.mentions.surface(m.id): m for m in desk.open(1).mentions}
    accepted, rejected = by_text["김하늘"], by_text["14일"]
    desk.apply(edits.Decide((accepted.id,), Decision.ACCEPTED))
    desk.apply(edits.Decide((rejected.id,), Decision.REJECTED))
    keep(desk.project, answer(desk, ("김하늘 한빛시장", "PS"), ("14일", "DT"), ("30대", "QT")))
    after = {desk.project.mentions.surface(m.id): m for m in desk.open(1).mentions}
    assert set(after) == {"김하늘", "14일", "30대"}
    assert after["김하늘"].decision is Decision.ACCEPTED
    assert after["14일"].decision is Decision.REJECTED
    assert after["14일"].id == rejected.id


def test_a_rejected_span_may_be_suggested_with_another_label(desk: ReviewDesk) -> None:
    rejected = next(m for m in desk.open(1).mentions if desk.project.mentions.surface(m.id) == "14일")
    desk.apply(edits.Decide((rejected.id,), Decision.REJECTED))
    keep(desk.project, answer(desk, ("14일", "QT")))
    assert {(m.label, m.decision) for m in desk.open(1).mentions if m.span == rejected.span} == {
        ("DT", Decision.REJECTED),
        ("QT", Decision.UNDECIDED),
    }


def test_stale_suggestions_are_dropped(desk: ReviewDesk) -> None:
    late = answer(desk, ("김하늘", "PS"))
    at = made.RAW.index("맑아질")
    desk.apply(edits.CorrectText(1, at, at + 3, "깨끗해질"))
    before = desk.open(1).mentions
    assert keep(desk.project, late) is None
    assert desk.open(1).mentions == before
    assert keep(desk.project, answer(desk, key="99:abc")) is None


def test_undo_works_across_new_suggestions(desk: ReviewDesk) -> None:
    mention = next(m for m in desk.open(1).mentions if desk.project.mentions.surface(m.id) == "김하늘")
    desk.apply(edits.Relabel((mention.id,), "OG"))
    desk.undo()
    keep(desk.project, answer(desk, ("30대", "QT")))
    desk.redo()
    assert {m.label for m in desk.open(1).mentions if m.id == mention.id} == {"OG"}
    desk.undo()
    assert {m.label for m in desk.open(1).mentions if m.id == mention.id} == {"PS"}
    assert list(problems(desk.project)) == []


def test_mentions_are_grouped_into_concepts(desk: ReviewDesk) -> None:
    asked = article_text(desk.project, 1)
    at = asked.text.index("김하늘")
    short = SuggestedMention(at, at + 2, "PS", 0.7, "alias", concept="김하늘")
    keep(desk.project, Suggestions(asked.key, (short,)))
    (concept,) = desk.project.concepts.all()
    assert (concept.name, concept.aliases) == ("김하늘", ("김하",))
    assert desk.open(1).mentions[0].concept_id == concept.id


def test_another_label_schema_takes_suggestions_under_its_own_labels(desk: ReviewDesk) -> None:
    keep_schema(desk.project, schema_from_file(resources_dir() / "labels" / "tta.toml"))
    keep(desk.project, answer(desk, ("한빛시장", "CV_POSITION"), ("30대", "QT")))
    assert [(m.label, m.sublabel) for m in desk.open(1).mentions] == [("QT", ""), ("CV", "CV_POSITION")]


def test_a_label_that_the_schema_lacks_is_left_out(desk: ReviewDesk) -> None:
    keep(desk.project, answer(desk, ("한빛시장", "NOPE")))
    assert desk.open(1).mentions == []


def test_a_mention_suggested_again_keeps_its_id(desk: ReviewDesk) -> None:
    before = {desk.project.mentions.surface(m.id): m.id for m in desk.open(1).mentions}
    keep(desk.project, answer(desk, ("김하늘", "PS"), ("14일", "QT")))
    after = {desk.project.mentions.surface(m.id): m for m in desk.open(1).mentions}
    assert after["김하늘"].id == before["김하늘"]
    assert after["김하늘"].confidence == 0.7
    assert after["14일"].id not in before.values()
    assert set(after) == {"김하늘", "14일"}


def test_the_same_answer_again_is_no_news(desk: ReviewDesk) -> None:
    keep(desk.project, answer(desk, ("김하늘", "PS"), ("14일", "DT")))
    steps, mentions = desk.project.history.steps(), desk.open(1).mentions
    change = keep(desk.project, answer(desk, ("김하늘", "PS"), ("14일", "DT")))
    assert change is not None
    assert not change.kinds
    assert desk.project.history.steps() == steps
    assert desk.open(1).mentions == mentions


def test_a_spared_mention_stays_although_it_is_not_suggested_any_more(desk: ReviewDesk) -> None:
    spared = next(m for m in desk.open(1).mentions if desk.project.mentions.surface(m.id) == "김하늘")
    keep(desk.project, answer(desk, ("14일", "DT"), ("김하늘 한빛시장", "PS")), {spared.id})
    surfaces = [desk.project.mentions.surface(m.id) for m in desk.open(1).mentions]
    assert sorted(surfaces) == ["14일", "김하늘"]


def test_undo_and_redo_find_their_mention_after_the_same_suggestions(desk: ReviewDesk) -> None:
    mention = next(m for m in desk.open(1).mentions if desk.project.mentions.surface(m.id) == "김하늘")
    desk.apply(edits.Decide((mention.id,), Decision.ACCEPTED))
    desk.undo()
    keep(desk.project, answer(desk, ("김하늘", "PS")))
    desk.redo()
    (after,) = desk.open(1).mentions
    assert (after.id, after.decision) == (mention.id, Decision.ACCEPTED)
    desk.undo()
    assert desk.project.mentions.get(mention.id).decision is Decision.UNDECIDED
    assert list(problems(desk.project)) == []
