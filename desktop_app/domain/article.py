"""Sources, blocks with roles, corrections, metadata, articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.spans import Span


class Role(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CONTACT = "contact"
    BOILERPLATE = "boilerplate"


class ArticleState(StrEnum):
    """How far the review of an article is."""

    NEW = "new"
    STARTED = "started"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Correction:
    """Raw [start, end) reads as `text`: a line break joined, a lost blank put back, a typing error mended.

    An empty span inserts. `kind` is "join", "blank" or "text"; `origin` is "cleaning" or a reviewer's name.
    """

    start: int
    end: int
    text: str
    kind: str = "join"
    origin: str = "cleaning"

    @property
    def span(self) -> Span:
        """The raw characters replaced."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article. `published` is an ISO 8601 date (or date and time) or ""."""

    title: str = ""
    subtitle: str = ""
    outlet: str = ""
    reporter: str = ""
    published: str = ""
    section: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A stored file: its decoded text `raw` never changes."""

    id: int
    name: str
    sha256: str
    encoding: str
    format: str
    raw: str
    path: str = ""
    imported_at: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stored block: raw [start, end), its role, its article or None, its place in the article's reading order.

    `origin` is "cleaning" or the reviewer who set the role.
    """

    id: int
    source_id: int
    article_id: int | None
    start: int
    end: int
    role: Role
    order: int = 0
    page: int | None = None
    repeat: bool = False
    origin: str = "cleaning"

    @property
    def span(self) -> Span:
        """The block's span of raw."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a source. `text_hash` identifies the reading text that its suggestions were made for."""

    id: int
    source_id: int
    ordinal: int
    metadata: Metadata
    state: ArticleState = ArticleState.NEW
    reviewer: str = ""
    reviewed_at: str = ""
    text_hash: str = ""
    suggested_hash: str = ""
    model: str = ""
