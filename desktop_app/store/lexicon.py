"""What a project has learnt about surfaces."""

from __future__ import annotations

import orjson
from sqlite_utils import Database

from desktop_app.domain.suggestions import Lexicon, LexiconEntry

TOPICS = "topics"
"""Name of the project setting that holds the topic weights."""


class LexiconRows:
    """The lexicon of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Lexicon:
        """Every entry in the order learnt, and the weights that settled tags taught."""
        rows = self._db.execute("SELECT surface, label, count, scope FROM lexicon ORDER BY id")
        return Lexicon(tuple(LexiconEntry(r[0], r[1], r[2], r[3]) for r in rows), self.topics())

    def topics(self) -> dict[str, dict[str, float]]:
        """{tag: {term: weight}} learnt from settled tags, kept in the project's settings."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", [TOPICS]).fetchone()
        try:
            return {} if row is None else dict(orjson.loads(row[0]))
        except (ValueError, TypeError):
            return {}

    def is_newest(self, entry_id: int, surface: str) -> bool:
        """Whether no later entry speaks of the surface."""
        sql = "SELECT 1 FROM lexicon WHERE surface = ? AND id > ?"
        return self._db.execute(sql, [surface, entry_id]).fetchone() is None

    def missing(self) -> list[tuple[str, str, int]]:
        """Surface, label and number of the mentions accepted in reviewed articles that no entry speaks of."""
        sql = (
            "SELECT m.surface, m.label, count(*) FROM mention m JOIN article a ON a.id = m.article_id"
            " WHERE m.decision = 'accepted' AND a.state = 'reviewed' AND trim(m.surface) <> ''"
            " AND NOT EXISTS (SELECT 1 FROM lexicon l WHERE l.surface = m.surface)"
            " GROUP BY m.surface, m.label ORDER BY min(m.id)"
        )
        return [(str(r[0]), str(r[1]), int(r[2])) for r in self._db.execute(sql)]

    def insert(self, surface: str, label: str, count: int) -> None:
        """Store an entry as a dataset's decisions have it; what a person decides goes through the history."""
        self._db.execute(
            "INSERT OR IGNORE INTO lexicon (surface, label, scope, count) VALUES (?, ?, '', ?)",
            [surface, label, count],
        )

    def entries(self) -> list[tuple[int, str, str, str]]:
        """Every entry's id, surface, label and scope."""
        return [tuple(r) for r in self._db.execute("SELECT id, surface, label, scope FROM lexicon")]

    def row(self, surface: str, label: str, scope: str) -> tuple[int, int] | None:
        """The id and count of an entry, or None."""
        row = self._db.execute(
            "SELECT id, count FROM lexicon WHERE surface = ? AND label = ? AND scope = ?",
            [surface, label, scope],
        ).fetchone()
        return None if row is None else (int(row[0]), int(row[1]))

    def count(self) -> int:
        """How many entries there are."""
        return int(self._db.execute("SELECT count(*) FROM lexicon").fetchone()[0])
