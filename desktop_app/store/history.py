"""The one door for changes: a step changes rows and keeps their before and after; undo puts them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import orjson
from sqlite_utils import Database

from desktop_app.domain.changes import Change, Kind, Step
from desktop_app.store.rows import Values, dumps, inserted, now, step_from_row

RECORDED = frozenset(
    {
        "article",
        "block",
        "correction",
        "mention",
        "tag",
        "note",
        "concept",
        "relation",
        "lexicon",
        "label_schema",
    }
)
# Columns that follow from others; a row that stands keeps them as they are now.
DERIVED = frozenset({"text_hash", "suggested_hash", "model", "uncertainty"})


class StepRecorder:
    """A step in the making: every row it touches is kept as it was and as it became.

    Use it only inside `History.step`. Columns that are derived (counts, reading text) are not recorded.
    """

    def __init__(self, db: Database, kind: str) -> None:
        self._db = db
        self.kind = kind
        self.summary = ""
        self.focus: int | None = None
        self.article_id: int | None = None
        self.step_id = 0
        self.rows: list[tuple[str, int, Values | None, Values | None]] = []

    def row(self, table: str, row_id: int) -> Values | None:
        """A row as it is now, or None."""
        found = self._db.execute(f'SELECT * FROM "{table}" WHERE id = ?', [row_id]).fetchone()  # noqa: S608
        return dict(found) if found is not None else None

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Insert a row and return its id."""
        row_id = inserted(self._db, table, values)
        self.rows.append((table, row_id, None, self.row(table, row_id)))
        return row_id

    def update(self, table: str, row_id: int, **values: Any) -> bool:  # noqa: ANN401
        """Change a row; returns whether anything differs now. A missing row is left alone."""
        before = self.row(table, row_id)
        if before is None or all(before[name] == value for name, value in values.items()):
            return False
        pairs = ", ".join(f'"{n}" = ?' for n in values)
        self._db.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', [*values.values(), row_id])  # noqa: S608
        self.rows.append((table, row_id, before, {**before, **values}))
        return True

    def delete(self, table: str, row_id: int) -> None:
        """Delete a row. Rows that refer to it must be deleted first, so that undo brings them back too."""
        before = self.row(table, row_id)
        if before is None:
            return
        self._db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row_id])  # noqa: S608
        self.rows.append((table, row_id, before, None))

    def change(self) -> Change:
        """What the rows touched amount to."""
        return _change(self.step_id, self.kind, self.rows, article_id=self.article_id, focus=self.focus)


