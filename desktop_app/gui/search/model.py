"""Hits as a table: what stands before, the match, what stands after, in which article."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.gui.bench import Bench
from desktop_app.gui.rows import ROOT, AnyIndex
from desktop_app.store.queue import QueueRow
from desktop_app.store.search import Hit

HitRole = Qt.ItemDataRole.UserRole
BEFORE, MATCH, AFTER, ARTICLE = range(4)


class HitModel(QAbstractTableModel):
    """Keyword in context. Titles of articles are fetched when they are looked at."""

    def __init__(self, bench: Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.hits: list[Hit] = []
        self._rows: dict[int, QueueRow | None] = {}

    def show_hits(self, hits: list[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits, self._rows = hits, {}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit, column = self.hits[index.row()], index.column()
        if role == HitRole:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(hit, column)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return " ".join(f"{hit.before}{hit.match}{hit.after} — {self._title(hit)}".split())
        return self._look(column, role)

    def _text(self, hit: Hit, column: int) -> str:
        if column == ARTICLE:
            return self._title(hit)
        return (hit.before, hit.match, hit.after)[column].replace("\n", " ")

    def _title(self, hit: Hit) -> str:
        if hit.article_id not in self._rows:
            rows = self._bench.session.desk.project.queue.rows([hit.article_id])
            self._rows[hit.article_id] = rows[0] if rows else None
        row = self._rows[hit.article_id]
        return (row.title or row.source) if row else ""

    def _look(self, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == BEFORE else Qt.AlignmentFlag.AlignLeft
            return (
                Qt.AlignmentFlag.AlignHCenter if column == MATCH else side
            ) | Qt.AlignmentFlag.AlignVCenter
        theme = self._bench.appearance.theme
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour({MATCH: "accent", ARTICLE: "faint"}.get(column, "quiet"))
        if role == Qt.ItemDataRole.FontRole and column == MATCH:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None
