"""What the user may choose for an export and for an import, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision


class Basis(StrEnum):
    """Which text an export shows: the reading text, or the source as it was read."""

    READING = "reading"
    SOURCE = "source"


class NestedPolicy(StrEnum):
    """Which of two overlapping mentions a flat format keeps."""

    LONGEST = "longest"
    FIRST = "first"
    ACCEPTED = "accepted"


class TokenKind(StrEnum):
    """What a row of a token format is: a morpheme or an 어절 (a word between blanks)."""

    MORPHEME = "morpheme"
    EOJEOL = "eojeol"


class Standing(StrEnum):
    """What imported mentions count as: as the file says, decided by a person, or suggestions."""

    RECORDED = "recorded"
    DECIDED = "decided"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class SplitOptions:
    """Shares of train, dev and test (any positive numbers), and the seed that the assignment follows from."""

    train: float = 0.8
    dev: float = 0.1
    test: float = 0.1
    seed: int = 1


@dataclass(frozen=True, slots=True)
class AnonymiseOptions:
    """Replace mentions of `labels` by stand-ins; the same `seed` gives the same ones."""

    labels: frozenset[str] = frozenset({"PS"})
    seed: str = "dadeum"


@dataclass(frozen=True)
class ExportOptions:
    """How a dataset is written.

    `decisions` are those that mentions and tags must have. `labels` maps label codes to the codes written
    ("" leaves a label out); None takes the format's own mapping. `nested` counts only where the format is flat.
    `include_source` and `include_tokens` add the raw text and the morphemes to reviewed JSON.
    """

    decisions: frozenset[str] = frozenset({Decision.ACCEPTED})
    basis: Basis = Basis.READING
    labels: Mapping[str, str] | None = None
    nested: NestedPolicy = NestedPolicy.LONGEST
    tokens: TokenKind = TokenKind.MORPHEME
    split: SplitOptions | None = None
    anonymise: AnonymiseOptions | None = None
    include_source: bool = False
    include_tokens: bool = False


@dataclass(frozen=True, slots=True)
class JsonMapping:
    """Where the parts of an article lie in JSON of no fixed form (AI Hub's corpora differ from one another).

    Paths are keys joined by full stops; `[]` after a key walks a list (`docu_info.sentences[].annotations[]`).
    `articles` leads to the articles ("" : the whole file is one), `text` from there to the text (several texts
    are joined by a newline), `mentions` from the object that holds the text to its mentions. `start`, `end`,
    `label` and `surface` are keys of a mention. Without offsets (`start` ""), each `surface` is looked for in the text,
    one after the other. `end_inclusive` says that the end is the last character itself; `first` is the
    number of the first character (0 or 1). `utf16` says that offsets count UTF-16 units.
    """

    text: str
    mentions: str
    label: str
    articles: str = ""
    start: str = ""
    end: str = ""
    surface: str = ""
    end_inclusive: bool = False
    first: int = 0
    utf16: bool = False
    title: str = ""
    published: str = ""
    outlet: str = ""


@dataclass(frozen=True)
class ImportOptions:
    """How an annotated file is read.

    `labels` maps labels of the file to codes of the schema ("" leaves one out); what it does not name is
    looked up in `schema`. Without a schema every label is taken as it is. `mapping` is for JSON of no fixed form.
    """

    schema: LabelSchema | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    standing: Standing = Standing.RECORDED
    reviewer: str = ""
    mapping: JsonMapping | None = None
