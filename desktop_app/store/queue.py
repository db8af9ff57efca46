"""The queue of articles: ids first, rows on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import orjson
from sqlite_utils import Database

from desktop_app.store.search import CONTAINING, contained, like


class Order(StrEnum):
    """What the queue is sorted by."""

    IMPORTED = "imported"
    DATE = "date"
    TITLE = "title"
    UNDECIDED = "undecided"
    UNCERTAINTY = "uncertainty"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles the queue shows; an empty field restricts nothing. Dates are ISO, both ends included."""

    text: str = ""
    states: tuple[str, ...] = ()
    outlet: str = ""
    since: str = ""
    until: str = ""
    tag: str = ""
    label: str = ""
    reviewer: str = ""
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An article as the queue shows it."""

    id: int
    title: str
    outlet: str
    published: str
    state: str
    undecided: int
    accepted: int
    source: str
    reviewer: str


_ORDERS = {
    Order.IMPORTED: "a.id",
    Order.DATE: "a.published DESC, a.id",
    Order.TITLE: "a.title = '', a.title, a.id",
    Order.UNDECIDED: "c.undecided DESC, a.id",
    Order.UNCERTAINTY: "a.uncertainty DESC, a.id",
}


class Queue:
    """Lists of article ids, and the rows that are looked at."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def ids(self, wanted: Filter | None = None, order: Order = Order.IMPORTED) -> list[int]:
        """The ids of the articles wanted, in order."""
        where, values = _where(wanted or Filter())
        wanted_ids = f"SELECT a.id FROM article a {_join(order)} {where} ORDER BY {_ORDERS[order]}"  # noqa: S608
        # One JSON array in place of a row object for each id: ten times faster at 100,000 articles.
        sql = f"SELECT json_group_array(id) FROM ({wanted_ids})"  # noqa: S608
        return list(orjson.loads(self._db.execute(sql, values).fetchone()[0]))

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """The rows of some articles, in the order of the ids; ids without an article are left out."""
        marks = ",".join("?" * len(ids))
        found = self._db.execute(
            "SELECT a.id, a.title, a.outlet, a.published, a.state, c.undecided, c.accepted, s.name, a.reviewer"  # noqa: S608
            " FROM article a JOIN mention_count c ON c.article_id = a.id JOIN source s ON s.id = a.source_id"
            f" WHERE a.id IN ({marks})",
            list(ids),
        )
        by_id = {r[0]: QueueRow(*r) for r in found}
        return [by_id[i] for i in ids if i in by_id]

    def next_after(self, article_id: int, *, reviewed: bool = False) -> int | None:
        """The next article in import order that is not reviewed, from the beginning again after the last one."""
        state = "" if reviewed else "AND state <> 'reviewed'"
        for condition in ("id > ?", "id < ?"):
            sql = f"SELECT id FROM article WHERE {condition} {state} ORDER BY id LIMIT 1"  # noqa: S608
            row = self._db.execute(sql, [article_id]).fetchone()
            if row is not None:
                return int(row[0])
        return None


def _join(order: Order) -> str:
    return "JOIN mention_count c ON c.article_id = a.id" if order is Order.UNDECIDED else ""


def _where(wanted: Filter) -> tuple[str, list[object]]:
    parts: list[tuple[str, list[object]]] = []
    if wanted.states:
        parts.append((f"a.state IN ({','.join('?' * len(wanted.states))})", list(wanted.states)))
    parts += [(condition, [value]) for condition, value in _plain(wanted) if value]
    if wanted.undecided:
        parts.append(("a.id IN (SELECT article_id FROM mention_count WHERE undecided > 0)", []))
    if wanted.text:
        parts.append(_containing(wanted.text))
    where = " AND ".join(condition for condition, _ in parts)
    return (f"WHERE {where}" if where else ""), [value for _, values in parts for value in values]


def _plain(wanted: Filter) -> list[tuple[str, str]]:
    return [
        ("a.outlet = ?", wanted.outlet),
        ("a.reviewer = ?", wanted.reviewer),
        ("a.published >= ?", wanted.since),
        ("a.published <> '' AND substr(a.published, 1, 10) <= ?", wanted.until),
        ("a.id IN (SELECT article_id FROM tag WHERE tag = ? AND decision <> 'rejected')", wanted.tag),
        ("a.id IN (SELECT article_id FROM mention WHERE label = ? AND decision <> 'rejected')", wanted.label),
    ]


def _containing(text: str) -> tuple[str, list[object]]:
    """Title, outlet or reading text contains a string; the trigram index needs three characters."""
    pattern = like(text)
    named = "a.title LIKE ? ESCAPE '\\' OR a.outlet LIKE ? ESCAPE '\\'"
    if len(text) < 3:
        return f"({named})", [pattern, pattern]
    return f"({named} OR a.id IN ({CONTAINING}))", [pattern, pattern, *contained(text)]
