"""Stores suggestions on a thread and a connection of its own, so that the window never waits for the disk."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor

from desktop_app.domain.changes import Change
from desktop_app.domain.suggestions import Suggestions
from desktop_app.review.suggestions.suggesting import keep
from desktop_app.store import Project


class SuggestionStore:
    """One answer after the other, in the order given. `close` ends the thread after the answer in hand."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._own: Project | None = None
        self._thread = ThreadPoolExecutor(1, "suggestions")

    def keep(self, answer: Suggestions, spared: Collection[int]) -> Future[Change | None]:
        """As `suggesting.keep`, elsewhere."""
        return self._thread.submit(self._keep, answer, frozenset(spared))

    def _keep(self, answer: Suggestions, spared: Collection[int]) -> Change | None:
        if self._own is None:
            self._own = self._project.again()
        return keep(self._own, answer, spared)

    def close(self) -> None:
        """End, and wait until it has ended."""
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _close(self) -> None:
        if self._own is not None:
            self._own.close()
