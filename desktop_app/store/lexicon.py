"""What a project has learnt about surfaces."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.domain.suggestions import Lexicon, LexiconEntry


class LexiconRows:
    """The lexicon of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Lexicon:
        """Every entry in the order learnt."""
        rows = self._db.execute("SELECT surface, label, count, scope FROM lexicon ORDER BY id")
        return Lexicon(tuple(LexiconEntry(r[0], r[1], r[2], r[3]) for r in rows))

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
