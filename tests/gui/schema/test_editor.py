"""The schema editor: fields, problems, mapping of what would be lost, and its use in the open window."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from desktop_app.domain import edits
from desktop_app.domain.mention import Decision
from desktop_app.paths import resources_dir
from desktop_app.review.label_schema import project_schema

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(made):
    made.window.run("label_schema")
    found = QApplication.activeModalWidget()
    yield found
    if isValid(found):
        found.close()


def _type(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_label_is_changed_and_in_use_at_once(made, dialog):
    dialog.list.setCurrentRow(1)
    _type(dialog.fields["name_en"], "Body")
    dialog.key.setCurrentIndex(0)
    dialog.key.activated.emit(0)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert project_schema(made.project).by_code["OG"].name_en == "Body"
    assert made.window.bench.session.desk.schema.by_code["OG"].name_en == "Body"
    made.language.use("en")
    assert made.window.bench.label_name("OG") == "Body"
    assert made.window.keymap.name("relabel.OG") == "Body"


def test_a_new_label_has_its_key(made, dialog, qtbot):
    dialog.add()
    _type(dialog.fields["code"], "PLANT")
    _type(dialog.fields["name_en"], "Plant")
    assert dialog.ok.isEnabled()
    dialog.accept()
    first = made.session.current
    made.window.run("relabel.PLANT")
    assert made.project.mentions.get(first.id).label == "PLANT"


def test_what_is_wrong_is_said_and_cannot_be_saved(dialog):
    _type(dialog.fields["code"], "OG")
    assert dialog._problem.text() == "코드 OG가 두 번 있어요."
    assert not dialog.ok.isEnabled()


def test_mentions_of_a_label_that_goes_get_another_and_keep_their_decisions(made, dialog):
    own = [m for m in made.article.mentions if m.label == "OG"]
    made.session.apply(edits.Decide((own[0].id,), Decision.ACCEPTED))
    dialog.list.setCurrentRow(1)
    dialog.remove()
    assert list(dialog.targets) == ["OG"]
    combo = dialog.targets["OG"]
    combo.setCurrentIndex(combo.findData("LC"))
    dialog.accept()
    now = [made.project.mentions.get(m.id) for m in own]
    assert {m.label for m in now} == {"LC"}
    assert Counter(m.decision for m in now) == {Decision.ACCEPTED: 1, Decision.UNDECIDED: len(own) - 1}
    assert "OG" not in project_schema(made.project).codes


def test_a_renamed_code_takes_its_mentions_along(made, dialog):
    dialog.list.setCurrentRow(0)
    _type(dialog.fields["code"], "PERSON")
    assert not dialog.targets
    dialog.accept()
    assert any(m.label == "PERSON" for m in made.project.mentions.of(made.session.article_id))


def test_an_unused_label_goes_without_questions(dialog):
    row = next(i for i, r in enumerate(dialog.draft.rows) if r.label.code == "AF")
    dialog.list.setCurrentRow(row)
    dialog.remove()
    assert not dialog.targets


def test_the_fine_schema_is_loaded(dialog):
    dialog.load_file(resources_dir() / "labels" / "tta.toml")
    assert dialog.list.count() > 10
    assert set(dialog.targets) == {"CV_POSITION"}
    assert dialog.targets["CV_POSITION"].currentData() == "CV"


def test_a_file_that_is_no_schema_is_refused(dialog, tmp_path):
    path = tmp_path / "odd.toml"
    path.write_text("][", "utf-8")
    dialog.load_file(path)
    assert dialog._problem.isVisible()
    assert dialog.list.count() == 10


def test_undo_brings_the_old_schema_and_its_mentions_back(made, dialog, qtbot):
    own = [m.id for m in made.article.mentions if m.label == "OG"]
    dialog.list.setCurrentRow(1)
    dialog.remove()
    combo = dialog.targets["OG"]
    combo.setCurrentIndex(combo.findData("LC"))
    dialog.accept()
    assert "relabel.OG" not in made.window.keymap.actions
    made.key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "relabel.OG" in made.window.keymap.actions)
    assert {made.project.mentions.get(i).label for i in own} == {"OG"}
    assert "OG" in project_schema(made.project).codes
    made.key(Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: "relabel.OG" not in made.window.keymap.actions)
    assert {made.project.mentions.get(i).label for i in own} == {"LC"}


def test_a_refused_edit_is_told_once_after_the_schema_changed(made, dialog):
    dialog.accept()
    made.told.clear()
    made.session.apply(edits.Relabel((1,), "NO_SUCH_LABEL"))
    assert len(made.told) == 1


def test_sublabels_are_edited_in_a_table_that_grows(made, dialog):
    dialog.list.setCurrentRow(0)
    table = dialog.sublabels
    before = table.rowCount()
    assert before == len(made.session.desk.schema.labels[0].sublabels) + 1
    table.item(before - 1, 0).setText("PS_GROUP")
    table.item(before - 1, 1).setText("모둠")
    assert table.rowCount() == before + 1
    table.item(0, 0).setText("")
    dialog.accept()
    kept = project_schema(made.project).by_code["PS"].sublabels
    assert [s.code for s in kept][-1] == "PS_GROUP"
    assert len(kept) == before - 1
    assert kept[-1].name_en == "모둠"


def test_enter_in_the_table_edits_and_does_not_save(dialog, qtbot):
    table = dialog.sublabels
    table.setFocus()
    table.setCurrentCell(table.rowCount() - 1, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    QTest.keyClicks(editor, "PS_GROUP")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.sublabels()[-1].code == "PS_GROUP")
    assert dialog.isVisible()
