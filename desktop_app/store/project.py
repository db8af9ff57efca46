"""A project file: made, opened, locked against a second Dadeum, closed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout
from sqlite_utils import Database

from desktop_app.domain.errors import NotAProject, ProjectInUse, ProjectReadOnly, ProjectTooNew, StoreError
from desktop_app.store.articles import Articles
from desktop_app.store.concepts import Concepts
from desktop_app.store.connection import connect, of_the_file, plain
from desktop_app.store.history import History
from desktop_app.store.lexicon import LexiconRows
from desktop_app.store.mentions import Mentions
from desktop_app.store.migrations import APPLICATION_ID, KNOWN_MIGRATIONS, project_migrations
from desktop_app.store.queue import Queue
from desktop_app.store.search import Search
from desktop_app.store.sources import Sources
from desktop_app.store.surfaces import Surfaces
from desktop_app.store.tags import Notes, Tags

BUSY_MS = 10_000
SUFFIX = ".dadeum"
SCHEMA_ROW = 1
"""The one row of the table of the label schema."""


class ProjectDatabase(Database):
    """A database whose transactions take the write lock at once.

    One that reads first and writes later fails when another connection has written in between, however long it
    would have waited.
    """

    @contextmanager
    def atomic(self) -> Iterator[Database]:
        """A transaction, or a savepoint inside one."""
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise


class Project:
    """An open project. It belongs to the thread that opened it; `again` opens one more for another thread."""

    def __init__(self, path: Path, db: Database, lock: FileLock | None) -> None:
        self.path = path
        self.db = db
        self._lock = lock
        self.history = History(db)
        self.sources = Sources(db)
        self.articles = Articles(db)
        self.mentions = Mentions(db)
        self.tags = Tags(db)
        self.notes = Notes(db)
        self.concepts = Concepts(db)
        self.lexicon = LexiconRows(db)
        self.queue = Queue(db)
        self.search = Search(db)
        self.surfaces = Surfaces(db)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new project file; raises StoreError where a file stands already or the folder is read-only.

        A file without a byte is no obstacle: it is what a run leaves that ends before the first write.
        """
        if _holds_something(path):
            raise StoreError(path=path, reason="a file with this name exists already")
        return cls._open(path, new=True)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project file; raises NotAProject, ProjectTooNew, ProjectReadOnly, ProjectInUse, StoreError."""
        if not path.is_file():
            raise StoreError(path=path, reason="there is no such file")
        _check_header(path)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise ProjectReadOnly(path=path)
        return cls._open(path, new=False)

    @classmethod
    def open_or_create(cls, path: Path) -> Self:
        """Open the project, or make it where there is no file yet."""
        return cls.open(path) if _holds_something(path) else cls.create(path)

    @classmethod
    def _open(cls, path: Path, *, new: bool) -> Self:
        lock = _locked(path)
        try:
            db = _connected(path, new=new)
        except BaseException:
            _unlock(lock)
            raise
        return cls(path, db, lock)

    def again(self) -> Project:
        """The same project on a connection of its own, for the thread that calls; the lock stays with the first."""
        return Project(self.path, _connected(self.path, new=False), None)

    @property
    def name(self) -> str:
        """The project's name: that of its file."""
        return self.path.stem

    def meta(self, name: str, default: str = "") -> str:
        """A setting kept in the project."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()
        return default if row is None else str(row[0])

    def set_meta(self, name: str, value: str) -> None:
        """Keep a setting in the project; this is not part of the history."""
        with self.db.atomic():
            self.db.execute(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                [name, value],
            )

    def label_schema(self) -> str:
        """The project's own label schema as JSON, "" where it has none."""
        row = self.db.execute("SELECT data FROM label_schema WHERE id = ?", [SCHEMA_ROW]).fetchone()
        return "" if row is None else str(row[0])

    def set_label_schema(self, data: str) -> None:
        """Give the project a label schema from the start; what a person changes goes through the history."""
        with self.db.atomic():
            sql = "INSERT INTO label_schema VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET data = excluded.data"
            self.db.execute(sql, [SCHEMA_ROW, data])

    def problems(self) -> list[str]:
        """What SQLite's own checks find wrong with the file, one line each; empty when it is sound."""
        found = [str(r[0]) for r in self.db.execute("PRAGMA integrity_check")]
        broken = [
            f"{r[0]} row {r[1]} refers to a missing {r[2]}"
            for r in self.db.execute("PRAGMA foreign_key_check")
        ]
        return [line for line in found if line != "ok"] + broken

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        try:
            if self._lock is not None:
                with suppress(StoreError):  # all that was kept is in the log beside the file and stays there
                    self.db.execute("PRAGMA optimize")
                    self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.db.close()
            if self._lock is not None:
                _unlock(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.DatabaseError) and of_the_file(error):
            raise plain(error, self.path) from error


def _holds_something(path: Path) -> bool:
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


def _check_header(path: Path) -> None:
    """Tell a Dadeum project from any other file by its first 100 bytes (SQLite file format, section 1.3)."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except PermissionError as error:
        raise ProjectReadOnly(path=path) from error
    except OSError as error:
        raise StoreError(path=path, reason=error.strerror or str(error)) from error
    if (
        not header.startswith(b"SQLite format 3\x00")
        or int.from_bytes(header[68:72], "big") != APPLICATION_ID
    ):
        raise NotAProject(path=path)


def _locked(path: Path) -> FileLock:
    lock = FileLock(path.with_name(path.name + ".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ProjectInUse(path=path) from error
    except PermissionError as error:
        raise ProjectReadOnly(path=path) from error
    except OSError as error:
        raise StoreError(path=path, reason=error.strerror or str(error)) from error
    return lock


def _unlock(lock: FileLock) -> None:
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


def _connected(path: Path, *, new: bool) -> Database:
    connection = connect(path, BUSY_MS)
    try:
        db = ProjectDatabase(connection)
        if new:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _migrate(db, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise plain(error, path) from error
    except BaseException:
        connection.close()
        raise
    return db


def _migrate(db: Database, path: Path) -> None:
    known = KNOWN_MIGRATIONS
    newer = [m.name for m in project_migrations.applied(db) if m.name not in known]
    if newer:
        raise ProjectTooNew(path=path, needs=newer[-1])
    if project_migrations.pending(db):
        project_migrations.apply(db)
