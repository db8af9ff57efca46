"""Blocks and articles corrected with real keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.article import Role
from desktop_app.domain.spans import Span
from desktop_app.gui.keys import SET_1, X11_OFFSET
from desktop_app.gui.reading_text.blocks import ROLE_KEYS
from desktop_app.gui.reading_text.chooser import Chooser
from tests.made import RAW, add, plain_draft

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def chooser(made) -> Chooser:
    found = [c for c in made.workspace.view.findChildren(Chooser) if c.isVisible()]
    assert len(found) == 1
    return found[0]


def stand(made, text: str) -> None:
    made.workspace.view.put_caret_raw(RAW.index(text))


def role_of(made, text: str) -> Role:
    at = RAW.index(text)
    source = made.article.article.source_id
    return next(b.role for b in made.project.sources.blocks(source) if b.start <= at < b.end)


@pytest.fixture
def first(made):
    """The first article open, without a current mention."""
    made.session.open_article(made.project.articles.ids()[0])
    return made


@pytest.mark.parametrize(("role", "key"), list(ROLE_KEYS.items()))
def test_one_key_for_each_role(first, role, key):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), key)
    assert role_of(first, "김하늘 한빛") is role
    assert first.workspace.view.hasFocus()


def test_keys_count_by_their_place_whatever_the_input_method(first):
    stand(first, "김하늘 한빛")
    scan = next(code for code, name in SET_1.items() if name == "P") + X11_OFFSET
    no = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(first.workspace.view, QKeyEvent(QEvent.Type.KeyPress, 0, no, scan, 0, 0, "ㅔ"))
    scan = next(code for code, name in SET_1.items() if name == "Q") + X11_OFFSET
    QApplication.sendEvent(chooser(first), QKeyEvent(QEvent.Type.KeyPress, 0, no, scan, 0, 0, "ㅂ"))
    assert role_of(first, "김하늘 한빛") is Role.QUOTE


def test_a_role_is_one_step(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), "C")
    first.key(Qt.Key.Key_Z, CTRL)
    assert role_of(first, "김하늘 한빛") is Role.BODY
    first.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert role_of(first, "김하늘 한빛") is Role.CAPTION


def test_escape_leaves_the_role(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), Qt.Key.Key_Escape)
    assert role_of(first, "김하늘 한빛") is Role.BODY
    assert first.workspace.view.hasFocus()


def test_arrow_and_enter_choose_too(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P)
    asked = chooser(first)
    QTest.keyClick(asked, Qt.Key.Key_Down)
    QTest.keyClick(asked, Qt.Key.Key_Enter)
    assert role_of(first, "김하늘 한빛") is Role.QUOTE


def test_all_selected_blocks_take_the_role(first):
    start, end = RAW.index("한빛시는 14일"), RAW.index("말했다")
    first.workspace.view.select_raw(Span(start, end))
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), "L")
    assert role_of(first, "한빛시는 14일") is role_of(first, "김하늘 한빛") is Role.LIST


def test_boilerplate_is_read_again(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), "X")
    assert "김하늘" not in first.article.map.text
    view = first.workspace.view
    fold = view.page.display.folds[0]
    view.put_caret(view.page.display.unit_of_raw(fold.span.start))
    first.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(first), "B")
    assert "김하늘 한빛시장은" in first.article.map.text


def test_split_and_merge(first):
    count = len(first.article.blocks)
    stand(first, "“공기가")
    first.key(Qt.Key.Key_Semicolon)
    assert [b.start for b in first.article.blocks].count(RAW.index("“공기가")) == 1
    assert len(first.article.blocks) == count + 1
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_Apostrophe)
    assert len(first.article.blocks) == count
    assert "김하늘 한빛시장은 “공기가" in first.article.map.text


def test_a_block_moves_to_the_other_article(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P, SHIFT)
    assert "새솔군" in chooser(first).texts()[3]
    QTest.keyClick(chooser(first), "2")
    other = first.project.articles.ids()[1]
    assert "김하늘" not in first.article.map.text
    assert "김하늘" in first.project.sources.text_map(other).text
    first.key(Qt.Key.Key_Z, CTRL)
    assert "김하늘" in first.project.sources.text_map(first.project.articles.ids()[0]).text


def test_a_block_moves_to_no_article(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_P, SHIFT)
    QTest.keyClick(chooser(first), "0")
    assert "김하늘" not in first.article.map.text


def test_a_new_article_from_here_on(first):
    stand(first, "김하늘 한빛")
    first.key(Qt.Key.Key_Backslash)
    assert first.project.articles.count() == 3
    assert "김하늘" not in first.article.map.text
    told = first.told[-1]
    told.act()
    assert first.article.map.text.startswith("김하늘")
    first.key(Qt.Key.Key_Z, CTRL)
    assert first.project.articles.count() == 2


def test_articles_merge_both_ways(first):
    one, other = first.project.articles.ids()
    first.key(Qt.Key.Key_BracketRight, CTRL)
    assert first.project.articles.ids() == [one]
    assert first.article.map.text.endswith("태양광 조례를 만든다.")
    first.key(Qt.Key.Key_Z, CTRL)
    assert first.project.articles.ids() == [one, other]
    first.session.open_article(other)
    first.key(Qt.Key.Key_BracketLeft, CTRL)
    assert first.project.articles.ids() == [one]
    assert first.session.article_id == one
    assert first.article.map.text.endswith("태양광 조례를 만든다.")


def test_there_is_nothing_to_merge_with(first):
    first.key(Qt.Key.Key_BracketLeft, CTRL)
    assert first.project.articles.count() == 2
    assert first.told[-1].text


def test_the_last_block_stays(first):
    first.workspace.view.selectAll()
    first.key(Qt.Key.Key_P, SHIFT)
    QTest.keyClick(chooser(first), "0")
    assert first.told[-1].kind == "error"
    assert "김하늘" in first.article.map.text


def test_blocks_alike_in_the_outlet_are_offered(made, qtbot):
    ids = [
        add(
            made.project,
            plain_draft(f"소식 {n}이다.\n조회수 {n}12 공유하기\n", f"{n}.txt", outlet="다온일보"),
        )[0]
        for n in range(3)
    ]
    made.session.open_article(ids[0])
    at = made.article.raw.index("조회수")
    made.workspace.view.put_caret_raw(at)
    made.key(Qt.Key.Key_P)
    QTest.keyClick(chooser(made), "X")
    qtbot.waitUntil(lambda: any(m.action for m in made.told))
    offer = next(m for m in made.told if m.action)
    assert "2" in offer.text
    offer.act()
    texts = [made.project.sources.text_map(i).text for i in ids]
    assert not any("조회수" in text for text in texts)
    made.key(Qt.Key.Key_Z, CTRL)
    assert "조회수" in made.project.sources.text_map(ids[1]).text
