"""The list of an article's corrections: what stands in the source, what is read, who corrected it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.article import Correction
from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.reading_text.beside.raw_text import visible_blanks
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import several

AROUND = 14
"""Code points of raw shown on either side of a correction."""

AnyIndex = QModelIndex | QPersistentModelIndex


class CorrectionModel(QAbstractTableModel):
    """One row a correction, in raw order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Correction] = []
        self._raw = ""

    def show_rows(self, rows: Sequence[Correction], raw: str) -> None:
        """Show other corrections."""
        self.beginResetModel()
        self.rows, self._raw = list(rows), raw
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Source"), self.tr("Reads"), self.tr("By"), self.tr("Where"))[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        row = self.rows[index.row()]
        if index.column() == 0:
            return visible_blanks(row.span.of(self._raw))
        if index.column() == 1:
            return visible_blanks(row.text)
        if index.column() == 2:
            return self.tr("Cleaning") if row.origin == "cleaning" else row.origin
        return self._around(row)

    def _around(self, row: Correction) -> str:
        before = self._raw[max(0, row.start - AROUND) : row.start].rsplit("\n", 1)[-1]
        behind = self._raw[row.end : row.end + AROUND].split("\n", 1)[0]
        return f"…{before}⟦{visible_blanks(row.text)}⟧{behind}…"


class CorrectionsDialog(QDialog):
    """Every correction of the open article with a way to take it back; it stays open and follows the article."""

    def __init__(
        self,
        session: Session,
        take_away: Callable[[int, list[Correction]], object],
        go_to: Callable[[Correction], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self._take_away, self._go_to = session, take_away, go_to
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Corrections"))
        self.model = CorrectionModel(self)
        self.tree = QTreeView()
        self.joins = QCheckBox(self.tr("Joined lines too"))
        self.count = label(strength="quiet")
        self._lay_out()
        self.joins.toggled.connect(lambda _: self.refresh())
        session.article_opened.connect(self.refresh)
        session.article_changed.connect(self.refresh)
        self.refresh()
        self.joins.setChecked(not self.model.rows)

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((120, 120, 90)):
            self.tree.header().resizeSection(section, width)
        self.tree.activated.connect(lambda index: self._go_to(self.model.rows[index.row()]))
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        buttons = CloseButton(self)
        self.back = buttons.addButton(self.tr("Take back"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.clicked.connect(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.count)
        column.addWidget(self.tree, 1)
        column.addWidget(self.joins)
        column.addWidget(buttons)
        resize_to_screen(self, 640, 420)

    def refresh(self, *_: object) -> None:
        """Read the article's corrections again."""
        article = self.session.article
        found: list[Correction] = []
        if article is not None:
            spans = sorted((b.start, b.end) for b in article.blocks)
            all_of_source = self.session.desk.project.sources.corrections(article.article.source_id)
            found = [c for c in _inside(all_of_source, spans) if self.joins.isChecked() or c.kind != "join"]
        self.model.show_rows(found, article.raw if article else "")
        self.count.setText(several(len(found), self.tr("{n} correction"), self.tr("{n} corrections")))
        self._offer()

    def _offer(self) -> None:
        self.back.setEnabled(bool(self.tree.selectionModel().selectedRows()))

    def take_back(self) -> None:
        """Let the source be read as it is at the chosen places: one step."""
        chosen = [self.model.rows[i.row()] for i in self.tree.selectionModel().selectedRows()]
        article_id = self.session.article_id
        if chosen and article_id is not None:
            self._take_away(article_id, chosen)


def _inside(corrections: Sequence[Correction], spans: Sequence[tuple[int, int]]) -> list[Correction]:
    """Those that lie within one of the spans; both in order."""
    found, at = [], 0
    for correction in corrections:
        while at < len(spans) and spans[at][1] < correction.end:
            at += 1
        if at < len(spans) and spans[at][0] <= correction.start:
            found.append(correction)
    return found
