"""Editing a concept, and choosing one for a mention."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain import edits
from desktop_app.domain.mention import Concept
from desktop_app.gui.dialogs.asking import Asking


class ConceptDialog(Asking):
    """Name, aliases (one a line), external id, note of a concept."""

    def __init__(self, concept: Concept, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Concept"), body, self.tr("Save"))
        self._id = concept.id
        self.name = QLineEdit(concept.name)
        self.aliases = QPlainTextEdit("\n".join(concept.aliases))
        self.external = QLineEdit(concept.external_id)
        self.note = QPlainTextEdit(concept.note)
        for field in (self.aliases, self.note):
            field.setTabChangesFocus(True)
            field.setFixedHeight(4 * field.fontMetrics().lineSpacing() + 14)
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Aliases, one a line"), self.aliases)
        form.addRow(self.tr("External id"), self.external)
        form.addRow(self.tr("Note"), self.note)
        self.name.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.setMinimumWidth(440)

    def edit(self) -> edits.SetConcept:
        """What was written."""
        aliases = tuple(a for line in self.aliases.toPlainText().splitlines() if (a := line.strip()))
        return edits.SetConcept(
            self._id, self.name.text(), aliases, self.external.text(), self.note.toPlainText()
        )


class ConceptPicker(Asking):
    """Which concept a mention means: type its name; a new name makes a new concept, an empty one unlinks."""

    def __init__(
        self, concepts: list[Concept], surface: str, current: Concept | None, parent: QWidget | None = None
    ) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Link to a concept"), body, self.tr("Link"))
        self._by_name = {c.name: c for c in concepts}
        self.name = QLineEdit(current.name if current else surface)
        self.name.setClearButtonEnabled(True)
        completer = QCompleter(QStringListModel(sorted(self._by_name), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.name.selectAll()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Concept"), self.name)
        self.setMinimumWidth(380)

    def edit(self, mention_ids: tuple[int, ...]) -> edits.LinkConcept:
        """Link these mentions as chosen."""
        name = self.name.text().strip()
        known = self._by_name.get(name)
        return (
            edits.LinkConcept(mention_ids, known.id) if known else edits.LinkConcept(mention_ids, None, name)
        )
