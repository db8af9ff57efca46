"""A project as exporters see it: articles complete in themselves, offsets on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.article import Correction, Metadata
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token, Value


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A block of reading text [start, end) with its role, and the raw stretch behind it."""

    start: int
    end: int
    role: str
    source_start: int
    source_end: int
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class DataMention:
    """A mention: offsets in reading text, in raw, its surface in reading text, and all that is known of it.

    `parts` are the stretches of reading text of a discontinuous mention (empty for an ordinary one). `id` is
    unique in the project. `note` is the reviewer's note on it.
    """

    id: int
    start: int
    end: int
    source_start: int
    source_end: int
    label: str
    text: str
    origin: str
    decision: str
    confidence: float
    sublabel: str = ""
    edited: bool = False
    parts: tuple[Span, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    value: Value | None = None
    concept: str = ""
    note: str = ""
    reviewer: str = ""
    created_at: str = ""
    decided_at: str = ""

    @property
    def span(self) -> Span:
        """The mention's span of reading text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class DataTag:
    """A tag of an article."""

    tag: str
    origin: str
    decision: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DataRelation:
    """A relation between two mentions by their ids."""

    kind: str
    from_mention: int
    to_mention: int


@dataclass(frozen=True, slots=True)
class DataNote:
    """A note: on the article (mention None, no span), on a mention, or on a span of reading text."""

    text: str
    mention: int | None = None
    start: int | None = None
    end: int | None = None
    open: bool = True
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class DataConcept:
    """A concept of the project, named by its canonical name."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DataArticle:
    """One article, complete. `text` is the reading text, `source_text` the whole raw text of its source.

    Mentions are sorted by (start, -end, label, id) and have at least one character of reading text.
    `tokens` are morphemes with offsets in reading text (empty where none were computed).
    """

    id: int
    source_file: str
    source_sha256: str
    source_encoding: str
    source_format: str
    ordinal: int
    metadata: Metadata
    state: str
    reviewer: str
    reviewed_at: str
    text: str
    source_text: str
    blocks: tuple[DataBlock, ...] = ()
    mentions: tuple[DataMention, ...] = ()
    tags: tuple[DataTag, ...] = ()
    notes: tuple[DataNote, ...] = ()
    relations: tuple[DataRelation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """What an exporter writes: the project's name and guideline version, its schema, and the articles in order.

    `articles` is read once, so that any number streams through.
    """

    project: str
    schema: LabelSchema
    guideline: str
    articles: Iterator[DataArticle]
    concepts: tuple[DataConcept, ...] = ()
    licence: str = ""
    version: str = ""
