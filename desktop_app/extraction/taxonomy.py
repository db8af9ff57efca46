"""The taxonomy of topic tags: `resources/topics.toml`, with a region tag for each province of the gazetteer."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.domain.errors import BrokenResource
from desktop_app.extraction.csv_table import read_table
from desktop_app.paths import resources_dir

REGION_PREFIX = "region."
_STRONG = 2.0
_WEAK = 0.7


class Topic(NamedTuple):
    """A topic: stable `code`, `parent` code or "", names, and what each term's occurrence is worth."""

    code: str
    parent: str
    korean: str
    english: str
    terms: dict[str, float]


class Taxonomy(NamedTuple):
    """All topics by code, in the order of the file, parents before children; regions last and without terms."""

    topics: dict[str, Topic]

    def children(self, code: str) -> list[Topic]:
        """The topics right below `code`; the top ones for ""."""
        return [topic for topic in self.topics.values() if topic.parent == code]


def load_taxonomy(resources: Path | None = None) -> Taxonomy:
    """The taxonomy of a resources folder (default: the one that ships), read once per folder and kept.

    Raises BrokenResource when a file is missing or damaged, a code comes twice or a parent does not come before.
    """
    return _load(resources or resources_dir())


@cache
def _load(resources: Path) -> Taxonomy:
    path = resources / "topics.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["topic"]
        topics = [_topic(row) for row in rows]
    except OSError as error:
        raise BrokenResource(path=path, reason=error.strerror or "cannot be read") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenResource(path=path, reason=f"not a taxonomy: {error}") from error
    return Taxonomy(_by_code([*topics, *_regions(resources)], path))


def _topic(row: dict[str, Any]) -> Topic:
    terms = dict.fromkeys(row["weak"], _WEAK) | dict.fromkeys(row["strong"], _STRONG)
    return Topic(str(row["code"]), str(row["parent"]), str(row["ko"]), str(row["en"]), terms)


def _by_code(topics: list[Topic], path: Path) -> dict[str, Topic]:
    known: dict[str, Topic] = {}
    for topic in topics:
        if topic.code in known or (topic.parent and topic.parent not in known):
            raise BrokenResource(path=path, reason=f"topic {topic.code}: twice, or before its parent")
        known[topic.code] = topic
    return known


def _regions(resources: Path) -> list[Topic]:
    table = read_table(resources / "gazetteer" / "divisions.csv")
    rows = table.columns("code", "name", "english", "kind", "valid_to")
    return [
        Topic(REGION_PREFIX + code, "", name, english, {})
        for code, name, english, kind, valid_to in rows
        if kind == "sido" and not valid_to
    ]
