"""Mentions: spans of raw with a label, where they came from and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Value

PERSON = "person"


class Decision(StrEnum):
    """What became of a mention."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stored mention.

    `start`, `end` are code points of the source's raw text; `fragments` are the parts of a discontinuous
    mention (their hull is [start, end)), empty for an ordinary one. `origin` is the suggester's name, or
    "person" where a reviewer added it. `edited` says that a person changed its label or span;
    `suggested_label`, `suggested_start`, `suggested_end` keep what the suggester had said. Times are UTC,
    ISO 8601 with seconds. `attributes` are (name, value) pairs of the label schema.
    """

    id: int
    article_id: int
    start: int
    end: int
    label: str
    origin: str
    confidence: float = 1.0
    decision: Decision = Decision.UNDECIDED
    edited: bool = False
    sublabel: str = ""
    fragments: tuple[Span, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    value: Value | None = None
    concept_id: int | None = None
    suggested_label: str = ""
    suggested_start: int | None = None
    suggested_end: int | None = None
    reviewer: str = ""
    created_at: str = ""
    decided_at: str = ""

    @property
    def span(self) -> Span:
        """The mention's span of raw (the hull of a discontinuous one)."""
        return Span(self.start, self.end)

    @property
    def parts(self) -> tuple[Span, ...]:
        """The stretches of raw that the mention covers."""
        return self.fragments or (self.span,)

    @property
    def decided(self) -> bool:
        """Whether it is accepted or rejected."""
        return self.decision is not Decision.UNDECIDED


@dataclass(frozen=True, slots=True)
class Relation:
    """A stored relation between two mentions of one article; `kind` is one of the label schema's."""

    id: int
    article_id: int
    kind: str
    from_mention: int
    to_mention: int
    origin: str = PERSON


@dataclass(frozen=True, slots=True)
class Concept:
    """What mentions refer to: canonical name, label, aliases, external id and a note."""

    id: int
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A topic of an article. `evidence` are spans of raw that spoke for it when it was suggested."""

    id: int
    article_id: int
    tag: str
    origin: str
    confidence: float = 1.0
    decision: Decision = Decision.UNDECIDED
    evidence: tuple[Span, ...] = ()
    reviewer: str = ""
    decided_at: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on an article, on one of its mentions, or on a span of raw."""

    id: int
    article_id: int
    text: str
    mention_id: int | None = None
    start: int | None = None
    end: int | None = None
    open: bool = True
    reviewer: str = ""
    created_at: str = ""
    changed_at: str = ""
