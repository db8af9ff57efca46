"""Random keys and clicks: nothing fails, and what is seen is what the project holds."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.gui.article.layout.marks import Marks
from desktop_app.gui.keys import SET_1
from desktop_app.store.project import Project

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NAMED = [
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
]
MODIFIERS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_seen_is_what_is_stored(at, seed):
    chance = random.Random(seed)
    article_id = at.session.article_id
    for _ in range(8):
        for _ in range(25):
            _press_or_click(at, chance)
        _compare(at, at.project, article_id)
    assert at.failed == [] or all(hasattr(error, "code") for error in at.failed)


def _press_or_click(at, chance: random.Random) -> None:
    for dialog in at.view.findChildren(QDialog):
        if dialog.isVisible():
            chance.choice([dialog.accept, dialog.reject])()
    roll = chance.random()
    if roll < 0.15:
        size = at.view.viewport().size()
        where = QPoint(chance.randrange(size.width()), chance.randrange(size.height()))
        click = chance.choice([QTest.mouseClick, QTest.mouseDClick])
        click(at.view.viewport(), Qt.MouseButton.LeftButton, chance.choice(MODIFIERS[:5]), where)
    elif roll < 0.6:
        at.press_place(chance.choice(list(SET_1.values())), shift=chance.random() < 0.25)
    else:
        at.press(chance.choice(NAMED), chance.choice(MODIFIERS))
    QApplication.processEvents()


def _compare(at, project: Project, article_id: int) -> None:
    assert at.session.article == at.session.desk.open(article_id)
    page = at.view.page
    stored = project.mentions.of(article_id)
    fresh = Marks(page.display, stored, rejected=page.rejected)
    fresh.show_also(at.session.current)
    for index in range(len(page.display.blocks)):
        assert page.marks.in_block(index) == fresh.in_block(index)
    assert at.view.toPlainText() == page.display.text
    order = sorted(m.id for m in at.session.shown())
    assert order == sorted(m.id for m in stored if m.decision != "rejected")
    for mention in stored:
        read = at.session.article.map.reading_span(mention.span)
        assert read is not None
        assert project.mentions.surface(mention.id) == read.of(at.session.article.map.text)
