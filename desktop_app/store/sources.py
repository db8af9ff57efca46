"""Sources and what reading made of them: raw text, blocks, corrections, the articles they form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple

from sqlite_utils import Database

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction, Role, Source
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.store.rows import METADATA_FIELDS, Row, block_from_row, correction_from_row, now


def text_hash(text: str) -> str:
    """A short name for a reading text: the first 16 hex digits of its SHA-256 (surrogates kept as they are)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Sources:
    """The files of a project. Raw text is written once and never updated."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def known(self, sha256: str) -> int | None:
        """The id of the source with these bytes, or None."""
        row = self._db.execute("SELECT id FROM source WHERE sha256 = ?", [sha256]).fetchone()
        return None if row is None else int(row[0])

    def add(self, draft: SourceDraft) -> list[int]:
        """Store a file as read, with its articles; returns the articles' ids, empty when the bytes are known.

        Call it inside a transaction that holds many drafts: a commit costs more than a draft.
        """
        if self.known(draft.sha256) is not None:
            return []
        source_id = self._insert(
            "INSERT INTO source (name, path, sha256, encoding, format, length, imported_at) VALUES (?,?,?,?,?,?,?)",
            [draft.name, draft.path, draft.sha256, draft.encoding, draft.format, len(draft.raw), now()],
        )
        self._db.execute("INSERT INTO source_text VALUES (?, ?)", [source_id, draft.raw])
        articles = [self._add_article(source_id, ordinal, draft) for ordinal in range(len(draft.metadata))]
        self._db.conn.executemany(
            'INSERT INTO block (source_id, article_id, start, end, role, "order", page, repeat)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    source_id,
                    None if b.article is None else articles[b.article],
                    b.start,
                    b.end,
                    str(b.role),
                    b.order,
                    b.page,
                    int(b.repeat),
                )
                for b in draft.blocks
            ],
        )
        self._db.conn.executemany(
            "INSERT INTO correction (source_id, start, end, text, kind, origin) VALUES (?, ?, ?, ?, ?, ?)",
            [(source_id, *astuple(c)) for c in draft.corrections],
        )
        return articles

    def _add_article(self, source_id: int, ordinal: int, draft: SourceDraft) -> int:
        metadata = draft.metadata[ordinal]
        blocks = [b for b in draft.blocks if b.article == ordinal]
        text = textmap.build(draft.raw, blocks, draft.corrections).text
        article_id = self._insert(
            f"INSERT INTO article (source_id, ordinal, text_hash, {', '.join(METADATA_FIELDS)})"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [source_id, ordinal, text_hash(text), *astuple(metadata)],
        )
        self._db.execute("INSERT INTO reading (article_id, text) VALUES (?, ?)", [article_id, text])
        return article_id

    def _insert(self, sql: str, values: Sequence[object]) -> int:
        return int(self._db.execute(sql, list(values)).lastrowid or 0)

    def get(self, source_id: int) -> Source:
        """A source with its raw text; raises KeyError."""
        row = self._db.execute(
            "SELECT s.*, t.raw FROM source s JOIN source_text t ON t.source_id = s.id WHERE s.id = ?",
            [source_id],
        ).fetchone()
        if row is None:
            raise KeyError(source_id)
        return _source(row, row["raw"])

    def about(self, source_id: int) -> Source:
        """A source without its raw text; raises KeyError."""
        row = self._db.execute("SELECT * FROM source WHERE id = ?", [source_id]).fetchone()
        if row is None:
            raise KeyError(source_id)
        return _source(row, "")

    def raw(self, source_id: int) -> str:
        """The raw text of a source; raises KeyError."""
        row = self._db.execute("SELECT raw FROM source_text WHERE source_id = ?", [source_id]).fetchone()
        if row is None:
            raise KeyError(source_id)
        return str(row[0])

    def ids(self) -> list[int]:
        """The ids of all sources, in the order they came."""
        return [int(r[0]) for r in self._db.execute("SELECT id FROM source ORDER BY id")]

    def count(self) -> int:
        """How many sources there are."""
        return int(self._db.execute("SELECT count(*) FROM source").fetchone()[0])

    def blocks(self, source_id: int) -> list[Block]:
        """All blocks of a source, in raw order."""
        sql = "SELECT * FROM block WHERE source_id = ? ORDER BY start, id"
        return [block_from_row(r) for r in self._db.execute(sql, [source_id])]

    def roles_set(self) -> list[tuple[str, str, Role]]:
        """Every block whose role a person set: its article's outlet, its raw text, the role."""
        rows = self._db.execute(
            "SELECT a.outlet, substr(t.raw, b.start + 1, b.end - b.start), b.role FROM block b"
            " JOIN source_text t ON t.source_id = b.source_id"
            " JOIN article a ON a.id ="
            " coalesce(b.article_id, (SELECT min(id) FROM article WHERE source_id = b.source_id))"
            " WHERE b.origin <> 'cleaning' ORDER BY b.id"
        )
        return [(str(r[0]), str(r[1]).strip(), Role(r[2])) for r in rows]

    def blocks_of(self, article_id: int) -> list[Block]:
        """The blocks of an article, in reading order."""
        sql = 'SELECT * FROM block WHERE article_id = ? ORDER BY "order", start, id'
        return [block_from_row(r) for r in self._db.execute(sql, [article_id])]

    def corrections(self, source_id: int) -> list[Correction]:
        """The corrections of a source, in raw order."""
        sql = "SELECT * FROM correction WHERE source_id = ? ORDER BY start, end, id"
        return [correction_from_row(r) for r in self._db.execute(sql, [source_id])]

    def correction_ids(self, source_id: int, start: int, end: int) -> list[int]:
        """Ids of the corrections that touch raw [start, end)."""
        sql = "SELECT id FROM correction WHERE source_id = ? AND start <= ? AND end >= ? ORDER BY start, id"
        return [int(r[0]) for r in self._db.execute(sql, [source_id, end, start])]

    def text_map(self, article_id: int) -> TextMap:
        """The reading text of an article with its map to raw; raises KeyError."""
        source_id = self.source_of(article_id)
        return textmap.build(self.raw(source_id), self.blocks_of(article_id), self.corrections(source_id))

    def source_of(self, article_id: int) -> int:
        """The source of an article; raises KeyError."""
        row = self._db.execute("SELECT source_id FROM article WHERE id = ?", [article_id]).fetchone()
        if row is None:
            raise KeyError(article_id)
        return int(row[0])

    def refresh(self, article_ids: Iterable[int]) -> None:
        """Derive the reading text of articles anew after blocks or corrections changed, and their surfaces."""
        for article_id in article_ids:
            if self._db.execute("SELECT 1 FROM article WHERE id = ?", [article_id]).fetchone() is None:
                continue
            mapped = self.text_map(article_id)
            self._refresh_surfaces(article_id, mapped)
            self._db.execute(
                "INSERT INTO reading (article_id, text) VALUES (?, ?)"
                " ON CONFLICT(article_id) DO UPDATE SET text = excluded.text",
                [article_id, mapped.text],
            )
            self._db.execute(
                "UPDATE article SET text_hash = ? WHERE id = ?", [text_hash(mapped.text), article_id]
            )

    def _refresh_surfaces(self, article_id: int, mapped: TextMap) -> None:
        rows = self._db.execute(
            "SELECT id, start, end, surface FROM mention WHERE article_id = ?", [article_id]
        )
        for row in rows.fetchall():
            read = mapped.reading_span(Span(row[1], row[2]))
            surface = read.of(mapped.text) if read else ""
            if surface != row[3]:
                self._db.execute("UPDATE mention SET surface = ? WHERE id = ?", [surface, row[0]])


def _source(row: Row, raw: str) -> Source:
    return Source(
        id=row["id"],
        name=row["name"],
        sha256=row["sha256"],
        encoding=row["encoding"],
        format=row["format"],
        raw=raw,
        path=row["path"],
        imported_at=row["imported_at"],
    )
