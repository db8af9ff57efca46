"""The queue: clicks and keys open articles, filters and search restrict, several are handled at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.article import ArticleState
from desktop_app.gui.queue.model import RowRole, second_line, spoken
from desktop_app.store.queue import Order
from tests.made import add, plain_draft

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def queue(made):
    return made.workspace.queue


def _click_row(queue, row: int, held=Qt.KeyboardModifier.NoModifier) -> None:
    rect = queue.list.visualRect(queue.model.index(row, 0))
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, held, rect.center())


def _titles(queue) -> list[str]:
    return [queue.model.data(queue.model.index(r, 0)) for r in range(queue.model.rowCount())]


def test_rows_show_title_outlet_date_and_what_is_left(queue):
    row = queue.model.index(0, 0).data(RowRole)
    assert row.title == "한빛시, 수소버스 30대 들인다"
    assert second_line(row) == "한빛일보 · 2026-03-15"
    assert row.undecided > 0
    assert "새 기사" in spoken(row)
    assert queue._summary.text() == "기사 2건"


def test_a_click_opens_an_article_and_the_keys_go_to_the_text(made, queue):
    _click_row(queue, 1)
    assert made.session.article_id == queue.model.ids[1]
    assert made.workspace.view.hasFocus()


def test_arrow_keys_open_and_keep_the_focus_enter_goes_to_the_text(made, queue, qtbot):
    queue.list.setFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: made.session.article_id == queue.model.ids[1])
    assert queue.list.hasFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_Return)
    assert made.workspace.view.hasFocus()


def test_next_and_previous_article_by_key(made, queue):
    first, second = queue.model.ids
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    assert made.session.article_id == second
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    assert made.session.article_id == second
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert made.session.article_id == first


def test_searching_restricts_the_list_and_clearing_brings_it_back(made, queue, qtbot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)
    assert queue.search.hasFocus()
    queue.search.setText("태양광")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1)
    assert _titles(queue) == ["새솔군, 태양광 조례 만든다"]
    assert queue._summary.text() == "기사 2건 중 1건"
    queue.search.clear()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 2)


def test_filters_restrict_and_are_cleared(made, queue):
    QTest.mouseClick(queue._filter_button, Qt.MouseButton.LeftButton)
    assert queue.form.isVisible()
    queue.form._outlet.setCurrentIndex(queue.form._outlet.findData("새솔신문"))
    assert queue.model.rowCount() == 1
    queue.form._undecided.setChecked(True)
    assert queue.model.rowCount() == 0
    QTest.mouseClick(queue.form._clear, Qt.MouseButton.LeftButton)
    assert queue.model.rowCount() == 2


def test_a_date_that_is_none_restricts_nothing(queue):
    queue.form._since.setText("봄")
    queue.form._since.editingFinished.emit()
    assert queue.wanted().since == ""
    queue.form._since.setText("2026-03-15")
    queue.form._since.editingFinished.emit()
    assert queue.model.rowCount() == 1


def test_the_order_is_changed(queue):
    queue.set_order(Order.TITLE)
    assert _titles(queue) == ["새솔군, 태양광 조례 만든다", "한빛시, 수소버스 30대 들인다"]
    assert queue._summary.text().endswith("제목")


def test_several_articles_are_marked_in_one_undoable_step(made, queue):
    _click_row(queue, 0)
    _click_row(queue, 1, CTRL)
    assert queue.selected_ids() == queue.model.ids
    menu = queue.bulk.menu()
    entry = next(a for a in menu.actions() if "검토 완료" in a.text())
    entry.trigger()
    assert made.project.articles.count(ArticleState.REVIEWED) == 2
    made.window.run("undo")
    assert made.project.articles.count(ArticleState.REVIEWED) == 0
    menu.deleteLater()


def test_several_articles_get_a_tag(made, queue):
    queue.list.selectAll()
    queue.bulk.add_tag("교통")
    assert dict(made.project.tags.vocabulary())["교통"] == 2


def test_selected_articles_are_suggested_again(made, queue):
    queue.list.selectAll()
    queue.bulk.suggest()
    assert made.services.asked == [("suggest", i) for i in queue.model.ids]


def test_an_imported_article_appears_when_it_is_published(made, queue):
    from desktop_app.domain.changes import Change, Kind

    ids = add(made.project, plain_draft("제목 없는 기사의 첫 줄이에요.\n둘째 줄.\n", "새.txt"))
    made.session.publish(Change(kinds=frozenset({Kind.SOURCE}), article_ids=frozenset(ids)))
    assert queue.model.rowCount() == 3
    assert _titles(queue)[-1].startswith("제목 없는 기사의 첫 줄이에요.")


def test_an_edit_elsewhere_rereads_only_its_row(made, queue, monkeypatch):
    _titles(queue)
    asked = []
    rows = made.project.queue.rows
    monkeypatch.setattr(made.project.queue, "rows", lambda ids: asked.append(list(ids)) or rows(ids))
    monkeypatch.setattr(queue.model, "load", lambda *_: pytest.fail("the list was read anew"))
    made.key(Qt.Key.Key_Space)
    assert queue.model.index(0, 0).data(RowRole).state == ArticleState.STARTED
    assert asked == [[queue.model.ids[0]]]
