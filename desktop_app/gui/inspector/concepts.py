"""Every concept of the project: what it is called, how often it is meant; renamed and merged here."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain import edits
from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.mention import Concept
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.dialogs.concept import ConceptDialog
from desktop_app.gui.pieces import label, swatch
from desktop_app.gui.rows import ROOT, AnyIndex

ConceptRole = Qt.ItemDataRole.UserRole


class ConceptModel(QAbstractTableModel):
    """Name, mentions, articles."""

    def __init__(self, bench: Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.concepts: list[Concept] = []
        self._counts: dict[int, tuple[int, int]] = {}

    def load(self) -> None:
        """Read every concept."""
        self.beginResetModel()
        store = self._bench.session.desk.project.concepts
        self.concepts, self._counts = store.all(), store.counts()
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.concepts)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Concept"), self.tr("Mentions"), self.tr("Articles"))[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        concept, column = self.concepts[index.row()], index.column()
        if role == ConceptRole:
            return concept
        return self._counted(concept, column, role) if column else self._named(concept, role)

    def _named(self, concept: Concept, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return concept.name
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch(self._bench.appearance.theme.label_line(self._bench.label(concept.label).colour), 8)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(p for p in (", ".join(concept.aliases), concept.external_id, concept.note) if p)
        return None

    def _counted(self, concept: Concept, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._counts.get(concept.id, (0, 0))[column - 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class ConceptsPanel(Panel):
    """A list to search; Enter edits, several selected are merged, a click on Show goes to a mention."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = ConceptModel(bench, self)
        self._proxy = QSortFilterProxyModel(self, filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setSourceModel(self.model)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.table = QTreeView()
        self.edit, self.merge, self.show_button = QPushButton(), QPushButton(), QPushButton()
        self._empty = label(strength="quiet", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(self._proxy.setFilterFixedString)
        self.table.activated.connect(self._on_edit)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.edit.clicked.connect(self._on_edit)
        self.merge.clicked.connect(self.merge_selected)
        self.show_button.clicked.connect(self._on_show)
        self.session.changed.connect(self._on_changed)
        self.retranslate()

    def _lay_out(self) -> None:
        self.table.setModel(self._proxy)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QHBoxLayout()
        for button in (self.show_button, self.edit, self.merge):
            buttons.addWidget(button)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(10, 10, 10, 10)
        column_layout.addWidget(self.search)
        column_layout.addWidget(self._empty)
        column_layout.addWidget(self.table, 1)
        column_layout.addStretch(0)
        column_layout.addLayout(buttons)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search concepts"))
        self.search.setAccessibleName(self.tr("Search concepts"))
        self.table.setAccessibleName(self.tr("Concepts"))
        self.show_button.setText(self.tr("Show"))
        self.edit.setText(self.tr("Edit…"))
        self.merge.setText(self.tr("Merge"))
        self.merge.setToolTip(
            self.tr("The one selected first keeps its name; the others become its aliases.")
        )
        self._empty.setText(self.tr("No concepts yet. C on a mention links it to one."))

    def refresh(self) -> None:
        self.model.load()
        self._empty.setVisible(not self.model.concepts)
        self.table.setVisible(bool(self.model.concepts))
        self._offer()

    def selected(self) -> list[Concept]:
        """The concepts selected, the current one first."""
        rows = self.table.selectionModel().selectedRows()
        current = self.table.currentIndex().row()
        ordered = sorted(rows, key=lambda i: (i.row() != current, i.row()))
        return [concept for i in ordered if isinstance(concept := i.data(ConceptRole), Concept)]

    def merge_selected(self) -> None:
        """Make one concept of those selected."""
        chosen = self.selected()
        if len(chosen) > 1:
            self.session.apply(edits.MergeConcepts(tuple(c.id for c in chosen)))

    def _offer(self) -> None:
        chosen = len(self.selected())
        self.edit.setEnabled(chosen == 1)
        self.show_button.setEnabled(chosen == 1)
        self.merge.setEnabled(chosen > 1)

    def _on_edit(self) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            dialog = ConceptDialog(chosen[0], self)
            dialog.accepted.connect(lambda: self.session.apply(dialog.edit()))
            dialog.open()

    def _on_show(self) -> None:
        project = self.session.desk.project
        for mention_id in project.concepts.mention_ids(self.selected()[0].id)[:1]:
            mention = project.mentions.get(mention_id)
            self.session.open_article(mention.article_id, mention_id=mention_id)

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Kind.CONCEPT, Kind.MENTION}:
            self.refresh_soon()
