"""Tags are stored as codes and shown by name, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from desktop_app.gui.inspector.tags import TagRow
from desktop_app.gui.pieces import Elided
from desktop_app.gui.words import tag_names


@pytest.fixture
def korean():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Korean))
    yield
    QLocale.setDefault(before)


def test_a_code_has_a_korean_name(korean):
    assert tag_names.tag("ai") == "인공지능·디지털"
    assert tag_names.tag("region.52") == "전북특별자치도"


def test_a_code_has_an_english_name():
    QLocale.setDefault(QLocale(QLocale.Language.English))
    assert tag_names.tag("ai") == "AI and digital"


@pytest.mark.parametrize("free", ["수소버스", "esg.no_such_topic", "New idea", ""])
def test_free_tags_stay_as_typed(korean, free):
    assert tag_names.tag(free) == free
    assert tag_names.code(f"  {free} ") == free


@pytest.mark.parametrize("written", ["인공지능·디지털", "AI and digital", "ai and DIGITAL", "ai"])
def test_a_known_name_is_stored_as_its_code(written):
    assert tag_names.code(written) == "ai"


def test_every_name_leads_back_to_its_code(korean):
    for name in tag_names.known():
        assert tag_names.tag(tag_names.code(name)) == name


def _rows(made) -> list[str]:
    tags = made.workspace.inspector.review.tags
    return [row.findChild(Elided).whole() for row in tags.findChildren(TagRow) if row.isVisible()]


def test_the_window_shows_names_and_stores_codes(made, qtbot):
    made.window.run("tags")
    panel = made.workspace.inspector.review.tags
    QTest.keyClicks(panel.field, "AI and digital")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert [t.tag for t in made.article.tags] == ["ai"]
    qtbot.waitUntil(lambda: _rows(made) == ["✓ 인공지능·디지털"])
    made.window.run("language")
    qtbot.waitUntil(lambda: _rows(made) == ["✓ AI and digital"])


def test_the_filter_offers_names(made, qtbot):
    made.window.run("tags")
    panel = made.workspace.inspector.review.tags
    QTest.keyClicks(panel.field, "region.52")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    form = made.workspace.queue.form
    form.show()
    qtbot.waitUntil(lambda: form._tag.findText("전북특별자치도 (1)") > 0)
    form._tag.setCurrentIndex(form._tag.findText("전북특별자치도 (1)"))
    assert form.filter().tag == "region.52"
