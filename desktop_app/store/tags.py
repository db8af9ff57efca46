"""Topic tags and notes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from desktop_app.domain.mention import Note, Tag
from desktop_app.domain.spans import Span
from desktop_app.store.rows import note_from_row, now, spans_to_json, tag_from_row


class Tags:
    """The tags of articles."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, article_id: int) -> list[Tag]:
        """The tags of an article, surest first."""
        sql = "SELECT * FROM tag WHERE article_id = ? ORDER BY confidence DESC, tag"
        return [tag_from_row(r) for r in self._db.execute(sql, [article_id])]

    def find(self, article_id: int, tag: str) -> Tag | None:
        """An article's tag by name."""
        row = self._db.execute(
            "SELECT * FROM tag WHERE article_id = ? AND tag = ?", [article_id, tag]
        ).fetchone()
        return None if row is None else tag_from_row(row)

    def named(self, tag: str) -> list[Tag]:
        """This tag on every article that has it."""
        return [
            tag_from_row(r) for r in self._db.execute("SELECT * FROM tag WHERE tag = ? ORDER BY id", [tag])
        ]

    def vocabulary(self) -> list[tuple[str, int]]:
        """Every tag in use with the number of articles that carry it, rejected ones left out."""
        sql = "SELECT tag, count(*) FROM tag WHERE decision <> 'rejected' GROUP BY tag ORDER BY tag"
        return [(str(r[0]), int(r[1])) for r in self._db.execute(sql)]

    def replace_suggestions(
        self, article_id: int, tags: Sequence[tuple[str, float, tuple[Span, ...]]], origin: str
    ) -> None:
        """Put new suggestions (tag, confidence, evidence in raw) in the place of the undecided ones."""
        self._db.execute("DELETE FROM tag WHERE article_id = ? AND decision = 'undecided'", [article_id])
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO tag (article_id, tag, origin, confidence, evidence) VALUES (?, ?, ?, ?, ?)",
            [
                (article_id, tag, origin, confidence, spans_to_json(evidence))
                for tag, confidence, evidence in tags
            ],
        )

    def insert(self, article_id: int, tag: str, origin: str, confidence: float, decision: str) -> None:
        """Store a tag as a dataset has it."""
        self._db.execute(
            "INSERT OR IGNORE INTO tag (article_id, tag, origin, confidence, decision) VALUES (?, ?, ?, ?, ?)",
            [article_id, tag, origin, confidence, decision],
        )


class Notes:
    """The notes of articles."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, article_id: int) -> list[Note]:
        """The notes of an article, oldest first."""
        sql = "SELECT * FROM note WHERE article_id = ? ORDER BY id"
        return [note_from_row(r) for r in self._db.execute(sql, [article_id])]

    def find(self, article_id: int, mention_id: int | None, span: Span | None) -> Note | None:
        """The note on an article (no mention, no span), on a mention, or on exactly a span of raw."""
        sql = "SELECT * FROM note WHERE article_id = ? AND mention_id IS ? AND start IS ? AND end IS ? ORDER BY id"
        start, end = (span.start, span.end) if span else (None, None)
        row = self._db.execute(sql, [article_id, mention_id, start, end]).fetchone()
        return None if row is None else note_from_row(row)

    def insert(
        self,
        article_id: int,
        text: str,
        mention_id: int | None,
        span: Span | None,
        *,
        open_: bool,
        reviewer: str,
    ) -> None:
        """Store a note as a dataset has it."""
        start, end = (span.start, span.end) if span else (None, None)
        self._db.execute(
            "INSERT INTO note (article_id, mention_id, start, end, text, open, reviewer, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [article_id, mention_id, start, end, text, int(open_), reviewer, now()],
        )

    def on_mention(self, mention_id: int) -> list[Note]:
        """The notes on a mention."""
        return [
            note_from_row(r)
            for r in self._db.execute("SELECT * FROM note WHERE mention_id = ?", [mention_id])
        ]

    def open_notes(self) -> list[Note]:
        """All notes of the project that are not settled, newest first."""
        return [
            note_from_row(r) for r in self._db.execute("SELECT * FROM note WHERE open = 1 ORDER BY id DESC")
        ]
