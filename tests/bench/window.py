"""The real window offscreen, on a project: open an article, press a key, wait for the paint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.app import Desk, application, build
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.keys import SET_1, X11_OFFSET
from desktop_app.paths import resources_dir
from desktop_app.settings import Settings

LIMIT_S = 30.0
_SCAN_CODES = {name: code + X11_OFFSET for code, name in SET_1.items()}


@contextmanager
def desk_on(project: Path) -> Iterator[Desk]:
    """The window, shown on a project."""
    app = application()
    desk = build(Settings(), SuggesterProcess(resources_dir()))
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.services.open_project(project)
    app.processEvents()
    try:
        yield desk
    finally:
        desk.close()


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def until_painted_ms(widget: QWidget, work: Callable[[], object]) -> float:
    """Milliseconds from the beginning of `work` to the end of the widget's next paint.

    Posted events come first, the paint among them last, then timers, as in Qt's own loop; timers are not waited for.
    """
    paints = Paints(widget)
    begun = time.perf_counter()
    work()
    while not paints.count:
        QCoreApplication.sendPostedEvents()
        if not paints.count:
            QApplication.processEvents()
        if time.perf_counter() - begun > LIMIT_S:
            raise TimeoutError("nothing was painted")
    spent = time.perf_counter() - begun
    widget.removeEventFilter(paints)
    QApplication.processEvents()  # what is put off until after the paint is done before the next key
    return spent * 1000


def press(widget: QWidget, letter: str, code: Qt.Key) -> None:
    """A key, down and up, as X11 delivers it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(
            kind, code, Qt.KeyboardModifier.NoModifier, _SCAN_CODES[letter], 0, 0, letter.lower()
        )
        QApplication.sendEvent(widget, event)
