"""What a suggester is asked and what it answers: plain values that cross a process boundary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text to be read: its span in reading text and its role (see `domain.article.Role`)."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as suggesters see it: reading text without boilerplate, its blocks, the publication date.

    `published` is an ISO date or "". `key` is the caller's own name for the article and comes back untouched.
    `sentence` says that this is a lone sentence and no article: it is read by the convention of KLUE-NER's
    sentences, which the guidelines extend for articles (KLUE joins a city with the venue behind it).
    """

    text: str
    blocks: tuple[TextBlock, ...] = ()
    title: str = ""
    outlet: str = ""
    published: str = ""
    key: str = ""
    sentence: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme: code points [start, end) of reading text, Kiwi's tag (NNP, JKS, …), and its form."""

    start: int
    end: int
    tag: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A normalised value of a mention.

    `kind` is date, time, money, quantity, place, organisation or person; `text` its normal form (ISO 8601 or
    EDTF interval, number + unit, administrative code, …); `rule` names the rule that made it.
    """

    kind: str
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedMention:
    """A mention proposed: code points [start, end) of reading text, label, confidence 0..1, and its origin.

    `origin` names the suggester ("tagger", "pattern", "gazetteer", "alias", "lexicon", a plug-in's name).
    `concept` is a key shared by mentions that mean the same thing (the canonical name), or "".
    """

    start: int
    end: int
    label: str
    confidence: float
    origin: str
    value: Value | None = None
    concept: str = ""

    @property
    def span(self) -> Span:
        """The mention's span of reading text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SuggestedTag:
    """A topic tag proposed: its code, confidence 0..1, and the spans of reading text that speak for it."""

    tag: str
    confidence: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The answer for one article. `tokens` are sorted by start and do not overlap."""

    key: str
    mentions: tuple[SuggestedMention, ...] = ()
    tags: tuple[SuggestedTag, ...] = ()
    tokens: tuple[Token, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """What a project has learnt about a surface: its label, or that it is no mention (`label` "").

    `count` says in how many decisions; `scope` is "" for everywhere or a label whose suggestion was refused.
    """

    surface: str
    label: str
    count: int = 1
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries of a project, in the order they were learnt.

    `topics` are what settled tags taught: {tag: {term: weight to be added}}.
    """

    entries: tuple[LexiconEntry, ...] = field(default=())
    topics: Mapping[str, Mapping[str, float]] = field(default_factory=dict, hash=False)
