"""Learning in the background: a thread that waits for the learner's child, beside any other job."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.errors import UserError
from desktop_app.extraction.learning import LearningOutcome, LearningTask
from desktop_app.extraction.learning.process import learn_in_child


class _Waiting(QThread):
    """Waits for the child. `answered` carries a LearningOutcome, a UserError, or None when cancelled."""

    answered = Signal(object)
    progressed = Signal(int, int)
    crashed = Signal(object)

    def __init__(self, task: LearningTask, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._cancelled = threading.Event()
        self._told = (0, 0)

    def run(self) -> None:
        try:
            answer: LearningOutcome | UserError | None = learn_in_child(self._task, self._tell)
        except UserError as error:
            answer = error
        except BaseException as error:  # noqa: BLE001 - a thread has nobody else to tell
            self.crashed.emit(error)
            return
        self.answered.emit(None if self._cancelled.is_set() else answer)

    def cancel(self) -> None:
        """Let the child be ended."""
        self._cancelled.set()

    def _tell(self, done: int, total: int) -> bool:
        if (done, total) != self._told:
            self._told = (done, total)
            self.progressed.emit(done, total)
        return not self._cancelled.is_set()


class Learner(QObject):
    """One run at a time. `begun` and `ended` frame it; `learnt` carries the LearningOutcome, `failed` a UserError.

    `progressed` carries how many of how many steps are done. A run that is cancelled ends without an outcome.
    """

    begun = Signal()
    progressed = Signal(int, int)
    learnt = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Waiting | None = None

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._thread is not None

    def start(self, task: LearningTask) -> bool:
        """Learn in the background; returns False, and does nothing, while a run is under way."""
        if self.busy:
            return False
        thread = _Waiting(task, self)
        thread.answered.connect(self._on_answered)
        thread.progressed.connect(self.progressed)
        thread.crashed.connect(self.crashed)
        thread.finished.connect(self._on_finished)
        self._thread = thread
        thread.start()
        self.begun.emit()
        return True

    def cancel(self) -> None:
        """End the run in hand; nothing of it stays."""
        if self._thread is not None:
            self._thread.cancel()

    def stop(self) -> None:
        """End the run in hand and wait until its child is gone."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.cancel()
            thread.wait()
            thread.deleteLater()

    def _on_answered(self, answer: object) -> None:
        if self._thread is None or answer is None:
            return
        (self.failed if isinstance(answer, UserError) else self.learnt).emit(answer)

    def _on_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
            self.ended.emit()
