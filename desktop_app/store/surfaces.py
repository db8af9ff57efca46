"""What is named in a project: surfaces of mentions and titles, found by pattern, by label, by concept, by tag."""

from __future__ import annotations

import re

from sqlite_utils import Database

from desktop_app.domain.mention import Mention, Tag
from desktop_app.store.rows import mention_from_row, tag_from_row
from desktop_app.store.search import like


class Surfaces:
    """Searches over names; mentions that are rejected do not count."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def matching(self, pattern: re.Pattern[str], *, limit: int = 200) -> list[str]:
        """What a pattern matches in surfaces of mentions and in titles: the stretches themselves, each once."""
        found: dict[str, None] = {}
        for sql in ("SELECT DISTINCT surface FROM mention", "SELECT title FROM article WHERE title <> ''"):
            # Joined once and searched by one expression: quicker than 100,000 calls.
            lines = "\n".join(r[0].replace("\n", " ") for r in self._db.execute(sql))
            for match in pattern.finditer(lines):
                found[match.group()] = None
                if len(found) >= limit:
                    return list(found)
        return list(found)

    def labelled(self, label: str, containing: str = "", *, limit: int) -> list[Mention]:
        """Mentions of a label whose surface contains a string, by article and position."""
        return self._mentions(
            "label = ? AND surface LIKE ? ESCAPE '\\'", [label, like(containing)], limit=limit
        )

    def of_concepts(self, name: str, *, limit: int) -> list[Mention]:
        """Mentions of concepts whose name or aliases contain a string, by article and position."""
        wanted = "SELECT id FROM concept WHERE name LIKE ? ESCAPE '\\' OR aliases LIKE ? ESCAPE '\\'"
        return self._mentions(f"concept_id IN ({wanted})", [like(name)] * 2, limit=limit)

    def _mentions(self, condition: str, values: list[object], *, limit: int) -> list[Mention]:
        sql = (
            f"SELECT * FROM mention WHERE {condition} AND decision <> 'rejected'"  # noqa: S608
            " ORDER BY article_id, start LIMIT ?"
        )
        return [mention_from_row(r) for r in self._db.execute(sql, [*values, limit])]

    def tagged(self, tag: str, *, limit: int) -> list[Tag]:
        """Tags of this name or below it, one for each article, by article."""
        sql = (
            "SELECT * FROM tag WHERE (tag = ? OR tag LIKE ? ESCAPE '\\') AND decision <> 'rejected'"
            " GROUP BY article_id ORDER BY article_id LIMIT ?"
        )
        below = like(tag).removeprefix("%").removesuffix("%") + ".%"
        return [tag_from_row(r) for r in self._db.execute(sql, [tag, below, limit])]
