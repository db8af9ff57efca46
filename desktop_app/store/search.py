"""Search over reading text: FTS5's trigram index for substrings of three characters and more.

Building the index takes three times as long as storing a text, so texts are indexed later (`index_some`); until
then they are searched one by one. Answers are the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

MOST_TERMS = 2_000  # trigrams joined in one query


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a query is found: code points [start, end) of an article's reading text."""

    article_id: int
    start: int
    end: int
    before: str
    match: str
    after: str


def like(text: str) -> str:
    r"""A LIKE pattern for "contains", with \\ as the escape character."""
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def quoted(text: str) -> str:
    """An FTS5 string: the characters themselves, no operators."""
    return '"' + text.replace('"', '""') + '"'


# The articles whose reading text contains a string; takes `contained(text)`.
CONTAINING = (
    "SELECT rowid AS article_id FROM reading_fts WHERE reading_fts MATCH ?"
    " UNION ALL SELECT article_id FROM reading WHERE indexed = 0 AND text LIKE ? ESCAPE '\\'"
)


def contained(text: str) -> list[object]:
    """The values that `CONTAINING` takes for a string of three characters or more."""
    return [quoted(text), like(text)]


class Search:
    """Finds strings in the reading texts of a project."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def index_some(self, count: int = 10) -> int:
        """Put up to `count` texts into the index in one transaction; returns how many still wait."""
        with self._db.atomic():
            rows = self._db.execute("SELECT article_id FROM reading WHERE indexed = 0 LIMIT ?", [count])
            ids = [(int(r[0]),) for r in rows.fetchall()]
            self._db.conn.executemany(
                "INSERT INTO reading_fts(rowid, text) SELECT article_id, text FROM reading WHERE article_id = ?",
                ids,
            )
            self._db.conn.executemany("UPDATE reading SET indexed = 1 WHERE article_id = ?", ids)
        return int(self._db.execute("SELECT count(*) FROM reading WHERE indexed = 0").fetchone()[0])

    def articles(self, text: str, limit: int = 100_000) -> list[int]:
        """Articles whose reading text contains a string (letter case ignored), by id."""
        if len(text) >= 3:
            sql = f"{CONTAINING} ORDER BY article_id LIMIT ?"
            return [int(r[0]) for r in self._db.execute(sql, [*contained(text), limit])]
        sql = "SELECT article_id FROM reading WHERE text LIKE ? ESCAPE '\\' ORDER BY article_id LIMIT ?"
        return [int(r[0]) for r in self._db.execute(sql, [like(text), limit])]

    def candidates(self, text: str) -> list[int]:
        """Articles in which a string is worth looking for, by id: as `articles`, at once for two characters too.

        The trigram index knows what two characters begin; only a string that ends its text is missed.
        """
        if len(text) != 2:
            return self.articles(text)
        self._db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.reading_term USING fts5vocab(main, reading_fts, row)"
        )
        begins = text.casefold()
        sql = "SELECT term FROM temp.reading_term WHERE term >= ? AND term < ? LIMIT ?"
        found = [r[0] for r in self._db.execute(sql, [begins, begins + chr(0x10FFFF), MOST_TERMS + 1])]
        if not found:
            return self._waiting(text)
        if len(found) > MOST_TERMS:
            return self.articles(text)
        wanted = " OR ".join(quoted(term) for term in found)
        sql = f"{CONTAINING} ORDER BY article_id"
        return [int(r[0]) for r in self._db.execute(sql, [wanted, like(text)])]

    def _waiting(self, text: str) -> list[int]:
        """Articles not indexed yet whose reading text contains a string."""
        sql = (
            "SELECT article_id FROM reading WHERE indexed = 0 AND text LIKE ? ESCAPE '\\' ORDER BY article_id"
        )
        return [int(r[0]) for r in self._db.execute(sql, [like(text)])]

    def hits(self, text: str, *, limit: int = 1_000, width: int = 30) -> list[Hit]:
        """Every place where a string stands, with `width` characters of context on each side."""
        found: list[Hit] = []
        if not text:
            return found
        needle = text.casefold()
        for article_id in self.articles(text):
            row = self._db.execute("SELECT text FROM reading WHERE article_id = ?", [article_id]).fetchone()
            found += _in_text(article_id, str(row[0]), needle, width)
            if len(found) >= limit:
                return found[:limit]
        return found


def _in_text(article_id: int, text: str, needle: str, width: int) -> list[Hit]:
    folded = text.casefold()
    if len(folded) != len(text):  # some letters fold to two; offsets would shift
        folded = text
    hits, at = [], folded.find(needle)
    while at >= 0:
        end = at + len(needle)
        hits.append(
            Hit(article_id, at, end, text[max(0, at - width) : at], text[at:end], text[end : end + width])
        )
        at = folded.find(needle, end)
    return hits
