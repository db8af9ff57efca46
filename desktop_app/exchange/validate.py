"""The validation report: what an export would lose and what looks wrong, before anything is written."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.domain.article import ArticleState
from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import trimmed
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.options import ExportOptions, TokenKind
from desktop_app.exchange.shaping import Shape, shaper
from desktop_app.exchange.shaping.flatten import flattened
from desktop_app.exchange.shaping.split import SplitRow, near_duplicates, row_of


class Weight(StrEnum):
    """How much a finding weighs: wrong data, something that is left out, or something to look at."""

    ERROR = "error"
    LOSS = "loss"
    HINT = "hint"


_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `code` names the message, `params` are its values; `mention` and `start` say where."""

    code: str
    weight: Weight
    article: int
    mention: int | None = None
    start: int | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The English line."""
        return TEXTS[self.code].format(article=self.article, **self.params)


TEXTS: Mapping[str, str] = {
    "empty_label": "Article {article}: “{surface}” has no label.",
    "unknown_label": "Article {article}: “{surface}” has the label {label}, which the schema does not know.",
    "label_lost": "Article {article}: “{surface}” ({label}) has no code in the target tag set and is left out.",
    "overlap_lost": "Article {article}: “{surface}” ({label}) overlaps another mention and is left out.",
    "row_lost": "Article {article}: “{surface}” ({label}) shares a word with another mention and is left out.",
    "parts_joined": "Article {article}: “{surface}” is discontinuous and is written as one stretch.",
    "blank": "Article {article}: a mention ({label}) covers nothing but blanks.",
    "edge_blank": "Article {article}: “{surface}” begins or ends with a blank.",
    "surface": "Article {article}: a mention says “{surface}”, the text there reads “{found}”.",
    "across_blocks": "Article {article}: “{surface}” reaches over the end of a block.",
    "not_reviewed": "Article {article} is not reviewed yet ({state}).",
    "undecided": "Article {article}: {count} mentions are undecided.",
    "relations_lost": "Article {article}: {count} relations are left out.",
    "tags_lost": "Article {article}: {count} tags are left out.",
    "notes_lost": "Article {article}: {count} notes are left out.",
    "no_text": "Article {article} has no text.",
    "duplicate": "Article {article} has the same text as article {other}.",
    "near_duplicate": "Article {article} is nearly the same as article {other}.",
    "two_labels": "“{surface}” is labelled {label} here (article {article}), but {others} elsewhere.",
}

_NO_LOSS = Holds(nesting=True, discontinuous=True, relations=True, tags=True, notes=True)


def validate(
    articles: Iterable[DataArticle],
    schema: LabelSchema,
    options: ExportOptions,
    holds: Holds,
    progress: Callable[[int], bool] | None = None,
) -> list[Finding]:
    """The findings for an export of `articles` with `options` to a format that holds `holds`, in article order.

    Duplicates and surfaces labelled two ways come last. `progress` is called with the articles done; False stops.
    """
    report = _Report(schema, options, holds)
    for number, article in enumerate(articles, 1):
        report.take(article)
        if progress and progress(number) is False:
            break
    return [*report.findings, *report.duplicates(), *report.two_labels()]


@dataclass
class _Report:
    schema: LabelSchema
    options: ExportOptions
    holds: Holds
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        plain = replace(self.options, anonymise=None, labels=None)
        labelled = replace(self.options, anonymise=None)
        self._select: Shape = shaper(self.schema, plain, _NO_LOSS, Counter())
        self._label: Shape = shaper(
            self.schema, labelled, replace(_NO_LOSS, tags_to=self.holds.tags_to), Counter()
        )
        self._texts: dict[bytes, int] = {}
        self._rows: list[SplitRow] = []
        self._ids: list[int] = []
        self._surfaces: dict[str, dict[str, tuple[int, DataMention]]] = defaultdict(dict)
        self._same: list[Finding] = []

    def take(self, article: DataArticle) -> None:
        selected = self._select(article)
        self.findings += self._of_article(article, selected)
        edges = sorted({p for b in selected.blocks for p in (b.start, b.end)})
        for mention in selected.mentions:
            self.findings += self._of_mention(selected, mention, edges)
        self.findings += self._losses(article, selected)
        self._remember(selected)

    def _of_article(self, article: DataArticle, selected: DataArticle) -> Iterator[Finding]:
        if not article.text.strip():
            yield Finding("no_text", Weight.HINT, article.id)
        if article.state != ArticleState.REVIEWED:
            yield Finding("not_reviewed", Weight.HINT, article.id, params={"state": str(article.state)})
        undecided = sum(1 for m in article.mentions if m.decision == Decision.UNDECIDED)
        if undecided:
            yield Finding("undecided", Weight.HINT, article.id, params={"count": undecided})
        labelled = self._label(article)
        for layer in ("relations", "tags", "notes"):
            kept = len(getattr(labelled, layer)) if getattr(self.holds, layer) else 0
            count = len(getattr(selected, layer)) - kept
            if count:
                yield Finding(f"{layer}_lost", Weight.LOSS, article.id, params={"count": count})

    def _of_mention(self, article: DataArticle, m: DataMention, edges: list[int]) -> Iterator[Finding]:
        found = article.text[m.start : m.end]
        if found != m.text:
            yield _at("surface", Weight.ERROR, article, m, found=found)
        if not m.label:
            yield _at("empty_label", Weight.ERROR, article, m)
        elif m.label not in self.schema.by_code:
            yield _at("unknown_label", Weight.ERROR, article, m)
        if not found.strip():
            yield _at("blank", Weight.ERROR, article, m)
        elif found != found.strip():
            yield _at("edge_blank", Weight.HINT, article, m)
        if bisect_left(edges, m.start + 1) < bisect_left(edges, m.end):
            yield _at("across_blocks", Weight.HINT, article, m)
        if m.parts and not self.holds.discontinuous:
            yield _at("parts_joined", Weight.LOSS, article, m)

    def _losses(self, article: DataArticle, selected: DataArticle) -> Iterator[Finding]:
        labelled = self._label(article).mentions
        ids = {m.id for m in labelled}
        yield from (_at("label_lost", Weight.LOSS, selected, m) for m in selected.mentions if m.id not in ids)
        if not self.holds.nesting:
            kept = {m.id for m in flattened(labelled, self.options.nested)}
            yield from (_at("overlap_lost", Weight.LOSS, selected, m) for m in labelled if m.id not in kept)
            if self.holds.rows and self.options.tokens is TokenKind.EOJEOL:
                flat = [m for m in labelled if m.id in kept]
                yield from (
                    _at("row_lost", Weight.LOSS, selected, m) for m in sharing_a_word(selected.text, flat)
                )

    def _remember(self, article: DataArticle) -> None:
        for m in article.mentions:
            self._surfaces[m.text].setdefault(m.label, (article.id, m))
        if not article.text.strip():
            return
        key = hashlib.sha256("".join(article.text.split()).encode("utf-8", "surrogatepass")).digest()
        first = self._texts.setdefault(key, article.id)
        if first != article.id:
            self._same.append(Finding("duplicate", Weight.HINT, article.id, params={"other": first}))
        else:
            self._rows.append(row_of(article))
            self._ids.append(article.id)

    def duplicates(self) -> Iterator[Finding]:
        yield from self._same
        for group in near_duplicates(self._rows):
            for i in group[1:]:
                other = self._ids[group[0]]
                yield Finding("near_duplicate", Weight.HINT, self._ids[i], params={"other": other})

    def two_labels(self) -> Iterator[Finding]:
        """A line for each label of a surface that has several, at the first place where it stands."""
        for surface, labels in sorted(self._surfaces.items()):
            if len(labels) < 2:
                continue
            for label in sorted(labels):
                number, mention = labels[label]
                others = ", ".join(sorted(set(labels) - {label}))
                params = {"surface": surface, "label": label, "others": others}
                yield Finding("two_labels", Weight.HINT, number, mention.id, mention.start, params)


def sharing_a_word(text: str, mentions: Iterable[DataMention]) -> Iterator[DataMention]:
    """Of mentions without overlap, sorted: those that stand in an 어절 of which an earlier one has a part."""
    taken = 0
    for m in mentions:
        span = trimmed(m.span, text)
        if not span:
            continue
        if span.start < taken:
            yield m
            continue
        blank = _BLANK.search(text, span.end)
        taken = blank.start() if blank else len(text)


def _at(code: str, weight: Weight, article: DataArticle, m: DataMention, **more: object) -> Finding:
    params = {"surface": m.text, "label": m.label, **more}
    return Finding(code, weight, article.id, m.id, m.start, params)
