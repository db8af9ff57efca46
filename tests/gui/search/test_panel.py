"""Search over the project: a concordance that leads to places, and marks or unmarks them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.mention import Decision
from desktop_app.gui.search.model import AFTER, ARTICLE, BEFORE, MATCH

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def search(made):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CTRL | SHIFT)
    panel = made.workspace.search
    assert panel.field.hasFocus()
    return panel


def _search(panel, text: str) -> None:
    panel.field.setText(text)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)


def test_places_stand_under_one_another_with_their_context(search):
    _search(search, "태양광")
    rows = [[search.model.index(r, c).data() for c in range(4)] for r in range(search.model.rowCount())]
    assert [row[MATCH] for row in rows] == ["태양광", "태양광"]
    assert rows[0][BEFORE].endswith("새솔군, ")
    assert rows[0][AFTER].startswith(" 조례")
    assert {row[ARTICLE] for row in rows} == {"새솔군, 태양광 조례 만든다"}
    assert search.found.text() == "2곳 · 기사 1건"
    assert search.table.hasFocus()


def test_nothing_found_is_said(search):
    _search(search, "없는 말")
    assert search.found.text() == "찾은 것이 없어요"
    assert not search.mark.isEnabled()


def test_enter_on_a_row_opens_the_article_at_the_place(made, search):
    _search(search, "태양광")
    QTest.keyClick(search.table, Qt.Key.Key_Return)
    assert made.article.article.metadata.title.startswith("새솔군")
    raw = made.workspace.view.selected_raw()
    assert raw.of(made.article.raw) == "태양광"


def test_places_are_marked_and_unmarked_in_one_step_each(made, search):
    _search(search, "태양광")
    search.table.selectAll()
    search.mark_selected("CV_POLICY")
    marked = [
        m
        for i in made.workspace.queue.model.ids
        for m in made.project.mentions.of(i)
        if m.label == "CV_POLICY"
    ]
    assert len(marked) == 2
    assert made.told[-1].text == "2곳에 라벨을 붙였어요."
    search.unmark_selected()
    left = [
        m
        for i in made.workspace.queue.model.ids
        for m in made.project.mentions.of(i)
        if m.label == "CV_POLICY"
    ]
    assert all(m.decision is Decision.REJECTED for m in left)
    made.window.run("undo")
    made.window.run("undo")
    assert not any(
        m.label == "CV_POLICY" for i in made.workspace.queue.model.ids for m in made.project.mentions.of(i)
    )


def test_where_nothing_is_marked_there_is_nothing_to_unmark(made, search):
    _search(search, "태양광")
    search.table.selectAll()
    search.unmark_selected()
    assert made.told[-1].text == "딱 그 자리에 있는 개체가 없어요."


def test_closing_leads_back_to_the_text(made, search):
    QTest.mouseClick(search._close, Qt.MouseButton.LeftButton)
    assert not search.isVisible()
    assert made.workspace.view.hasFocus()


def test_initial_consonants_and_labels_are_searched_and_marked_like_text(made, search):
    _search(search, "ㅅㅅㄱ")
    assert {search.model.index(r, MATCH).data() for r in range(search.model.rowCount())} == {"새솔군"}
    search.table.selectAll()
    search.mark_selected("LC")
    _search(search, "라벨:장소 새솔")
    assert search.model.rowCount() == 2
    search.table.selectAll()
    search.unmark_selected()
    _search(search, "라벨:장소 새솔")
    assert search.model.rowCount() == 0
