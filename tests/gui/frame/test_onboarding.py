"""The cards for newcomers: once, four, and the keys stay with the article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desktop_app.gui.frame.onboarding import Onboarding


@pytest.fixture
def card(made):
    made.window.run("tour")
    return made.window.findChild(Onboarding)


def test_four_cards_then_they_are_gone(made, card, qtbot):
    titles = []
    for _ in range(4):
        titles.append(card.title.text())
        assert made.window.centralWidget().rect().contains(card.geometry())
        QTest.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert len(set(titles)) == 4
    qtbot.waitUntil(lambda: not isValid(card))
    assert made.workspace.view.hasFocus()


def test_they_name_the_keys_in_use(made, card):
    assert "스페이스" in card.text.text()
    assert "{" not in card.text.text()


def test_the_keys_stay_with_the_article(made, card):
    left = len(made.session.undecided())
    made.key(Qt.Key.Key_Space)
    assert len(made.session.undecided()) == left - 1
    assert card.isVisible()


def test_they_can_be_skipped(made, card, qtbot):
    QTest.mouseClick(card.skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(card))


def test_a_newcomer_sees_them_once(made_window, project, qtbot):
    made = made_window()
    made.window.tell_once()
    from desktop_app.gui.session import Session
    from tests.made import desk

    made.window.set_session(Session(desk(project), made.window))
    qtbot.waitUntil(lambda: made.window.findChild(Onboarding) is not None)
    assert "tour" in made.settings.general.told
    made.window.findChild(Onboarding).close()
    qtbot.waitUntil(lambda: made.window.findChild(Onboarding) is None)
    made.window.tell_once()
    made.window.set_session(None)


def test_escape_sends_the_cards_away(made, card, qtbot):
    with qtbot.waitSignal(card.done):
        made.key(Qt.Key.Key_Escape)
    assert made.workspace.view.hasFocus()
