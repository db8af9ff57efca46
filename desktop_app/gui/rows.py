"""Rows: the words that Qt's models are written in, and lists whose rows have two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui.looks.appearance import Appearance

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
"""The parent of rows that have none."""
PAD_X, PAD_Y, GAP = 10, 6, 2


def small_font(font: QFont) -> QFont:
    """The font of second lines: a step below."""
    small = QFont(font)
    small.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
    return small


class TwoLineDelegate(QStyledItemDelegate):
    """Draws an item's text: what stands before its first line break in ink, the rest quietly below."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        lower = QFontMetrics(small_font(option.font)).height()
        return QSize(120, 2 * PAD_Y + QFontMetrics(option.font).height() + GAP + lower)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, rect = self._appearance.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        first, _, second = str(index.data(Qt.ItemDataRole.DisplayRole) or "").partition("\n")
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or theme.colour("ink")
        height = QFontMetrics(option.font).height()
        painter.setPen(ink)
        _line(painter, option.font, QRect(inner.left(), inner.top(), inner.width(), height), first)
        painter.setPen(theme.colour("faint"))
        lower = QRect(inner.left(), inner.top() + height + GAP, inner.width(), inner.height() - height - GAP)
        _line(painter, small_font(option.font), lower, second)
        painter.restore()


class LeftElidedDelegate(QStyledItemDelegate):
    """Cuts a text that is too long at its beginning: what stands next to the match stays."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _line(painter: QPainter, font: QFont, rect: QRect, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
