"""The export dialog with real keys: choices kept, labels mapped, findings that lead to their places, a preview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.edits import AddMention, Decide
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.exchange.options import NestedPolicy, SplitOptions
from desktop_app.gui.exporting.dialog import ExportDialog
from desktop_app.gui.exporting.labels import CODE, OURS, THEIRS
from tests.made import desk


def _dialog(made) -> ExportDialog:
    made.window.run("export")
    return next(d for d in made.window.findChildren(ExportDialog) if d.isVisible())


@pytest.fixture
def dialog(made) -> ExportDialog:
    return _dialog(made)


def _choose(dialog, format_name="reviewed-json", articles="all"):
    dialog.choose_articles(articles)
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(format_name))


def _row(dialog, code):
    tree = dialog.labels.tree
    rows = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    return next(item for item in rows if item.text(CODE) == code)


def test_choices_become_the_request_and_are_kept_for_the_next_time(made, dialog):
    _choose(dialog, "klue-tsv")
    form = dialog.form
    form.undecided.setChecked(True)
    form.nested.setCurrentIndex(form.nested.findData(str(NestedPolicy.FIRST)))
    form.split.setChecked(True)
    form.shares.parts[0].setValue(6)
    form.shares.seed.setValue(7)
    form.licence.setText("공공누리 제1유형")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    [(asked, request)] = made.services.asked
    assert asked == "export"
    assert request.format == "klue-tsv"
    assert request.options.nested is NestedPolicy.FIRST
    assert request.options.split == SplitOptions(6, 1, 1, 7)
    assert request.card
    assert made.project.meta("licence") == "공공누리 제1유형"
    again = _dialog(made)
    assert again.form.choices() == form.choices()
    assert again.form.licence.text() == "공공누리 제1유형"


def test_a_label_is_left_out_with_space_and_written_otherwise(dialog):
    _choose(dialog)
    dialog.pages.setCurrentWidget(dialog.labels)
    tree = dialog.labels.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Space)
    _row(dialog, "OG").setText(THEIRS, "ORG")
    first = tree.topLevelItem(0).text(CODE)
    assert dialog.request().options.labels == {first: "", "OG": "ORG"}


def test_a_code_is_written_with_enter_which_does_not_export(made, dialog, qtbot):
    _choose(dialog)
    dialog.pages.setCurrentWidget(dialog.labels)
    tree = dialog.labels.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "PER")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.request().options.labels == {tree.topLevelItem(0).text(CODE): "PER"})
    assert not made.services.asked


def test_a_tag_set_has_its_own_mapping(dialog):
    _choose(dialog, "klue-tsv")
    assert _row(dialog, "EV").checkState(OURS) == Qt.CheckState.Unchecked
    _row(dialog, "EV").setText(THEIRS, "OG")
    assert dialog.request().options.labels == {"EV": "OG"}
    _choose(dialog, "reviewed-json")
    assert dialog.request().options.labels is None
    _choose(dialog, "klue-tsv")
    assert dialog.request().options.labels == {"EV": "OG"}


def _overlap(project) -> int:
    one = desk(project)
    first = project.mentions.of(1)[0]
    change = one.apply(AddMention(1, (Span(first.start, first.end + 1),), "EV"))
    one.apply(Decide((first.id,), Decision.ACCEPTED))
    assert change.focus is not None
    return first.id


def test_findings_lead_to_their_place(made, qtbot):
    lost = _overlap(made.project)
    made.session.open_article(2)
    dialog = _dialog(made)
    _choose(dialog, "conll")
    dialog.pages.setCurrentWidget(dialog.findings)
    tree = dialog.findings.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    assert "이웃" in tree.topLevelItem(0).text(0) or "겹" in tree.topLevelItem(0).text(0)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert made.session.article_id == 1
    assert made.session.current.id == lost
    assert dialog.isVisible()
    assert not made.services.asked


def test_the_first_article_is_shown_as_it_would_be_written(dialog, qtbot):
    _choose(dialog, "klue-tsv")
    dialog.pages.setCurrentWidget(dialog.preview)
    qtbot.waitUntil(lambda: "한\tO" in dialog.preview.toPlainText())


def test_closing_ends_the_check(made, dialog, qtbot):
    _choose(dialog)
    dialog.pages.setCurrentWidget(dialog.findings)
    dialog.reject()
    assert not made.window.findChildren(ExportDialog) or not dialog.isVisible()


def test_no_articles_no_export(dialog):
    dialog.choose_articles("reviewed")
    assert not dialog.ok.isEnabled()
