"""The window as a whole: opening, reviewing by keys, switching language and theme, remembering."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop_app.domain.article import ArticleState
from desktop_app.domain.errors import ProjectReadOnly
from desktop_app.domain.mention import Decision
from desktop_app.gui.actions import MENUS, RECENT
from desktop_app.store import Project

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_begins_with_the_welcome_page(made_window):
    made = made_window()
    assert made.window.pages.currentWidget() is made.window.welcome
    assert made.window.windowTitle() == "Dadeum"
    assert not made.window.actions_by_id.by_id["export"].isEnabled()
    assert made.window.actions_by_id.by_id["open"].isEnabled()
    QTest.mouseClick(made.window.welcome.samples, Qt.MouseButton.LeftButton)
    assert made.services.asked == [("samples",)]


def test_a_project_opens_at_its_first_undecided_mention_with_the_focus_in_the_text(made):
    assert made.window.pages.currentWidget() is made.workspace
    assert made.article.article.id == made.workspace.queue.model.ids[0]
    assert made.session.current == made.session.undecided()[0]
    assert made.workspace.view.hasFocus()
    assert made.window.windowTitle() == "견본 — Dadeum"
    assert made.settings.general.recent == [str(made.project.path)]


def test_keys_review_an_article_and_the_panels_follow(made, qtbot):
    total = len(made.session.undecided())
    made.key(Qt.Key.Key_Space)
    made.key(Qt.Key.Key_X)
    left = len(made.session.undecided())
    assert left == total - 2
    qtbot.waitUntil(lambda: f"2/{total} 결정" in made.workspace.header.counts.text())
    row = made.workspace.queue.model.data(made.workspace.queue.model.index(0, 0), Qt.ItemDataRole.UserRole)
    assert row.undecided == left
    assert row.state == ArticleState.STARTED


def test_keys_work_with_a_hangul_input_method(made):
    first = made.session.current
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown.value, Qt.KeyboardModifier.NoModifier, "ㅌ")
        QApplication.sendEvent(made.workspace.view, event)
    assert made.project.mentions.get(first.id).decision is Decision.REJECTED


def test_undo_and_redo_by_key_and_by_menu(made):
    first = made.session.current
    made.key(Qt.Key.Key_Space)
    made.key(Qt.Key.Key_Z, CTRL)
    assert made.project.mentions.get(first.id).decision is Decision.UNDECIDED
    assert made.session.current.id == first.id
    made.window.actions_by_id.by_id["redo"].trigger()
    assert made.project.mentions.get(first.id).decision is Decision.ACCEPTED


def test_undo_is_offered_only_when_there_is_something_to_undo(made):
    undo = made.window.actions_by_id.by_id["undo"]
    assert not undo.isEnabled()
    made.key(Qt.Key.Key_Space)
    assert undo.isEnabled()
    made.key(Qt.Key.Key_Z, CTRL)
    assert not undo.isEnabled()


def test_finishing_goes_to_the_next_article_that_is_not_reviewed(made):
    first, second = made.workspace.queue.model.ids
    made.key(Qt.Key.Key_Return)
    assert made.project.articles.get(first).state is ArticleState.REVIEWED
    assert made.session.article_id == second
    made.key(Qt.Key.Key_Return)
    assert made.project.articles.count(ArticleState.REVIEWED) == 2
    assert made.told[-1].text == "목록의 기사를 모두 검토했어요."


def test_typing_in_a_field_decides_nothing(made):
    before = [m.decision for m in made.article.mentions]
    field = made.workspace.queue.search
    field.setFocus()
    QTest.keyClicks(field, "x x1")
    assert field.text() == "x x1"
    assert [m.decision for m in made.project.mentions.of(made.session.article_id)] == before


def test_everything_that_can_be_done_stands_in_a_menu_with_its_key(made):
    texts = {}
    for action in made.window.menuBar().actions():
        for entry in action.menu().actions():
            texts[entry.iconText()] = entry.text() + "\t" + entry.shortcut().toString()
    assert "스페이스" in texts["수락"]
    assert "Ctrl+Z" in texts["실행 취소"]
    assert "Ctrl+E" in texts["내보내기…"]
    named = {i for _, ids in MENUS for i in ids if i not in {"-", RECENT}}
    assert named == set(made.window.actions_by_id.by_id)


def test_no_two_menu_entries_listen_to_the_same_key(made):
    keys = [s.toString() for a in made.window.actions_by_id.by_id.values() for s in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_language_is_switched_without_a_restart(made, qtbot):
    assert made.workspace.header.finish.text() == "검토 완료"
    made.window.run("language")
    qtbot.waitUntil(lambda: made.workspace.header.finish.text() == "Finish")
    assert made.window.menuBar().actions()[0].menu().title() == "&Project"
    assert made.window.actions_by_id.by_id["accept"].iconText() == "Accept"
    assert made.settings.general.language == "en"
    made.window.run("language")
    qtbot.waitUntil(lambda: made.workspace.header.finish.text() == "검토 완료")


def _words_of(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QAbstractButton) if w.text()] + [
        w.placeholderText() for w in widget.findChildren(QLineEdit)
    ]


def test_no_english_is_left_in_the_korean_window(made, qtbot):
    for name in ("history", "concepts", "guideline", "review"):
        made.workspace.inspector.show_page(name)
    made.workspace.show_search()
    foreign = [
        t for t in _words_of(made.window) if t.isascii() and any(c.isalpha() for c in t) and len(t) > 2
    ]
    assert not foreign


def test_the_theme_is_switched_and_painted(made, qtbot):
    paper = (
        made.window.grab().toImage().pixelColor(QPoint(made.window.width() // 2, made.window.height() - 120))
    )
    made.window.run("theme")
    assert made.appearance.theme.dark
    assert made.settings.general.theme == "dark"
    dark = (
        made.window.grab().toImage().pixelColor(QPoint(made.window.width() // 2, made.window.height() - 120))
    )
    assert paper.lightness() > 200
    assert dark.lightness() < 60
    assert QApplication.palette().window().color() == QColor(made.appearance.theme.colours["panel"])


def test_where_one_was_comes_back_to_the_very_mention(made_window, project):
    made = made_window(project)
    for _ in range(3):
        made.key(Qt.Key.Key_J)
    wanted, article_id = made.session.current.id, made.session.article_id
    made.window.set_session(None)
    again = made_window(project, settings=made.settings)
    assert again.session.article_id == article_id
    assert again.session.current.id == wanted


def test_panes_fold_away_where_the_window_is_narrow_and_come_back(made):
    made.window.resize(760, 600)
    assert not made.workspace.inspector.isVisible()
    assert not made.workspace.queue.isVisible()
    made.window.resize(1280, 800)
    assert made.workspace.inspector.isVisible()
    assert made.workspace.queue.isVisible()


def test_a_pane_hidden_by_hand_stays_hidden(made):
    QTest.keyClick(made.window, Qt.Key.Key_F9)
    assert not made.workspace.queue.isVisible()
    assert not made.settings.window.queue
    made.window.resize(1300, 800)
    assert not made.workspace.queue.isVisible()
    QTest.keyClick(made.window, Qt.Key.Key_F9)
    assert made.workspace.queue.isVisible()


def test_the_focus_goes_round_the_panes_by_key(made):
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    review = made.workspace.inspector.review
    assert seen == [review.mentions.tree, made.workspace.queue.list, made.workspace.view]


def test_everything_that_takes_the_focus_has_a_name(made):
    made.workspace.show_search()
    made.workspace.findbar.ask()
    for name in ("metadata", "notes"):
        made.workspace.inspector.review.reveal(name)
    nameless = [
        w
        for w in made.window.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and not w.accessibleName()
        and not getattr(w, "text", lambda: "")()
        and type(w).__name__ not in {"QMenuBar", "QTabBar", "QSplitter", "QSplitterHandle"}
        and not w.objectName().startswith("qt_")
    ]
    assert not nameless, [(type(w).__name__, type(w.parent()).__name__) for w in nameless]


def _drop(made, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(made.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(made.window, drop)


def test_files_dropped_on_the_window_are_imported(made, tmp_path, qtbot):
    paths = [tmp_path / "기사.txt", tmp_path]
    _drop(made, paths)
    qtbot.waitUntil(lambda: bool(made.services.asked))
    assert made.services.asked == [("import", paths)]


def test_a_project_dropped_on_the_window_is_opened(made_window, tmp_path, qtbot):
    made = made_window()
    _drop(made, [tmp_path / "다른.dadeum"])
    qtbot.waitUntil(lambda: bool(made.services.asked))
    assert made.services.asked == [("open", tmp_path / "다른.dadeum")]


def test_articles_dropped_without_a_project_are_refused_kindly(made_window, tmp_path, qtbot):
    made = made_window()
    _drop(made, [tmp_path / "기사.txt"])
    qtbot.waitUntil(lambda: bool(made.told))
    assert made.told[0].kind == "warning"
    assert not made.services.asked


def test_a_refused_edit_is_told_in_the_one_place(made):
    made.workspace.inspector.review.reveal("metadata")
    field = made.workspace.inspector.review.metadata.fields["published"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "yesterday")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert made.told[-1].text == "날짜는 2026-11-24, 2026-11, 2026처럼 써 주세요."
    assert made.window.notice.isVisible()
    assert field.text() == "2026-03-15"


def test_another_project_takes_the_place_of_the_first(made, made_window, tmp_path, qtbot):
    other = Project.create(tmp_path / "빈.dadeum")
    from desktop_app.gui.session import Session
    from tests.made import desk

    made.window.set_session(Session(desk(other), made.window))
    assert made.window.windowTitle() == "빈 — Dadeum"
    assert made.workspace.queue.model.ids == []
    assert made.window.bench.session.article is None
    made.window.set_session(None)
    other.close()


@pytest.mark.parametrize(
    "action_id", ["palette", "keys", "shortcuts", "preferences", "about", "note", "value"]
)
def test_a_dialog_opens_from_its_action_and_escape_closes_it(made, qtbot, action_id):
    made.window.run(action_id)
    dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_without_a_hangul_font_it_says_so_once(made, monkeypatch):
    monkeypatch.setattr("desktop_app.gui.window.has_hangul", lambda: False)
    made.window.tell_once()
    made.window.tell_once()
    said = [m.text for m in made.told if "한글 글꼴" in m.text]
    assert len(said) == 1
    assert "fonts-noto-cjk" in said[0] or "Noto Sans KR" in said[0]


def test_escape_leads_back_to_the_text_from_every_pane(made, qtbot):
    made.window.run("search")
    search = made.workspace.search
    for place in (
        made.workspace.queue.search,
        made.workspace.queue.list,
        made.workspace.inspector.review.mentions.tree,
        search.table,
        search.field,
    ):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Escape)
        assert made.workspace.view.hasFocus(), place
    assert not search.isVisible(), "left by Esc, it folds away"


def test_escape_closes_a_notice(made):
    made.window.messages.error(ProjectReadOnly(path=Path("가.dadeum")))
    assert made.window.notice.isVisible()
    made.key(Qt.Key.Key_Escape)
    assert not made.window.notice.isVisible()


def test_a_finer_label_stands_on_the_card_by_name_and_all_choices_are_readable(made):
    view, session = made.workspace.view, made.session
    mention = next(m for m in session.article.mentions if m.label == "OG")
    session.set_current(mention.id)
    made.key(Qt.Key.Key_Period)
    shown = " ".join(view.card._rows())
    label = session.desk.schema.by_code["OG"]
    assert all(f"{s.name_ko}" in shown for s in label.sublabels)
    rows = [view.card.fontMetrics().horizontalAdvance(r) for r in view.card._rows()]
    assert len(rows) > 2, "more choices than a row holds take more rows"
    made.key(Qt.Key.Key_1)
    session.set_current(mention.id)
    assert session.current.sublabel
    assert session.current.sublabel not in view.card.said.label
