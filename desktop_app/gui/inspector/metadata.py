"""The article's metadata as a form; each change is one step when the field is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop_app.domain import edits
from desktop_app.domain.changes import Kind
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import label
from desktop_app.gui.words import names


class MetadataPanel(Panel):
    """Title, subtitle, outlet, reporter, date, section, URL."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.fields = {code: QLineEdit() for code in names.FIELDS}
        self._shown_for: int | None = None
        self._names: dict[str, QLabel] = {code: label(strength="faint") for code in names.FIELDS}
        form = QFormLayout(self)
        form.setContentsMargins(14, 0, 12, 8)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(1)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for code, field in self.fields.items():
            field.setProperty("quietField", True)
            field.editingFinished.connect(lambda name=code: self._on_finished(name))
            form.addRow(self._names[code], field)
        self.session.article_opened.connect(self._on_article_opened)
        self.refresh_on(Kind.ARTICLE)
        self.retranslate()

    def retranslate(self) -> None:
        for code, field in self.fields.items():
            self._names[code].setText(names.metadata_field(code))
            field.setAccessibleName(names.metadata_field(code))
        self.fields["published"].setPlaceholderText("2026-11-24")

    def refresh(self) -> None:
        article = self.session.article
        self._shown_for = article.article.id if article else None
        for code, field in self.fields.items():
            value = getattr(article.article.metadata, code) if article else ""
            field.setEnabled(article is not None)
            if field.text() != value and not field.isModified():
                field.setText(value)
                field.setCursorPosition(0)
            field.setToolTip(value)

    def _on_article_opened(self) -> None:
        for code in self.fields:
            self._on_finished(code)  # what was being written belongs to the article before
        self.refresh_soon()

    def _on_finished(self, name: str) -> None:
        field, article_id = self.fields[name], self._shown_for
        if article_id is None or not field.isModified():
            return
        field.setModified(False)
        stored = getattr(self.session.desk.project.articles.get(article_id).metadata, name)
        if " ".join(field.text().split()) == stored:
            return
        if self.session.apply(edits.SetMetadata(article_id, name, field.text())) is None:
            field.setText(stored)
