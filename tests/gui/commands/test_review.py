"""Commands by id: every action has one or is asked of the window; what each leaves in the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.article import Role
from desktop_app.domain.edits import WriteNote
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision
from desktop_app.gui.keymap import PROJECT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
OURS = {"decide", "go", "boundary", "label", "show"}


def test_every_action_has_a_command_or_is_the_windows(at):
    without = [i for i in at.keymap.actions if i not in at.commands.ids]
    assert not [i for i in without if at.keymap.actions[i].group in OURS]
    at.commands.run(without[0])
    assert at.requested == [without[0]]
    assert set(at.commands.ids) <= set(at.keymap.actions)


def test_nothing_happens_without_an_article(at):
    at.session.open_article(None)
    for action_id in at.commands.ids:
        assert at.commands.run(action_id) in {True, False}
    assert at.failed == []
    assert at.session.desk.next_undo() is None


def test_nothing_breaks_in_an_article_without_mentions(make_desk):
    at = make_desk(found=[])
    ids = [i for i in at.commands.ids if i != "finish" and not i.startswith("relabel.")]
    for action_id in ids:
        at.commands.run(action_id)
    assert at.failed == []
    assert at.mentions() == []


@pytest.mark.parametrize("surface", ["다온시", "가온누리", "나래울", "20억 원"])
def test_each_edit_is_one_step_that_undo_takes_back(make_desk, surface):
    at = make_desk()
    skipped = {"undo", "redo", "finish", "accept_article"}
    for action_id in at.commands.ids:
        if action_id in skipped or action_id.endswith(PROJECT):
            continue
        at.session.set_current(at.find(surface).id)
        before = at.mentions(), at.project.lexicon.all(), at.session.article.relations
        newest = at.session.desk.next_undo()
        at.commands.run(action_id)
        after = at.session.desk.next_undo()
        if after is not None and (newest is None or after.id != newest.id):
            at.session.undo()
        restored = at.session.desk.next_undo()
        assert (restored.id if restored else None) == (newest.id if newest else None), action_id
        assert before == (at.mentions(), at.project.lexicon.all(), at.session.article.relations), action_id


def test_all_decided_is_said(make_desk):
    at = make_desk(found=[("나래울", "PS", 0.9)])
    at.commands.run("accept")
    assert "finishes" in at.said[-1]
    assert at.session.current is not None


def test_enabled_follows_what_is_there(at):
    assert at.commands.enabled("accept")
    assert not at.commands.enabled("undo")
    at.commands.run("accept")
    assert at.commands.enabled("undo")
    at.session.set_current(None)
    assert not at.commands.enabled("reject")
    at.session.open_article(None)
    assert not at.commands.enabled("accept")
    assert at.commands.enabled("palette")


def test_adding_against_an_earlier_rejection_says_so(at):
    at.session.set_current(at.find("나래울").id)
    at.commands.run("reject")
    at.select("나래울은")
    at.commands.run("relabel.PS")
    assert at.surface() == "나래울"
    assert "rejected" in at.said[-1]
    assert at.session.current.decision is Decision.ACCEPTED


def test_always_teaches_and_accepts(at):
    at.session.set_current(at.find("나래울").id)
    at.commands.run("always")
    assert at.find("나래울").decision is Decision.ACCEPTED
    assert at.project.lexicon.row("나래울", "PS", "") is not None


def test_alike_edges_move_together(at):
    at.session.set_current(at.find("다온시", 1).id)
    at.commands.run("end_left.article")
    count = sum(at.session.surface(m) == "다온시" for m in at.session.shown())
    at.commands.run("particle.article")
    assert sum(at.session.surface(m) == "다온시" for m in at.session.shown()) < count


def test_a_second_relation_key_on_the_same_mention_lets_go(at):
    at.session.set_current(at.find("나래울").id)
    at.commands.run("relation")
    at.commands.run("relation")
    at.session.set_current(at.find("다온시 교통국장").id)
    at.commands.run("relation")
    assert at.session.article.relations == []


def test_two_that_the_schema_does_not_relate(at):
    at.session.set_current(at.find("14일").id)
    at.commands.run("relation")
    at.session.set_current(at.find("20억 원").id)
    at.commands.run("relation")
    assert "relates no such" in at.said[-1]


def test_a_choice_by_digit(at):
    taken = []
    at.commands.choices.offer([("하나", lambda: taken.append(1)), ("둘", lambda: taken.append(2))])
    assert at.view.card.said.choices == (("1", "하나"), ("2", "둘"))
    at.press_place("2", "2")
    assert taken == [2]
    at.commands.choices.offer([("하나", lambda: taken.append(1))])
    current = at.session.current.id
    at.press_place("J", "ㅓ")
    assert taken == [2]
    assert at.session.current.id != current
    assert not at.commands.choices.open


def test_a_note_is_painted_but_moves_nothing(at):
    before = at.session.current.id
    at.session.apply(WriteNote(at.session.article_id, "확인", mention_id=before))
    assert at.view.page.noted() == {before}
    assert at.session.current.id == before


@pytest.mark.parametrize(
    "parts",
    [
        [(Role.BODY, "\n")],
        [(Role.BOILERPLATE, "무단 전재 금지\n")],
        [(Role.BODY, "😀")],
        [(Role.BODY, "가" * 3000)],
        [(Role.TABLE, "가\t나\n다\t라\n"), (Role.CONTACT, "전화\n"), (Role.DATELINE, "2026\n")],
    ],
)
def test_odd_articles_bear_every_command(make_desk, parts):
    at = make_desk(parts, [])
    at.view.grab()
    for action_id in at.commands.ids:
        if action_id != "finish":
            at.commands.run(action_id)
            at.view.grab()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        at.press(key)
    at.view.grab()
    assert all(isinstance(e, EditRefused) for e in at.failed)
    QTest.mouseDClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
