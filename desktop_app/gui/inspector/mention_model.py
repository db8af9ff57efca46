"""The mentions of the open article for Qt: grouped by label, in the schema's order."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.bench import Bench
from desktop_app.gui.pieces import swatch
from desktop_app.gui.rows import ROOT, AnyIndex, small_font
from desktop_app.gui.words import names

MentionRole = Qt.ItemDataRole.UserRole


@dataclass
class Group:
    """A label with its mentions of the article, by position."""

    label: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def decided(self) -> int:
        """How many are decided."""
        return sum(1 for m in self.mentions if m.decided)


class MentionModel(QAbstractItemModel):
    """Two levels: labels, and under each its mentions. Columns: surface, decision."""

    def __init__(self, bench: Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.groups: list[Group] = []
        self._surfaces: dict[int, str] = {}
        self._place: dict[int, tuple[int, int]] = {}

    def load(self, *, rejected: bool = False) -> None:
        """Read the open article's mentions; in place where only decisions differ, so that nothing jumps."""
        groups = self._grouped(rejected=rejected)
        if _shape(groups) == _shape(self.groups):
            self._update(groups)
            return
        self.beginResetModel()
        self.groups = groups
        self._index_places()
        self.endResetModel()

    def _grouped(self, *, rejected: bool) -> list[Group]:
        session = self._bench.session
        if session.article is None:
            return []
        wanted = sorted(session.article.mentions, key=lambda m: m.start) if rejected else session.shown()
        self._surfaces = {m.id: session.surface(m) for m in wanted}
        by_label = {code: Group(code) for code in session.desk.schema.codes}
        for mention in wanted:
            by_label.setdefault(mention.label, Group(mention.label)).mentions.append(mention)
        return [g for g in by_label.values() if g.mentions]

    def _update(self, groups: list[Group]) -> None:
        for row, (old, new) in enumerate(zip(self.groups, groups, strict=True)):
            changed = [i for i, (a, b) in enumerate(zip(old.mentions, new.mentions, strict=True)) if a != b]
            old.mentions = new.mentions
            if changed:
                parent = self.index(row, 0)
                self.dataChanged.emit(self.index(changed[0], 0, parent), self.index(changed[-1], 1, parent))
                self.dataChanged.emit(parent, self.index(row, 1))

    def _index_places(self) -> None:
        self._place = {
            m.id: (g, i) for g, group in enumerate(self.groups) for i, m in enumerate(group.mentions)
        }

    def index_of(self, mention_id: int | None) -> QModelIndex:
        """Where a mention stands."""
        place = self._place.get(mention_id or 0)
        return QModelIndex() if place is None else self.index(place[1], 0, self.index(place[0], 0))

    def index(self, row: int, column: int, parent: AnyIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: AnyIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        group = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() or parent.column() else len(self.groups[parent.row()].mentions)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: ARG002
        return 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = int(index.internalId())
        if not group:
            return self._group_data(self.groups[index.row()], index.column(), role)
        return self._mention_data(self.groups[group - 1].mentions[index.row()], index.column(), role)

    def _group_data(self, group: Group, column: int, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if column:
                return f"{group.decided}/{len(group.mentions)}"
            return self._bench.label_name(group.label)
        if role == Qt.ItemDataRole.DecorationRole and not column:
            return swatch(self._bench.appearance.theme.label_line(self._bench.label(group.label).colour))
        return self._shared_data(column, role, quiet=bool(column))

    def _mention_data(self, mention: Mention, column: int, role: int) -> object:
        if role == MentionRole:
            return mention
        if role == Qt.ItemDataRole.DisplayRole:
            return names.DECISION_SYMBOLS[mention.decision] if column else self._surfaces.get(mention.id, "")
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            value = f" · {mention.value.text}" if mention.value else ""
            return f"{self._surfaces.get(mention.id, '')} · {names.decision(mention.decision)}{value}"
        if role == Qt.ItemDataRole.FontRole and column:
            return small_font(QFont())
        return self._shared_data(column, role, quiet=bool(column) or mention.decision is Decision.REJECTED)

    def _shared_data(self, column: int, role: int, *, quiet: bool) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and quiet:
            return self._bench.appearance.theme.colour("quiet")
        return None


def _shape(groups: list[Group]) -> list[tuple[str, list[tuple[int, int, int]]]]:
    return [(g.label, [(m.id, m.start, m.end) for m in g.mentions]) for g in groups]
