"""Files are read in a child process: a huge or hostile one cannot stall the window or take it down."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile, UserError
from desktop_app.reading import TableMapping, read_file

AHEAD = 8
LIMIT = 180.0
"""Seconds that one file may take; the largest that is accepted takes a fraction of it."""

_POLL = 0.1
_STOP = 2.0


class ReaderProcess:
    """Reads files one after the other in a child, a few ahead of whoever asks. Use it as a context manager.

    The child hears of its parent's end through the pipe, and ends too.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        cancelled: Callable[[], bool],
        tables: Mapping[Path, TableMapping] = MappingProxyType({}),
    ) -> None:
        self._paths: Iterator[Path] = iter(paths)
        self._cancelled = cancelled
        self._tables = tables
        self._waiting: deque[Path] = deque()
        self._pipe, self._child = _started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: Path) -> list[SourceDraft]:
        """What `read_file` gives for the next of the paths; raises UnreadableFile.

        A child that dies over a file is replaced, and the file reported. Cancelling ends the child at once.
        """
        try:
            self._fill()
            expected = self._waiting.popleft()
            assert expected == path, "files are read in the order given"
            answer = self._answer(path)
        except (EOFError, OSError) as error:
            self._start_again()
            raise UnreadableFile(
                file=path.name, reason="reading it failed; the file may be damaged"
            ) from error
        if isinstance(answer, Exception):
            raise answer
        return list(answer)

    def _fill(self) -> None:
        while len(self._waiting) < AHEAD and (path := next(self._paths, None)) is not None:
            self._waiting.append(path)
            self._ask(path)

    def _ask(self, path: Path) -> None:
        with contextlib.suppress(OSError):  # a child that died is noticed when its answer is awaited
            self._pipe.send((path, self._tables.get(path)))

    def _answer(self, path: Path) -> Any:  # noqa: ANN401
        waited = 0.0
        while not self._pipe.poll(_POLL):
            waited += _POLL
            if self._cancelled() or waited > LIMIT:
                self._start_again()
                reason = "cancelled" if self._cancelled() else f"reading it takes more than {LIMIT:.0f} s"
                raise UnreadableFile(file=path.name, reason=reason)
        return self._pipe.recv()

    def _start_again(self) -> None:
        self._end()
        self._pipe, self._child = _started()
        for path in self._waiting:
            self._ask(path)

    def _end(self) -> None:
        self._pipe.close()
        self._child.terminate()
        self._child.join(_STOP)
        if self._child.is_alive():
            self._child.kill()
            self._child.join()
        self._child.close()


def _started() -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(theirs,), name="dadeum-reader", daemon=True)
    child.start()
    theirs.close()
    return ours, child


def serve(pipe: Connection) -> None:
    """The child's life: read what is asked for, answer with the drafts or the error, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            path, mapping = pipe.recv()
            pipe.send(_read(path, mapping))


def _read(path: Path, mapping: TableMapping | None) -> list[SourceDraft] | Exception:
    try:
        return read_file(path, mapping)
    except UserError as error:
        return error
    except MemoryError:
        return UnreadableFile(file=path.name, reason="it does not fit into memory")
    except Exception as error:  # noqa: BLE001 - whatever a hostile file brings about is that file's matter
        return UnreadableFile(file=path.name, reason=f"reading it failed ({type(error).__name__}: {error})")
