"""Decisions and edges for the whole project: shown first, one step when confirmed."""

from __future__ import annotations

import pytest

from desktop_app.domain.article import Role
from desktop_app.domain.edits import Decide
from desktop_app.domain.mention import Decision
from desktop_app.gui.article.propagation_dialog import PropagationDialog
from tests.gui.article.conftest import add_article

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def two(at):
    other = add_article(
        at.project, [(Role.BODY, "다온시는 웃었다. 다온시가 운다.\n")], [("다온시", "OG", 0.9)]
    )
    return at, at.project.mentions.of(other)


def _dialog(at) -> PropagationDialog:
    return at.view.findChildren(PropagationDialog)[-1]


def test_relabelling_skips_what_is_unchecked(two):
    at, there = two
    at.commands.run("relabel.LC.project")
    dialog = _dialog(at)
    assert "“다온시” →" in dialog.heading.text()
    rows = [m.id for m in dialog.model.split()[0]]
    dialog.list.setCurrentIndex(dialog.model.index(rows.index(there[0].id)))
    dialog.list._toggle(dialog.list.currentIndex())
    dialog.accept()
    assert at.project.mentions.get(there[0].id).label == "OG"
    assert at.project.mentions.get(there[1].id).label == "LC"
    at.commands.run("undo")
    assert at.project.mentions.get(there[1].id).label == "OG"
    assert at.said[-1].startswith("Undone")


def test_conflicts_start_unchecked(two):
    at, there = two
    at.session.apply(Decide((there[0].id,), Decision.ACCEPTED))
    at.commands.run("reject.project")
    checked = {m.id for m in _dialog(at).model.split()[0]}
    assert there[0].id not in checked
    assert there[1].id in checked
    assert "1 decided otherwise" in _dialog(at).summary.text()


def test_edges_move_in_every_article(two):
    at, there = two
    at.session.set_current(at.find("다온시", 1).id)
    at.commands.run("end_right.project")
    dialog = _dialog(at)
    assert "“다온시는”" in dialog.heading.text()
    dialog.accept()
    assert [at.project.mentions.surface(m.id) for m in there] == ["다온시는", "다온시가"]
    at.commands.run("undo")
    assert [at.project.mentions.surface(m.id) for m in there] == ["다온시", "다온시"]


def test_nothing_is_asked_where_nothing_would_move(at):
    at.session.set_current(at.find("나래울").id)
    before = len(at.view.findChildren(PropagationDialog))
    at.commands.run("start_right.project")
    assert len(at.view.findChildren(PropagationDialog)) == before


def test_cancelling_leaves_everything(two):
    at, there = two
    at.commands.run("reject.project")
    _dialog(at).reject()
    assert at.session.desk.next_undo() is None
    assert {at.project.mentions.get(m.id).decision for m in there} == {Decision.UNDECIDED}


def test_places_not_marked_in_other_articles_are_found_and_marked_in_the_same_step(at):
    text = "어제 다온시에서 만났다. 새다온시는 아니다.\n다온시의회가 아니라 다온시.\n"
    other = add_article(at.project, [(Role.BODY, text)], [])
    at.session.set_current(at.find("다온시", 0).id)
    at.commands.run("relabel.LC.project")
    dialog = _dialog(at)
    assert "not marked yet" in dialog.summary.text()
    there = [m for m in dialog.chosen() if m.article_id == other]
    assert {m.span.of(text) for m in there} == {"다온시"}
    dialog.accept()
    marked = at.project.mentions.of(other)
    assert len(marked) == len(there) >= 2
    assert {(m.label, m.decision) for m in marked} == {("LC", Decision.ACCEPTED)}
    assert "새다온시"[1:] not in [text[m.start - 1 : m.end] for m in marked]
    at.commands.run("undo")
    assert at.project.mentions.of(other) == []


def test_an_unchecked_place_stays_unmarked(at):
    other = add_article(at.project, [(Role.BODY, "어제 다온시에서 만났다.\n")], [])
    at.session.set_current(at.find("다온시", 0).id)
    at.commands.run("accept.project")
    dialog = _dialog(at)
    row = next(i for i, m in enumerate(dialog.chosen()) if m.article_id == other)
    dialog.list.setCurrentIndex(dialog.model.index(row))
    dialog.list._toggle(dialog.list.currentIndex())
    dialog.accept()
    assert at.project.mentions.of(other) == []


def test_never_again_in_the_whole_project(two):
    at, there = two
    at.session.set_current(at.find("다온시", 0).id)
    at.commands.run("never.project")
    _dialog(at).accept()
    assert {m.decision for m in at.project.mentions.of(there[0].article_id)} == {Decision.REJECTED}
    assert at.project.lexicon.row("다온시", "", "") is not None
    at.commands.run("undo")
    assert at.project.lexicon.row("다온시", "", "") is None
