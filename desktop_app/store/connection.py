"""The connection to a project file: what the disk or the file itself does wrong is said in one plain line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.domain.errors import NotAProject, ProjectInUse, ProjectReadOnly, StoreError

_T = TypeVar("_T")
_KINDS = (
    ("readonly", ProjectReadOnly),
    ("unable to open", ProjectReadOnly),
    ("locked", ProjectInUse),
    ("not a database", NotAProject),
)
_REASONS = (
    ("disk is full", "the disk is full; the last step was not kept. Make room and do it again"),
    ("malformed", "the file is damaged. Keep a copy of it, and go on with a backup"),
    ("I/O error", "the disk fails to read or write. Copy the file to another disk"),
)
_OF_THE_FILE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
    }
)
"""Result codes (SQLite, "Result and Error Codes") that tell of the file or the disk, not of a wrong statement."""


def plain(error: sqlite3.DatabaseError, path: Path) -> StoreError:
    """The plain line for what SQLite reports of a project file."""
    text = str(error)
    kind = next((kind for word, kind in _KINDS if word in text), None)
    if kind:
        return kind(path=path)
    return StoreError(path=path, reason=next((says for word, says in _REASONS if word in text), text))


def of_the_file(error: BaseException | None) -> bool:
    """Whether an error is the file's or the disk's fault; the low byte of a code is its kind."""
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _OF_THE_FILE


class ProjectConnection(sqlite3.Connection):
    """Raises StoreError where the file or the disk fails; any other error is SQLite's own."""

    path = Path()

    def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
        """As sqlite3's."""
        return self._told(super().execute, *arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
        """As sqlite3's."""
        return self._told(super().executemany, *arguments)

    def commit(self) -> None:
        """As sqlite3's."""
        self._told(super().commit)

    def _told(self, call: Callable[..., _T], *arguments: Any) -> _T:  # noqa: ANN401
        try:
            return call(*arguments)
        except sqlite3.DatabaseError as error:
            if of_the_file(error):
                raise plain(error, self.path) from error
            raise


def connect(path: Path, busy_ms: int) -> ProjectConnection:
    """Connect to a project file; raises StoreError."""
    try:
        connection = sqlite3.connect(path, timeout=busy_ms / 1000, factory=ProjectConnection)
    except sqlite3.OperationalError as error:
        raise plain(error, path) from error
    connection.path = path
    connection.row_factory = sqlite3.Row
    return connection
