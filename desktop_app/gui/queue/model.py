"""The queue's rows for Qt: ids first, rows fetched when they are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop_app.gui.rows import ROOT, AnyIndex
from desktop_app.gui.words import names
from desktop_app.store.project import Project
from desktop_app.store.queue import Filter, Order, QueueRow

RowRole = Qt.ItemDataRole.UserRole
CHUNK = 64
TITLE_LENGTH = 60


class QueueModel(QAbstractTableModel):
    """Articles wanted by a filter, in an order. `RowRole` gives the QueueRow."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.ids: list[int] = []
        self._rows: dict[int, QueueRow] = {}
        self._places: dict[int, int] | None = None
        self.filter = Filter()
        self.order = Order.IMPORTED

    def load(self, wanted: Filter, order: Order) -> None:
        """Ask for other articles."""
        self.beginResetModel()
        self.filter, self.order = wanted, order
        self.ids = self._project.queue.ids(wanted, order)
        self._rows, self._places = {}, None
        self.endResetModel()

    def reread(self, article_ids: Iterable[int]) -> None:
        """Fetch some articles' rows again where they stand; the list itself keeps its order and its members."""
        for article_id in article_ids:
            self._rows.pop(article_id, None)
            place = self.place_of(article_id)
            if place is not None:
                index = self.index(place, 0)
                self.dataChanged.emit(index, index)

    def place_of(self, article_id: int) -> int | None:
        """The row at which an article stands, or None."""
        if self._places is None:
            self._places = {article_id: place for place, article_id in enumerate(self.ids)}
        return self._places.get(article_id)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ANSWERED:
            return None
        row = self._row(index.row())
        if row is None or role == RowRole:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else spoken(row)

    def _row(self, place: int) -> QueueRow | None:
        article_id = self.ids[place]
        if article_id not in self._rows:
            self._fetch(place)
        return self._rows.get(article_id)

    def _fetch(self, place: int) -> None:
        if len(self._rows) > 64 * CHUNK:
            self._rows.clear()
        first = max(0, place - CHUNK // 4)
        wanted = [i for i in self.ids[first : first + CHUNK] if i not in self._rows]
        for row in self._project.queue.rows(wanted):
            self._rows[row.id] = row if row.title else replace(row, title=self._beginning(row))

    def _beginning(self, row: QueueRow) -> str:
        """An article without a title is known by its first words."""
        words = " ".join(self._project.articles.text(row.id)[: 2 * TITLE_LENGTH].split())
        return (words[:TITLE_LENGTH] + "…" if len(words) > TITLE_LENGTH else words) or row.source


_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
        RowRole,
    }
)


def second_line(row: QueueRow) -> str:
    """Where and when an article appeared: outlet and date, or the file's name."""
    parts = [p for p in (row.outlet, row.published[:10]) if p]
    return " · ".join(parts) or row.source


def spoken(row: QueueRow) -> str:
    """A row in words, for screen readers and tool tips."""
    counts = f"{row.undecided}/{row.undecided + row.accepted}"
    return "\n".join([row.title, f"{second_line(row)} · {names.state(row.state)} · {counts}", row.source])
