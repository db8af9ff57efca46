"""The vocabulary of tags: renamed, merged, looked up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app.domain import edits


@pytest.fixture
def dialog(made):
    first, second = made.workspace.queue.model.ids
    made.session.apply_all(
        [edits.AddTag(first, "own one"), edits.AddTag(second, "own one"), edits.AddTag(first, "own two")],
        "AddTag",
    )
    made.window.run("tag_vocabulary")
    found = QApplication.activeModalWidget()
    yield found
    if isValid(found):
        found.close()


def _rows(dialog):
    return {
        dialog.tree.topLevelItem(r).text(0): dialog.tree.topLevelItem(r).text(1)
        for r in range(dialog.tree.topLevelItemCount())
    }


def test_tags_stand_with_the_number_of_their_articles(dialog):
    assert _rows(dialog) == {"own one": "2", "own two": "1"}
    dialog.search.setText("two")
    assert dialog.tree.topLevelItem(0).isHidden()


def test_a_tag_is_renamed_everywhere_and_taken_back(made, dialog):
    dialog.tree.topLevelItem(0).setText(0, "new name")
    assert _rows(dialog) == {"new name": "2", "own two": "1"}
    assert made.told[-1].text == "‘own one’이 이제 ‘new name’이에요."
    made.told[-1].act()
    assert dict(made.project.tags.vocabulary()) == {"own one": 2, "own two": 1}


def test_the_name_of_another_tag_makes_one_of_two(made, dialog):
    dialog.tree.topLevelItem(1).setText(0, "own one")
    assert _rows(dialog) == {"own one": "2"}


def test_an_empty_name_changes_nothing(dialog):
    dialog.tree.topLevelItem(0).setText(0, "  ")
    assert _rows(dialog) == {"own one": "2", "own two": "1"}


def test_from_a_tag_to_its_articles(made, dialog):
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    QTest.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    assert made.workspace.queue.model.ids == [made.session.article_id]
