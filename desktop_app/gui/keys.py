"""Keys by their place on the keyboard, whatever the layout or input method makes of them.

A key is named by what a US-QWERTY keyboard prints on it. With a Korean input method in Hangul mode the key
beside Caps Lock arrives as ㅁ, as an unknown key or with no text at all, but its scan code says where it is.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS = {
    2: "1234567890-=",
    16: "QWERTYUIOP[]",
    30: "ASDFGHJKL;'`",
    43: "\\ZXCVBNM,./",
}
# Scan code set 1 (Windows); Linux' evdev numbers these keys alike, X11 and Wayland add 8 to them.
SET_1 = {first + i: name for first, row in _ROWS.items() for i, name in enumerate(row)}
X11_OFFSET = 8
# macOS virtual key codes (kVK_ANSI_…, Carbon's Events.h) are positions too.
MACOS = dict(
    zip(
        [*range(10), 11, *range(12, 36), *range(37, 48), 50],
        "ASDFGHZXCVBQWERYT123465=97-80]OU[IPLJ'K;\\,/NM.`",
        strict=True,
    )
)
# The Korean standard keyboard (KS X 5002, two-set), plain and with Shift.
JAMO = dict(
    zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)
) | dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"~<>?', "1234567890-=[]\\;'`,./", strict=True))
_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
} | {Qt.Key(Qt.Key.Key_F1.value + i): f"F{i + 1}" for i in range(12)}
KEY_NAMES = frozenset(SET_1.values()) | frozenset(_NAMED.values())
_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with its modifiers. `ctrl` is Command on macOS, as everywhere in Qt."""

    key: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    meta: bool = False

    @classmethod
    def parse(cls, text: str) -> Chord:
        """Read "Ctrl+Shift+A"; raises ValueError for what is no key."""
        *modifiers, key = text.split("+") if not text.endswith("++") else [*text[:-2].split("+"), "="]
        if key not in KEY_NAMES or not set(modifiers) <= set(_MODIFIERS):
            raise ValueError(f"not a key: {text!r}")
        return cls(key, "Ctrl" in modifiers, "Shift" in modifiers, "Alt" in modifiers, "Meta" in modifiers)

    def __str__(self) -> str:
        held = zip(_MODIFIERS, (self.ctrl, self.alt, self.shift, self.meta), strict=True)
        return "+".join([name for name, on in held if on] + [self.key])

    def plus(self, *, ctrl: bool = False, shift: bool = False, alt: bool = False) -> Chord:
        """The chord with more modifiers held."""
        return Chord(self.key, self.ctrl or ctrl, self.shift or shift, self.alt or alt, self.meta)


def chord_of(event: QKeyEvent) -> Chord | None:
    """The chord that a key event stands for; None for a lone modifier and for keys without a name."""
    name = _NAMED.get(Qt.Key(event.key())) or _by_place(event) or _by_meaning(event)
    if name is None:
        return None
    held = event.modifiers()
    return Chord(
        name,
        bool(held & Qt.KeyboardModifier.ControlModifier),
        bool(held & Qt.KeyboardModifier.ShiftModifier),
        bool(held & Qt.KeyboardModifier.AltModifier),
        bool(held & Qt.KeyboardModifier.MetaModifier),
    )


def _by_place(event: QKeyEvent) -> str | None:
    scan = event.nativeScanCode()
    if not scan:
        return None
    system = _window_system()
    if system == "cocoa":
        return MACOS.get(event.nativeVirtualKey())
    return SET_1.get(scan if system == "windows" else scan - X11_OFFSET)


def _window_system() -> str:
    name = QGuiApplication.platformName()
    if name in {"cocoa", "windows", "xcb"} or name.startswith("wayland"):
        return name
    return {"darwin": "cocoa", "win32": "windows"}.get(sys.platform, "xcb")


def _by_meaning(event: QKeyEvent) -> str | None:
    """What the key says it is: for keys without a scan code (remote desktops, made events)."""
    for letter in (chr(event.key()) if event.key() < 0x10000 else "", event.text()):
        name = JAMO.get(letter) or _SHIFTED.get(letter) or letter.upper()
        if name in KEY_NAMES:
            return name
    return None


def key_combination(chord: Chord) -> QKeyCombination:
    """The chord for Qt's own menus and shortcuts."""
    names = {name: key for key, name in reversed(_NAMED.items())}
    key = names.get(chord.key) or Qt.Key(ord(chord.key))
    held = Qt.KeyboardModifier.NoModifier
    for on, modifier in (
        (chord.ctrl, Qt.KeyboardModifier.ControlModifier),
        (chord.shift, Qt.KeyboardModifier.ShiftModifier),
        (chord.alt, Qt.KeyboardModifier.AltModifier),
        (chord.meta, Qt.KeyboardModifier.MetaModifier),
    ):
        if on:
            held |= modifier
    return QKeyCombination(held, key)
