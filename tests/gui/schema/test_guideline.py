"""The project's own guideline: edited at the current label's passage, shown beside the text, one key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.inspector.guideline import GuidelinePanel
from desktop_app.gui.schema.guideline import GuidelineDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(made) -> GuidelineDialog:
    made.session.set_current(next(m.id for m in made.session.shown() if m.label == "PS"))
    made.key(Qt.Key.Key_G, SHIFT)
    [dialog] = made.window.findChildren(GuidelineDialog)
    return dialog


def test_it_begins_at_the_passage_on_the_current_label(dialog):
    assert "(PS)" in dialog.editor.textCursor().block().text()
    assert dialog.shown.toPlainText()


def test_what_is_written_is_shown_with_g(made, dialog, qtbot):
    dialog.editor.selectAll()
    for line in ("# Ours", "## People (PS)", "Without titles."):
        QTest.keyClicks(dialog.editor, line)
        QTest.keyClick(dialog.editor, Qt.Key.Key_Return)
        QTest.keyClick(dialog.editor, Qt.Key.Key_Return)
    QTest.keyClick(dialog.editor, Qt.Key.Key_Return, CTRL)
    assert made.project.meta("guideline").startswith("# Ours")
    made.key(Qt.Key.Key_G)
    [panel] = made.window.findChildren(GuidelinePanel)
    qtbot.waitUntil(lambda: "Without titles." in panel.browser.toPlainText())
    assert panel.browser.textCursor().block().text() == "People (PS)"


def test_the_guideline_that_ships_is_not_kept(made, dialog):
    dialog.accept()
    assert made.project.meta("guideline") == ""
