"""Our own bugs: caught at the top, logged, shown with a report that can be copied; the project stays safe."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion

from desktop_app import __version__

_log = logging.getLogger(__name__)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """A report to copy: versions, then the traceback; it holds no text of any article."""
    about = f"Dadeum {__version__} · Python {platform.python_version()} · PySide6 {PySide6.__version__}"
    lines = traceback.format_exception(kind, error, trace)
    return f"{about} · Qt {qVersion()} · {platform.platform()}\n\n{''.join(lines)}"


class CrashGuard(QObject):
    """Takes the place of sys.excepthook (of threads too) while installed.

    `show` is called on the window's thread with the report, once for a first error; further ones while it is
    shown are only logged. Every edit is one committed transaction, so nothing is lost.
    """

    _reported = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._showing = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody caught."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def uninstall(self) -> None:
        """Leave it to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("not caught", exc_info=(kind, error, trace))
        self._reported.emit(report_of(kind, error, trace))

    def _on_reported(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report)
        finally:
            self._showing = False
