"""One process that opens a window and prints when it was usable: python -m tests.bench.first_paint bare|dadeum."""

from __future__ import annotations

import os
import resource
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


class FirstPaint(QObject):
    """Waits until a main window has been painted and the events before that are handled."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._painted = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted and _window() is not None:
            self._painted = True
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._on_usable)
        return False

    def _on_usable(self) -> None:
        # Both processes begin to count at the parent's fork; the clock is the system's.
        print(f"{time.monotonic():.6f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}", flush=True)
        os._exit(0)  # what closing costs is another matter


def _window() -> QMainWindow | None:
    return next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()), None
    )


def _bare() -> None:
    app = QApplication([])
    FirstPaint(app)
    window = QMainWindow()
    window.setCentralWidget(QTextEdit("다듬"))
    window.resize(1280, 800)
    window.show()
    app.exec()


def _dadeum() -> None:
    from desktop_app.app import application, run_window

    FirstPaint(application())
    run_window()


if __name__ == "__main__":
    {"bare": _bare, "dadeum": _dadeum}[sys.argv[1]]()
