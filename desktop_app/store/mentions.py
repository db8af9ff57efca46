"""Mentions and relations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from desktop_app.domain.mention import Decision, Mention, Relation
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Value
from desktop_app.store.rows import inserted, mention_from_row, now, relation_from_row


@dataclass(frozen=True, slots=True)
class NewMention:
    """A suggestion ready to be stored: a span of raw, and its surface in reading text."""

    span: Span
    label: str
    confidence: float
    origin: str
    surface: str
    value: Value | None = None
    concept_id: int | None = None
    sublabel: str = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many suggestions stand now, and how many mentions were added, changed or taken away for it."""

    standing: int
    changed: int


_INSERT = (
    "INSERT INTO mention (article_id, start, end, surface, label, origin, confidence, value_kind, value_text,"
    " value_rule, concept_id, sublabel, suggested_label, suggested_start, suggested_end, created_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Mentions:
    """The mentions of a project, in raw offsets."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, mention_id: int) -> Mention:
        """A mention; raises KeyError."""
        row = self._db.execute("SELECT * FROM mention WHERE id = ?", [mention_id]).fetchone()
        if row is None:
            raise KeyError(mention_id)
        return mention_from_row(row)

    def of(self, article_id: int) -> list[Mention]:
        """The mentions of an article by position, longer ones first."""
        sql = "SELECT * FROM mention WHERE article_id = ? ORDER BY start, end DESC, id"
        return [mention_from_row(r) for r in self._db.execute(sql, [article_id])]

    def surface(self, mention_id: int) -> str:
        """How the mention reads; "" when there is no such mention."""
        row = self._db.execute("SELECT surface FROM mention WHERE id = ?", [mention_id]).fetchone()
        return "" if row is None else str(row[0])

    def with_surface(self, surface: str, label: str | None = None, *, limit: int = 100_000) -> list[Mention]:
        """Mentions of the whole project that read exactly so, by article and position."""
        extra, values = ("AND label = ?", [surface, label]) if label else ("", [surface])
        sql = f"SELECT * FROM mention WHERE surface = ? {extra} ORDER BY article_id, start LIMIT ?"  # noqa: S608
        return [mention_from_row(r) for r in self._db.execute(sql, [*values, limit])]

    def with_label(self, label: str) -> list[tuple[int, str]]:
        """Ids and sub-labels of every mention that carries a label, whatever was decided."""
        sql = "SELECT id, sublabel FROM mention WHERE label = ? ORDER BY id"
        return [(int(r[0]), str(r[1])) for r in self._db.execute(sql, [label])]

    def count_surface(self, surface: str, label: str) -> int:
        """How many mentions of the project read so and carry the label, rejected ones left out."""
        sql = "SELECT count(*) FROM mention WHERE surface = ? AND label = ? AND decision <> 'rejected'"
        return int(self._db.execute(sql, [surface, label]).fetchone()[0])

    def counts(self) -> dict[tuple[str, str], int]:
        """How many mentions there are by label and decision."""
        sql = (
            "SELECT label, decision, count(*) FROM mention GROUP BY label, decision ORDER BY label, decision"
        )
        return {(str(r[0]), str(r[1])): int(r[2]) for r in self._db.execute(sql)}

    def replace_suggestions(
        self, article_id: int, suggestions: Sequence[NewMention], spared: Collection[int] = ()
    ) -> Replaced:
        """Put new suggestions in the place of the undecided ones.

        What a person decided stays, and so do the `spared` mentions: a suggestion that equals a decided mention's
        span, or overlaps an accepted one, or repeats a rejected span with the label refused, is dropped. A
        suggestion made again keeps the mention's id.
        """
        replaceable = self._replaceable(article_id) - set(spared)
        standing = self.of(article_id)
        kept = [m for m in standing if m.id not in replaceable]
        fresh = [s for s in suggestions if not any(_settles(m, s) for m in kept)]
        old = {(m.start, m.end, m.label): m for m in standing if m.id in replaceable}
        at, added, again, changed = now(), list[NewMention](), set[int](), 0
        for suggestion in fresh:
            known = old.pop((suggestion.span.start, suggestion.span.end, suggestion.label), None)
            if known is None:
                added.append(suggestion)
                continue
            again.add(known.id)
            if not _says_the_same(known, suggestion):
                changed += 1
                self._refresh(known.id, suggestion)
        gone = replaceable - again
        self._db.conn.executemany("DELETE FROM mention WHERE id = ?", [(i,) for i in sorted(gone)])
        self._db.conn.executemany(_INSERT, [_row(article_id, s, at) for s in added])
        return Replaced(len(fresh), len(added) + len(gone) + changed)

    def _replaceable(self, article_id: int) -> set[int]:
        """Suggestions that no person has touched: no decision, no note, no relation, no other span or label."""
        sql = (
            "SELECT id FROM mention WHERE article_id = ? AND decision = 'undecided' AND edited = 0"
            " AND origin <> 'person'"
            " AND id NOT IN (SELECT mention_id FROM note WHERE article_id = ? AND mention_id IS NOT NULL)"
            " AND id NOT IN (SELECT from_mention FROM relation WHERE article_id = ?"
            " UNION SELECT to_mention FROM relation WHERE article_id = ?)"
        )
        return {int(r[0]) for r in self._db.execute(sql, [article_id] * 4)}

    def _refresh(self, mention_id: int, s: NewMention) -> None:
        value = s.value or Value("", "")
        self._db.execute(
            "UPDATE mention SET surface = ?, origin = ?, confidence = ?, value_kind = ?, value_text = ?,"
            " value_rule = ?, concept_id = ?, sublabel = ? WHERE id = ?",
            [
                *(s.surface, s.origin, s.confidence, value.kind, value.text, value.rule),
                *(s.concept_id, s.sublabel, mention_id),
            ],
        )

    def insert(self, values: Mapping[str, object]) -> int:
        """Store a mention as a dataset has it; what a person does goes through the history instead."""
        return inserted(self._db, "mention", values)

    def insert_relation(self, article_id: int, kind: str, from_mention: int, to_mention: int) -> None:
        """Store a relation as a dataset has it."""
        self._db.execute(
            "INSERT OR IGNORE INTO relation (article_id, kind, from_mention, to_mention, origin)"
            " VALUES (?, ?, ?, ?, 'person')",
            [article_id, kind, from_mention, to_mention],
        )

    def relations(self, article_id: int) -> list[Relation]:
        """The relations of an article in the order they were made."""
        sql = "SELECT * FROM relation WHERE article_id = ? ORDER BY id"
        return [relation_from_row(r) for r in self._db.execute(sql, [article_id])]

    def relations_of(self, mention_id: int) -> list[Relation]:
        """The relations that a mention takes part in."""
        sql = "SELECT * FROM relation WHERE from_mention = ? OR to_mention = ? ORDER BY id"
        return [relation_from_row(r) for r in self._db.execute(sql, [mention_id, mention_id])]


def _settles(kept: Mention, new: NewMention) -> bool:
    if kept.decision is Decision.REJECTED:
        return kept.span == new.span and kept.label == new.label
    return kept.span.overlaps(new.span)


def _says_the_same(known: Mention, new: NewMention) -> bool:
    value = new.value if new.value and new.value.text else None
    said = (known.origin, known.confidence, known.value, known.concept_id, known.sublabel)
    return said == (new.origin, new.confidence, value, new.concept_id, new.sublabel)


def _row(article_id: int, s: NewMention, at: str) -> tuple[object, ...]:
    value = s.value or Value("", "")
    return (
        article_id,
        s.span.start,
        s.span.end,
        s.surface,
        s.label,
        s.origin,
        s.confidence,
        value.kind,
        value.text,
        value.rule,
        s.concept_id,
        s.sublabel,
        s.label,
        s.span.start,
        s.span.end,
        at,
    )