class History:
    """Recorded steps, newest last; undo and redo go through the same rows."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @contextmanager
    def step(self, kind: str, reviewer: str = "", article_id: int | None = None) -> Iterator[StepRecorder]:
        """One transaction: what is done with the recorder is kept whole, or not at all.

        A step that touches no row leaves no trace. Steps undone before become part of the past for good.
        Afterwards `recorder.step_id` is the step's number (0 where it left no trace).
        """
        recorder = StepRecorder(self._db, kind)
        recorder.article_id = article_id
        with self._db.atomic():
            yield recorder
            recorder.step_id = self._write(recorder, reviewer) if recorder.rows else 0

    def _write(self, recorder: StepRecorder, reviewer: str) -> int:
        self._db.execute("UPDATE step SET state = 'abandoned' WHERE state = 'undone'")
        step_id = int(
            self._db.execute(
                "INSERT INTO step (kind, at, reviewer, article_id, summary) VALUES (?, ?, ?, ?, ?)",
                [recorder.kind, now(), reviewer, recorder.article_id, recorder.summary],
            ).lastrowid
            or 0
        )
        self._db.conn.executemany(
            'INSERT INTO row_change (step_id, number, "table", row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
            [
                (step_id, number, table, row_id, _image(before), _image(after))
                for number, (table, row_id, before, after) in enumerate(recorder.rows)
            ],
        )
        return step_id

    def note_machine(self, kind: str, summary: str, article_id: int | None = None) -> int:
        """Record that the machine did something (an import, suggestions); such steps are not undone."""
        sql = "INSERT INTO step (kind, at, article_id, summary, undoable) VALUES (?, ?, ?, ?, 0)"
        return int(self._db.execute(sql, [kind, now(), article_id, summary]).lastrowid or 0)

    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._one("state = 'done' AND undoable = 1 ORDER BY id DESC")

    def next_redo(self) -> Step | None:
        """The step that `redo` would bring back."""
        return self._one("state = 'undone' AND undoable = 1 ORDER BY id")

    def _one(self, condition: str) -> Step | None:
        row = self._db.execute(f"SELECT * FROM step WHERE {condition} LIMIT 1").fetchone()  # noqa: S608
        return step_from_row(row) if row is not None else None

    def undo(self) -> Change | None:
        """Take back the newest step; None when there is none."""
        return self._replay(self.next_undo(), undo=True)

    def redo(self) -> Change | None:
        """Bring back the step undone last; None when there is none."""
        return self._replay(self.next_redo(), undo=False)

    def _replay(self, step: Step | None, *, undo: bool) -> Change | None:
        if step is None:
            return None
        rows = self.rows_of(step.id)
        with self._db.atomic():
            for table, row_id, before, after in reversed(rows) if undo else rows:
                self._put(table, row_id, before if undo else after)
            self._db.execute(
                "UPDATE step SET state = ? WHERE id = ?", ["undone" if undo else "done", step.id]
            )
        return _change(step.id, step.kind, rows, article_id=step.article_id, undo=undo, redo=not undo)

    def _put(self, table: str, row_id: int, image: Values | None) -> None:
        if table not in RECORDED:
            raise ValueError(f"not a recorded table: {table}")
        if image is None:
            self._db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row_id])  # noqa: S608
            return
        names = ", ".join(f'"{n}"' for n in image)
        marks = ", ".join("?" * len(image))
        sets = ", ".join(f'"{n}" = excluded."{n}"' for n in image if n not in DERIVED)
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {sets}'  # noqa: S608
        self._db.execute(sql, list(image.values()))

    def rows_of(self, step_id: int) -> list[tuple[str, int, Values | None, Values | None]]:
        """The rows that a step touched: table, row id, before, after."""
        found = self._db.execute(
            'SELECT "table", row_id, before, after FROM row_change WHERE step_id = ? ORDER BY number',
            [step_id],
        )
        return [(r[0], r[1], _row(r[2]), _row(r[3])) for r in found]

    def steps(
        self, *, article_id: int | None = None, limit: int = 200, before: int | None = None
    ) -> list[Step]:
        """Steps, newest first: of one article or all; `before` a step id pages further back."""
        conditions, values = ["state <> 'abandoned'"], []
        if article_id is not None:
            conditions.append("article_id = ?")
            values.append(article_id)
        if before is not None:
            conditions.append("id < ?")
            values.append(before)
        where = " AND ".join(conditions)
        sql = f"SELECT * FROM step WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608
        return [step_from_row(r) for r in self._db.execute(sql, [*values, limit])]

    def count(self) -> int:
        """How many steps a person took, those undone left out."""
        sql = "SELECT count(*) FROM step WHERE undoable = 1 AND state = 'done'"
        return int(self._db.execute(sql).fetchone()[0])

    def undoable_since(self, step_id: int) -> int:
        """How many undos bring the project back to just after a step."""
        sql = "SELECT count(*) FROM step WHERE state = 'done' AND undoable = 1 AND id > ?"
        return int(self._db.execute(sql, [step_id]).fetchone()[0])


def _image(row: Values | None) -> str | None:
    return None if row is None else dumps(row)


def _row(image: str | None) -> Values | None:
    return None if image is None else dict(orjson.loads(image))


def _change(
    step_id: int,
    kind: str,
    rows: list[tuple[str, int, Values | None, Values | None]],
    *,
    article_id: int | None = None,
    undo: bool = False,
    redo: bool = False,
    focus: int | None = None,
) -> Change:
    articles: set[int] = set() if article_id is None else {article_id}
    mentions: set[int] = set()
    for table, row_id, before, after in rows:
        for image in (before, after):
            if image is not None:
                article = row_id if table == "article" else image.get("article_id")
                if article is not None:
                    articles.add(article)
        if table == "mention":
            mentions.add(row_id)
    if focus is None and len(mentions) == 1:
        focus = next(iter(mentions))
    return Change(
        step_id=step_id,
        kind=kind,
        kinds=frozenset(Kind(table) for table, *_ in rows),
        article_ids=frozenset(articles),
        mention_ids=frozenset(mentions),
        undo=undo,
        redo=redo,
        focus=focus,
    )
