"""The table of the article's mentions, grouped by label."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from desktop_app.domain.changes import Change
from desktop_app.domain.mention import Mention
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.inspector.mention_model import MentionModel, MentionRole
from desktop_app.review.desk import OpenArticle


class MentionsPanel(Panel):
    """A click or Enter goes to the mention; the current one is selected."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = MentionModel(bench, self)
        self._changed: tuple[int, set[int]] | None = None
        self.tree = QTreeView()
        self._set_up()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(self.tree)
        self.tree.clicked.connect(self._on_chosen)
        self.tree.activated.connect(self._on_chosen)
        self.session.article_opened.connect(self.refresh_soon)
        self.session.article_changed.connect(self._on_article_changed)
        self.session.current_changed.connect(super().refresh_soon)
        self.model.modelReset.connect(self.tree.expandAll)
        self.model.rowsInserted.connect(self._on_inserted)
        bench.appearance.changed.connect(self.tree.viewport().update)
        self.retranslate()

    def _set_up(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, self.fontMetrics().horizontalAdvance("1,000/1,000"))

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Mentions by label"))

    def refresh(self) -> None:
        if self._changed is not None and self._changed[0] == self.session.article_id:
            self.model.reread(self._changed[1])
        else:
            self.model.load()
        self._changed = (self.session.article_id or 0, set())
        self._show_current()

    def refresh_soon(self) -> None:
        self._changed = None
        super().refresh_soon()

    def _on_article_changed(self, article: OpenArticle, change: Change) -> None:
        """Only what changed is read again, and after the key press is painted."""
        before = self._changed
        super().refresh_soon()
        anything = not change.step_id or change.reading_changed  # new suggestions name no mention
        if before is None or anything or before[0] != article.article.id:
            self._changed = None
        else:
            before[1].update(change.mention_ids)

    def show_rejected(self, *, shown: bool) -> None:
        """List rejected mentions too, or not."""
        self.model.rejected = shown
        self.refresh_soon()

    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for row in range(first, last + 1):
                self.tree.expand(self.model.index(row, 0))

    def _show_current(self) -> None:
        current = self.session.current
        index = self.model.index_of(current.id if current else None)
        self.tree.setCurrentIndex(index)
        if index.isValid() and self.isVisible():
            self.tree.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_current)

    def _on_chosen(self, index: QModelIndex) -> None:
        mention = index.siblingAtColumn(0).data(MentionRole)
        if isinstance(mention, Mention):
            self.session.set_current(mention.id)
        else:
            self.tree.setExpanded(
                index.siblingAtColumn(0), not self.tree.isExpanded(index.siblingAtColumn(0))
            )
