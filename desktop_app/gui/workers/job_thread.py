"""One job on a thread of its own, with progress and a Cancel that works."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.errors import UserError
from desktop_app.gui.services import Job, JobProgress, JobReport

TELL_EVERY = 0.1
"""Seconds between two signals of progress, so that the window is not flooded."""


class Teller:
    """Handed to the work: tells how far it is; answers False once the user has cancelled."""

    def __init__(self, emit: Callable[[JobProgress], None], job: Job) -> None:
        self._emit = emit
        self._job = job
        self._cancelled = threading.Event()
        self._begun = time.monotonic()
        self._told = 0.0

    def cancel(self) -> None:
        """Let the work end after the thing in hand."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user has cancelled."""
        return self._cancelled.is_set()

    def __call__(self, done: int, total: int = 0, name: str = "") -> bool:
        """Tell that `done` of `total` things are done."""
        now = time.monotonic()
        if now - self._told >= TELL_EVERY or done == total:
            self._told = now
            rate = done / max(now - self._begun, 1e-6)
            self._emit(JobProgress(self._job, done, total, rate, name))
        return not self.cancelled


Work = Callable[[Teller], JobReport]


class JobThread(QThread):
    """Runs `work`. `progressed` carries a JobProgress, `reported` the JobReport, `crashed` an unforeseen exception."""

    progressed = Signal(object)
    reported = Signal(object)
    crashed = Signal(object)

    def __init__(self, job: Job, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self._work = work
        self._teller = Teller(self.progressed.emit, job)

    def run(self) -> None:
        begun = time.monotonic()
        try:
            report = self._work(self._teller)
        except UserError as error:
            report = JobReport(self.job, seconds=time.monotonic() - begun, error=error)
        except BaseException as error:  # noqa: BLE001 - a thread has nobody else to tell
            self.crashed.emit(error)
            return
        self.reported.emit(report)

    def cancel(self) -> None:
        """Ask the work to end; what is done by then stays."""
        self._teller.cancel()
