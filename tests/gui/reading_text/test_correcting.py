"""The text is corrected with real keys in the real window; mentions stay where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.spans import Span
from desktop_app.gui.reading_text.corrections import CorrectionsDialog
from desktop_app.gui.reading_text.editor import InlineEditor
from desktop_app.gui.words import steps
from tests.made import RAW

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def first(made):
    made.session.open_article(made.project.articles.ids()[0])
    return made


def editor(made) -> InlineEditor:
    found = [c for c in made.workspace.view.findChildren(InlineEditor) if c.isVisible()]
    assert len(found) == 1
    return found[0]


def rewrite(made, text: str) -> None:
    field = editor(made).field
    field.selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_selection_is_written_anew(first):
    mentions = [(m.start, m.end) for m in first.article.mentions]
    start = RAW.index("수소버스 30대를")
    first.workspace.view.select_raw(Span(start, start + 8))
    first.key(Qt.Key.Key_O)
    assert editor(first).field.toPlainText() == "수소버스 30대"
    rewrite(first, "수소 버스 30대")
    assert "한빛시는 14일 수소 버스 30대를" in first.article.map.text
    assert first.article.raw == RAW
    assert [(m.start, m.end) for m in first.article.mentions] == mentions
    assert first.workspace.view.hasFocus()
    first.key(Qt.Key.Key_Z, CTRL)
    assert "한빛시는 14일 수소버스 30대를" in first.article.map.text


def test_without_a_selection_the_word_at_the_caret(first):
    first.workspace.view.put_caret_raw(RAW.index("빛시장은"))
    first.key(Qt.Key.Key_O)
    assert editor(first).field.toPlainText() == "한빛시장은"


def test_keys_in_the_field_are_letters(first):
    first.workspace.view.put_caret_raw(RAW.index("공기가"))
    first.key(Qt.Key.Key_O)
    before = first.article.mentions
    QTest.keyClicks(editor(first).field, "xj ")
    assert editor(first).field.toPlainText() == "xj "
    assert first.article.mentions == before


def test_escape_corrects_nothing(first):
    text = first.article.map.text
    first.workspace.view.put_caret_raw(RAW.index("공기가"))
    first.key(Qt.Key.Key_O)
    QTest.keyClicks(editor(first).field, "x")
    QTest.keyClick(editor(first).field, Qt.Key.Key_Escape)
    assert first.article.map.text == text
    assert first.workspace.view.hasFocus()


def test_a_selection_over_blocks_is_refused_with_a_word(first):
    first.workspace.view.select_raw(Span(RAW.index("14일"), RAW.index("말했다")))
    first.key(Qt.Key.Key_O)
    assert not first.workspace.view.findChildren(InlineEditor)
    assert first.told[-1].text


def test_a_blank_is_put_in_and_taken_out_again(first):
    at = RAW.index("버스 30대를")
    first.workspace.view.put_caret_raw(at)
    first.key(Qt.Key.Key_Y)
    assert "수소 버스 30대를" in first.article.map.text
    first.key(Qt.Key.Key_Y)
    assert "수소버스 30대를" in first.article.map.text
    assert not [c for c in first.project.sources.corrections(1) if c.kind == "text"]


def test_a_blank_of_the_source_is_taken_out(first):
    first.workspace.view.put_caret_raw(RAW.index(" 한빛시장은"))
    first.key(Qt.Key.Key_Y)
    assert "김하늘한빛시장은" in first.article.map.text


def test_the_correction_at_the_caret_is_taken_back(first):
    at = RAW.index("버스 30대를")
    first.workspace.view.put_caret_raw(at)
    first.key(Qt.Key.Key_Y)
    first.key(Qt.Key.Key_Z)
    assert "수소버스 30대를" in first.article.map.text
    first.key(Qt.Key.Key_Z, CTRL)
    assert "수소 버스 30대를" in first.article.map.text


def test_a_joined_line_is_taken_back(first):
    first.workspace.view.put_caret_raw(RAW.index("다고 밝혔다"))
    first.key(Qt.Key.Key_Z)
    assert "들여온\n다고" in first.article.map.text


def test_nothing_to_take_back_says_so(first):
    first.workspace.view.put_caret_raw(RAW.index("김하늘 한빛") + 1)
    first.key(Qt.Key.Key_Z)
    assert first.told[-1].text


def test_the_list_of_corrections_takes_back(first, qtbot):
    first.workspace.view.put_caret_raw(RAW.index("버스 30대를"))
    first.key(Qt.Key.Key_Y)
    first.key(Qt.Key.Key_O, SHIFT)
    dialog = first.window.findChild(CorrectionsDialog)
    assert [c.text for c in dialog.model.rows] == [" "]
    dialog.joins.setChecked(True)
    assert len(dialog.model.rows) == 2
    shown = [dialog.model.data(dialog.model.index(r, c)) for r in range(2) for c in range(3)]
    assert shown == ["∅", "␣", "가람", "⏎", "∅", "자동 정리"]
    dialog.tree.selectAll()
    dialog.back.click()
    assert "수소버스 30대를" in first.article.map.text
    assert "들여온\n다고" in first.article.map.text
    assert dialog.model.rows == []
    first.key(Qt.Key.Key_Z, CTRL)
    assert len(dialog.model.rows) == 2
    dialog.close()


def test_the_history_names_what_was_done(first):
    first.workspace.view.put_caret_raw(RAW.index("버스 30대를"))
    first.key(Qt.Key.Key_Y)
    history = first.project.history
    step = first.session.desk.next_undo()
    assert steps.heading(step, history.rows_of(step.id)) == "글 바로잡기"
    assert steps.what(history.rows_of(step.id)) == "␣"
    first.key(Qt.Key.Key_P)
    QTest.keyClick(first.window.focusWidget(), "C")
    step = first.session.desk.next_undo()
    assert steps.what(history.rows_of(step.id)) == "사진 설명"
