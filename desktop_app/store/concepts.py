"""Concepts: what mentions refer to."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.domain.mention import Concept
from desktop_app.store.rows import concept_from_row, dumps


class Concepts:
    """The concepts of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, concept_id: int) -> Concept:
        """A concept; raises KeyError."""
        row = self._db.execute("SELECT * FROM concept WHERE id = ?", [concept_id]).fetchone()
        if row is None:
            raise KeyError(concept_id)
        return concept_from_row(row)

    def find(self, name: str, label: str) -> Concept | None:
        """The concept with this canonical name and label."""
        row = self._db.execute("SELECT * FROM concept WHERE name = ? AND label = ?", [name, label]).fetchone()
        return None if row is None else concept_from_row(row)

    def named(self, name: str, label: str, alias: str = "") -> int:
        """The id of the concept with this name and label, made when it is new; `alias` is taken in.

        For what the machine groups; a person's changes go through the history.
        """
        found = self.find(name, label)
        aliases = list(found.aliases) if found else []
        new = alias and alias != name and alias not in aliases
        if found and not new:
            return found.id
        aliases += [alias] if new else []
        row = self._db.execute(
            "INSERT INTO concept (name, label, aliases) VALUES (?, ?, ?)"
            " ON CONFLICT(name, label) DO UPDATE SET aliases = excluded.aliases RETURNING id",
            [name, label, dumps(aliases)],
        ).fetchone()
        return int(row[0])

    def all(self) -> list[Concept]:
        """Every concept by name."""
        return [concept_from_row(r) for r in self._db.execute("SELECT * FROM concept ORDER BY name, label")]

    def counts(self) -> dict[int, tuple[int, int]]:
        """Concept id → (number of mentions, number of articles)."""
        sql = (
            "SELECT concept_id, count(*), count(DISTINCT article_id) FROM mention"
            " WHERE concept_id IS NOT NULL AND decision <> 'rejected' GROUP BY concept_id"
        )
        return {int(r[0]): (int(r[1]), int(r[2])) for r in self._db.execute(sql)}

    def mention_ids(self, concept_id: int) -> list[int]:
        """The mentions linked to a concept, by article and position."""
        sql = "SELECT id FROM mention WHERE concept_id = ? ORDER BY article_id, start"
        return [int(r[0]) for r in self._db.execute(sql, [concept_id])]
