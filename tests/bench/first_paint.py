"""One process that opens a window and prints when: python -m tests.bench.first_paint bare|dadeum.

Prints the system's monotonic clock when the window was usable and, of Dadeum, when its first article was readable,
then the peak memory.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

from tests.bench.figures import peak_mb


class Painted(QObject):
    """Says once that something of `widget` (of any widget, without one) was painted and the events before handled."""

    def __init__(self, widget: QObject, then: Callable[[], None], *, only: bool = True) -> None:
        super().__init__(widget)
        self._widget, self._then, self._only = widget, then, only
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        seen = event.type() == QEvent.Type.Paint and (self._only or main_window() is not None)
        if seen:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def main_window() -> QMainWindow | None:
    return next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()), None
    )


def say_now() -> None:
    print(f"{time.monotonic():.6f}", flush=True)


def leave() -> None:
    print(f"{peak_mb():.1f}", flush=True)
    os._exit(0)  # what closing costs is another matter


def bare() -> None:
    app = QApplication([])

    def then() -> None:
        say_now()
        leave()

    Painted(app, then, only=False)
    window = QMainWindow()
    window.setCentralWidget(QTextEdit("다듬"))
    window.resize(1280, 800)
    window.show()
    app.exec()


def dadeum() -> None:
    from desktop_app.app import application, run_window

    Painted(application(), _on_usable, only=False)
    run_window()


def _on_usable() -> None:
    say_now()
    poll = QTimer(QApplication.instance(), interval=1)
    poll.timeout.connect(lambda: _look_for_article(poll))
    poll.start()


def _look_for_article(poll: QTimer) -> None:
    page = article_page()
    if page is not None:
        poll.stop()
        Painted(page, _on_readable)
        page.update()


def article_page() -> QWidget | None:
    """Where the open article is painted; None while none is open."""
    window = main_window()
    if window is None or window.bench is None or window.bench.session.article is None:
        return None
    return window.workspace.view.viewport()


def _on_readable() -> None:
    say_now()
    leave()


if __name__ == "__main__":
    {"bare": bare, "dadeum": dadeum}[sys.argv[1]]()
