"""The command palette: type a few letters, Enter does it. Actions, articles, labels, concepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.rows import AnyIndex

EntryRole = Qt.ItemDataRole.UserRole
SHOWN = 60


@dataclass(frozen=True)
class Entry:
    """Something that can be done or gone to: its name, what kind it is, its key, and how."""

    name: str
    kind: str
    key: str
    act: Callable[[], object]


class _Row(QStyledItemDelegate):
    """Name at the left, kind and key quietly at the right."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(100, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: Entry = index.data(EntryRole)
        theme, rect = self._appearance.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
        inner = rect.adjusted(14, 0, -14, 0)
        right = "    ".join(p for p in (entry.kind, entry.key) if p)
        width = option.fontMetrics.horizontalAdvance(right)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | side, right)
        painter.setPen(theme.colour("ink"))
        room = inner.adjusted(0, 0, -width - 16, 0)
        name = option.fontMetrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, name)
        painter.restore()


class Palette(QDialog):
    """Opens at the top of its window. `find_articles` looks articles up as one types."""

    def __init__(
        self,
        appearance: Appearance,
        entries: Iterable[Entry],
        find_articles: Callable[[str], list[Entry]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries, self._find_articles = list(entries), find_articles
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.field.setMinimumHeight(36)
        self.list = QListWidget()
        self.list.setItemDelegate(_Row(appearance, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self.show_matches)
        self.list.itemClicked.connect(lambda _item: self.do())
        self.field.installEventFilter(self)
        self.show_matches("")
        self._place(parent)

    def _place(self, parent: QWidget) -> None:
        self.resize(min(620, parent.width() - 80), min(440, parent.height() - 140))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + 72)

    def show_matches(self, text: str) -> None:
        """Show what fits: beginnings first, then words in it, then its letters in order."""
        wanted = text.strip().casefold()
        scored = [(_score(e.name.casefold(), wanted), i, e) for i, e in enumerate(self._entries)]
        fitting = sorted((score, i) for score, i, _ in scored if score is not None)
        matches = [self._entries[i] for _, i in fitting] if wanted else self._entries
        if wanted:
            matches = [*matches[:SHOWN], *self._find_articles(text.strip())]
        self.list.clear()
        for entry in matches[: 2 * SHOWN]:
            item = QListWidgetItem(entry.name)
            item.setData(EntryRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def do(self) -> None:
        """Close, then do what is selected."""
        item = self.list.currentItem()
        self.close()
        if item is not None:
            item.data(EntryRole).act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._pressed(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.do()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
            Qt.Key(key)
        )
        if step is None:
            return False
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        return True


def _score(name: str, wanted: str) -> int | None:
    """How well a name fits what is typed, smaller is better; None where it does not."""
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if len(wanted) > 1 and all(letter in letters for letter in wanted) else None
