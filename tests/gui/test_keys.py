"""Keys by place: scan codes of three systems, jamo, shifted characters; bindings and their conflicts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from desktop_app.domain.errors import BrokenResource
from desktop_app.gui import keys
from desktop_app.gui.actions import load_window_actions
from desktop_app.gui.keymap import KeyMap, KeyTaken, load_actions, shown
from desktop_app.gui.keys import Chord, chord_of
from desktop_app.paths import resources_dir
from tests.made import schema

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def event(key=0, held=NONE, *, scan=0, virtual=0, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, virtual, 0, text)


@pytest.fixture
def keymap(qapp):
    return KeyMap(load_actions(resources_dir() / "shortcuts.toml", schema()))


@pytest.mark.parametrize(
    ("system", "scan", "virtual", "name"),
    [
        ("xcb", 38, 0, "A"),
        ("wayland", 38, 0, "A"),
        ("xcb", 10, 0, "1"),
        ("xcb", 61, 0, "/"),
        ("xcb", 49, 0, "`"),
        ("xcb", 52, 0, "Z"),
        ("windows", 30, 65, "A"),
        ("windows", 2, 49, "1"),
        ("windows", 53, 191, "/"),
        ("cocoa", 1, 0, "A"),
        ("cocoa", 1, 18, "1"),
        ("cocoa", 1, 44, "/"),
        ("cocoa", 1, 50, "`"),
    ],
)
def test_places_of_each_system(monkeypatch, system, scan, virtual, name):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: system))
    assert chord_of(event(0, scan=scan, virtual=virtual, text="ㅁ")) == Chord(name)


def test_the_place_counts_not_what_the_layout_makes_of_it(monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    assert chord_of(event(Qt.Key.Key_Q, scan=38, text="q")) == Chord("A")


@pytest.mark.parametrize(
    ("text", "name"),
    [("ㅁ", "A"), ("ㅂ", "Q"), ("ㅡ", "M"), ("ㅃ", "Q"), ("ㅖ", "P"), ("a", "A"), ("?", "/"), ("!", "1")],
)
def test_without_a_place_the_letter_tells(text, name):
    assert chord_of(event(0, text=text)) == Chord(name)
    assert chord_of(event(ord(text))) == Chord(name)


def test_all_two_set_jamo_are_known():
    assert sorted(set(keys.JAMO.values())) == [chr(c) for c in range(ord("A"), ord("Z") + 1)]


def test_named_keys_and_modifiers():
    assert chord_of(event(Qt.Key.Key_Backtab, SHIFT)) == Chord("Tab", shift=True)
    assert chord_of(event(Qt.Key.Key_Enter)) == Chord("Enter")
    assert chord_of(event(Qt.Key.Key_Z, CTRL | SHIFT)) == Chord("Z", ctrl=True, shift=True)
    assert chord_of(event(Qt.Key.Key_Shift, SHIFT)) is None


@pytest.mark.parametrize("text", ["A", "Ctrl+Shift+Z", "Alt+1", "Ctrl+=", "Shift+/", "Space"])
def test_chords_read_back(text):
    assert str(Chord.parse(text)) == text


@pytest.mark.parametrize("text", ["", "Ctrl+", "Hyper+A", "ㅁ", "Ctrl+Shift"])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError, match="not a key"):
        Chord.parse(text)


def test_defaults_have_no_conflict_and_follow_the_design(keymap):
    windows = load_window_actions(resources_dir() / "window_actions.toml")[0]
    taken = [c for a in [*keymap.actions.values(), *windows] for c in a.keys]
    assert [c for c in set(taken) if taken.count(c) > 1] == []
    wanted = {
        "accept": "Space",
        "reject": "X",
        "next_undecided": "Tab",
        "previous_undecided": "Shift+Tab",
        "next_mention": "J",
        "previous_mention": "K",
        "start_left": "Q",
        "start_right": "W",
        "end_left": "E",
        "end_right": "R",
        "end_right.character": "Alt+R",
        "particle": "F",
        "split": "S",
        "merge": "D",
        "concept": "C",
        "value": "V",
        "note": "N",
        "tags": "T",
        "finish": "Enter",
        "accept.article": "Shift+Space",
        "reject.project": "Ctrl+Shift+X",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "find": "/",
        "palette": "Ctrl+K",
        "guideline": "G",
        "keys": "Shift+/",
        "relabel.PS": "1",
        "relabel.AF": "0",
        "relabel.OG.article": "Shift+2",
        "remove": "Delete",
    }
    assert {a: str(keymap.chords(a)[0]) for a in wanted} == wanted


def test_rebinding_tells_and_refuses_what_is_taken(keymap, qtbot):
    with qtbot.waitSignal(keymap.changed):
        keymap.rebind("accept", [Chord("F7")])
    assert keymap.action_for(event(Qt.Key.Key_F7)) == "accept"
    assert keymap.action_for(event(Qt.Key.Key_Space)) is None
    assert keymap.text("accept") == "F7"
    with pytest.raises(KeyTaken, match="X"):
        keymap.rebind("accept", [Chord("X")])
    assert keymap.text("accept") == "F7"
    assert keymap.own() == {"accept": ["F7"]}


def test_own_keys_come_back_and_broken_ones_are_named(keymap):
    refused = keymap.use({"accept": ["F7"], "reject": ["Hyper+A"], "nothing": ["Z"], "merge": ["S"]})
    assert refused == ["reject", "nothing", "merge"]
    assert keymap.text("accept") == "F7"
    keymap.reset()
    assert keymap.text("accept") == "Space"


def test_scope_and_names(keymap):
    assert keymap.action_for(event(Qt.Key.Key_K, CTRL), scope="window") == "palette"
    assert keymap.action_for(event(Qt.Key.Key_X), scope="window") is None
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("ko"))
        assert keymap.name("accept.article") == "기사 전체에서 수락"
        QLocale.setDefault(QLocale("en"))
        assert keymap.name("accept.article") == "Accept everywhere in the article"
    finally:
        QLocale.setDefault(before)
    assert shown(Chord("Left", shift=True)) == "Shift+←"


@pytest.mark.parametrize(
    "text",
    ["", "[[actions]]\nid='x'", "[[actions]]\nid='x'\nkeys=['Hyper+A']\ngroup=''\nname_ko=''\nname_en=''"],
)
def test_a_broken_file_is_said_plainly(tmp_path, text):
    path = tmp_path / "shortcuts.toml"
    path.write_text(text)
    with pytest.raises(BrokenResource):
        load_actions(path, schema())


def test_a_missing_file_too(tmp_path):
    with pytest.raises(BrokenResource):
        load_actions(tmp_path / "none.toml", schema())
