"""How a row of the queue is drawn: title above, outlet and date below, what is left to decide at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.article import ArticleState
from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.looks.theme import Theme
from desktop_app.gui.queue.model import RowRole, second_line
from desktop_app.gui.rows import small_font
from desktop_app.store.queue import QueueRow

PAD_X, PAD_Y, GAP, MARK = 12, 8, 3, 16


class QueueDelegate(QStyledItemDelegate):
    """Draws rows with the theme's colours; the open article has a bar of the accent at its left."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.open_id: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(160, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RowRole)
        if row is None:
            return
        theme, rect = self._appearance.theme, option.rect
        painter.save()
        self._paint_ground(painter, option, row)
        left, right = rect.left() + PAD_X, rect.right() - PAD_X
        _paint_mark(
            painter, QRect(left, rect.top() + PAD_Y, MARK, QFontMetrics(option.font).height()), row, theme
        )
        inner = QRect(left + MARK + 4, rect.top() + PAD_Y, right - left - MARK - 4, rect.height() - 2 * PAD_Y)
        self._paint_lines(painter, option.font, inner, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow) -> None:
        theme, rect, state = self._appearance.theme, option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        if row.id == self.open_id:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.left() + PAD_X, rect.bottom(), rect.right(), rect.bottom())

    def _paint_lines(self, painter: QPainter, font: QFont, inner: QRect, row: QueueRow) -> None:
        theme = self._appearance.theme
        reviewed = row.state == ArticleState.REVIEWED
        title = QFont(font)
        title.setWeight(QFont.Weight.Normal if reviewed else QFont.Weight.DemiBold)
        upper = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(title).height())
        _text(painter, title, theme.colour("quiet" if reviewed else "ink"), upper, row.title)
        small = small_font(font)
        metrics = QFontMetrics(small)
        lower = QRect(inner.left(), upper.bottom() + 1 + GAP, inner.width(), metrics.height())
        count = str(row.undecided) if row.undecided else ""
        width = metrics.horizontalAdvance(count) + 8 if count else 0
        _text(painter, small, theme.colour("quiet"), lower.adjusted(0, 0, -width, 0), second_line(row))
        if count:
            painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)


def row_height(font: QFont) -> int:
    """The height of every row, in device-independent pixels."""
    return 2 * PAD_Y + QFontMetrics(font).height() + GAP + QFontMetrics(small_font(font)).height() + 2


def _text(painter: QPainter, font: QFont, colour: QColor, rect: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _paint_mark(painter: QPainter, rect: QRect, row: QueueRow, theme: Theme) -> None:
    """○ new, ● begun, ✓ reviewed: shapes, so that nothing hangs on colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre, size = rect.center(), 4
    if row.state == ArticleState.REVIEWED:
        painter.setPen(QPen(theme.colour("good"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = centre.x(), centre.y()
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 5, y - 4)])
        return
    started = row.state == ArticleState.STARTED
    painter.setPen(QPen(theme.colour("accent" if started else "faint"), 1.4))
    painter.setBrush(theme.colour("accent") if started else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size, size)
