"""All keys on one page, and changing them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserError
from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.keymap import KeyMap, shown
from desktop_app.gui.keys import chord_of
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP

_GROUPS = {
    "decide": QT_TRANSLATE_NOOP("Group", "Decide"),
    "label": QT_TRANSLATE_NOOP("Group", "Labels"),
    "boundary": QT_TRANSLATE_NOOP("Group", "Boundaries"),
    "text": QT_TRANSLATE_NOOP("Group", "Text and blocks"),
    "go": QT_TRANSLATE_NOOP("Group", "Move"),
    "about": QT_TRANSLATE_NOOP("Group", "Mention and article"),
    "article": QT_TRANSLATE_NOOP("Group", "Article"),
    "show": QT_TRANSLATE_NOOP("Group", "View"),
    "window": QT_TRANSLATE_NOOP("Group", "Window"),
    "project": QT_TRANSLATE_NOOP("Group", "Project"),
}
IdRole = Qt.ItemDataRole.UserRole


def group_name(code: str) -> str:
    """The name of a group of actions."""
    text = _GROUPS.get(code)
    return code if text is None else QCoreApplication.translate("Group", text)


class KeysDialog(QDialog):
    """Every action with its key, to be searched; with `changing`, a double click or Enter takes another key."""

    def __init__(self, keymap: KeyMap, parent: QWidget | None = None, *, changing: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keymap, self._changing = keymap, changing
        self._waiting: str | None = None
        self._group_items: list[QTreeWidgetItem] = []
        self.setWindowTitle(self.tr("Change shortcuts") if changing else self.tr("All keys"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search actions"))
        self.search.setAccessibleName(self.tr("Search actions"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.hint = label(strength="quiet", wrap=True)
        self.buttons = CloseButton(self)
        self._set_up()
        self.retell()
        resize_to_screen(self, 560, 620)

    def _set_up(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self.hint)
        bottom = QHBoxLayout()
        if self._changing:
            reset = QPushButton(self.tr("All as they were"))
            reset.clicked.connect(self._on_reset)
            reset.setAutoDefault(False)
            bottom.addWidget(reset)
        bottom.addStretch(1)
        bottom.addWidget(self.buttons)
        column.addLayout(bottom)
        self.search.textChanged.connect(self._filter)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.installEventFilter(self)

    def retell(self) -> None:
        """List every action that has a name; variants (everywhere, by character) only while searching."""
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for code in _GROUPS:
            groups[code] = QTreeWidgetItem(self.tree, [group_name(code), ""])
            groups[code].setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = groups[code].font(0)
            font.setWeight(font.Weight.DemiBold)
            groups[code].setFont(0, font)
        for action_id, action in self._keymap.actions.items():
            text = ", ".join(shown(c) for c in self._keymap.chords(action_id))
            item = QTreeWidgetItem(
                groups.get(action.group, groups["window"]), [action.name.rstrip("…"), text]
            )
            item.setData(0, IdRole, action_id)
        self._group_items = list(groups.values())
        self.tree.expandAll()
        self._filter(self.search.text())
        self.hint.setText(self._help())

    def _help(self) -> str:
        if self._changing:
            return self.tr("Choose an action, press Enter, then the new key. Backspace takes the key away.")
        return self.tr(
            "Shift + a decision does it everywhere in the article, Ctrl+Shift in the whole project."
        )

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for group in self._group_items:
            items = [item for row in range(group.childCount()) if (item := group.child(row)) is not None]
            for item in items:
                item.setHidden(not self._is_wanted(item, wanted))
            group.setHidden(all(item.isHidden() for item in items))

    def _is_wanted(self, item: QTreeWidgetItem, wanted: str) -> bool:
        """Variants (everywhere, by character) are many: they show when searched for, or to be changed."""
        variant = "." in str(item.data(0, IdRole)).removeprefix("relabel.")
        if variant and not wanted and not self._changing:
            return False
        return wanted in f"{item.text(0)} {item.text(1)}".casefold()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        action_id = item.data(0, IdRole)
        if self._changing and action_id:
            self._waiting = str(action_id)
            item.setText(1, self.tr("Press a key…"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> None:
        chord, action_id = chord_of(event), self._waiting
        if chord is None or action_id is None:
            return
        self._waiting = None
        problem = ""
        if chord.key != "Escape":
            try:
                self._keymap.rebind(action_id, [] if chord.key == "Backspace" else [chord])
            except UserError as error:
                problem = sentence(error)
        self.retell()
        self._select(action_id)
        if problem:
            self.hint.setText(problem)

    def _select(self, action_id: str) -> None:
        for item in self.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
            if item.data(0, IdRole) == action_id:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)

    def _on_reset(self) -> None:
        self._keymap.reset()
        self.retell()
