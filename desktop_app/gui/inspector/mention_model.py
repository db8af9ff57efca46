"""The mentions of the open article for Qt: grouped by label, in the schema's order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.bench import Bench
from desktop_app.gui.pieces import swatch
from desktop_app.gui.rows import ROOT, AnyIndex, small_font
from desktop_app.gui.words import names

MentionRole = Qt.ItemDataRole.UserRole


Key = tuple[int, int, int]


@dataclass
class Group:
    """A label with its mentions of the article, by position; `keys` are where they are read, in the same order."""

    label: str
    mentions: list[Mention] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)

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
        self.rejected = False
        self._surfaces: dict[int, str] = {}
        self._known: dict[int, tuple[str, Key]] = {}
        self._numbers: dict[str, int] = {}
        self._order_of: dict[str, int] = {}
        self._row_of: dict[str, int] = {}
        self._labels: list[str] = []

    def load(self) -> None:
        """Read all mentions of the open article."""
        self.beginResetModel()
        self._surfaces, self._known = {}, {}
        self._order_of = {code: i for i, code in enumerate(self._bench.session.desk.schema.codes)}
        by_label: dict[str, list[tuple[Key, Mention]]] = {}
        article = self._bench.session.article
        for mention in article.mentions if article else ():
            key = self._key(mention)
            if key is not None:
                by_label.setdefault(mention.label, []).append((key, mention))
                self._known[mention.id] = mention.label, key
        self.groups = []
        for code in sorted(by_label, key=self._order):
            placed = sorted(by_label[code], key=lambda pair: pair[0])
            self.groups.append(Group(code, [m for _, m in placed], [k for k, _ in placed]))
        self._number_groups()
        self.endResetModel()

    def reread(self, mention_ids: Iterable[int]) -> None:
        """Take over some mentions as they are now; everything else stays where it is."""
        wanted = set(mention_ids)
        article = self._bench.session.article
        now = {m.id: m for m in article.mentions if m.id in wanted} if article else {}
        for mention_id in wanted:
            self._take(mention_id, now.get(mention_id))

    def _take(self, mention_id: int, mention: Mention | None) -> None:
        key = self._key(mention) if mention is not None else None
        old = self._known.get(mention_id)
        if mention is not None and key is not None and old == (mention.label, key):
            group_row = self._group_row(mention.label)
            group = self.groups[group_row]
            row = bisect_left(group.keys, key)
            group.mentions[row] = mention
            parent = self.index(group_row, 0)
            self.dataChanged.emit(self.index(row, 0, parent), self.index(row, 1, parent))
            self.dataChanged.emit(self.index(group_row, 1), self.index(group_row, 1))
            return
        if old is not None:
            self._remove(mention_id, *old)
        if mention is not None and key is not None:
            self._insert(mention, key)

    def _remove(self, mention_id: int, label: str, key: Key) -> None:
        group_row = self._group_row(label)
        group = self.groups[group_row]
        row = bisect_left(group.keys, key)
        self.beginRemoveRows(self.index(group_row, 0), row, row)
        del group.mentions[row], group.keys[row], self._known[mention_id]
        self.endRemoveRows()
        if not group.mentions:
            self.beginRemoveRows(ROOT, group_row, group_row)
            del self.groups[group_row]
            self._number_groups()
            self.endRemoveRows()

    def _insert(self, mention: Mention, key: Key) -> None:
        group_row = self._group_row(mention.label)
        if group_row == len(self.groups) or self.groups[group_row].label != mention.label:
            self.beginInsertRows(ROOT, group_row, group_row)
            self.groups.insert(group_row, Group(mention.label))
            self._number_groups()
            self.endInsertRows()
        group = self.groups[group_row]
        row = bisect_left(group.keys, key)
        self.beginInsertRows(self.index(group_row, 0), row, row)
        group.mentions.insert(row, mention)
        group.keys.insert(row, key)
        self._known[mention.id] = mention.label, key
        self.endInsertRows()

    def _group_row(self, label: str) -> int:
        """The row of a label's group, or where it would go."""
        row = self._row_of.get(label)
        if row is not None:
            return row
        return bisect_left([self._order(g.label) for g in self.groups], self._order(label))

    def _number_groups(self) -> None:
        self._row_of = {group.label: row for row, group in enumerate(self.groups)}

    def _order(self, label: str) -> tuple[int, str]:
        return self._order_of.get(label, len(self._order_of)), label

    def _key(self, mention: Mention) -> Key | None:
        """Where a mention is read; None where it is not shown."""
        if mention.decision is Decision.REJECTED and not self.rejected:
            return None
        span = self._bench.session.reading_span(mention)
        self._surfaces.pop(mention.id, None)
        return None if span is None else (span.start, -span.end, mention.id)

    def _surface(self, mention: Mention) -> str:
        if mention.id not in self._surfaces:
            self._surfaces[mention.id] = self._bench.session.surface(mention)
        return self._surfaces[mention.id]

    def index_of(self, mention_id: int | None) -> QModelIndex:
        """Where a mention stands."""
        known = self._known.get(mention_id or 0)
        if known is None:
            return QModelIndex()
        group_row = self._group_row(known[0])
        row = bisect_left(self.groups[group_row].keys, known[1])
        return self.index(row, 0, self.index(group_row, 0))

    def index(self, row: int, column: int, parent: AnyIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(
            row, column, self._number(self.groups[parent.row()].label) if parent.isValid() else 0
        )

    def _number(self, label: str) -> int:
        """A label's number from 1, for good: a group's row changes when groups come and go."""
        if label not in self._numbers:
            self._numbers[label] = len(self._numbers) + 1
            self._labels.append(label)
        return self._numbers[label]

    def _group_of(self, index: AnyIndex) -> Group | None:
        """The group that a mention's index lies in; None for a group's own index."""
        number = int(index.internalId())
        if not number:
            return None
        row = self._group_row(self._labels[number - 1])
        return self.groups[row] if row < len(self.groups) else None

    def parent(self, index: AnyIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        group = self._group_of(index) if index.isValid() else None
        return self.createIndex(self._group_row(group.label), 0, 0) if group is not None else QModelIndex()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() or parent.column() else len(self.groups[parent.row()].mentions)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: ARG002
        return 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self._group_of(index)
        if group is None:
            return self._group_data(self.groups[index.row()], index.column(), role)
        return self._mention_data(group.mentions[index.row()], index.column(), role)

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
            return names.DECISION_SYMBOLS[mention.decision] if column else self._surface(mention)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            value = f" · {mention.value.text}" if mention.value else ""
            return f"{self._surface(mention)} · {names.decision(mention.decision)}{value}"
        if role == Qt.ItemDataRole.FontRole and column:
            return small_font(QFont())
        return self._shared_data(column, role, quiet=bool(column) or mention.decision is Decision.REJECTED)

    def _shared_data(self, column: int, role: int, *, quiet: bool) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and quiet:
            return self._bench.appearance.theme.colour("quiet")
        return None
