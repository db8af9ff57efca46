"""The export dialog: which articles, in which format, with what, where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.domain.article import ArticleState
from desktop_app.domain.mention import Decision
from desktop_app.exchange import AnonymiseOptions, Basis, Exporter, ExportOptions, SplitOptions
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.pieces import label
from desktop_app.gui.services import ExportRequest
from desktop_app.gui.words.josa import fill

ALL_STATES = tuple(str(s) for s in ArticleState)


@dataclass(frozen=True)
class Offer:
    """Articles that can be exported: `code` is reviewed, all, shown or selected; None for ids takes all in `states`."""

    code: str
    count: int
    ids: tuple[int, ...] | None = None
    states: tuple[str, ...] = ALL_STATES


class ExportDialog(Asking):
    """Enter writes reviewed JSON of the reviewed articles beside the project, unless something else is chosen."""

    def __init__(
        self,
        exporters: Mapping[str, Exporter],
        offers: Sequence[Offer],
        project: Path,
        language: str,
        parent: QWidget,
    ) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Export"), body, self.tr("Export"))
        self._exporters, self._offers, self._project = exporters, offers, project
        self.format, self.articles, self.basis = QComboBox(), QComboBox(), QComboBox()
        self.undecided, self.refused, self.source = QCheckBox(), QCheckBox(), QCheckBox()
        self.split, self.anonymise = QCheckBox(), QCheckBox()
        self.target, self._browse = QLineEdit(), QPushButton(self.tr("Choose…"))
        self._loses = label(strength="quiet", wrap=True)
        self._problem = label(strength="danger", wrap=True)
        for exporter in exporters.values():
            self.format.addItem(exporter.title_ko if language == "ko" else exporter.title_en, exporter.name)
        for place, offer in enumerate(offers):
            self.articles.addItem(f"{self._offer_name(offer)} ({offer.count:,})", place)
        self.basis.addItem(self.tr("Reading text"), Basis.READING)
        self.basis.addItem(self.tr("Source text"), Basis.SOURCE)
        self._lay_out(body)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.articles.currentIndexChanged.connect(self._check)
        self.split.toggled.connect(self._on_format_changed)
        self.target.textChanged.connect(self._check)
        self._browse.clicked.connect(self._on_browse)
        self._browse.setAutoDefault(False)
        self._on_format_changed()
        self.setMinimumWidth(540)

    def _lay_out(self, body: QWidget) -> None:
        self.undecided.setText(self.tr("Undecided suggestions too"))
        self.refused.setText(self.tr("Rejected suggestions too"))
        self.source.setText(self.tr("Source text and morphemes too"))
        self.split.setText(self.tr("Split into train, dev and test (8 : 1 : 1)"))
        self.anonymise.setText(self.tr("Replace persons' names by stand-ins"))
        for combo in (self.format, self.articles, self.basis):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(30)
        target = QHBoxLayout()
        target.setSpacing(8)
        target.addWidget(self.target, 1)
        target.addWidget(self._browse)
        form = self._form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Articles"), self.articles)
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self._loses)
        form.addRow(self.tr("Text"), self.basis)
        for box in (self.undecided, self.refused, self.source, self.split, self.anonymise):
            form.addRow("", box)
        form.addRow(self.tr("To"), target)
        form.addRow("", self._problem)

    def _offer_name(self, offer: Offer) -> str:
        return {
            "reviewed": self.tr("Reviewed articles"),
            "all": self.tr("All articles"),
            "shown": self.tr("Articles in the queue as filtered"),
            "selected": self.tr("Selected articles"),
        }[offer.code]

    @property
    def exporter(self) -> Exporter:
        """The exporter chosen."""
        return self._exporters[str(self.format.currentData())]

    def request(self) -> ExportRequest:
        """What was chosen."""
        offer = self._offers[self.articles.currentIndex()]
        decisions = {str(Decision.ACCEPTED)}
        decisions |= {str(Decision.UNDECIDED)} if self.undecided.isChecked() else set()
        decisions |= {str(Decision.REJECTED)} if self.refused.isChecked() else set()
        with_source = self.source.isChecked() and self.source.isEnabled()
        options = ExportOptions(
            decisions=frozenset(decisions),
            basis=Basis(self.basis.currentData()),
            split=SplitOptions() if self.split.isChecked() else None,
            anonymise=AnonymiseOptions() if self.anonymise.isChecked() else None,
            include_source=with_source,
            include_tokens=with_source,
        )
        return ExportRequest(self.exporter.name, Path(self.target.text()), offer.ids, offer.states, options)

    def _on_format_changed(self) -> None:
        exporter = self.exporter
        self.refused.setEnabled(exporter.holds.decisions)
        self.source.setEnabled(exporter.name.startswith("reviewed"))
        self._loses.setText(self._lost(exporter))
        self._form.setRowVisible(self._loses, bool(self._loses.text()))
        folder = exporter.is_folder or self.split.isChecked()
        name = f"{self._project.stem}-{exporter.name}" if folder else f"{self._project.stem}{exporter.suffix}"
        current = Path(self.target.text()) if self.target.text() else self._project
        self.target.setText(str(current.parent / name))
        self._check()

    def _lost(self, exporter: Exporter) -> str:
        holds = exporter.holds
        lost = [
            word
            for kept, word in (
                (holds.nesting, self.tr("overlapping mentions")),
                (holds.discontinuous, self.tr("discontinuous mentions")),
                (holds.relations, self.tr("relations")),
                (holds.tags, self.tr("tags")),
                (holds.notes, self.tr("notes")),
                (holds.concepts, self.tr("concepts")),
            )
            if not kept
        ]
        return fill(self.tr("This format does not hold: {things}."), things=", ".join(lost)) if lost else ""

    def _check(self) -> None:
        target = Path(self.target.text())
        problem, replaces = "", False
        if self.articles.currentIndex() >= 0 and not self._offers[self.articles.currentIndex()].count:
            problem = self.tr("There are no such articles.")
        elif not self.target.text().strip() or not target.parent.is_dir():
            problem = self.tr("There is no such folder.")
        elif target.is_file():
            problem, replaces = self.tr("The file there is replaced."), True
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.ok.setEnabled(not problem or replaces)

    def _on_browse(self) -> None:
        exporter = self.exporter
        if exporter.is_folder or self.split.isChecked():
            name = QFileDialog.getExistingDirectory(
                self, self.tr("Export to"), str(Path(self.target.text()).parent)
            )
            name = str(Path(name) / Path(self.target.text()).name) if name else ""
        else:
            kinds = f"{self.format.currentText()} (*{exporter.suffix})"
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.target.text(), kinds)
        if name:
            self.target.setText(name)
