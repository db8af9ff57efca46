"""Raw beside the reading text: aligned, scrolling together, the current mention in both."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.article import Role
from desktop_app.domain.spans import Span
from desktop_app.gui.reading_text.beside.raw_text import RawText
from desktop_app.gui.reading_text.chooser import Chooser
from desktop_app.store import Project
from tests.made import RAW, add, plain_draft, suggest

CTRL = Qt.KeyboardModifier.ControlModifier


def raw_text(made) -> RawText:
    (found,) = made.window.findChildren(RawText)
    return found


def laid_out(made, qtbot) -> None:
    """Wait until both texts are laid out at their width."""
    bars = made.workspace.view.verticalScrollBar(), raw_text(made).verticalScrollBar()
    seen: list[list[int]] = []

    def still() -> bool:
        seen.append([bar.maximum() for bar in bars])
        return len(seen) > 4 and seen[-1] == seen[-4]

    qtbot.waitUntil(still, timeout=10_000)


@pytest.fixture
def beside(made):
    made.session.open_article(made.project.articles.ids()[0])
    made.key(Qt.Key.Key_F8)
    return made


@pytest.fixture
def long(made_window, tmp_path: Path, qtbot):
    lines = [
        f"{n}번째 줄에서 다온시는 소식을 전했다. " + "그리고 이야기가 이어졌다. " * 6 for n in range(400)
    ]
    project = Project.create(tmp_path / "긴.dadeum")
    (article_id,) = add(project, plain_draft("\n".join(lines) + "\n"))
    suggest(project, article_id, [("다온시", "LC")])
    made = made_window(project)
    made.window.resize(1200, 700)
    made.key(Qt.Key.Key_F8)
    laid_out(made, qtbot)
    yield made
    made.window.set_session(None)
    project.close()


def test_f8_shows_raw_and_hides_it(beside):
    text = raw_text(beside)
    assert text.isVisible()
    assert text.toPlainText() == RAW
    beside.key(Qt.Key.Key_F8)
    assert not text.isVisible()
    beside.key(Qt.Key.Key_F8)
    assert text.isVisible()


def test_the_current_mention_is_marked_in_both(beside):
    text = raw_text(beside)
    assert text.mention == beside.session.current.span
    beside.key(Qt.Key.Key_J)
    assert text.mention == beside.session.current.span


def test_it_follows_to_another_source(beside):
    (other,) = add(beside.project, plain_draft("다른 글이다.\n", "b.txt"))
    beside.session.open_article(other)
    assert raw_text(beside).toPlainText() == "다른 글이다.\n"


def _heights(made) -> tuple[float, float]:
    """Where the current mention stands in the window, in the article and in raw."""
    view, text, mention = made.workspace.view, raw_text(made), made.session.current
    mark = view.page.mark_of(mention)
    read = view.mapTo(made.window, view.rect_of(mark.span).center()).y()
    cursor = text.textCursor()
    cursor.setPosition(text.units.to_utf16(mention.start))
    return read, text.viewport().mapTo(made.window, text.cursorRect(cursor).center()).y()


@pytest.mark.parametrize("steps", [30, 200, 380])
def test_the_current_mention_stands_at_one_height(long, steps):
    for _ in range(steps):
        long.key(Qt.Key.Key_J)
    read, raw = _heights(long)
    assert abs(read - raw) <= 2 * raw_text(long).line_height()


def test_scrolling_one_scrolls_the_other(long):
    view, text = long.workspace.view, raw_text(long)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    seen = text.raw_at(text.viewport().height() // 2)
    assert abs(seen - len(text.raw) / 2) < 0.08 * len(text.raw)
    text.setFocus()
    text.verticalScrollBar().setValue(0)
    assert view.verticalScrollBar().value() < view.height()


def test_blocks_are_corrected_from_raw_too(beside):
    text = raw_text(beside)
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(RAW.index("뉴스"))
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_P)
    (chooser,) = [c for c in beside.window.findChildren(Chooser) if c.isVisible()]
    QTest.keyClick(chooser, "B")
    assert "홈 > 뉴스 > 경제" in beside.article.map.text
    assert [b.role for b in beside.article.blocks if b.start == 0] == [Role.BODY]
    QTest.keyClick(beside.workspace.view, Qt.Key.Key_Z, CTRL)
    assert "뉴스" not in beside.article.map.text


def test_text_is_corrected_from_raw_too(beside):
    text = raw_text(beside)
    text.setFocus()
    text.select_raw(Span(RAW.index(" 30대를"), RAW.index(" 30대를")))
    QTest.keyClick(text, Qt.Key.Key_Y)
    assert "수소버스30대를" in beside.article.map.text
    assert text.toPlainText() == RAW


def test_carriage_returns_and_controls_keep_every_place(made):
    raw = "첫 줄\r\n둘째\x07 😀 줄\r셋째\u2028끝\n"
    (article_id,) = add(made.project, plain_draft(raw, "c.txt"))
    made.session.open_article(article_id)
    made.key(Qt.Key.Key_F8)
    text = raw_text(made)
    at = raw.index("끝")
    text.select_raw(Span(at, at + 1))
    assert text.textCursor().selectedText() == "끝"
    assert text.selected_raw() == Span(at, at + 1)


def test_one_endless_line_is_broken_for_showing_and_copied_as_it_is(made):
    raw = "다온시는 소식을 전했다. " * 2000 + "\n"
    (article_id,) = add(made.project, plain_draft(raw, "d.txt"))
    made.session.open_article(article_id)
    made.key(Qt.Key.Key_F8)
    text = raw_text(made)
    assert max(map(len, text.toPlainText().splitlines())) < 2100
    at = len(raw) // 2
    text.select_raw(Span(at, at + 4000))
    assert text.selected_raw() == Span(at, at + 4000)
    assert text.createMimeDataFromSelection().text() == raw[at : at + 4000]
