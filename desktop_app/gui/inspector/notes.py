"""Notes: the article's, the current mention's, and all that are open in the project."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain import edits
from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.mention import Note
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import label

NoteRole = Qt.ItemDataRole.UserRole


class NoteField(QPlainTextEdit):
    """A small text field; `left` says that writing is done (focus gone, or Ctrl+Enter)."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quietField", True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 14)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)


class NotesPanel(Panel):
    """The article's note as a field, and a list of the project's open notes; a click goes to one."""

    counted = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.field = NoteField()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._others = label(strength="faint")
        self._shown_for: int | None = None
        self._stored = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 10, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._others)
        column.addWidget(self.list)
        self.field.left.connect(self._on_left)
        self.list.itemActivated.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemChanged.connect(self._on_ticked)
        self.session.article_opened.connect(self._on_article_opened)
        self.session.changed.connect(self._on_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Note on this article"))
        self.field.setAccessibleName(self.tr("Note on this article"))
        self._others.setText(self.tr("Open notes of the project"))
        self.list.setAccessibleName(self.tr("Open notes of the project"))

    def refresh(self) -> None:
        article = self.session.article
        self.field.setEnabled(article is not None)
        note = _of_article(article.notes) if article else None
        article_id = article.article.id if article else None
        stored = note.text if note else ""
        writing = self._shown_for == article_id and self.field.toPlainText().strip() != self._stored
        if not writing and self.field.toPlainText() != stored:
            self.field.setPlainText(stored)
        self._shown_for, self._stored = article_id, stored
        self._show_open_notes()

    def _show_open_notes(self) -> None:
        notes = self.session.desk.project.notes.open_notes()
        self.list.blockSignals(True)
        self.list.clear()
        for note in notes[:200]:
            item = QListWidgetItem(note.text)
            item.setData(NoteRole, note)
            item.setToolTip(self.tr("A tick settles the note."))
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(notes))
        self._others.setVisible(bool(notes))
        rows = sum(self.list.sizeHintForRow(i) for i in range(min(4, self.list.count())))
        self.list.setFixedHeight(max(rows + 6, 28))
        self.counted.emit(str(len(notes)) if notes else "")

    def _on_article_opened(self) -> None:
        self._on_left()  # what was being written belongs to the article before
        self.refresh_soon()

    def _on_changed(self, change: Change) -> None:
        if Kind.NOTE in change.kinds:
            self.refresh_soon()

    def _on_left(self) -> None:
        text = self.field.toPlainText().strip()
        if self._shown_for is not None and text != self._stored:
            self._stored = text
            self.session.apply(edits.WriteNote(self._shown_for, text))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        note = item.data(NoteRole)
        if not isinstance(note, Note):
            return
        if note.article_id != self.session.article_id:
            self.session.open_article(note.article_id, mention_id=note.mention_id)
        elif note.mention_id is not None:
            self.session.set_current(note.mention_id)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        note = item.data(NoteRole)
        if isinstance(note, Note) and item.checkState() is Qt.CheckState.Checked:
            self.session.apply(edits.CloseNote(note.id))


def _of_article(notes: list[Note]) -> Note | None:
    return next((n for n in notes if n.mention_id is None and n.start is None), None)
