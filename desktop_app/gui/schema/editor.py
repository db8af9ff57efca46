"""The dialog that edits the project's label schema."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserError
from desktop_app.domain.labels import LabelSchema, Sublabel
from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.pieces import IconButton, label, resize_to_screen, swatch
from desktop_app.gui.schema.draft import SchemaDraft, as_toml, read_schema
from desktop_app.gui.schema.sublabels import SublabelTable
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.josa import fill, several

FIELDS = ("code", "name_ko", "name_en", "short", "hint_ko", "hint_en")


class SchemaDialog(Asking):
    """Labels at the left, the fields of one at the right; what would be lost is mapped below."""

    def __init__(self, bench: Bench, shipped: Path, parent: QWidget) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Label schema"), body, self.tr("Save"))
        self._bench, self._shipped = bench, shipped
        self.draft = SchemaDraft.of(bench.session.desk.schema)
        self._counts = _counts(bench)
        self.list = QListWidget()
        self.fields = {name: QLineEdit() for name in FIELDS}
        self.colour, self.key = QPushButton(), QComboBox()
        self.sublabels = SublabelTable()
        self.mapping = QFormLayout()
        self.targets: dict[str, QComboBox] = {}
        self._problem = label(strength="danger", wrap=True)
        self._lay_out(body)
        self._connect()
        self.show_labels(0)
        resize_to_screen(self, 720, 560)

    def _lay_out(self, body: QWidget) -> None:
        self.key.addItem("–", "")
        for digit in "1234567890":
            self.key.addItem(digit, digit)
        self.list.setAccessibleName(self.tr("Labels"))
        columns = QHBoxLayout()
        columns.addLayout(self._left(), 2)
        columns.addLayout(self._right(), 3)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(columns, 1)
        column.addLayout(self.mapping)
        column.addWidget(self._problem)

    def _left(self) -> QVBoxLayout:
        icons = self._bench.appearance
        row = QHBoxLayout()
        for name, word, act in (
            ("plus", self.tr("Add a label"), self.add),
            ("minus", self.tr("Remove the label"), self.remove),
            ("up", self.tr("Further up"), lambda: self.move_by(-1)),
            ("down", self.tr("Further down"), lambda: self.move_by(1)),
        ):
            button = IconButton(icons, name, act)
            button.set_words(word)
            row.addWidget(button)
        row.addStretch(1)
        self.load, self.store = QPushButton(self.tr("Load…")), QPushButton(self.tr("Store…"))
        for file_button in (self.load, self.store):
            file_button.setAutoDefault(False)
            row.addWidget(file_button)
        column = QVBoxLayout()
        column.addWidget(self.list, 1)
        column.addLayout(row)
        return column

    def _right(self) -> QFormLayout:
        words = (
            self.tr("Code"),
            self.tr("Name in Korean"),
            self.tr("Name in English"),
            self.tr("Short name"),
            self.tr("Hint in Korean"),
            self.tr("Hint in English"),
        )
        form = QFormLayout()
        for field, word in zip(self.fields.values(), words, strict=True):
            field.setAccessibleName(word)
            form.addRow(word, field)
        self.colour.setAutoDefault(False)
        form.addRow(self.tr("Colour"), self.colour)
        form.addRow(self.tr("Key"), self.key)
        form.addRow(self.tr("Sub-labels"), self.sublabels)
        return form

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_fields)
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, which=name: self._change(which, text))
        self.key.activated.connect(lambda: self._change("key", str(self.key.currentData())))
        self.colour.clicked.connect(self._ask_colour)
        self.sublabels.edited.connect(lambda found: self._change("sublabels", found))
        self.load.clicked.connect(self._on_load)
        self.store.clicked.connect(self._on_store)

    # -- labels --------------------------------------------------------------------------------------------

    def show_labels(self, row: int) -> None:
        """List the labels again, and show one."""
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self.draft.rows:
            QListWidgetItem(
                self._icon(entry.label.colour), self._title(entry.label.code, entry.label.name_ko), self.list
            )
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(self.draft.rows) - 1))
        self._show_fields(self.list.currentRow())
        self._check()

    def _icon(self, colour: str) -> QIcon:
        return QIcon(swatch(self._bench.appearance.theme.label_line(colour)))

    @staticmethod
    def _title(code: str, name: str) -> str:
        return f"{name}  {code}"

    def add(self) -> None:
        """A new label."""
        self.show_labels(self.draft.add())
        self.fields["code"].setFocus()
        self.fields["code"].selectAll()

    def remove(self) -> None:
        """Take the label away."""
        row = self.list.currentRow()
        if row >= 0:
            del self.draft.rows[row]
            self.show_labels(row)

    def move_by(self, by: int) -> None:
        """Put the label further up or down; this is the order of the keys too."""
        row = self.list.currentRow()
        if row >= 0:
            self.show_labels(self.draft.move(row, by))

    def _show_fields(self, row: int) -> None:
        entry = self.draft.rows[row].label if 0 <= row < len(self.draft.rows) else None
        for name, field in self.fields.items():
            field.setEnabled(entry is not None)
            field.setText(getattr(entry, name) if entry else "")
            field.setCursorPosition(0)
        self.colour.setEnabled(entry is not None)
        self.colour.setIcon(self._icon(entry.colour) if entry else QIcon())
        self.colour.setText(entry.colour if entry else "")
        self.key.setCurrentIndex(max(0, self.key.findData(entry.key if entry else "")))
        self.sublabels.setEnabled(entry is not None)
        self.sublabels.show_sublabels(entry.sublabels if entry else ())

    def _change(self, name: str, value: str | tuple[Sublabel, ...]) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        entry = self.draft.rows[row]
        entry.label = replace(entry.label, **{name: value})  # type: ignore[arg-type]
        item = self.list.item(row)
        item.setText(self._title(entry.label.code, entry.label.name_ko))
        item.setIcon(self._icon(entry.label.colour))
        self._check()

    def _ask_colour(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        chosen = QColorDialog.getColor(QColor(self.draft.rows[row].label.colour), self, self.tr("Colour"))
        if chosen.isValid():
            self._change("colour", chosen.name().upper())
            self._show_fields(row)

    # -- what is wrong, what would be lost -----------------------------------------------------------------

    def _check(self) -> None:
        problems = self.draft.problems()
        self._problem.setText(self._said(*problems[0]) if problems else "")
        self._problem.setVisible(bool(problems))
        self.ok.setEnabled(not problems)
        self._offer_mapping()

    def _said(self, what: str, which: str) -> str:
        return {
            "empty": self.tr("A schema needs a label."),
            "code": self.tr("Every label needs a code."),
            "twice": fill(self.tr("The code {which} stands twice."), which=which),
            "name": fill(self.tr("The label {which} needs a name."), which=which),
            "key": fill(self.tr("The key {which} is given twice."), which=which),
        }[what]

    def _offer_mapping(self) -> None:
        lost = [code for code in self.draft.gone() if self._counts.get(code)]
        chosen = {code: combo.currentData() for code, combo in self.targets.items()}
        while self.mapping.rowCount():
            self.mapping.removeRow(0)
        self.targets = {}
        for code in lost:
            combo = QComboBox()
            for entry in self.draft.rows:
                combo.addItem(self._title(entry.label.code, entry.label.name_ko), entry.label.code)
            likely = self.draft.schema().place(code)
            combo.setCurrentIndex(max(0, combo.findData(chosen.get(code) or (likely and likely[0]))))
            count = self._counts[code]
            one, many = self.tr("{n} mention of {code} becomes"), self.tr("{n} mentions of {code} become")
            self.mapping.addRow(several(count, one, many, code=code), combo)
            self.targets[code] = combo

    def relabelled(self) -> dict[str, str]:
        """Codes whose mentions get another one: renamed labels, and those mapped here."""
        return self.draft.renamed() | {code: str(combo.currentData()) for code, combo in self.targets.items()}

    def schema(self) -> LabelSchema:
        """The schema as edited."""
        return self.draft.schema()

    # -- files ---------------------------------------------------------------------------------------------

    def _on_load(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Load a schema"), str(self._shipped), "TOML (*.toml)"
        )
        if name:
            self.load_file(Path(name))

    def load_file(self, path: Path) -> None:
        """Take over the labels of a file."""
        try:
            self.draft.take(read_schema(path))
        except UserError as error:
            self._problem.setText(sentence(error))
            self._problem.setVisible(True)
            return
        self.show_labels(0)

    def _on_store(self) -> None:
        start = self._bench.session.desk.project.path.with_suffix(".toml")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Store the schema"), str(start), "TOML (*.toml)")
        if name:
            Path(name).write_text(as_toml(self.schema()), encoding="utf-8")


def _counts(bench: Bench) -> dict[str, int]:
    """How many mentions carry each label."""
    found: dict[str, int] = {}
    for (code, _), count in bench.session.desk.project.mentions.counts().items():
        found[code] = found.get(code, 0) + count
    return found
