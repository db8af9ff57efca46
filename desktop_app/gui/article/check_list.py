"""A list of mentions in their surroundings, aligned at the mention, each with a check box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.article.words import label_name
from desktop_app.gui.keys import Chord, chord_of
from desktop_app.gui.words import names
from desktop_app.review.elsewhere.propagation import ContextLine, Contexts

Index = QModelIndex | QPersistentModelIndex
LINE, PLACE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
BOX, NOTE = 30, 150


class CheckListModel(QAbstractListModel):
    """Mentions with their check marks; a context is read when its row is first seen.

    `conflicts` are ids of those that a person decided otherwise; they start unchecked.
    """

    def __init__(
        self,
        contexts: Contexts,
        schema: LabelSchema,
        mentions: Sequence[Mention],
        conflicts: frozenset[int] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._contexts, self._schema = contexts, schema
        self._mentions, self.conflicts = list(mentions), conflicts
        self._checked = [m.id not in conflicts for m in self._mentions]
        self._lines: dict[int, ContextLine] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._mentions)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._checked[row] else Qt.CheckState.Unchecked
        if role == LINE:
            return self._line(row)
        if role == PLACE:
            return self._note(self._mentions[row])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self._line(row)
            return f"{line.before}[{line.text}]{line.after} — {self._note(self._mentions[row])}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._checked[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        return True

    def _line(self, row: int) -> ContextLine:
        if row not in self._lines:
            self._lines[row] = self._contexts.line(self._mentions[row])
        return self._lines[row]

    def extend(self, mentions: Sequence[Mention]) -> None:
        """Add rows at the end, checked."""
        first = len(self._mentions)
        self.beginInsertRows(QModelIndex(), first, first + len(mentions) - 1)
        self._mentions += mentions
        self._checked += [True] * len(mentions)
        self.endInsertRows()

    def _note(self, mention: Mention) -> str:
        if mention.id < 0:
            return QCoreApplication.translate("PropagationDialog", "not marked yet")
        undecided = mention.decision is Decision.UNDECIDED
        state = f"{mention.confidence * 100:.0f}%" if undecided else names.decision(mention.decision)
        return f"{label_name(self._schema, mention.label)} · {state}"

    def is_conflict(self, row: int) -> bool:
        """Whether a person decided otherwise there."""
        return self._mentions[row].id in self.conflicts

    def split(self) -> tuple[list[Mention], list[Mention]]:
        """The checked mentions and the others."""
        both = list(zip(self._mentions, self._checked, strict=True))
        return [m for m, on in both if on], [m for m, on in both if not on]


class ContextDelegate(QStyledItemDelegate):
    """Paints a row: check box, what stands before (flush right), the mention, what follows, a quiet note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(480, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        palette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.alternateBase())
        self._paint_box(painter, option, index)
        ink, quiet = palette.text().color(), palette.placeholderText().color()
        self._paint_line(painter, rect.adjusted(BOX, 0, -NOTE, 0), index.data(LINE), ink, quiet)
        painter.setPen(quiet)
        note = rect.adjusted(rect.width() - NOTE + 8, 0, -8, 0)
        model = index.model()
        warned = isinstance(model, CheckListModel) and model.is_conflict(index.row())
        text = ("⚠ " if warned else "") + index.data(PLACE)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(
            note, align, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, note.width())
        )
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionButton()
        rect: QRect = option.rect
        box.rect = QRect(rect.left() + 8, rect.center().y() - 8, 16, 16)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        mark = QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | mark
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter)

    def _paint_line(
        self, painter: QPainter, rect: QRect, line: ContextLine, ink: QColor, quiet: QColor
    ) -> None:
        metrics = painter.fontMetrics()
        middle = rect.left() + int(rect.width() * 0.42)
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) // 2
        painter.setPen(quiet)
        before = metrics.elidedText(line.before, Qt.TextElideMode.ElideLeft, middle - rect.left())
        painter.drawText(middle - metrics.horizontalAdvance(before), baseline, before)
        painter.setPen(ink)
        font = painter.font()
        bold = painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(middle, baseline, line.text)
        right = middle + painter.fontMetrics().horizontalAdvance(line.text)
        painter.setFont(font)
        painter.setPen(quiet)
        room = max(0, rect.right() - right)
        painter.drawText(right, baseline, metrics.elidedText(line.after, Qt.TextElideMode.ElideRight, room))


class CheckListView(QListView):
    """The list; Space checks or unchecks the row, whatever the input method."""

    def __init__(self, model: CheckListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ContextDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCurrentIndex(model.index(0))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chord = chord_of(event)
        if chord == Chord("Space"):
            self._toggle(self.currentIndex())
        elif chord in {Chord("J"), Chord("K")}:
            step = 1 if chord == Chord("J") else -1
            row = max(0, min(self.model().rowCount() - 1, self.currentIndex().row() + step))
            self.setCurrentIndex(self.model().index(row, 0))
        elif chord is not None and chord.key == "Enter":
            event.ignore()
        else:
            super().keyPressEvent(event)
