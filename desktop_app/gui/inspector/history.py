"""What was done, when and by whom; from here one goes back to any step."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.changes import Step
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.rows import ROOT, AnyIndex, TwoLineDelegate
from desktop_app.gui.words import steps
from desktop_app.store.history import History

PAGE = 200
StepRole = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """Steps, newest first, read a page at a time; their words are made when a row is looked at."""

    def __init__(self, bench: Bench, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench, self._history = bench, history
        self._article_id: int | None = None
        self._all_read = False
        self.steps: list[Step] = []
        self._texts: dict[int, str] = {}

    def load(self, article_id: int | None) -> None:
        """Read the newest steps, of one article or of all."""
        self.beginResetModel()
        self._article_id = article_id
        self.steps = self._history.steps(article_id=article_id, limit=PAGE)
        self._texts, self._all_read = {}, len(self.steps) < PAGE
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self._all_read

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: ARG002
        more = self._history.steps(article_id=self._article_id, limit=PAGE, before=self.steps[-1].id)
        self._all_read = len(more) < PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self.steps), len(self.steps) + len(more) - 1)
            self.steps += more
            self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == StepRole:
            return step
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(step)
        if role == Qt.ItemDataRole.ForegroundRole and (step.undone or not step.undoable):
            return self._bench.appearance.theme.colour("faint")
        return None

    def _text(self, step: Step) -> str:
        if step.id not in self._texts:
            rows = self._history.rows_of(step.id)
            first = " · ".join(p for p in (steps.heading(step, rows), steps.what(rows)) if p)
            labels = steps.label_change(rows)
            if labels is not None:
                first += f" · {self._bench.label_short(labels[0])} → {self._bench.label_short(labels[1])}"
            second = "  ".join(p for p in (when(step.at), step.reviewer, self._mark(step)) if p)
            self._texts[step.id] = f"{first}\n{second}"
        return self._texts[step.id]

    def _mark(self, step: Step) -> str:
        return self.tr("undone") if step.undone else ""


def when(at: str) -> str:
    """A stored moment in local time, short: the time for today, else the date with it."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    today = datetime.now(moment.tzinfo).date()
    return moment.strftime("%H:%M:%S" if moment.date() == today else "%Y-%m-%d %H:%M")


class HistoryPanel(Panel):
    """Steps of the open article or of the project; a click goes to where it was, the button undoes to there."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.model = HistoryModel(bench, self.session.desk.project.history, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(bench.appearance, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.whole = QCheckBox()
        self.back = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 8, 4)
        top.addWidget(self.whole, 1)
        top.addWidget(self.back)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.whole.toggled.connect(self.refresh)
        self.back.clicked.connect(self.undo_to_selected)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.session.changed.connect(self.refresh_soon)
        self.session.article_opened.connect(self.refresh_soon)
        self.retranslate()

    def retranslate(self) -> None:
        self.whole.setText(self.tr("Whole project"))
        self.back.setText(self.tr("Undo to here"))
        self.back.setToolTip(self.tr("Takes back every step after the one selected, in the whole project."))
        self.list.setAccessibleName(self.tr("History"))

    def refresh(self) -> None:
        self.model.load(None if self.whole.isChecked() else self.session.article_id)
        self._offer()

    def selected(self) -> Step | None:
        """The step selected."""
        step = self.list.currentIndex().data(StepRole)
        return step if isinstance(step, Step) else None

    def undo_to_selected(self) -> None:
        """Take back every step after the selected one."""
        step = self.selected()
        if step is None:
            return
        for _ in range(self.session.desk.project.history.undoable_since(step.id)):
            if self.session.undo() is None:
                return

    def _offer(self) -> None:
        step = self.selected()
        since = self.session.desk.project.history.undoable_since(step.id) if step else 0
        self.back.setEnabled(since > 0 and step is not None and not step.undone)

    def _on_clicked(self, index: QModelIndex) -> None:
        step = index.data(StepRole)
        if not isinstance(step, Step):
            return
        rows = self.session.desk.project.history.rows_of(step.id)
        mention_id = next((r[1] for r in rows if r[0] == "mention"), None)
        if step.article_id is not None and step.article_id != self.session.article_id:
            self.session.open_article(step.article_id, mention_id=mention_id)
        elif mention_id is not None:
            self.session.set_current(mention_id)
