"""Discontinuous mentions by key: mark a part, select the other, Shift+D."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_selection_joins_the_mention_that_was_current_before(at):
    mention = at.find("14일")
    at.session.set_current(mention.id)
    at.session.set_current(None)  # as the caret does on its way to the other part
    at.select("했다")
    at.press(Qt.Key.Key_D, SHIFT)
    now = at.session.current
    assert now.id == mention.id
    assert [p.of(at.session.article.raw) for p in now.parts] == ["14일", "했다"]
    assert at.said[-1] == "One mention of 2 parts"
    assert at.view.selected_raw() is None
    at.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at.project.mentions.get(mention.id).fragments == ()


def test_without_another_part_nothing_happens(at):
    mention = at.find("14일")
    at.session.set_current(mention.id)
    at.select("14일")
    at.press(Qt.Key.Key_D, SHIFT)
    assert at.project.mentions.get(mention.id) == mention
    assert at.said[-1] == "Select the other part of the mention first"


def test_another_block_is_refused(at):
    mention = at.find("14일")
    at.session.set_current(mention.id)
    at.select("예산")
    at.press(Qt.Key.Key_D, SHIFT)
    assert at.failed[-1].why == "across_blocks"
    assert at.project.mentions.get(mention.id) == mention
