"""The inspector: the card, mentions by label, tags, metadata, notes, history, concepts, guideline."""

from __future__ import annotations

import functools
import operator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain import edits
from desktop_app.domain.mention import Decision
from desktop_app.domain.suggestions import SuggestedMention, Suggestions
from desktop_app.gui.dialogs.concept import ConceptDialog, ConceptPicker
from desktop_app.gui.inspector.mention_model import MentionRole
from desktop_app.gui.pieces import IconButton
from desktop_app.review.suggestions.suggesting import article_text, keep

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def inspector(made):
    return made.workspace.inspector


def _press(widget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


# -- card --------------------------------------------------------------------------------------------------


def test_the_card_shows_the_current_mention_and_its_buttons_decide(made, inspector, qtbot):
    card, first = inspector.review.card, made.session.current
    qtbot.waitUntil(lambda: card._surface.text() == made.session.surface(first))
    assert card._decision.text() == "미결정"
    QTest.mouseClick(card._accept, LEFT)
    assert made.project.mentions.get(first.id).decision is Decision.ACCEPTED
    second = made.session.current
    QTest.mouseClick(card._reject, LEFT)
    assert made.project.mentions.get(second.id).decision is Decision.REJECTED


def test_the_card_says_what_to_do_when_all_is_decided(made, inspector, qtbot):
    while made.session.undecided():
        made.key(Qt.Key.Key_Space)
    made.session.set_current(None)
    qtbot.waitUntil(inspector.review.card._hint.isVisible)
    assert inspector.review.card._hint.text() == "모두 결정했어요. 엔터를 누르면 검토를 마쳐요."


# -- mentions ----------------------------------------------------------------------------------------------


def _rows(model) -> dict[str, list[str]]:
    found = {}
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        found[model.data(parent)] = [
            model.data(model.index(r, 0, parent)) for r in range(model.rowCount(parent))
        ]
    return found


def test_mentions_stand_under_their_labels_in_order(made, inspector, qtbot):
    model = inspector.review.mentions.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert list(_rows(model)) == ["인물", "기관·단체", "날짜·기간", "수량", "직위·직함"]
    assert _rows(model)["기관·단체"] == ["한빛시", "한빛시", "한빛시"]


def test_a_click_on_a_mention_goes_there(made, inspector, qtbot):
    tree, model = inspector.review.mentions.tree, inspector.review.mentions.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    index = model.index(0, 0, model.index(3, 0))
    tree.scrollTo(index)
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, tree.visualRect(index).center())
    assert made.session.current == index.data(MentionRole)


def test_edits_move_rows_one_by_one_and_never_reset(made, inspector, qtbot):
    model = inspector.review.mentions.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    person = next(m for m in made.article.mentions if m.label == "PS")
    made.session.apply(edits.Relabel((person.id,), "LC"))
    qtbot.waitUntil(lambda: "지역·장소" in _rows(model))
    assert "인물" not in _rows(model)
    made.session.apply(edits.RemoveMention((person.id,)))
    qtbot.waitUntil(lambda: "지역·장소" not in _rows(model))
    made.session.undo()
    made.session.undo()
    qtbot.waitUntil(lambda: "인물" in _rows(model))
    assert model.data(model.index(0, 1)) == "0/1"
    assert not resets


def test_the_tables_agree_with_the_project_after_many_edits(made, inspector, qtbot):
    model = inspector.review.mentions.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    labels = made.session.desk.schema.codes
    for turn in range(40):
        mention = made.article.mentions[(turn * 7) % len(made.article.mentions)]
        step = turn % 4
        if step == 0:
            made.session.apply(edits.Relabel((mention.id,), labels[turn % len(labels)]))
        elif step == 1:
            made.session.apply(edits.Decide((mention.id,), Decision.REJECTED))
        elif step == 2:
            made.session.apply(edits.Decide((mention.id,), Decision.ACCEPTED))
        else:
            made.session.undo()
        if turn % 5 == 0:
            QApplication.processEvents()
    inspector.review.mentions._on_soon()
    expected = {}
    for mention in sorted(made.session.shown(), key=lambda m: labels.index(m.label)):
        expected.setdefault(made.window.bench.label_name(mention.label), []).append(
            made.session.surface(mention)
        )
    assert _rows(model) == expected
    for mention in made.session.shown():
        assert model.index_of(mention.id).data(MentionRole) == mention
    assert model.index_of(10**6) == QModelIndex()


