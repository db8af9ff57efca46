"""The finer codes of a label as a table that always has one empty row more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.domain.labels import Sublabel


class SublabelTable(QTableWidget):
    """A row for each sub-label: code, name in Korean, name in English; a row without a code is none.

    `edited` carries the sub-labels as they are now, after something was changed by hand.
    """

    edited = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels(
            [self.tr("Code"), self.tr("Name in Korean"), self.tr("Name in English")]
        )
        self.setAccessibleName(self.tr("Sub-labels"))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._on_changed)

    def show_sublabels(self, sublabels: tuple[Sublabel, ...]) -> None:
        """Show other sub-labels."""
        self.blockSignals(True)
        self.setRowCount(0)
        for sublabel in sublabels:
            self._append(sublabel.code, sublabel.name_ko, sublabel.name_en)
        self._append("", "", "")
        self.blockSignals(False)

    def sublabels(self) -> tuple[Sublabel, ...]:
        """The sub-labels as they are now; a name that is missing is the code."""
        rows = [self._texts(row) for row in range(self.rowCount())]
        return tuple(Sublabel(code, ko or en or code, en or ko or code) for code, ko, en in rows if code)

    def _texts(self, row: int) -> tuple[str, str, str]:
        found = [self.item(row, column) for column in range(3)]
        code, ko, en = (item.text().strip() if item is not None else "" for item in found)
        return code, ko, en

    def _append(self, *texts: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(texts):
            self.setItem(row, column, QTableWidgetItem(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the cell and does not press the dialog's button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            item = self.currentItem()
            if item is not None and self.state() != self.State.EditingState:
                self.editItem(item)
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if any(self._texts(self.rowCount() - 1)):
            self.blockSignals(True)
            self._append("", "", "")
            self.blockSignals(False)
        self.edited.emit(self.sublabels())
