"""Articles: metadata, state, reading text, the morphemes computed for it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import orjson
from sqlite_utils import Database

from desktop_app.domain.article import Article
from desktop_app.domain.suggestions import Token
from desktop_app.store.rows import article_from_row, dumps


class Articles:
    """The articles of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, article_id: int) -> Article:
        """An article; raises KeyError."""
        row = self._db.execute("SELECT * FROM article WHERE id = ?", [article_id]).fetchone()
        if row is None:
            raise KeyError(article_id)
        return article_from_row(row)

    def exists(self, article_id: int) -> bool:
        """Whether there is such an article."""
        return self._db.execute("SELECT 1 FROM article WHERE id = ?", [article_id]).fetchone() is not None

    def ids(self, state: str = "") -> list[int]:
        """All article ids in order, or those in a state."""
        where, values = ("WHERE state = ?", [state]) if state else ("", [])
        return [int(r[0]) for r in self._db.execute(f"SELECT id FROM article {where} ORDER BY id", values)]  # noqa: S608

    def of_source(self, source_id: int) -> list[Article]:
        """The articles of a source by ordinal."""
        sql = "SELECT * FROM article WHERE source_id = ? ORDER BY ordinal, id"
        return [article_from_row(r) for r in self._db.execute(sql, [source_id])]

    def count(self, state: str = "") -> int:
        """How many articles there are, in all or in a state."""
        where, values = ("WHERE state = ?", [state]) if state else ("", [])
        return int(self._db.execute(f"SELECT count(*) FROM article {where}", values).fetchone()[0])  # noqa: S608

    def text(self, article_id: int) -> str:
        """The reading text as last derived."""
        row = self._db.execute("SELECT text FROM reading WHERE article_id = ?", [article_id]).fetchone()
        return "" if row is None else str(row[0])

    def tokens(self, article_id: int) -> list[Token]:
        """The morphemes of the reading text, empty when none are known for it as it is now."""
        row = self._db.execute(
            "SELECT r.tokens, r.tokens_hash, a.text_hash FROM reading r JOIN article a ON a.id = r.article_id"
            " WHERE r.article_id = ?",
            [article_id],
        ).fetchone()
        if row is None or row[0] is None or row[1] != row[2]:
            return []
        return [
            Token(start, end, tag, form) for start, end, tag, form in orjson.loads(zlib.decompress(row[0]))
        ]

    def set_tokens(self, article_id: int, text_hash: str, tokens: Iterable[Token]) -> None:
        """Keep the morphemes of a reading text."""
        data = zlib.compress(dumps([[t.start, t.end, t.tag, t.form] for t in tokens]).encode(), 1)
        self._db.execute(
            "UPDATE reading SET tokens = ?, tokens_hash = ? WHERE article_id = ?",
            [data, text_hash, article_id],
        )

    def set_suggested(self, article_id: int, text_hash: str, model: str, uncertainty: float) -> None:
        """Take note that suggestions were made for a reading text, by which model, and how unsure they are."""
        self._db.execute(
            "UPDATE article SET suggested_hash = ?, model = ?, uncertainty = ? WHERE id = ?",
            [text_hash, model, uncertainty, article_id],
        )

    def forget_suggested(self) -> int:
        """Let suggestions be made anew for every article that is not reviewed; returns how many there are."""
        return int(
            self._db.execute(
                "UPDATE article SET suggested_hash = '' WHERE state <> 'reviewed' AND suggested_hash <> ''"
            ).rowcount
        )

    def set_standing(self, article_id: int, state: str, reviewer: str, reviewed_at: str) -> None:
        """Set how far the review is as a dataset has it; what a person does goes through the history instead."""
        self._db.execute(
            "UPDATE article SET state = ?, reviewer = ?, reviewed_at = ? WHERE id = ?",
            [state or "new", reviewer, reviewed_at, article_id],
        )

    def without_suggestions(self, limit: int = 100) -> list[int]:
        """Articles not reviewed whose reading text has had no suggestions made for it, oldest first."""
        sql = "SELECT id FROM article WHERE suggested_hash <> text_hash AND state <> 'reviewed' ORDER BY id LIMIT ?"
        return [int(r[0]) for r in self._db.execute(sql, [limit])]

    def outlets(self) -> list[str]:
        """The outlets that occur, sorted."""
        sql = "SELECT DISTINCT outlet FROM article WHERE outlet <> '' ORDER BY outlet"
        return [str(r[0]) for r in self._db.execute(sql)]