def test_new_suggestions_are_listed_whole(made, inspector, qtbot):
    model = inspector.review.mentions.model
    qtbot.waitUntil(lambda: sum(map(len, _rows(model).values())) == 8)
    asked = article_text(made.project, 1)
    found = [
        SuggestedMention(at, at + 2, "AF", 0.9, "tagger")
        for at in (asked.text.index("공기"), asked.text.index("맑아"))
    ]
    made.session.publish(keep(made.project, Suggestions(asked.key, tuple(found))))
    qtbot.waitUntil(
        lambda: sorted(functools.reduce(operator.iadd, _rows(model).values(), [])) == ["공기", "맑아"]
    )


# -- tags --------------------------------------------------------------------------------------------------


@pytest.fixture
def tagged(made, inspector, qtbot):
    with made.project.db.atomic():
        evidence = (made.article.mentions[0].span,)
        made.project.tags.replace_suggestions(made.session.article_id, [("교통", 0.9, evidence)], "topics")
    made.session.open_article(made.session.article_id)
    qtbot.waitUntil(lambda: inspector.review.tags._rows.count() == 1)
    return inspector.review.tags


def test_a_suggested_tag_is_accepted_and_removed_with_the_mouse(made, tagged, qtbot):
    accept, _ = tagged._rows.itemAt(0).widget().findChildren(IconButton)
    assert accept.accessibleName() == "태그 교통 수락"
    QTest.mouseClick(accept, LEFT)
    assert made.project.tags.find(made.session.article_id, "교통").decision is Decision.ACCEPTED
    qtbot.waitUntil(lambda: len(tagged._rows.itemAt(0).widget().findChildren(IconButton)) == 1)
    QTest.mouseClick(tagged._rows.itemAt(0).widget().findChild(IconButton), LEFT)
    assert made.project.tags.find(made.session.article_id, "교통").decision is Decision.REJECTED
    qtbot.waitUntil(lambda: tagged._rows.count() == 0)


def test_t_leads_to_the_field_and_enter_adds_a_tag(made, inspector, qtbot):
    made.key(Qt.Key.Key_T)
    field = inspector.review.tags.field
    assert field.hasFocus()
    QTest.keyClicks(field, "own tag")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert made.project.tags.find(made.session.article_id, "own tag").decision is Decision.ACCEPTED
    assert field.text() == ""


def test_the_evidence_of_a_tag_is_shown_while_pointed_at(made, tagged):
    shown = []
    tagged.evidence_wanted.connect(shown.append)
    row = tagged._rows.itemAt(0).widget()
    row.hovered.emit(row._tag.evidence)
    row.hovered.emit(())
    assert shown == [(made.article.mentions[0].span,), ()]


# -- metadata ----------------------------------------------------------------------------------------------


def test_a_field_changed_is_one_undoable_step(made, inspector, qtbot):
    inspector.review.reveal("metadata")
    field = inspector.review.metadata.fields["outlet"]
    qtbot.waitUntil(lambda: field.text() == "한빛일보")
    _press(field, "Daily")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert made.article.article.metadata.outlet == "Daily"
    made.window.run("undo")
    assert made.article.article.metadata.outlet == "한빛일보"
    qtbot.waitUntil(lambda: field.text() == "한빛일보")


def test_what_was_being_written_goes_to_the_article_it_was_written_for(made, inspector, qtbot):
    inspector.review.reveal("metadata")
    field = inspector.review.metadata.fields["section"]
    first, second = made.workspace.queue.model.ids
    qtbot.waitUntil(lambda: inspector.review.metadata._shown_for == first)
    _press(field, "Economy")
    made.session.open_article(second)
    assert made.project.articles.get(first).metadata.section == "Economy"
    qtbot.waitUntil(lambda: field.text() == "")
    assert made.project.articles.get(second).metadata.section == ""


# -- notes -------------------------------------------------------------------------------------------------


def test_a_note_on_the_article_is_kept_when_its_field_is_left(made, inspector, qtbot):
    inspector.review.reveal("notes")
    notes = inspector.review.notes
    qtbot.waitUntil(lambda: notes._shown_for == made.session.article_id)
    notes.field.setFocus()
    QTest.keyClicks(notes.field, "check")
    made.workspace.view.setFocus()
    assert [n.text for n in made.project.notes.of(made.session.article_id)] == ["check"]
    qtbot.waitUntil(lambda: notes.list.count() == 1)
    notes.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert not made.project.notes.open_notes()


