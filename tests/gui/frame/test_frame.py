"""Around the article: header, status line, progress, notices, the find bar, the welcome page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.errors import StoreError
from desktop_app.gui.services import Job, JobProgress, JobReport
from desktop_app.gui.words.span import time_span

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_header_says_what_is_open_and_how_far_it_is(made, qtbot):
    header = made.workspace.header
    qtbot.waitUntil(lambda: header.title.whole() == "한빛시, 수소버스 30대 들인다")
    assert header.facts.whole() == "한빛일보  ·  2026-03-15  ·  새 기사"
    assert header.counts.text().startswith("0/")
    QTest.mouseClick(header.finish, LEFT)
    assert made.project.articles.count("reviewed") == 1


def test_the_buttons_of_the_header_go_through_the_queue(made):
    first, second = made.workspace.queue.model.ids
    QTest.mouseClick(made.workspace.header.next, LEFT)
    assert made.session.article_id == second
    QTest.mouseClick(made.workspace.header.previous, LEFT)
    assert made.session.article_id == first


def test_the_status_line_shows_the_keys_for_what_can_be_done_now(made, qtbot):
    keys = made.workspace.status.keys
    qtbot.waitUntil(lambda: "수락" in keys.whole())
    assert "스페이스 수락" in keys.whole()
    assert keys.whole().endswith("? 모든 키")
    made.session.set_current(None)
    qtbot.waitUntil(lambda: "수락" not in keys.whole())
    assert "Tab 다음 미결정" in keys.whole()


def test_changed_keys_are_shown_changed(made, qtbot):
    from desktop_app.gui.keys import Chord

    made.window.keymap.rebind("accept", [Chord("Insert")])
    qtbot.waitUntil(lambda: "Insert 수락" in made.workspace.status.keys.whole())
    assert made.settings.keys == {"accept": "Insert"}
    assert "Insert" in made.window.actions_by_id.by_id["accept"].text()


def test_the_model_and_the_count_of_articles_stand_at_the_right(made, qtbot):
    status = made.workspace.status
    assert status.model.text() == "모델 준비 중"
    made.services.model_changed.emit("v3")
    assert status.model.text() == "모델 v3"
    qtbot.waitUntil(lambda: status.progress.text() == "0 / 2 검토 완료")


# -- progress ----------------------------------------------------------------------------------------------


def test_a_job_shows_how_far_it_is_and_is_cancelled(made):
    strip = made.window.progress
    assert not strip.isVisible()
    made.services.progressed.emit(JobProgress(Job.IMPORT, 1_204, 5_000, 38.0, "기사.txt"))
    assert strip.isVisible()
    assert strip._name.whole() == "가져오는 중  기사.txt"
    assert strip._numbers.text() == "1,204 / 5,000 · 초당 38.0 · 1분 40초 남음"
    QTest.mouseClick(strip.cancel, LEFT)
    assert made.services.asked == [("cancel",)]
    made.services.finished.emit(JobReport(Job.IMPORT, 3))
    assert not strip.isVisible()


def test_without_a_total_there_is_no_time_left(made):
    made.services.progressed.emit(JobProgress(Job.SUGGEST, 7))
    assert made.window.progress._numbers.text() == "7"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1초"), (59.4, "59초"), (100, "1분 40초"), (3600, "1시간 0분"), (5400, "1시간 30분")],
)
def test_spans_of_time_in_words(made, seconds, said):
    assert time_span(seconds) == said


# -- notices -----------------------------------------------------------------------------------------------


def test_a_notice_offers_one_thing_to_do(made):
    done = []
    made.window.messages.info("기사 3건을 더했어요.", "자세히", lambda: done.append(1))
    notice = made.window.notice
    assert notice.isVisible()
    QTest.mouseClick(notice.action, LEFT)
    assert done == [1]
    assert not notice.isVisible()


def test_a_notice_stays_inside_the_window_whatever_its_size(made):
    made.window.messages.warn("아주 긴 말이에요. " * 20)
    for size in ((1280, 800), (600, 460)):
        made.window.resize(*size)
        QApplication.processEvents()
        notice = made.window.notice
        assert made.window.centralWidget().rect().contains(notice.geometry())


def test_errors_stay_until_they_are_closed(made):
    made.services.failed.emit(StoreError(path="가.dadeum", reason="디스크 오류"))
    notice = made.window.notice
    assert notice.text.text() == "가.dadeum을 쓸 수 없어요: 디스크 오류"
    assert not notice._clock.isActive()
    QTest.mouseClick(notice._close, LEFT)
    assert not notice.isVisible()


# -- find bar ----------------------------------------------------------------------------------------------


def test_finding_in_the_article_goes_from_place_to_place(made):
    made.key(Qt.Key.Key_F, CTRL)
    bar = made.workspace.findbar
    assert bar.field.hasFocus()
    bar.field.setText("한빛시")
    assert bar._count.text().startswith("1/")
    total = len(made.workspace.view.find_text("한빛시"))
    first = made.workspace.view.selected_raw()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar._count.text() == f"2/{total}"
    assert made.workspace.view.selected_raw() != first
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert made.workspace.view.selected_raw() == first
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert made.workspace.view.hasFocus()


def test_what_is_not_there_is_counted_as_none(made):
    made.window.run("find")
    made.workspace.findbar.field.setText("없는 말")
    assert made.workspace.findbar._count.text() == "0"


def test_from_the_article_to_the_project(made):
    made.window.run("find")
    made.workspace.findbar.field.setText("태양광")
    QTest.mouseClick(made.workspace.findbar._project, LEFT)
    assert made.workspace.search.model.rowCount() == 2


# -- welcome -----------------------------------------------------------------------------------------------


def test_recent_projects_are_listed_and_opened(made_window, project):
    from desktop_app.settings import Settings

    settings = Settings()
    settings.general.recent = ["/nowhere/none.dadeum", str(project.path)]
    made = made_window(settings=settings)
    welcome = made.window.welcome
    assert welcome.recent.count() == 1
    item = welcome.recent.item(0)
    assert item.text().startswith("견본\n")
    rect = welcome.recent.visualItemRect(item)
    QTest.mouseClick(welcome.recent.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, rect.center())
    assert made.services.asked == [("open", project.path)]


def test_the_menu_of_recent_projects_opens_them_too(made_window, project):
    from desktop_app.settings import Settings

    settings = Settings()
    settings.general.recent = [str(project.path)]
    made = made_window(settings=settings)
    made.window.doings.list_recent()
    entry = made.window.actions_by_id.recent.actions()[0]
    assert entry.text() == "견본"
    entry.trigger()
    assert made.services.asked == [("open", project.path)]


def test_widths_of_the_panes_come_back(made_window, project):
    made = made_window(project)
    made.workspace._panes.setSizes([300, 600, 380])
    wanted = made.workspace._panes.sizes()
    made.window.set_session(None)
    assert made.settings.window.sizes == wanted
    again = made_window(project, settings=made.settings)
    assert again.workspace._panes.sizes() == wanted
