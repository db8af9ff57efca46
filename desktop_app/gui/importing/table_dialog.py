"""Which column of a table is what: asked for each set of headers, remembered in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill
from desktop_app.reading import TableMapping
from desktop_app.settings import Settings

FIELDS = tuple(f.name for f in fields(TableMapping))
SHOWN = 160
"""Code points of a cell that are shown."""


class TableDialog(Asking):
    """A row for each part of an article, the first rows of the table below it."""

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        mapping: TableMapping,
        parent: QWidget | None = None,
    ) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Columns of the table"), body, self.tr("Import"))
        self._headers = list(headers)
        self.columns: dict[str, QComboBox] = {}
        self.table = QTableWidget(len(rows), len(headers))
        self._problem = label(strength="danger", wrap=True)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(6)
        for field in FIELDS:
            form.addRow(self._field_name(field), self._chooser(field, getattr(mapping, field)))
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(fill(self.tr("Which column of {name} is what?"), name=name), wrap=True))
        column.addLayout(form)
        column.addWidget(self.table, 1)
        column.addWidget(self._problem)
        self._fill(rows)
        resize_to_screen(self, 620, 560)
        self._check()

    def _field_name(self, field: str) -> str:
        if field == "text":
            return self.tr("Text of the article")
        return self.tr("Number or id") if field == "id" else names.metadata_field(field)

    def _chooser(self, field: str, chosen: str) -> QComboBox:
        combo = self.columns[field] = QComboBox()
        combo.addItem(self.tr("none"), "")
        for header in self._headers:
            combo.addItem(header, header)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.setAccessibleName(self._field_name(field))
        combo.currentIndexChanged.connect(self._check)
        return combo

    def _fill(self, rows: Sequence[Sequence[str]]) -> None:
        self.table.setHorizontalHeaderLabels(self._headers)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, row in enumerate(rows):
            for place, cell in enumerate(row[: len(self._headers)]):
                self.table.setItem(at, place, QTableWidgetItem(" ".join(cell[:SHOWN].split())))

    def _check(self) -> None:
        mapping = self.mapping()
        self._problem.setText("" if mapping.text else self.tr("Choose the column with the text."))
        self.ok.setEnabled(bool(mapping.text))
        used = set(mapping.columns().values())
        for place, header in enumerate(self._headers):
            item = self.table.horizontalHeaderItem(place)
            if item is not None:
                font = item.font()
                font.setBold(header in used)
                item.setFont(font)

    def mapping(self) -> TableMapping:
        """What was chosen."""
        return TableMapping(**{field: str(combo.currentData()) for field, combo in self.columns.items()})


def remembered(settings: Settings, headers: Sequence[str]) -> TableMapping | None:
    """What was chosen for a table with these headers."""
    kept = settings.tables.get("\t".join(headers))
    if kept is None:
        return None
    return TableMapping(**{field: kept.get(field, "") for field in FIELDS})


def remember(settings: Settings, headers: Sequence[str], mapping: TableMapping) -> None:
    """Keep what was chosen for tables with these headers."""
    settings.tables["\t".join(headers)] = asdict(mapping)
