"""A monkey at the real window: seeded keys and clicks anywhere, and what must be true when it is done."""

from __future__ import annotations

import random
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from desktop_app.app import Desk
from desktop_app.domain.mention import Decision
from desktop_app.gui.bench import REFRESH_AFTER_MS
from desktop_app.review.checking import problems
from desktop_app.store.queue import Filter

_PLAIN = [Qt.Key(k) for k in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)] + [
    Qt.Key(k) for k in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
]
_OTHER = [
    *(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_Semicolon, Qt.Key.Key_Apostrophe, Qt.Key.Key_Slash),
    *(Qt.Key.Key_Backslash, Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_BracketLeft, Qt.Key.Key_F6),
    *(Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_BracketRight),
]
_NONE, _SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_HELD = [_NONE] * 8 + [_SHIFT] * 3 + [_CTRL, _ALT, _CTRL | _SHIFT, _ALT | _SHIFT]
ENDS_THE_DAY = {(Qt.Key.Key_Q, _CTRL), (Qt.Key.Key_W, _CTRL), (Qt.Key.Key_F4, _ALT)}
ESCAPES = 12


def play(desk: Desk, seed: int, steps: int) -> Iterator[str]:
    """Press and click `steps` times; yields what is done before it is done."""
    chance = random.Random(seed)
    for _ in range(steps):
        yield _step(desk, chance)
        QApplication.processEvents()
        if not desk.window.isVisible():
            desk.window.show()
        if desk.window.bench is None:
            return


def _step(desk: Desk, chance: random.Random) -> str:
    target = _on_top(desk)
    if chance.random() < 0.12:
        return _click(target, chance)
    while True:
        key = chance.choice(_PLAIN if chance.random() < 0.6 else _OTHER)
        held = chance.choice(_HELD)
        if (key, held) not in ENDS_THE_DAY:
            break
    focus = target.focusWidget() or target
    QTest.keyClick(focus, key, held)
    return f"{held.name} {key.name} → {type(focus).__name__}"


def _on_top(desk: Desk) -> QWidget:
    """What a key goes to: an open menu, else the dialog in front, else the window."""
    on_top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if on_top is None:
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        on_top = dialogs[-1] if dialogs else desk.window
    return on_top


def _click(target: QWidget, chance: random.Random) -> str:
    at = QPoint(chance.randrange(max(1, target.width())), chance.randrange(max(1, target.height())))
    under = target.childAt(at) or target
    button = Qt.MouseButton.RightButton if chance.random() < 0.15 else Qt.MouseButton.LeftButton
    act = QTest.mouseDClick if chance.random() < 0.2 else QTest.mouseClick
    act(under, button, chance.choice(_HELD[:12]), under.mapFrom(target, at))
    return f"click {button.name} {type(under).__name__}"


def escape(desk: Desk) -> None:
    """Press Esc until nothing but the text is left."""
    for _ in range(ESCAPES):
        target = _on_top(desk)
        QTest.keyClick(target.focusWidget() or target, Qt.Key.Key_Escape)
        QApplication.processEvents()


def differences(desk: Desk) -> list[str]:
    """Where the window shows something else than the project file holds, and what is unsound in the file.

    Panels re-read a moment after a change, and so they are waited for.
    """
    QTest.qWait(3 * REFRESH_AFTER_MS)
    bench, workspace = desk.window.bench, desk.window.workspace
    assert bench is not None
    assert workspace is not None
    session, project = bench.session, bench.session.desk.project
    found = list(problems(project))
    if workspace.queue.wanted() == Filter() and set(workspace.queue.model.ids) != set(project.articles.ids()):
        found.append("the queue lists other articles")
    if session.article is None:
        return found
    stored = project.mentions.of(session.article.article.id)
    if sorted(session.article.mentions, key=lambda m: m.id) != sorted(stored, key=lambda m: m.id):
        found.append("the open article's mentions are not those of the file")
    if session.article.map.text != project.sources.text_map(session.article.article.id).text:
        found.append("the open article reads otherwise")
    page = workspace.view.page
    marked = {m.mention for i in range(len(page.display.map.blocks)) for m in page.marks.in_block(i)}
    wanted = {m for m in stored if page.mark_of(m) is not None}
    if marked != wanted:
        found.append(f"marks painted are not those of the file: {marked ^ wanted}")
    if workspace.inspector.review.mentions.tree.isVisible():
        model = workspace.inspector.review.mentions.model
        listed = {m for g in model.groups for m in g.mentions}
        shown = {m for m in stored if model.rejected or m.decision is not Decision.REJECTED}
        wanted = {m for m in shown if session.reading_span(m) is not None}
        if listed != wanted:
            found.append(f"mentions listed are not those of the file: {listed ^ wanted}")
    return found


def menus_open() -> list[QWidget]:
    """Menus and dialogs that still stand."""
    standing = (QMenu, QDialog)
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, standing) and w.isVisible()]
