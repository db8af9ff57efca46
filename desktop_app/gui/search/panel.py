"""The search panel: a concordance under the article; a row goes there, several are marked or unmarked at once."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain import edits
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import IconButton, hairline, label, swatch
from desktop_app.gui.rows import LeftElidedDelegate
from desktop_app.gui.search.model import AFTER, ARTICLE, BEFORE, MATCH, HitModel, HitRole
from desktop_app.gui.words import tag_names
from desktop_app.gui.words.josa import fill, several
from desktop_app.review.elsewhere.finding import find
from desktop_app.store.search import Hit

LIMIT = 2_000


class SearchPanel(Panel):
    """`place_wanted` carries the raw span to show in the article that was opened; `closed` asks to be hidden."""

    place_wanted = Signal(object)
    closed = Signal()

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = HitModel(bench, self)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.table = QTableView()
        self.found = label(strength="quiet")
        self.mark, self.unmark = QPushButton(), QPushButton()
        self._close = IconButton(bench.appearance, "cross", self.closed.emit)
        self._lay_out()
        self._set_up_table()
        self.field.returnPressed.connect(self.search)
        self.table.activated.connect(self._on_chosen)
        self.table.clicked.connect(self._on_chosen)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.mark.clicked.connect(self._offer_labels)
        self.unmark.clicked.connect(self.unmark_selected)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 6)
        top.setSpacing(8)
        self.field.setMaximumWidth(320)
        top.addWidget(self.field, 2)
        top.addWidget(self.found)
        top.addStretch(1)
        for widget in (self.mark, self.unmark, self._close):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(top)
        column.addWidget(self.table, 1)

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.table.setItemDelegateForColumn(BEFORE, LeftElidedDelegate(self.table))
        header = self.table.horizontalHeader()
        header.hide()
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MATCH, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ARTICLE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(ARTICLE, 150)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Search the whole project"))
        self.field.setToolTip(self.tr("Text, initial consonants (ㄱㄱㄷ), label:PS, concept:…, tag:…"))
        self.field.setAccessibleName(self.tr("Search the whole project"))
        self.table.setAccessibleName(self.tr("Places found"))
        self.mark.setText(self.tr("Mark as…"))
        self.unmark.setText(self.tr("Unmark"))
        self._close.set_words(self.tr("Close"))
        self._show_found()
        self._offer()

    def ask(self, text: str = "") -> None:
        """Put the caret where one searches; with a text, search for it at once."""
        if text:
            self.field.setText(text)
            self.search()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Look for what is written."""
        text = self.field.text().strip()
        desk = self.session.desk
        found = find(desk.project, desk.schema, text, limit=LIMIT, tag_code=tag_names.code) if text else []
        self.model.show_hits(found)
        self._show_found()
        if self.model.hits:
            self.table.selectRow(0)
            self.table.setFocus()

    def selected(self) -> list[Hit]:
        """The hits selected, in order."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        return [self.model.hits[row] for row in rows]

    def mark_selected(self, code: str) -> None:
        """Make mentions of the places selected, as one step."""
        added = [edits.AddMention(i, tuple(spans), code) for i, spans in self._spans().items()]
        if added and self.session.apply_all(added, "AddMention") is not None:
            count = sum(len(e.spans) for e in added)
            self.bench.messages.info(
                several(count, self.tr("{n} place is marked."), self.tr("{n} places are marked.")),
                self.tr("Undo"),
                self._undo,
            )

    def unmark_selected(self) -> None:
        """Take away the mentions that stand at the places selected, as one step."""
        wanted = []
        for article_id, spans in self._spans().items():
            standing = self.session.desk.project.mentions.of(article_id)
            wanted += [m.id for m in standing if m.span in spans and m.decision is not Decision.REJECTED]
        if not wanted:
            self.bench.messages.info(self.tr("No mention stands exactly there."))
        elif self.session.apply(edits.RemoveMention(tuple(wanted))) is not None:
            text = several(len(wanted), self.tr("{n} mention is gone."), self.tr("{n} mentions are gone."))
            self.bench.messages.info(text, self.tr("Undo"), self._undo)

    def _undo(self) -> None:
        self.session.undo()

    def _spans(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for hit in self.selected():
            raw = self.session.desk.text_map(hit.article_id).raw_span(Span(hit.start, hit.end))
            if raw is not None:
                found[hit.article_id].append(raw)
        return found

    def _offer(self) -> None:
        chosen = bool(self.selected())
        self.mark.setEnabled(chosen)
        self.unmark.setEnabled(chosen)

    def _show_found(self) -> None:
        count = len(self.model.hits)
        if count >= LIMIT:
            text = fill(self.tr("The first {n} places"), n=f"{count:,}")
        elif count:
            articles = len({h.article_id for h in self.model.hits})
            text = fill(self.tr("Places: {n} · articles: {m}"), n=f"{count:,}", m=f"{articles:,}")
        else:
            text = self.tr("Nothing found") if self.field.text().strip() else ""
        self.found.setText(text)

    def _offer_labels(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        theme = self.bench.appearance.theme
        for entry in self.session.desk.schema.labels:
            icon = QIcon(swatch(theme.label_line(entry.colour)))
            menu.addAction(icon, self.bench.label_name(entry.code), partial(self.mark_selected, entry.code))
        menu.popup(self.mark.mapToGlobal(QPoint(0, self.mark.height())))

    def _on_chosen(self, index: QModelIndex) -> None:
        hit = index.data(HitRole)
        if not isinstance(hit, Hit):
            return
        if hit.article_id != self.session.article_id:
            self.session.open_article(hit.article_id)
        raw = self.session.desk.text_map(hit.article_id).raw_span(Span(hit.start, hit.end))
        if raw is not None:
            self.place_wanted.emit(raw)
