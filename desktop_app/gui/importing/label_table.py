"""The labels of a dataset, and what each of them becomes."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange.shaping.labelmap import proposals


class LabelTable(QTableWidget):
    """A row for each label: first, in bold, those that the schema does not know; then the most frequent."""

    def __init__(self, schema: LabelSchema, language: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._schema, self._language = schema, language
        self._proposed: dict[str, str] = {}
        self._combos: dict[str, QComboBox] = {}
        self.setHorizontalHeaderLabels(
            [self.tr("Label in the file"), self.tr("Mentions"), self.tr("Becomes")]
        )
        self.verticalHeader().hide()
        self.setMinimumHeight(5 * self.fontMetrics().height() + 60)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_labels(self, labels: Counter[str]) -> None:
        """Show the labels of another dataset with what is proposed for them."""
        proposed = proposals(labels, self._schema)
        self._proposed = dict(sorted(proposed.items(), key=lambda item: bool(item[1])))
        self._combos = {}
        self.setRowCount(0)
        self.setRowCount(len(self._proposed))
        for row, (code, answer) in enumerate(self._proposed.items()):
            name, count = QTableWidgetItem(code), QTableWidgetItem(f"{labels[code]:,}")
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not answer:
                font = name.font()
                font.setBold(True)
                name.setFont(font)
            self.setItem(row, 0, name)
            self.setItem(row, 1, count)
            self.setCellWidget(row, 2, self._chooser(code, answer))

    def _chooser(self, code: str, proposed: str) -> QComboBox:
        combo = self._combos[code] = QComboBox()
        combo.addItem(self.tr("left out"), "")
        for label in self._schema.labels:
            combo.addItem(f"{label.code}  {label.name(self._language)}", label.code)
        combo.setCurrentIndex(max(0, combo.findData(proposed)))
        combo.setAccessibleName(code)
        return combo

    def unknown(self) -> list[str]:
        """The labels that nothing was proposed for."""
        return [code for code, proposed in self._proposed.items() if not proposed]

    def choose(self, code: str, label: str) -> None:
        """Let a label of the file become one of the schema ("": left out)."""
        combo = self._combos[code]
        combo.setCurrentIndex(max(0, combo.findData(label)))

    def mapping(self) -> dict[str, str]:
        """What differs from what the importer would do by itself, and what nothing is known of."""
        chosen = {code: str(combo.currentData()) for code, combo in self._combos.items()}
        return {code: label for code, label in chosen.items() if not label or label != self._proposed[code]}
