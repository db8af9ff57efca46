"""Files are read in a child process: a huge or hostile one cannot stall the window or take it down."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import MappingProxyType
from typing import Self

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading import TableMapping, read_file

AHEAD = 8
LIMIT = 180.0
"""Seconds that one file may take; the largest that is accepted takes a fraction of it."""

Waiting = tuple[Path, "Future[list[SourceDraft]]"]


class ReaderProcess:
    """Reads files one after the other in a child, a few ahead of whoever asks. Use it as a context manager."""

    def __init__(
        self,
        paths: Sequence[Path],
        cancelled: Callable[[], bool],
        tables: Mapping[Path, TableMapping] = MappingProxyType({}),
    ) -> None:
        self._tables = tables
        self._paths: Iterator[Path] = iter(paths)
        self._cancelled = cancelled
        self._waiting: deque[Waiting] = deque()
        self._pool = self._new_pool()

    @staticmethod
    def _new_pool() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path) -> list[SourceDraft]:
        """What `read_file` gives for the next of the paths; raises UnreadableFile.

        A child that dies over a file is replaced, and the file reported. Cancelling ends the child at once.
        """
        self._fill()
        expected, future = self._waiting.popleft()
        assert expected == path, "files are read in the order given"
        try:
            return self._answer(path, future)
        except BrokenProcessPool as error:
            self._start_again()
            raise UnreadableFile(
                file=path.name, reason="reading it failed; the file may be damaged"
            ) from error

    def _fill(self) -> None:
        while len(self._waiting) < AHEAD and (path := next(self._paths, None)) is not None:
            self._waiting.append((path, self._submitted(path)))

    def _submitted(self, path: Path) -> Future[list[SourceDraft]]:
        return self._pool.submit(read_file, path, self._tables.get(path))

    def _answer(self, path: Path, future: Future[list[SourceDraft]]) -> list[SourceDraft]:
        waited = 0.0
        while True:
            try:
                return future.result(timeout=0.1)
            except NotYet:
                waited += 0.1
            if self._cancelled() or waited > LIMIT:
                self._start_again()
                reason = "cancelled" if self._cancelled() else f"reading it takes more than {LIMIT:.0f} s"
                raise UnreadableFile(file=path.name, reason=reason)

    def _start_again(self) -> None:
        self._end()
        self._pool = self._new_pool()
        paths = [path for path, _ in self._waiting]
        self._waiting = deque((path, self._submitted(path)) for path in paths)

    def _end(self) -> None:
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 - nothing public ends a busy child
            process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)