def test_a_note_is_not_lost_when_another_article_is_opened(made, inspector, qtbot):
    inspector.review.reveal("notes")
    notes, (first, second) = inspector.review.notes, made.workspace.queue.model.ids
    qtbot.waitUntil(lambda: notes._shown_for == first)
    notes.field.setFocus()
    QTest.keyClicks(notes.field, "unfinished")
    made.session.open_article(second)
    assert [n.text for n in made.project.notes.of(first)] == ["unfinished"]
    qtbot.waitUntil(lambda: notes.field.toPlainText() == "")
    assert not made.project.notes.of(second)


def test_n_writes_a_note_on_the_current_mention(made, qtbot):
    mention = made.session.current
    made.key(Qt.Key.Key_N)
    dialog = QApplication.activeModalWidget()
    QTest.keyClicks(dialog.field, "who is this?")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert [n.text for n in made.project.notes.on_mention(mention.id)] == ["who is this?"]
    qtbot.waitUntil(made.workspace.view.hasFocus)


# -- history -----------------------------------------------------------------------------------------------


def test_history_says_what_was_done_and_goes_back(made, inspector, qtbot):
    first = made.session.current
    for key in (Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_Space):
        made.key(key)
    made.window.run("history")
    panel = inspector.page("history")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    lines = [panel.model.index(r, 0).data().split("\n")[0] for r in range(3)]
    assert [line.split(" · ")[0] for line in lines] == ["수락", "거부", "수락"]
    assert lines[-1].endswith(made.session.surface(first))
    panel.list.setCurrentIndex(panel.model.index(2, 0))
    QTest.mouseClick(panel.back, LEFT)
    decided = [m.id for m in made.project.mentions.of(first.article_id) if m.decided]
    assert decided == [first.id]


# -- concepts ----------------------------------------------------------------------------------------------


def test_c_links_all_mentions_that_read_the_same(made, inspector, qtbot):
    mention = made.session.current
    made.key(Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConceptPicker)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    linked = [m for m in made.article.mentions if m.concept_id is not None]
    assert len(linked) == 3
    assert {made.session.surface(m) for m in linked} == {made.session.surface(mention)}
    made.window.run("concepts")
    panel = inspector.page("concepts")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert panel.model.index(0, 1).data() == 3


def test_concepts_are_merged_and_edited(made, inspector, qtbot):
    ids = [m.id for m in made.article.mentions[:2]]
    made.session.apply(edits.LinkConcept((ids[0],), None, "가"))
    made.session.apply(edits.LinkConcept((ids[1],), None, "나"))
    made.window.run("concepts")
    panel = inspector.page("concepts")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    panel.table.selectAll()
    QTest.mouseClick(panel.merge, LEFT)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.table.setCurrentIndex(panel._proxy.index(0, 0))
    QTest.mouseClick(panel.edit, LEFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConceptDialog)
    dialog.external.setText("Q1")
    dialog.accept()
    assert made.project.concepts.all()[0].external_id == "Q1"


# -- guideline ---------------------------------------------------------------------------------------------


def test_g_shows_the_passage_on_the_current_label(made, inspector):
    made.key(Qt.Key.Key_G)
    panel = inspector.page("guideline")
    heading = panel.browser.textCursor().block().text()
    assert heading.endswith(f"({made.session.current.label})")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_guideline_speaks_of_every_label(made, inspector, language):
    made.language.use(language)
    inspector.show_page("guideline")
    text = inspector.page("guideline").text()
    for code in made.session.desk.schema.codes:
        assert f"({code})\n" in text


def test_a_project_has_a_guideline_of_its_own(made, inspector):
    made.project.set_meta("guideline", "# 우리 지침\n\n## 사람 (PS)\n\n모두 붙여요.\n")
    inspector.show_guideline("PS")
    assert "우리 지침" in inspector.page("guideline").browser.toPlainText()


# -- sections ----------------------------------------------------------------------------------------------


def test_sections_fold_by_key_and_stay_folded(made, inspector):
    section = inspector.review.sections["tags"]
    section._heading.setFocus()
    QTest.keyClick(section._heading, Qt.Key.Key_Space)
    assert not section.body.isVisible()
    assert "tags" in made.settings.window.folded
    QTest.keyClick(section._heading, Qt.Key.Key_Space)
    assert section.body.isVisible()
