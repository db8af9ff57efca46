"""The queue: search, filters, order, and the articles themselves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.article import ArticleState
from desktop_app.domain.changes import Change, Kind
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import IconButton, label, scaled
from desktop_app.gui.queue.bulk import BulkActions
from desktop_app.gui.queue.delegate import QueueDelegate, row_height
from desktop_app.gui.queue.filters import FilterForm
from desktop_app.gui.queue.model import QueueModel
from desktop_app.gui.queue.saved import SavedFilters
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill, several
from desktop_app.store.queue import Filter, Order

SEARCH_AFTER_MS = 150


class QueueList(QTableView):
    """One column of rows of one height (a QListView asks for every row once); Enter says that one wants to read."""

    entered_article = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_article.emit()
            return
        super().keyPressEvent(event)


class QueuePanel(Panel):
    """Shows the articles of the project and opens the one chosen. `reading_wanted` asks for the focus to move."""

    reading_wanted = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = QueueModel(self.session.desk.project, self)
        self.list = QueueList()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.form = FilterForm(bench)
        self._summary = label(strength="quiet")
        scaled(self._summary, 0.92)
        self._filter_button = IconButton(bench.appearance, "filter")
        self._sort_button = IconButton(bench.appearance, "sort")
        self._delegate = QueueDelegate(bench.appearance, self)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self.saved = SavedFilters(bench, self.wanted, self.use_filter, self)
        self.bulk = BulkActions(bench, self.selected_ids, self)
        self._lay_out()
        self._set_up_list()
        self._connect()
        self.retranslate()
        self.reload()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 10, 8, 4)
        top.setSpacing(2)
        top.addWidget(self.search, 1)
        top.addWidget(self._filter_button)
        top.addWidget(self._sort_button)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 6)
        below.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.form)
        column.addWidget(self.list, 1)
        self._filter_button.setCheckable(True)
        self.form.hide()

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.horizontalHeader().hide()
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_search_entered)
        self._typing.timeout.connect(self.reload)
        self._filter_button.toggled.connect(self.form.setVisible)
        self.form.changed.connect(self.reload)
        self.form.kept.clicked.connect(self._offer_saved)
        self._sort_button.clicked.connect(self._offer_orders)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered_article.connect(self.reading_wanted)
        self.list.customContextMenuRequested.connect(self._offer_actions)
        self.session.changed.connect(self._on_changed)
        self.session.article_opened.connect(self._on_article_opened)
        self.bench.appearance.changed.connect(self.list.viewport().update)
        menu_key = QShortcut(QKeySequence("Shift+F10"), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        menu_key.activated.connect(
            lambda: self._offer_actions(self.list.visualRect(self.list.currentIndex()).center())
        )

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search articles"))
        self.search.setAccessibleName(self.tr("Search articles"))
        self._filter_button.set_words(self.tr("Filter"))
        self._sort_button.set_words(self.tr("Order"))
        self.list.setAccessibleName(self.tr("Articles"))
        self._show_summary()

    def _fit_rows(self) -> None:
        self.list.verticalHeader().setDefaultSectionSize(row_height(self.list.font()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def reload(self) -> None:
        """Ask for the articles anew, and stay at the open one."""
        self._typing.stop()
        if self.bench.closed:
            return
        self.model.load(self.wanted(), self.model.order)
        self._show_summary()
        self._show_open()

    def wanted(self) -> Filter:
        """The filter as set, with the search text."""
        return replace(self.form.filter(), text=self.search.text().strip())

    def use_filter(self, wanted: Filter) -> None:
        """Show what a filter asks for, and how it is set."""
        self.search.setText(wanted.text)
        self._filter_button.setChecked(True)
        self.form.show_filter(wanted)

    def set_order(self, order: Order) -> None:
        """Sort otherwise."""
        self.model.order = order
        self.reload()

    def selected_ids(self) -> list[int]:
        """The articles selected, in the queue's order."""
        rows = sorted(i.row() for i in self.list.selectionModel().selectedIndexes())
        return [self.model.ids[row] for row in rows]

    def go(self, by: int) -> bool:
        """Open the article `by` places further on in the list; False at its end."""
        open_id = self.session.article_id
        place = self.model.place_of(open_id) if open_id is not None else None
        wanted = (place + by) if place is not None else 0
        if not 0 <= wanted < len(self.model.ids):
            return False
        self.session.open_article(self.model.ids[wanted])
        return True

    def next_unreviewed(self, article_id: int) -> int | None:
        """The next article of the list, from its top again after its end, that is not reviewed."""
        place = self.model.place_of(article_id)
        ids = self.model.ids if place is None else [*self.model.ids[place + 1 :], *self.model.ids[:place]]
        articles = self.session.desk.project.articles
        return next((i for i in ids if articles.get(i).state is not ArticleState.REVIEWED), None)

    def _show_summary(self) -> None:
        total, shown = self.session.desk.project.articles.count(), len(self.model.ids)
        text = several(total, self.tr("{n} article"), self.tr("{n} articles"))
        if shown != total:
            text = fill(self.tr("{n} of {total} articles"), n=f"{shown:,}", total=f"{total:,}")
        if self.model.order is not Order.IMPORTED:
            text += f" · {names.order(self.model.order)}"
        self._summary.setText(text)

    def _show_open(self) -> None:
        open_id = self.session.article_id
        self._delegate.open_id = open_id
        place = self.model.place_of(open_id) if open_id is not None else None
        if place is not None:
            index = self.model.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flags)
            self.list.scrollTo(index)
        self.list.viewport().update()

    def _on_article_opened(self, _article: object) -> None:
        self._show_open()

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Kind.SOURCE, Kind.BLOCK}:  # articles may have come or gone
            self.form.refresh()
            self.reload()
        else:
            self.model.reread(change.article_ids)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            QTimer.singleShot(0, self, self._open_current)

    def _open_current(self) -> None:
        rows = self.list.selectionModel().selectedIndexes()
        index = self.list.currentIndex()
        if len(rows) == 1 and index.isValid() and self.model.ids[index.row()] != self.session.article_id:
            self.session.open_article(self.model.ids[index.row()])

    def _on_clicked(self, _index: QModelIndex) -> None:
        if len(self.list.selectionModel().selectedIndexes()) == 1:
            self._open_current()
            self.reading_wanted.emit()

    def _on_search_entered(self) -> None:
        self.reload()
        if self.model.ids:
            self.list.setFocus()
            if self.model.place_of(self.session.article_id or 0) is None:
                self.list.setCurrentIndex(self.model.index(0, 0))

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order in Order:
            action = QAction(names.order(order), menu, checkable=True, checked=order is self.model.order)
            action.triggered.connect(lambda _=False, wanted=order: self.set_order(wanted))
            group.addAction(action)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._sort_button.mapToGlobal(QPoint(0, self._sort_button.height())))

    def _offer_saved(self) -> None:
        self.saved.menu().popup(self.form.kept.mapToGlobal(QPoint(0, self.form.kept.height())))

    def _offer_actions(self, at: QPoint) -> None:
        if self.selected_ids():
            self.bulk.menu().popup(self.list.viewport().mapToGlobal(at))
