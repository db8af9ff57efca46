"""The form that says which articles the queue shows."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.domain.article import ArticleState
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import label
from desktop_app.gui.words import names, tag_names
from desktop_app.store.queue import Filter

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class FilterForm(Panel):
    """State, outlet, tag, label, dates, undecided only; `changed` says that the filter is another."""

    changed = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._state, self._outlet, self._tag, self._label = (QComboBox() for _ in range(4))
        self._since, self._until = QLineEdit(), QLineEdit()
        self._undecided = QCheckBox()
        self._clear = QPushButton()
        self.kept = QPushButton()
        self._names = [label(strength="quiet") for _ in range(5)]
        self._lay_out()
        for combo in (self._state, self._outlet, self._tag, self._label):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
            combo.currentIndexChanged.connect(self._on_changed)
        for edit in (self._since, self._until):
            edit.editingFinished.connect(self._on_changed)
        self._undecided.toggled.connect(self._on_changed)
        self._clear.clicked.connect(self.clear)
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(12, 4, 12, 10)
        form.setVerticalSpacing(5)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        dates = QHBoxLayout()
        dates.setSpacing(4)
        for edit in (self._since, self._until):
            edit.setMinimumWidth(60)
            dates.addWidget(edit)
        fields = (self._state, self._outlet, self._tag, self._label)
        for name, field in zip(self._names, fields, strict=False):
            form.addRow(name, field)
        form.addRow(self._names[4], dates)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self.kept, 1)
        last.addWidget(self._clear)
        form.addRow(self._undecided)
        form.addRow(last)

    def retranslate(self) -> None:
        words = (self.tr("State"), self.tr("Outlet"), self.tr("Tag"), self.tr("Label"), self.tr("Date"))
        fields = (self._state, self._outlet, self._tag, self._label, self._since)
        for name, field, word in zip(self._names, fields, words, strict=True):
            name.setText(word)
            field.setAccessibleName(word)
        self._until.setAccessibleName(self.tr("Date, until"))
        self._since.setPlaceholderText(self.tr("from"))
        self._until.setPlaceholderText(self.tr("until"))
        self._undecided.setText(self.tr("With undecided mentions"))
        self._clear.setText(self.tr("Clear"))
        self.kept.setText(self.tr("Saved filters…"))
        self.refresh()

    def refresh(self) -> None:
        """Fill the lists with what occurs in the project; what is chosen stays chosen."""
        everything = self.tr("All")
        _offer(self._state, everything, [(names.state(s), str(s)) for s in ArticleState])
        project = self.session.desk.project
        _offer(self._outlet, everything, [(o, o) for o in project.articles.outlets()])
        named = tag_names.tag if self.isVisible() else str  # names are read when they are first looked at
        tags = sorted((named(t), t, n) for t, n in project.tags.vocabulary())
        _offer(self._tag, everything, [(f"{name} ({n})", t) for name, t, n in tags])
        codes = self.session.desk.schema.codes
        _offer(self._label, everything, [(self.bench.label_name(c), c) for c in codes])

    def filter(self) -> Filter:
        """What is chosen, without the search text."""
        state = str(self._state.currentData() or "")
        return Filter(
            states=(state,) if state else (),
            outlet=str(self._outlet.currentData() or ""),
            tag=str(self._tag.currentData() or ""),
            label=str(self._label.currentData() or ""),
            since=_date(self._since),
            until=_date(self._until),
            undecided=self._undecided.isChecked(),
        )

    def show_filter(self, wanted: Filter) -> None:
        """Set every field."""
        blockers = [
            QSignalBlocker(w) for w in (self._state, self._outlet, self._tag, self._label, self._undecided)
        ]
        chosen = (next(iter(wanted.states), ""), wanted.outlet, wanted.tag, wanted.label)
        for combo, value in zip((self._state, self._outlet, self._tag, self._label), chosen, strict=True):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self._since.setText(wanted.since)
        self._until.setText(wanted.until)
        self._undecided.setChecked(wanted.undecided)
        del blockers
        self.changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self.show_filter(Filter())

    def _on_changed(self) -> None:
        self.changed.emit()


def _date(edit: QLineEdit) -> str:
    text = edit.text().strip()
    return text if _DATE.fullmatch(text) else ""


def _offer(combo: QComboBox, everything: str, entries: list[tuple[str, str]]) -> None:
    chosen = combo.currentData()
    blocker = QSignalBlocker(combo)
    combo.clear()
    combo.addItem(everything, "")
    for text, value in entries:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    del blocker
