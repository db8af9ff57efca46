"""Puts reading texts into the search index, a few at a time, while the reviewer works."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread

from desktop_app.store import Project

AT_ONCE = 6
"""Texts in a transaction: about 10 ms, for which an edit may have to wait."""


class Indexer(QObject):
    """Keeps the index of the open project up; it has a thread only while something waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _IndexThread | None = None

    def wake(self, project: Project | None) -> None:
        """Index what waits in the project, unless that is under way."""
        if project is not None and (self._thread is None or self._thread.isFinished()):
            self.stop()
            self._thread = _IndexThread(project, self)
            self._thread.start()

    def stop(self) -> None:
        """End, and wait until it has ended."""
        if self._thread is not None:
            self._thread.stop()
            self._thread.deleteLater()
            self._thread = None


class _IndexThread(QThread):
    """Indexes what waits, then ends; `stop` ends it after the transaction in hand."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._stopping = threading.Event()

    def run(self) -> None:
        project = self._project.again()
        try:
            while not self._stopping.is_set() and project.search.index_some(AT_ONCE):
                self.msleep(2)
        finally:
            project.close()

    def stop(self) -> None:
        """End, and wait until it has ended."""
        self._stopping.set()
        self.wait()
