"""Counts for the dashboard: what became of suggestions, how the work went on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the suggestions of one label or one suggester.

    `accepted` as they were, `corrected` accepted with another label or span, `rejected`, `undecided`; `missed`
    were added by a person.
    """

    name: str
    accepted: int
    corrected: int
    rejected: int
    undecided: int
    missed: int

    @property
    def decided(self) -> int:
        """How many suggestions a decision was made on."""
        return self.accepted + self.corrected + self.rejected


class Tallies:
    """Counts over all mentions and articles of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def by_label(self) -> list[Tally]:
        """One tally for each label; a corrected suggestion counts for the label that was suggested."""
        return self._tallies("CASE WHEN suggested_label = '' THEN label ELSE suggested_label END")

    def by_origin(self) -> list[Tally]:
        """One tally for each suggester; what a person added is none of theirs."""
        return [t for t in self._tallies("origin") if t.name != PERSON]

    def _tallies(self, name: str) -> list[Tally]:
        sql = f"""SELECT {name} AS name,
            sum(origin <> 'person' AND decision = 'accepted' AND edited = 0),
            sum(origin <> 'person' AND decision = 'accepted' AND edited = 1),
            sum(origin <> 'person' AND decision = 'rejected'),
            sum(decision = 'undecided'),
            sum(origin = 'person' AND decision = 'accepted')
            FROM mention GROUP BY name ORDER BY count(*) DESC, name"""  # noqa: S608
        return [Tally(*row) for row in self._db.execute(sql)]

    def corrected_surfaces(self, limit: int = 20) -> list[tuple[str, str, int, int]]:
        """Surfaces that were corrected or refused most: surface, suggested label, corrected, rejected."""
        sql = (
            "SELECT surface, suggested_label, sum(decision = 'accepted') AS corrected,"
            " sum(decision = 'rejected') AS rejected FROM mention"
            " WHERE origin <> 'person' AND (decision = 'rejected' OR (decision = 'accepted' AND edited = 1))"
            " GROUP BY surface, suggested_label ORDER BY corrected + rejected DESC, surface LIMIT ?"
        )
        return [(str(r[0]), str(r[1]), int(r[2]), int(r[3])) for r in self._db.execute(sql, [limit])]

    def with_surface(self, article_id: int, surface: str, label: str) -> int:
        """How many mentions of an article read so and carry the label, rejected ones left out."""
        sql = (
            "SELECT count(*) FROM mention"
            " WHERE article_id = ? AND surface = ? AND label = ? AND decision <> 'rejected'"
        )
        return int(self._db.execute(sql, [article_id, surface, label]).fetchone()[0])

    def reviewed_by_day(self) -> list[tuple[str, int]]:
        """How many articles were finished on each day (UTC, ISO dates), oldest first."""
        sql = (
            "SELECT substr(reviewed_at, 1, 10) AS day, count(*) FROM article"
            " WHERE state = 'reviewed' AND reviewed_at <> '' GROUP BY day ORDER BY day"
        )
        return [(str(r[0]), int(r[1])) for r in self._db.execute(sql)]

    def finished_at(self, limit: int = 200) -> list[str]:
        """When the articles finished last were finished (UTC, ISO 8601), newest first."""
        sql = (
            "SELECT reviewed_at FROM article WHERE state = 'reviewed' AND reviewed_at <> ''"
            " ORDER BY reviewed_at DESC LIMIT ?"
        )
        return [str(r[0]) for r in self._db.execute(sql, [limit])]
