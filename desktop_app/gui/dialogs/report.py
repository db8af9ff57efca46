"""What became of every file of a job."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.services import JobReport, Outcome, ReportLine
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.josa import fill

_ORDER = (Outcome.FAILED, Outcome.WARNING, Outcome.KNOWN, Outcome.ADDED, Outcome.WRITTEN)


class ReportDialog(QDialog):
    """A table of files, those that failed first; the list can be copied and saved."""

    def __init__(self, report: JobReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import report"))
        self._lines = sorted(report.lines, key=lambda line: _ORDER.index(line.outcome))
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("Articles"), self.tr("Note")])
        for line in self._lines:
            count = str(line.articles) if line.articles else ""
            item = QTreeWidgetItem(self.tree, [line.name, self._outcome(line.outcome), count, _note(line)])
            item.setToolTip(3, _note(line))
        header = self.tree.header()
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.Interactive, *[QHeaderView.ResizeMode.ResizeToContents] * 2)
        ):
            header.setSectionResizeMode(column, mode)
        header.resizeSection(0, 220)
        buttons = CloseButton(self)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(self._on_save)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(16, 14, 16, 12)
        self._heading = label(self._summary(report))
        column_layout.addWidget(self._heading)
        column_layout.addWidget(self.tree, 1)
        column_layout.addWidget(buttons)
        resize_to_screen(self, 700, 420)

    def _summary(self, report: JobReport) -> str:
        return fill(
            self.tr("Files: {files} · articles: {articles} · {seconds} s"),
            files=f"{len(report.lines):,}",
            articles=f"{report.done:,}",
            seconds=f"{report.seconds:,.1f}",
        )

    def _outcome(self, outcome: Outcome) -> str:
        return {
            Outcome.ADDED: self.tr("Added"),
            Outcome.KNOWN: self.tr("Already there"),
            Outcome.FAILED: self.tr("Not read"),
            Outcome.WARNING: self.tr("Read in part"),
            Outcome.WRITTEN: self.tr("Written"),
        }[outcome]

    def text(self) -> str:
        """The report as lines of tab-separated columns."""
        rows = [
            "\t".join([li.name, self._outcome(li.outcome), str(li.articles), _note(li)]) for li in self._lines
        ]
        return "\n".join(rows)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _on_save(self) -> None:
        suggested = self.tr("Import report") + ".tsv"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), suggested)
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the report as UTF-8 that spreadsheets recognise; what goes wrong is said in the dialog's heading."""
        try:
            path.write_text(self.text() + "\n", encoding="utf-8-sig")
        except OSError as error:
            self._heading.setText(f"{path.name}: {error.strerror or error}")
            self._heading.setProperty("strength", "danger")
            self._heading.style().polish(self._heading)


def _note(line: ReportLine) -> str:
    return sentence(line.error) if line.error is not None else line.detail
