"""Places of the project that are not marked yet: under particles, in other articles, found by two characters too."""

from __future__ import annotations

import pytest

from desktop_app.domain.edits import AddMention, Decide
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.review.elsewhere.spreading import unmarked_everywhere
from desktop_app.store import Project
from tests.made import add, desk, plain_draft

TEXTS = (
    "한강은 넓다. 남한강은 길다.\n",
    "오늘 한강에서 만났다.\n",
    "아무것도 없다.\n",
    "끝은 한강이 한강.\n",
)


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "a.dadeum")
    for number, text in enumerate(TEXTS):
        add(made, plain_draft(text, f"{number}.txt"))
    yield made
    made.close()


def _found(project, surface="한강", label="LC"):
    return [(m.article_id, m.start) for m in unmarked_everywhere(project, surface, label) if m is not None]


def test_every_article_is_searched_and_words_begin_with_the_surface(project):
    assert _found(project) == [(1, 0), (2, 3), (4, 3), (4, 7)]


def test_what_is_marked_or_rejected_by_a_person_is_left_alone(project):
    one = desk(project)
    added = one.apply(AddMention(1, (Span(0, 2),), "LC")).focus
    other = one.apply(AddMention(2, (Span(3, 5),), "LC")).focus
    one.apply(Decide((other,), Decision.REJECTED))
    assert added is not None
    assert _found(project) == [(4, 3), (4, 7)]


def test_single_letters_and_counted_things_are_not_spread(project):
    assert _found(project, "넓") == []
    assert _found(project, label="QT") == []


def test_candidates_for_two_characters_are_those_of_a_scan(project):
    assert project.search.candidates("한강") == project.search.articles("한강")
    assert project.search.candidates("만났") == [2]
    assert project.search.candidates("없음") == []
