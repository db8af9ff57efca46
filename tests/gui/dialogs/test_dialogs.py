"""Palette, keys, preferences, export, report: with keys, on the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.mention import Decision
from desktop_app.gui.dialogs.palette import _score
from desktop_app.gui.services import Job, JobReport, Outcome, ReportLine

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


# -- palette -----------------------------------------------------------------------------------------------


@pytest.fixture
def palette(made):
    made.key(Qt.Key.Key_K, CTRL)
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def _names(palette) -> list[str]:
    return [palette.list.item(r).text() for r in range(palette.list.count())]


def test_the_palette_does_what_is_chosen(made, palette):
    first = made.session.current
    palette.field.setText("수락")
    assert _names(palette)[0] == "수락"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert made.project.mentions.get(first.id).decision is Decision.ACCEPTED


def test_the_palette_finds_articles_labels_and_concepts(made, palette):
    palette.field.setText("태양광")
    assert "새솔군, 태양광 조례 만든다" in _names(palette)
    palette.field.setText("기관")
    assert "기관·단체" in _names(palette)
    palette.field.setText("새솔군")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert made.article.article.metadata.title.startswith("새솔군")


def test_arrows_move_the_choice(palette):
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 2
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 1


def test_the_palette_offers_only_what_can_be_done(made_window):
    made = made_window()
    made.window.run("palette")
    palette = QApplication.activePopupWidget()
    assert "내보내기" not in _names(palette)
    assert "새 프로젝트" in _names(palette)
    palette.close()


@pytest.mark.parametrize(
    ("name", "wanted", "score"),
    [
        ("split", "sp", 0),
        ("move left", "left", 1),
        ("accept", "cep", 2),
        ("next article", "nart", 3),
        ("x", "y", None),
    ],
)
def test_how_well_a_name_fits(name, wanted, score):
    assert _score(name, wanted) == score


# -- keys --------------------------------------------------------------------------------------------------


def _item(dialog, action_id: str):
    for item in dialog.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
        if item.data(0, Qt.ItemDataRole.UserRole) == action_id:
            return item
    raise AssertionError(action_id)


def test_all_keys_are_on_one_page_and_can_be_searched(made):
    made.window.run("keys")
    dialog = QApplication.activeModalWidget()
    shown = {dialog.tree.topLevelItem(r).text(0) for r in range(dialog.tree.topLevelItemCount())}
    assert {"결정", "라벨", "경계", "이동", "프로젝트"} <= shown
    assert _item(dialog, "accept").text(1) == "스페이스"
    dialog.search.setText("조사")
    assert not _item(dialog, "particle").isHidden()
    assert _item(dialog, "accept").isHidden()
    dialog.close()


def test_a_key_is_changed_by_pressing_another(made):
    made.window.run("shortcuts")
    dialog = QApplication.activeModalWidget()
    dialog.tree.setCurrentItem(_item(dialog, "accept"))
    dialog._on_activated(_item(dialog, "accept"))
    assert _item(dialog, "accept").text(1) == "키를 눌러 주세요…"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Insert)
    assert _item(dialog, "accept").text(1) == "Insert"
    assert made.settings.keys == {"accept": "Insert"}
    dialog.close()
    first = made.session.current
    made.key(Qt.Key.Key_Insert)
    assert made.project.mentions.get(first.id).decision is Decision.ACCEPTED


def test_a_key_that_is_taken_is_refused(made):
    made.window.run("shortcuts")
    dialog = QApplication.activeModalWidget()
    dialog._on_activated(_item(dialog, "accept"))
    QTest.keyClick(dialog.tree, Qt.Key.Key_X)
    assert dialog.hint.text() == "X는 ‘거부’에 쓰고 있어요."
    assert made.window.keymap.text("accept") == "스페이스"
    dialog.close()


# -- preferences -------------------------------------------------------------------------------------------


def test_preferences_take_effect_at_once(made, qtbot):
    made.window.run("preferences")
    dialog = QApplication.activeModalWidget()
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Preferences")
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    assert made.appearance.theme.dark
    before = made.appearance.reading_font().pointSizeF()
    dialog.points.setValue(22)
    assert made.appearance.reading_font().pointSizeF() == 22 != before
    dialog.ask.setValue(35)
    assert made.window.commands.threshold == pytest.approx(0.35)
    dialog.reviewer.setText("나래")
    dialog.reviewer.editingFinished.emit()
    assert made.session.desk.reviewer == "나래"
    assert made.settings.general.reviewer == "나래"
    dialog.close()


# -- report ------------------------------------------------------------------------------------------------

REPORT = JobReport(
    Job.IMPORT,
    done=4,
    seconds=1.25,
    lines=(
        ReportLine("가.txt", Outcome.ADDED, 4),
        ReportLine("나.txt", Outcome.KNOWN),
        ReportLine("다.bin", Outcome.FAILED, error=UnreadableFile(file="다.bin", reason="글이 아니에요")),
    ),
)


def test_an_import_is_told_in_a_line_with_the_details_behind_it(made):
    made.services.finished.emit(REPORT)
    said = made.told[-1]
    assert said.kind == "warning"
    assert said.text == "기사 4건을 더했어요. 파일 1개는 이미 있어요. 파일 1개는 읽지 못했어요."
    QTest.mouseClick(made.window.notice.action, LEFT)
    dialog = QApplication.activeModalWidget()
    rows = [[dialog.tree.topLevelItem(r).text(c) for c in range(4)] for r in range(3)]
    assert rows[0] == ["다.bin", "읽지 못함", "", "다.bin을 읽을 수 없어요: 글이 아니에요"]
    dialog._copy()
    assert QGuiApplication.clipboard().text().count("\n") == 2
    dialog.close()


def test_an_export_is_told_with_the_way_to_its_folder(made):
    made.services.finished.emit(JobReport(Job.EXPORT, done=1, target=Path("/tmp/결과.json")))
    assert made.told[-1].text == "기사 1건을 결과.json으로 내보냈어요."
    assert made.told[-1].action == "폴더 열기"


def test_a_job_that_failed_says_why(made):
    made.services.finished.emit(JobReport(Job.EXPORT, error=UnreadableFile(file="가", reason="나")))
    assert made.told[-1].kind == "error"


@pytest.mark.parametrize("action_id", ["value", "concept", "label_schema"])
def test_enter_stays_with_the_first_button_wherever_the_focus_goes(made, action_id):
    made.window.run("finish")
    made.session.open_article(made.workspace.queue.model.ids[0])
    made.session.set_current(made.article.mentions[0].id)
    made.window.run(action_id)
    dialog = QApplication.activeModalWidget()
    dialog.buttons.buttons()[1].setFocus()
    for field in dialog.findChildren(QLineEdit):
        field.setFocus()
        assert dialog.ok.isDefault()
    dialog.close()
