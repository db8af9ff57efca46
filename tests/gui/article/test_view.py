"""The view with real keys: what is decided, where the eye goes, what is in the project afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.article import Role
from desktop_app.domain.mention import Decision

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_opens_at_the_first_undecided_with_its_text(at):
    assert at.surface() == "다온시"
    shown = at.view.toPlainText()
    assert shown.startswith("… (2 lines of boilerplate)\n다온시, 전기버스")
    assert "홈 > 뉴스" not in shown
    assert "무단" not in shown
    assert shown.count("… (") == 2


def test_accept_goes_on_and_is_in_the_file(at):
    first = at.session.current
    at.press(Qt.Key.Key_Space)
    assert at.project.mentions.get(first.id).decision is Decision.ACCEPTED
    assert at.session.current.id != first.id
    assert not at.session.current.decided


def test_reject_hides_and_undo_brings_it_back(at):
    first = at.session.current
    at.press(Qt.Key.Key_X)
    assert at.project.mentions.get(first.id).decision is Decision.REJECTED
    assert at.view.page.mark_of(at.session.mention(first.id)) is None
    at.press(Qt.Key.Key_Z, CTRL)
    assert at.project.mentions.get(first.id).decision is Decision.UNDECIDED
    assert at.session.current.id == first.id
    at.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert at.project.mentions.get(first.id).decision is Decision.REJECTED


@pytest.mark.parametrize(("text", "key"), [("ㅌ", 0x314C), ("", 0), ("ㅌ", 0), ("x", Qt.Key.Key_X)])
def test_keys_work_in_hangul_mode(at, text, key):
    first = at.session.current
    at.press_place("X", text, int(key))
    assert at.project.mentions.get(first.id).decision is Decision.REJECTED


def test_a_jamo_without_a_scan_code_is_understood(at):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    first = at.session.current
    QApplication.sendEvent(at.view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ㅌ"))
    assert at.project.mentions.get(first.id).decision is Decision.REJECTED


def test_input_methods_stay_out(at):
    assert not at.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not at.view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not at.view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_digits_relabel(at):
    first = at.session.current
    at.press(Qt.Key.Key_3)
    stored = at.project.mentions.get(first.id)
    assert (stored.label, stored.decision, stored.edited) == ("LC", Decision.ACCEPTED, True)
    assert at.session.current.id != first.id


def test_tab_goes_round_and_j_k_go_to_every_mention(at):
    first = at.session.current
    order = at.session.shown()
    at.press(Qt.Key.Key_J)
    assert at.session.current.id == order[1].id
    at.press(Qt.Key.Key_K)
    assert at.session.current.id == first.id
    at.press(Qt.Key.Key_Backtab, SHIFT)
    assert at.session.current.id == order[-1].id
    at.press(Qt.Key.Key_Tab)
    assert at.session.current.id == first.id
    assert at.view.hasFocus() or not at.view.isActiveWindow()


def test_skip_passes_over_until_the_rest_is_done(at):
    first = at.session.current
    at.press(Qt.Key.Key_L)
    for _ in range(len(at.session.undecided()) - 1):
        assert at.session.current.id != first.id
        at.press(Qt.Key.Key_Space)
    assert at.session.current.id == first.id


def test_back_goes_where_the_reviewer_was(at):
    first = at.session.current
    at.press(Qt.Key.Key_J)
    second = at.session.current
    at.press(Qt.Key.Key_J)
    at.press(Qt.Key.Key_Backspace)
    assert at.session.current.id == second.id
    at.press(Qt.Key.Key_Backspace)
    assert at.session.current.id == first.id


def test_edges_move_by_morpheme_and_alt_by_character(at):
    at.session.set_current(at.find("다온시", 1).id)
    at.press(Qt.Key.Key_R)
    assert at.surface() == "다온시는"
    at.press(Qt.Key.Key_E)
    assert at.surface() == "다온시"
    at.press(Qt.Key.Key_E, ALT)
    assert at.surface() == "다온"
    at.press(Qt.Key.Key_R, ALT)
    assert at.surface() == "다온시"
    stored = at.session.current
    assert stored.edited


def test_particle_is_taken_in_and_left_out(at):
    mention = at.find("다온시", 1)
    at.session.set_current(mention.id)
    at.press(Qt.Key.Key_F)
    assert at.surface() == "다온시는"
    at.press(Qt.Key.Key_F)
    assert at.surface() == "다온시"


def test_nothing_before_an_emoji_or_in_decomposed_text_is_off(at):
    name = at.find("가온누리")
    at.session.set_current(name.id)
    start = at.view.page.mark_of(name).span.start
    document = at.view.document()
    assert document.toPlainText()[0:1]
    units = document.toPlainText().encode("utf-16-le")
    assert units[2 * start : 2 * start + 8].decode("utf-16-le") == "가온누리"
    decomposed = at.find("다온시", 3)
    assert decomposed.end - decomposed.start > 3
    at.session.set_current(decomposed.id)
    at.press(Qt.Key.Key_R)
    assert at.surface() == "다온시가"
    raw = at.session.article.raw
    assert raw[at.session.current.start : at.session.current.end].endswith("\u1100\u1161")


def test_shift_does_the_same_everywhere_in_the_article_as_one_step(at):
    same = [m.id for m in at.session.shown() if at.session.surface(m) == "다온시"]
    assert len(same) >= 5
    at.press(Qt.Key.Key_Space, SHIFT)
    assert {at.project.mentions.get(i).decision for i in same} == {Decision.ACCEPTED}
    at.press(Qt.Key.Key_Z, CTRL)
    assert {at.project.mentions.get(i).decision for i in same} == {Decision.UNDECIDED}
    assert at.session.current.id == same[0]


def test_shift_with_a_label_marks_unmarked_places_too(at):
    name = at.find("나래울")
    at.session.set_current(name.id)
    before = len(at.mentions())
    at.session.set_current(at.find("전기버스").id)
    at.press(Qt.Key.Key_X, SHIFT)
    assert all(m.decision is Decision.REJECTED for m in at.mentions() if m.label == "AF")
    assert len(at.mentions()) == before


def test_a_selection_and_a_digit_make_a_mention_without_its_particle(at):
    at.select("예산은")
    at.press(Qt.Key.Key_9)
    assert at.surface() == "예산"
    assert at.session.current.label == "CV_POLICY"
    assert at.session.current.origin == "person"


def test_alt_takes_the_selection_as_it_is(at):
    at.select("예산은")
    at.press(Qt.Key.Key_9, ALT)
    assert at.surface() == "예산은"


def test_caret_moves_by_morpheme_and_a_digit_marks_the_word_there(at):
    at.select("예산은")
    raw = at.view.selected_raw()
    at.view.clear_selection()
    at.view.put_caret_raw(raw.start)
    at.press(Qt.Key.Key_Right)
    assert at.view.caret_raw() == raw.start + 2
    at.press(Qt.Key.Key_Right, SHIFT)
    assert at.view.selected_raw().of(at.session.article.raw) == "은"
    at.view.clear_selection()
    at.press(Qt.Key.Key_Left)
    assert at.session.current is None
    at.press(Qt.Key.Key_2)
    assert at.surface() == "예산"


def test_delete_removes_a_persons_own(at):
    at.select("예산은")
    at.press(Qt.Key.Key_9)
    added = at.session.current.id
    at.press(Qt.Key.Key_Delete)
    assert at.session.mention(added) is None
    at.press(Qt.Key.Key_Z, CTRL)
    assert at.session.mention(added) is not None


def test_split_at_the_caret_and_merge_again(at):
    post = at.find("다온시 교통국장")
    at.session.set_current(post.id)
    at.press(Qt.Key.Key_S)
    assert at.find("교통국장").label == "CV_POSITION"
    assert at.surface() == "다온시"
    assert at.session.current.id == post.id
    at.press(Qt.Key.Key_D)
    assert at.surface() == "다온시 교통국장"


def test_accept_the_rest_of_the_sentence_stops_at_its_end(at):
    at.session.set_current(at.find("14일").id)
    at.press(Qt.Key.Key_A)
    assert at.find("14일").decision is Decision.ACCEPTED
    assert at.find("전기버스", 1).decision is Decision.ACCEPTED
    assert at.find("가온누리").decision is Decision.UNDECIDED
    assert at.surface() == "가온누리"


def test_accept_the_rest_of_the_article(at):
    at.session.set_current(at.find("가온누리").id)
    at.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert at.find("나래울").decision is Decision.ACCEPTED
    assert at.find("14일").decision is Decision.UNDECIDED


def test_click_makes_the_innermost_current(at):
    inner = at.find("다온시", 5)
    outer = at.find("다온시 교통국장")
    assert outer.span.contains(inner.span)
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=at.centre(inner))
    assert at.session.current.id == inner.id


def test_double_click_takes_the_word_without_its_particle(at):
    at.select("예산은")
    rect = at.view.cursorRect()
    at.view.clear_selection()
    QTest.mouseDClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(6, 0))
    assert at.view.selected_raw().of(at.session.article.raw) == "예산"


def test_boilerplate_opens_by_click_and_by_key(at):
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=_fold_point(at))
    assert "홈 > 뉴스\n글자 크게" in at.view.toPlainText()
    assert "무단" not in at.view.toPlainText()
    at.press(Qt.Key.Key_B)
    assert "홈 > 뉴스" not in at.view.toPlainText()
    at.press(Qt.Key.Key_B)
    assert "무단" in at.view.toPlainText()


def _fold_point(at):
    from PySide6.QtGui import QTextCursor

    cursor = QTextCursor(at.view.document())
    cursor.setPosition(4)
    return at.view.cursorRect(cursor).center() + QPoint(3, 0)


def test_boilerplate_stands_in_its_raw_place_and_marks_stay_right(at):
    at.press(Qt.Key.Key_B)
    lines = at.view.toPlainText().split("\n")
    assert lines.index("무단 전재 금지") == lines.index("다온시 교통국장 나래울은 웃었다.") - 1
    mark = at.view.page.mark_of(at.find("나래울"))
    units = at.view.toPlainText().encode("utf-16-le")
    assert units[2 * mark.span.start : 2 * mark.span.end].decode("utf-16-le") == "나래울"


def test_rejected_ones_can_be_shown(at):
    first = at.session.current
    at.press(Qt.Key.Key_X)
    at.press(Qt.Key.Key_H)
    assert at.view.page.mark_of(at.session.mention(first.id)) is not None


def test_what_the_view_does_not_know_is_asked_of_the_window(at):
    at.press(Qt.Key.Key_V)
    at.press(Qt.Key.Key_N)
    at.press(Qt.Key.Key_Slash)
    at.press(Qt.Key.Key_Question, SHIFT)
    assert at.requested == ["value", "note", "find", "keys"]


def test_current_stands_in_the_middle_third(make_desk):
    parts = [(Role.BODY, f"{n}번째 문단에는 다온시가 있고 다른 말도 조금 더 있다.\n") for n in range(80)]
    at = make_desk(parts, [("다온시", "OG", 0.9)])
    for _ in range(50):
        at.press(Qt.Key.Key_Space)
    rect = at.view.rect_of(at.view.page.mark_of(at.session.current).span)
    height = at.view.viewport().height()
    assert height / 3 - 40 <= rect.center().y() <= 2 * height / 3 + 40


def test_the_card_keeps_off_the_line(make_desk):
    parts = [(Role.BODY, f"{n}번째 문단에는 다온시가 있고 다른 말도 조금 더 있다.\n") for n in range(60)]
    for width in (520, 900, 1800):
        at = make_desk([*parts, (Role.BODY, f"{width}\n")], [("다온시", "OG", 0.9)], size=(width, 600))
        for _ in range(12):
            at.press(Qt.Key.Key_J)
            rect = at.view.rect_of(at.view.page.mark_of(at.session.current).span)
            card = at.view.card.geometry()
            beside = card.left() > at.view.column().right()
            assert at.view.card.isVisible()
            assert beside or card.bottom() <= rect.top() or card.top() >= rect.bottom()


def test_two_keys_relate(at):
    at.session.set_current(at.find("나래울").id)
    at.press(Qt.Key.Key_M)
    at.session.set_current(at.find("다온시 교통국장").id)
    at.press(Qt.Key.Key_M)
    assert [(r.kind, r.from_mention) for r in at.session.article.relations] == [
        ("holds", at.find("나래울").id)
    ]


def test_finish_asks_about_the_uncertain_and_moves_on(at, qtbot):
    from desktop_app.gui.article.finish_dialog import FinishDialog

    article_id = at.session.article_id
    at.press(Qt.Key.Key_Return)
    dialog = at.view.findChild(FinishDialog)
    assert dialog is not None
    assert dialog.model.rowCount() == len([m for m in at.session.undecided() if m.confidence < 0.9])
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert at.finished == [article_id]
    assert at.session.undecided() == []
    assert sum(m.decision is Decision.REJECTED for m in at.mentions()) == 1
    at.press(Qt.Key.Key_Z, CTRL)
    assert at.project.articles.get(article_id).state != "reviewed"


def test_ctrl_shift_shows_the_project_and_enter_applies(at, qtbot):
    from desktop_app.gui.article.propagation_dialog import PropagationDialog
    from tests.gui.article.conftest import FOUND, PARTS, add_article

    other = add_article(at.project, [*PARTS, (Role.BODY, "덧붙임\n")], FOUND)
    at.press(Qt.Key.Key_X, CTRL | SHIFT)
    dialog = at.view.findChild(PropagationDialog)
    there = [m for m in at.project.mentions.of(other) if at.project.mentions.surface(m.id) == "다온시"]
    assert dialog.model.rowCount() == 2 * len(there)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert {at.project.mentions.get(m.id).decision for m in there} == {Decision.REJECTED}
    at.press(Qt.Key.Key_Z, CTRL)
    assert {at.project.mentions.get(m.id).decision for m in there} == {Decision.UNDECIDED}


def test_never_teaches_the_lexicon(at):
    at.session.set_current(at.find("전기버스").id)
    at.press(Qt.Key.Key_Minus)
    assert at.project.lexicon.row("전기버스", "", "") is not None
    at.press(Qt.Key.Key_Z, CTRL)
    assert at.project.lexicon.row("전기버스", "", "") is None


def test_copy_gives_what_is_read(at, qapp):
    at.select("20억 원")
    at.press(Qt.Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "20억 원"


def test_controls_are_harmless(make_desk):
    at = make_desk([(Role.BODY, "가\x00나\u2028다\u202e라 다온시는 간다.\n")], [("다온시", "OG", 0.9)])
    shown = at.view.toPlainText()
    assert shown.count("\n") == 0
    assert "\x00" not in shown
    assert "\u202e" not in shown
    mark = at.view.page.mark_of(at.session.current)
    assert shown[mark.span.start : mark.span.end] == "다온시"


def test_another_language_keeps_the_place(at, qapp):
    from PySide6.QtCore import QEvent

    at.press(Qt.Key.Key_J)
    before = at.session.current.id, at.view.toPlainText()
    qapp.sendEvent(at.view, QEvent(QEvent.Type.LanguageChange))
    assert (at.session.current.id, at.view.toPlainText()) == before
    assert at.view.page.mark_of(at.session.current) is not None


def test_zoom_keeps_the_current_mention_in_sight(at):
    at.session.set_current(at.find("나래울").id)
    for _ in range(5):
        at.press(Qt.Key.Key_Equal, CTRL)
    rect = at.view.rect_of(at.view.page.mark_of(at.session.current).span)
    assert 0 < rect.center().y() < at.view.height()
    larger = at.view.typography.em
    at.press(Qt.Key.Key_0, CTRL)
    assert at.view.typography.em < larger


def test_a_held_key_decides_once(at):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for repeat in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeat)
        QApplication.sendEvent(at.view, event)
    assert sum(m.decided for m in at.mentions()) == 1


def test_suggestions_that_arrive_are_shown(at):
    from desktop_app.domain.changes import Change, Kind
    from desktop_app.domain.spans import Span
    from desktop_app.store.mentions import NewMention

    raw = at.session.article.raw
    start = raw.index("예산")
    new = [NewMention(Span(start, start + 2), "CV_POLICY", 0.5, "tagger", "예산")]
    article_id = at.session.article_id
    with at.project.db.atomic():
        at.project.mentions.replace_suggestions(article_id, new)
    at.session.publish(Change(kinds=frozenset({Kind.MENTION}), article_ids=frozenset({article_id})))
    assert [at.session.surface(m) for m in at.session.shown()] == ["예산"]
    assert at.view.page.mark_of(at.find("예산")) is not None
    at.press(Qt.Key.Key_Tab)
    assert at.surface() == "예산"


def test_a_corrected_text_is_laid_out_anew(at):
    from desktop_app.domain.edits import CorrectText

    raw = at.session.article.raw
    start = raw.index("웃었다")
    at.session.apply(CorrectText(at.session.article_id, start, start + 3, "울었다"))
    assert "나래울은 울었다." in at.view.toPlainText()
    mark = at.view.page.mark_of(at.find("나래울"))
    units = at.view.toPlainText().encode("utf-16-le")
    assert units[2 * mark.span.start : 2 * mark.span.end].decode("utf-16-le") == "나래울"


def test_found_places_are_raw_spans(at):
    hits = at.view.find_text("다온시")
    raw = at.session.article.raw
    import unicodedata

    assert len(hits) >= 6
    assert all(unicodedata.normalize("NFC", h.of(raw)) == "다온시" for h in hits)
    at.view.mark_hits(hits)
    at.view.reveal(hits[-1])


def test_going_on_lets_a_selection_go(at):
    at.select("예산은")
    at.press(Qt.Key.Key_Tab)
    assert at.view.selected_raw() is None
    current = at.session.current.id
    at.press(Qt.Key.Key_4)
    assert at.project.mentions.get(current).label == "DT"
