"""A small list at the text, one key for each entry: a role, an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.gui.keys import Chord, chord_of
from desktop_app.gui.pieces import Elided

WIDEST, MOST_ROWS = 360, 14
KEYS = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM"


@dataclass(frozen=True)
class Option:
    """An entry: its key ("" for none), its text, what it does; `current` marks what stands now."""

    key: str
    text: str
    act: Callable[[], object]
    current: bool = False


class Chooser(QFrame):
    """Takes the focus until an entry is chosen by its key, Enter or a click; Escape, or leaving it, chooses none."""

    def __init__(self, title: str, options: Sequence[Option], home: QWidget) -> None:
        super().__init__(home)
        self._home, self._options = home, list(options)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setProperty("card", True)
        self.setAccessibleName(title)
        self.heading = Elided(strength="quiet")
        self.heading.set_whole(title)
        self.list = QTreeWidget()
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _fill(self) -> None:
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for option in self._options:
            text = option.text + ("  ✓" if option.current else "")
            item = QTreeWidgetItem([option.key, text])
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 6))
            self.list.addTopLevelItem(item)
        self.list.header().setMinimumSectionSize(10)
        self.list.setColumnWidth(0, 2 * self.fontMetrics().horizontalAdvance("W"))
        current = next((i for i, o in enumerate(self._options) if o.current), 0)
        self._move_to(current)
        self.list.itemClicked.connect(lambda item, _: self._take(self.list.indexOfTopLevelItem(item)))

    def _move_to(self, row: int) -> None:
        model = self.list.model()
        self.list.setCurrentIndex(model.index(row % max(1, len(self._options)), 0))

    @property
    def row(self) -> int:
        """The entry that Enter takes."""
        return self.list.currentIndex().row()

    def texts(self) -> list[str]:
        """What stands on the list."""
        return [o.text for o in self._options]

    def open_at(self, place: QRect) -> None:
        """Show it below a place of its home, or above where there is more room."""
        rows = min(MOST_ROWS, len(self._options))
        height = rows * max(18, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 6
        self.list.setFixedHeight(height)
        width = max(200, self.list.sizeHintForColumn(1) + 80)
        self.resize(min(WIDEST, width, max(160, self._home.width() - 16)), self.sizeHint().height())
        self.move(self._corner(place))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _corner(self, place: QRect) -> QPoint:
        x = max(8, min(place.left(), self._home.width() - self.width() - 8))
        y = place.bottom() + 6
        if y + self.height() > self._home.height() - 8:
            y = max(8, place.top() - self.height() - 6)
        return QPoint(x, y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        chord = chord_of(event)
        if chord is None:
            return
        keyed = {Chord(o.key): i for i, o in enumerate(self._options) if o.key}
        if chord in keyed:
            self._take(keyed[chord])
        elif chord.key == "Enter":
            self._take(self.row)
        elif chord.key == "Escape":
            self._leave()
        elif chord.key in {"Up", "Down"}:
            self._move_to(self.row + (1 if chord.key == "Down" else -1))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._options):
            act = self._options[row].act
            self._leave()
            act()

    def _leave(self) -> None:
        self._home.setFocus()
        self.close()
