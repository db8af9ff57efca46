"""The search field's language: initial consonants, labels, concepts, tags, and text as it is."""

from __future__ import annotations

import pytest

from desktop_app.domain.edits import AddTag, Decide, LinkConcept
from desktop_app.domain.mention import Decision
from desktop_app.review.elsewhere.finding import find, initials_pattern
from tests.made import desk, made_project, schema


@pytest.fixture
def project(tmp_path):
    made = made_project(tmp_path / "a.dadeum")
    yield made
    made.close()


def _found(project, text, **more):
    return [hit.match for hit in find(project, schema(), text, limit=100, **more)]


def test_initials_match_only_where_a_word_begins():
    pattern = initials_pattern("ㅎㅂㅅ")
    assert [m.span() for m in pattern.finditer("새한빛시 한빛시 한 빛시")] == [(5, 8), (9, 13)]
    assert not initials_pattern("ㄱ").search("까")
    assert initials_pattern("ㄲ").search("까")


def test_initial_consonants_find_surfaces_and_titles(project):
    assert set(_found(project, "ㅎㅂㅅ")) == {"한빛시"}
    assert _found(project, "ㄱㅎㄴ") == ["김하늘"]
    assert set(_found(project, "ㅅㅅㄱ")) == {"새솔군"}
    assert _found(project, "ㅋㅋㅋ") == []


def test_mentions_by_label_by_code_and_by_name(project):
    assert _found(project, "label:PS") == _found(project, "라벨:인물") == ["김하늘"]
    assert set(_found(project, "label:OG 한빛")) == {"한빛시"}
    assert _found(project, "label:EV") == []


def test_rejected_mentions_do_not_count(project):
    one = desk(project)
    person = next(m for m in project.mentions.of(1) if m.label == "PS")
    one.apply(Decide((person.id,), Decision.REJECTED))
    assert _found(project, "label:PS") == []


def test_mentions_of_a_concept(project):
    one = desk(project)
    ids = tuple(m.id for m in project.mentions.of(1) if m.label == "OG")
    one.apply(LinkConcept(ids, name="한빛특별시"))
    assert set(_found(project, "개념:한빛특별")) == {"한빛시"}
    assert len(_found(project, "concept:한빛특별시")) == len(ids)


def test_articles_of_a_tag_and_of_those_below_it(project):
    desk(project).apply(AddTag(1, "environment.energy"))
    for written in ("tag:environment", "태그:environment.energy"):
        assert _found(project, written) == ["한빛시, 수소버스 30대 들인다"]
    assert _found(project, "tag:환경", tag_code=lambda _: "environment")
    assert _found(project, "tag:env") == []


def test_everything_else_is_looked_for_as_it_stands(project):
    assert _found(project, "태양광") == ["태양광", "태양광"]
    assert _found(project, "label:") == []
