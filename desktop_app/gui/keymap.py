"""Which key does what: bindings are data, changeable while the window is open, conflicts refused."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.errors import BrokenResource, UserError
from desktop_app.domain.labels import LabelSchema
from desktop_app.gui.keys import Chord, chord_of

ARTICLE, PROJECT, CHARACTER, EXACT = ".article", ".project", ".character", ".exact"
RELABEL = "relabel."
_GROUP_OF_LABELS = "label"
_MAC_SIGNS = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}
_DIGITS = "1234567890"


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """What can be done by key. `scope` is "article" or "window"; `keys` are the default chords."""

    id: str
    group: str
    name_ko: str
    name_en: str
    keys: tuple[Chord, ...] = ()
    scope: str = "article"

    @property
    def name(self) -> str:
        """The name in the language in use."""
        korean = QLocale().language() == QLocale.Language.Korean
        return self.name_ko if korean else self.name_en


class KeyTaken(UserError):
    """A key that does something else already; nothing was changed."""

    code = "keys.taken"
    text = "{key} is taken by “{action}”."


class KeyMap(QObject):
    """Action ids with their chords. `changed` says that a binding is another now."""

    changed = Signal()

    def __init__(self, actions: Iterable[ActionInfo], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions = {a.id: a for a in actions}
        self._own: dict[str, tuple[Chord, ...]] = {}
        self._by_chord: dict[Chord, str] = {}
        self._index()

    def _index(self) -> None:
        self._by_chord = {}
        for action_id in self.actions:
            for chord in self.chords(action_id):
                self._by_chord.setdefault(chord, action_id)

    def replace(self, actions: Iterable[ActionInfo]) -> None:
        """Know other actions from now on (another label schema); a person's own chords stay."""
        self.actions = {a.id: a for a in actions}
        self._index()
        self.changed.emit()

    def chords(self, action_id: str) -> tuple[Chord, ...]:
        """The chords that do this: a person's own, else the defaults; none for an unknown id."""
        if action_id in self._own:
            return self._own[action_id]
        action = self.actions.get(action_id)
        return action.keys if action else ()

    def action_of(self, chord: Chord | None) -> str | None:
        """What a chord does."""
        return None if chord is None else self._by_chord.get(chord)

    def action_for(self, event: QKeyEvent, *, scope: str = "") -> str | None:
        """What a key event does, wherever its key lies; with a scope only what belongs there."""
        action_id = self.action_of(chord_of(event))
        if action_id is None or (scope and self.actions[action_id].scope != scope):
            return None
        return action_id

    def text(self, action_id: str) -> str:
        """The first chord of an action as people read it, or ""."""
        chords = self.chords(action_id)
        return shown(chords[0]) if chords else ""

    def name(self, action_id: str) -> str:
        """The action's name in the language in use."""
        action = self.actions.get(action_id)
        return action.name if action else action_id

    def rebind(self, action_id: str, chords: Iterable[Chord]) -> None:
        """Give an action other chords; raises KeyTaken where one does something else, KeyError if unknown."""
        action, wanted = self.actions[action_id], tuple(chords)
        for chord in wanted:
            holder = self._by_chord.get(chord)
            if holder not in {None, action_id}:
                raise KeyTaken(key=shown(chord), action=self.name(str(holder)))
        self._own.pop(action_id, None)
        if wanted != action.keys:
            self._own[action_id] = wanted
        self._index()
        self.changed.emit()

    def reset(self) -> None:
        """Go back to the defaults."""
        self._own = {}
        self._index()
        self.changed.emit()

    def own(self) -> dict[str, list[str]]:
        """What differs from the defaults, for the settings."""
        return {action_id: [str(c) for c in chords] for action_id, chords in self._own.items()}

    def use(self, own: Mapping[str, Iterable[str]]) -> list[str]:
        """Take over what `own` once returned; returns the ids of those that are unknown, unreadable or taken."""
        refused = []
        for action_id, texts in own.items():
            try:
                self.rebind(action_id, [Chord.parse(t) for t in texts])
            except (KeyError, ValueError, UserError):
                refused.append(action_id)
        return refused


def shown(chord: Chord) -> str:
    """A chord as people read it, in the language in use."""
    special = {
        "Space": QCoreApplication.translate("Keys", "Space"),
        "Enter": QCoreApplication.translate("Keys", "Enter"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
    }
    *held, _ = str(chord).split("+")
    key = special.get(chord.key, chord.key)
    if sys.platform == "darwin":
        return "".join([_MAC_SIGNS[name] for name in held] + [key])
    return "+".join([*held, key])


def load_actions(path: Path, schema: LabelSchema) -> list[ActionInfo]:
    """Every action of a shortcuts file with its variants, and one for each label; raises BrokenResource."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["actions"]
        actions = [action for entry in entries for action in _with_variants(entry)]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BrokenResource(path=path, reason=f"{type(error).__name__}: {error}") from error
    return actions + [a for entry in _label_entries(schema) for a in _with_variants(entry)]


def _label_entries(schema: LabelSchema) -> Iterable[dict[str, Any]]:
    for place, label in enumerate(schema.labels):
        key = label.key or _DIGITS[place : place + 1]
        yield {
            "id": RELABEL + label.code,
            "group": _GROUP_OF_LABELS,
            "keys": [key.upper()] if key else [],
            "name_ko": label.name_ko,
            "name_en": label.name_en,
            "article": True,
            "project": True,
            "exact": True,
        }


def _with_variants(entry: Mapping[str, Any]) -> Iterable[ActionInfo]:
    keys = tuple(Chord.parse(k) for k in entry["keys"])
    action = ActionInfo(
        entry["id"], entry["group"], entry["name_ko"], entry["name_en"], keys, entry.get("scope", "article")
    )
    yield action
    if entry.get("article"):
        yield _variant(action, ARTICLE, "기사 전체에서 {}", "{} everywhere in the article", shift=True)
    if entry.get("project"):
        whole = _variant(
            action, PROJECT, "프로젝트 전체에서 {}", "{} in the whole project", shift=True, ctrl=True
        )
        own = entry.get("project_keys")
        yield whole if own is None else replace(whole, keys=tuple(Chord.parse(k) for k in own))
    if entry.get("character"):
        yield _variant(action, CHARACTER, "{} (글자 단위)", "{}, by character", alt=True)
    if entry.get("exact"):
        yield _variant(action, EXACT, "{} (선택한 그대로)", "{}, exactly as selected", alt=True)


def _variant(action: ActionInfo, suffix: str, ko: str, en: str, **held: bool) -> ActionInfo:
    keys = tuple(c.plus(**held) for c in action.keys)
    return ActionInfo(
        action.id + suffix,
        action.group,
        ko.format(action.name_ko),
        en.format(action.name_en),
        keys,
        action.scope,
    )
