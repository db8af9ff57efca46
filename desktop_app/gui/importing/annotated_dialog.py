"""Taking in an annotated dataset: which file, in which format, what its mentions count as, what its labels become."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserError
from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange import Importer, ImportOptions, Standing, recognised
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.importing.annotated_work import Contents, look_through
from desktop_app.gui.importing.aside import Aside, again
from desktop_app.gui.importing.json_form import JsonForm
from desktop_app.gui.importing.label_table import LabelTable
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.services import AnnotatedRequest
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.josa import fill, several

MAPPED = "mapped-json"
SETTLE_MS = 300


class AnnotatedDialog(Asking):
    """The dataset is looked through as soon as it is named; Import can be pressed when its labels are known."""

    def __init__(
        self,
        importers: Mapping[str, Importer],
        schema: LabelSchema,
        language: str,
        reviewer: str,
        parent: QWidget | None = None,
    ) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Import annotated dataset"), body, self.tr("Import"))
        self._importers, self._schema, self._reviewer = importers, schema, reviewer
        self._contents: Contents | None = None
        self._look: Aside | None = None
        self.path = QLineEdit()
        self.format, self.standing = QComboBox(), QComboBox()
        self.json = JsonForm()
        self.labels = LabelTable(schema, language)
        self.state = label(strength="quiet", wrap=True)
        for importer in importers.values():
            self.format.addItem(importer.title_ko if language == "ko" else importer.title_en, importer.name)
        self._lay_out(body)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._on_path_settled)
        self.path.textChanged.connect(self._on_path_edited)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.json.changed.connect(self._begin)
        self.json.failed.connect(self._on_failed)
        self.finished.connect(lambda _: self._give_up())
        self.json.hide()
        self.ok.setEnabled(False)
        self._say(self.tr("Choose a file or a folder."))
        resize_to_screen(self, 640, 560)

    def _lay_out(self, body: QWidget) -> None:
        file, folder = QPushButton(self.tr("File…")), QPushButton(self.tr("Folder…"))
        file.clicked.connect(self._on_file)
        folder.clicked.connect(self._on_folder)
        source = QHBoxLayout()
        source.addWidget(self.path, 1)
        for button in (file, folder):
            button.setAutoDefault(False)
            source.addWidget(button)
        words = {
            Standing.RECORDED: self.tr("as the file says"),
            Standing.DECIDED: self.tr("decided by a person"),
            Standing.SUGGESTED: self.tr("suggestions, to be decided here"),
        }
        for standing, word in words.items():
            self.standing.addItem(word, standing)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Dataset"), source)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Mentions are"), self.standing)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.json)
        column.addWidget(self.labels, 1)
        column.addWidget(self.state)
        self.path.setFocus()

    # -- which file ----------------------------------------------------------------------------------------

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import annotated dataset"), self.path.text())
        if name:
            self.path.setText(name)

    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Import annotated dataset"), self.path.text())
        if name:
            self.path.setText(name)

    def _on_path_edited(self) -> None:
        self._give_up()
        self._forget()
        self._settled.start()

    def _on_path_settled(self) -> None:
        path = Path(self.path.text().strip())
        if not self.path.text().strip() or not path.exists():
            self._say(self.tr("There is no such file or folder."), wrong=bool(self.path.text().strip()))
            return
        try:
            found = recognised(path)
        except OSError as error:
            self._say(error.strerror or str(error), wrong=True)
            return
        wanted = found.name if found else MAPPED if path.suffix.lower() in {".json", ".jsonl"} else ""
        place = self.format.findData(wanted)
        if place >= 0 and place != self.format.currentIndex():
            self.format.setCurrentIndex(place)
        elif wanted:
            self._on_format_changed()
        else:
            self._say(self.tr("The format is not recognised. Choose it above."), wrong=True)

    def _on_format_changed(self) -> None:
        self._give_up()
        self._forget()
        path, mapped = Path(self.path.text().strip()), self.importer == MAPPED
        self.json.setVisible(mapped)
        if not self.path.text().strip() or not path.exists():
            return
        if mapped:
            self._say(self.tr("Looking at the file…"))
            self.json.open(path)
        else:
            self._begin()

    @property
    def importer(self) -> str:
        """The name of the importer chosen."""
        return str(self.format.currentData())

    # -- what is in it -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Look the dataset through for its labels."""
        self._give_up_count()
        self._forget()
        mapping = self.json.mapping() if self.importer == MAPPED else None
        if mapping is not None and not (mapping.text and mapping.label):
            self._say(self.tr("Say where the text and the labels are."), wrong=True)
            return
        self._say(self.tr("Looking through the file…"))
        look = partial(look_through, Path(self.path.text().strip()), self.importer, mapping)
        self._look = Aside(look, self)
        self._look.found.connect(self._on_found)
        self._look.failed.connect(self._on_failed)
        self._look.crashed.connect(again)
        self._look.start()

    def _on_found(self, contents: Contents) -> None:
        self._contents = contents
        self.labels.show_labels(contents.labels)
        text = several(contents.articles, self.tr("{n} article"), self.tr("{n} articles"))
        text += " · " + several(contents.labels.total(), self.tr("{n} mention"), self.tr("{n} mentions"))
        unknown = self.labels.unknown()
        if unknown:
            text += " · " + several(
                len(unknown),
                self.tr("{n} label is not in the schema: choose what it becomes."),
                self.tr("{n} labels are not in the schema: choose what they become."),
            )
        if contents.warnings:
            text += "\n" + fill(self.tr("For example: {warning}"), warning=contents.warnings[0])
        self._say(text)
        self.ok.setEnabled(contents.articles > 0)

    def _on_failed(self, error: UserError) -> None:
        self._say(sentence(error), wrong=True)

    def _forget(self) -> None:
        self._contents = None
        self.ok.setEnabled(False)
        self.labels.setRowCount(0)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.state.setProperty("strength", "danger" if wrong else "quiet")
        self.state.style().polish(self.state)
        self.state.setText(text)

    def _give_up(self) -> None:
        self._settled.stop()
        self.json.give_up()
        self._give_up_count()

    def _give_up_count(self) -> None:
        if self._look is not None:
            self._look.give_up()
            self._look.deleteLater()
            self._look = None

    def request(self) -> AnnotatedRequest:
        """What was chosen."""
        options = ImportOptions(
            schema=self._schema,
            labels=self.labels.mapping(),
            standing=Standing(self.standing.currentData()),
            reviewer=self._reviewer,
            mapping=self.json.mapping() if self.importer == MAPPED else None,
        )
        expected = self._contents.articles if self._contents else 0
        return AnnotatedRequest(Path(self.path.text().strip()), self.importer, options, expected)
