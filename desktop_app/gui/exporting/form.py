"""The choices of an export: which articles, in which format, with what, where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
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
from desktop_app.exchange import (
    AnonymiseOptions,
    Basis,
    Exporter,
    ExportOptions,
    NestedPolicy,
    TokenKind,
)
from desktop_app.gui.exporting.shares import Shares
from desktop_app.gui.pieces import label
from desktop_app.gui.words.josa import fill

ALL_STATES = tuple(str(s) for s in ArticleState)


@dataclass(frozen=True)
class Offer:
    """Articles that can be exported: `code` is reviewed, all, shown or selected; None for ids takes all in `states`."""

    code: str
    count: int
    ids: tuple[int, ...] | None = None
    states: tuple[str, ...] = ALL_STATES


class ExportForm(QWidget):
    """Everything that is chosen but the labels. `changed` says that what would be written is another now."""

    changed = Signal()

    def __init__(
        self, exporters: Mapping[str, Exporter], offers: Sequence[Offer], project: Path, language: str
    ) -> None:
        super().__init__()
        self._exporters, self._offers, self._project = exporters, offers, project
        self.format, self.articles, self.basis = QComboBox(), QComboBox(), QComboBox()
        self.nested, self.tokens = QComboBox(), QComboBox()
        self.undecided, self.refused, self.source = QCheckBox(), QCheckBox(), QCheckBox()
        self.anonymise, self.card = QCheckBox(), QCheckBox()
        self.shares = Shares()
        self.split = self.shares.on
        self.licence, self.target = QLineEdit(), QLineEdit()
        self._browse = QPushButton(self.tr("Choose…"), autoDefault=False)
        self._loses = label(strength="quiet", wrap=True)
        self._problem = label(strength="danger", wrap=True)
        self._boxes = {
            "undecided": self.undecided,
            "rejected": self.refused,
            "source": self.source,
            "anonymise": self.anonymise,
            "card": self.card,
        }
        self._combos = {
            "format": self.format,
            "articles": self.articles,
            "basis": self.basis,
            "nested": self.nested,
            "tokens": self.tokens,
        }
        self._fill(language)
        self._lay_out()
        self._connect()
        self._on_format_changed()

    def _fill(self, language: str) -> None:
        for exporter in self._exporters.values():
            self.format.addItem(exporter.title_ko if language == "ko" else exporter.title_en, exporter.name)
        for offer in self._offers:
            self.articles.addItem(f"{self._offer_name(offer)} ({offer.count:,})", offer.code)
        choices: tuple[tuple[QComboBox, StrEnum, str], ...] = (
            (self.basis, Basis.READING, self.tr("Reading text")),
            (self.basis, Basis.SOURCE, self.tr("Source text")),
            (self.nested, NestedPolicy.LONGEST, self.tr("The longest is kept")),
            (self.nested, NestedPolicy.FIRST, self.tr("The first is kept")),
            (self.nested, NestedPolicy.ACCEPTED, self.tr("The one a person accepted is kept")),
            (self.tokens, TokenKind.MORPHEME, self.tr("Morphemes")),
            (self.tokens, TokenKind.EOJEOL, self.tr("Words between blanks")),
        )
        for combo, value, words in choices:
            combo.addItem(words, str(value))
        self.card.setChecked(True)

    def _lay_out(self) -> None:
        self.undecided.setText(self.tr("Undecided suggestions too"))
        self.refused.setText(self.tr("Rejected suggestions too"))
        self.source.setText(self.tr("Source text and morphemes too"))
        self.anonymise.setText(self.tr("Replace persons' names by stand-ins"))
        self.card.setText(self.tr("Write a dataset card beside it"))
        self.licence.setPlaceholderText(self.tr("Licence of the sources, for the card"))
        self.licence.setAccessibleName(self.licence.placeholderText())
        for combo in self._combos.values():
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(30)
        target = QHBoxLayout()
        target.setSpacing(8)
        target.addWidget(self.target, 1)
        target.addWidget(self._browse)
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 12, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Articles"), self.articles)
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self._loses)
        form.addRow(self.tr("Overlaps"), self.nested)
        form.addRow(self.tr("Rows"), self.tokens)
        form.addRow(self.tr("Text"), self.basis)
        for box in (self.undecided, self.refused, self.source, self.anonymise, self.shares, self.card):
            form.addRow("", box)
        form.addRow(self.tr("Licence"), self.licence)
        form.addRow(self.tr("To"), target)
        form.addRow("", self._problem)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.shares.on.toggled.connect(self._on_format_changed)
        self.card.toggled.connect(self.licence.setEnabled)
        self.target.textChanged.connect(self._check)
        self._browse.clicked.connect(self._on_browse)
        for combo in (self.articles, self.basis, self.nested, self.tokens):
            combo.currentIndexChanged.connect(self._check)
            combo.currentIndexChanged.connect(self.changed)
        for box in (self.undecided, self.refused, self.source, self.anonymise):
            box.toggled.connect(self.changed)

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

    @property
    def offer(self) -> Offer:
        """The articles chosen."""
        return self._offers[self.articles.currentIndex()]

    @property
    def ready(self) -> bool:
        """Whether it can be written as it stands."""
        return not self._trouble()

    def options(self, labels: Mapping[str, str] | None) -> ExportOptions:
        """What was chosen; `labels` as in ExportOptions."""
        decisions = {str(Decision.ACCEPTED)}
        decisions |= {str(Decision.UNDECIDED)} if self.undecided.isChecked() else set()
        decisions |= {str(Decision.REJECTED)} if self.refused.isChecked() else set()
        with_source = self.source.isChecked() and self.source.isEnabled()
        return ExportOptions(
            decisions=frozenset(decisions),
            basis=Basis(self.basis.currentData()),
            labels=labels,
            nested=NestedPolicy(self.nested.currentData()),
            tokens=TokenKind(self.tokens.currentData()),
            split=self.shares.chosen(),
            anonymise=AnonymiseOptions() if self.anonymise.isChecked() else None,
            include_source=with_source,
            include_tokens=with_source,
        )

    def choices(self) -> dict[str, Any]:
        """What was chosen, to be kept and given to `choose` another time."""
        chosen: dict[str, Any] = {name: box.isChecked() for name, box in self._boxes.items()}
        chosen |= {name: combo.currentData() for name, combo in self._combos.items()}
        return chosen | {"folder": str(Path(self.target.text()).parent), "shares": self.shares.kept()}

    def choose(self, kept: Mapping[str, Any]) -> None:
        """Choose again what `choices` once returned; what there is no more stays as it is."""
        for name, combo in self._combos.items():
            place = combo.findData(kept.get(name))
            if place >= 0:
                combo.setCurrentIndex(place)
        for name, box in self._boxes.items():
            box.setChecked(bool(kept.get(name, box.isChecked())))
        self.shares.choose(kept.get("shares", {}))
        folder = Path(str(kept.get("folder", "")))
        if folder.is_absolute() and folder.is_dir():
            self.target.setText(str(folder / Path(self.target.text()).name))

    def _on_format_changed(self) -> None:
        exporter = self.exporter
        self.refused.setEnabled(exporter.holds.decisions)
        self.source.setEnabled(exporter.name.startswith("reviewed"))
        self._loses.setText(self._lost(exporter))
        self._form.setRowVisible(self._loses, bool(self._loses.text()))
        self._form.setRowVisible(self.nested, not exporter.holds.nesting)
        self._form.setRowVisible(self.tokens, exporter.holds.rows)
        folder = exporter.is_folder or self.split.isChecked()
        name = f"{self._project.stem}-{exporter.name}" if folder else f"{self._project.stem}{exporter.suffix}"
        current = Path(self.target.text()) if self.target.text() else self._project
        self.target.setText(str(current.parent / name))
        self._check()
        self.changed.emit()

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

    def _trouble(self) -> str:
        target = Path(self.target.text())
        if not self.offer.count:
            return self.tr("There are no such articles.")
        if not self.target.text().strip() or not target.parent.is_dir():
            return self.tr("There is no such folder.")
        return ""

    def _check(self) -> None:
        replaces = Path(self.target.text()).is_file()
        words = self._trouble() or (self.tr("The file there is replaced.") if replaces else "")
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

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
