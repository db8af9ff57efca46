"""The window's actions and menus: declared as data, one QAction for each, worded in the language in use."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop_app.domain.errors import BrokenResource
from desktop_app.gui.keymap import ActionInfo, KeyMap
from desktop_app.gui.keys import Chord, key_combination
from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP

RECENT = "recent"  # stands in a menu for the recent projects
_PROJECT = QT_TRANSLATE_NOOP("Menu", "&Project")
_EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")
_REVIEW = QT_TRANSLATE_NOOP("Menu", "&Review")
_TEXT = QT_TRANSLATE_NOOP("Menu", "Te&xt")
_GO = QT_TRANSLATE_NOOP("Menu", "&Go")
_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
_HELP = QT_TRANSLATE_NOOP("Menu", "&Help")
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_PROJECT, ("new", "open", RECENT, "samples", "-", "import", "import_folder", "import_annotated", "export", "-",
                "label_schema", "edit_guideline", "tag_vocabulary", "preferences", "-", "close", "quit")),
    (_EDIT, ("undo", "redo", "-", "find", "search", "queue_search", "-", "tags", "note", "concept", "value",
             "relation")),
    (_REVIEW, ("accept", "reject", "reopen", "remove", "-", "accept_sentence", "accept_article", "always", "never", "-",
               "start_left", "start_right", "end_left", "end_right", "particle", "split", "merge", "part", "-",
               "suggest", "finish")),
    (_TEXT, ("block_role", "block_split", "block_merge", "-", "correct_text", "correct_blank", "correction_back",
             "corrections", "-", "block_move", "article_split", "article_merge_previous", "article_merge_next", "-",
             "side_by_side")),
    (_GO, ("next_undecided", "previous_undecided", "next_mention", "previous_mention", "skip", "back", "-",
           "next_article", "previous_article", "-", "next_pane")),
    (_VIEW, ("toggle_queue", "toggle_inspector", "history", "concepts", "dashboard", "-", "fold", "rejected",
             "confidence", "-", "zoom_in", "zoom_out", "zoom_reset", "-", "theme", "language", "full_screen")),
    (_HELP, ("keys", "guideline", "palette", "shortcuts", "tour", "-", "about")),
)  # fmt: skip
WITHOUT_PROJECT = frozenset(
    {
        "new",
        "open",
        "samples",
        "preferences",
        "quit",
        "theme",
        "language",
        "full_screen",
        "keys",
        "palette",
        "shortcuts",
        "about",
    }
)
CHECKABLE = frozenset({"toggle_queue", "toggle_inspector", "rejected", "confidence", "full_screen"})


def load_window_actions(path: Path) -> tuple[list[ActionInfo], dict[str, str]]:
    """The window's own actions, and icon names by id; raises BrokenResource."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["actions"]
        infos = [
            ActionInfo(
                e["id"],
                e["group"],
                e["name_ko"],
                e["name_en"],
                tuple(Chord.parse(k) for k in e["keys"]),
                "window",
            )
            for e in entries
        ]
        return infos, {e["id"]: e["icon"] for e in entries}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BrokenResource(path=path, reason=f"{type(error).__name__}: {error}") from error


def listens(chord: Chord) -> bool:
    """Whether a chord may work wherever the focus is: with Ctrl or Alt, or a function key.

    Plain letters and Enter belong to whatever has the focus, so menus only show them.
    """
    return chord.ctrl or chord.alt or (chord.key.startswith("F") and chord.key[1:].isdigit())


class Actions(QObject):
    """Every action that stands in a menu, by id. `run` is called with the id."""

    def __init__(
        self,
        keymap: KeyMap,
        icons: dict[str, str],
        appearance: Appearance,
        run: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._keymap, self._icons, self._appearance = keymap, icons, appearance
        self.by_id: dict[str, QAction] = {}
        for action_id in dict.fromkeys(i for _, ids in MENUS for i in ids):
            if action_id in keymap.actions:
                action = QAction(parent, checkable=action_id in CHECKABLE)
                action.triggered.connect(lambda _=False, wanted=action_id: run(wanted))
                action.setMenuRole(QAction.MenuRole.NoRole)
                self.by_id[action_id] = action
                parent.addAction(action)
        self.recent = QMenu(parent)
        self._menus: list[tuple[str, QMenu]] = []
        self._drawn = False
        keymap.changed.connect(self.retranslate)
        appearance.changed.connect(self.recolour)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the menu bar."""
        for title, ids in MENUS:
            menu = bar.addMenu("")
            menu.setToolTipsVisible(False)
            self._menus.append((title, menu))
            menu.aboutToShow.connect(self._draw)
            for action_id in ids:
                if action_id == "-":
                    menu.addSeparator()
                elif action_id == RECENT:
                    menu.addMenu(self.recent)
                elif action_id in self.by_id:
                    menu.addAction(self.by_id[action_id])
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word and key."""
        for title, menu in self._menus:
            menu.setTitle(QCoreApplication.translate("Menu", title))
        self.recent.setTitle(self.tr("Recent projects"))
        for action_id, action in self.by_id.items():
            self._word(action_id, action)

    def _word(self, action_id: str, action: QAction) -> None:
        name, chords = self._keymap.name(action_id), self._keymap.chords(action_id)
        live = [QKeySequence(key_combination(c)) for c in chords if listens(c)]
        action.setShortcuts(live)
        shown = "" if live and listens(chords[0]) else self._keymap.text(action_id)
        action.setText(f"{name}\t{shown}" if shown else name)
        action.setIconText(name)

    def recolour(self) -> None:
        """Forget the icons: they are drawn in the theme's ink when a menu is next opened."""
        self._drawn = False

    def _draw(self) -> None:
        if self._drawn:
            return
        self._drawn = True
        for action_id, action in self.by_id.items():
            icon = self._icons.get(action_id, "")
            if icon:
                action.setIcon(self._appearance.icons.icon(icon))
                action.setIconVisibleInMenu(True)

    def offer(self, *, project: bool, article: bool) -> None:
        """Enable what can be done with a project open, and with an article open."""
        for action_id, action in self.by_id.items():
            needs_article = (
                self._keymap.actions[action_id].scope == "article" and action_id not in WITHOUT_PROJECT
            )
            enabled = action_id in WITHOUT_PROJECT or (project and (article or not needs_article))
            action.setEnabled(enabled)

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Every action of the key map: id, name, key."""
        for action_id in self._keymap.actions:
            yield action_id, self._keymap.name(action_id), self._keymap.text(action_id)
