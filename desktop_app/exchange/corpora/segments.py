"""Sentences, words and BIO tags of an article, for formats that are made of rows."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.spans import Span, trimmed
from desktop_app.exchange.options import TokenKind

_SENTENCE_END = re.compile(r"""[.!?。！？…]+["'”’」』)\]]*(?=\s)|\n""")
_WORD = re.compile(r"\S+")
_LINE_BREAKING = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
UNKNOWN_POS = "_"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a part of one: [start, end) of text, Kiwi's tag or "_", whether an 어절 begins with it."""

    start: int
    end: int
    pos: str
    opens: bool


def sentences(text: str, mentions: Iterable[DataMention] = ()) -> list[Span]:
    """Sentences without blanks at their ends, in order; none ends within a mention.

    A sentence ends at a newline, and at a full stop, question or exclamation mark (with closing quotation
    marks and brackets) before a blank.
    """
    cuts = [0, *_uncrossed([m.end() for m in _SENTENCE_END.finditer(text)], mentions), len(text)]
    spans = (trimmed(Span(a, b), text) for a, b in itertools.pairwise(cuts) if a < b)
    return [s for s in spans if s]


def _uncrossed(cuts: list[int], mentions: Iterable[DataMention]) -> list[int]:
    crossed = {c for m in mentions for c in cuts[bisect_left(cuts, m.start + 1) : bisect_left(cuts, m.end)]}
    return [c for c in cuts if c not in crossed]


def words(text: str, span: Span) -> list[Span]:
    """The 어절 of a stretch of text: what stands between blanks."""
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def rows(article: DataArticle, kind: TokenKind) -> Iterator[list[Piece]]:
    """The rows of each sentence: its 어절, or those cut at morphemes and at the ends of mentions."""
    cuts = sorted({p for t in article.tokens for p in (t.start, t.end)} | _ends(article.mentions))
    tags = {t.start: t.tag for t in article.tokens}
    for sentence in sentences(article.text, article.mentions):
        found = words(article.text, sentence)
        if kind is TokenKind.EOJEOL:
            yield [Piece(w.start, w.end, UNKNOWN_POS, True) for w in found]
        else:
            yield [piece for word in found for piece in _cut(word, cuts, tags)]


def _cut(word: Span, cuts: list[int], tags: dict[int, str]) -> Iterator[Piece]:
    inner = cuts[bisect_left(cuts, word.start + 1) : bisect_left(cuts, word.end)]
    for a, b in zip([word.start, *inner], [*inner, word.end], strict=True):
        yield Piece(a, b, tags.get(a, UNKNOWN_POS), a == word.start)


def _ends(mentions: Iterable[DataMention]) -> set[int]:
    return {p for m in mentions for p in (m.start, m.end)}


def blank(article: DataArticle) -> int:
    """How many mentions cover nothing but blanks; no row format can hold them."""
    return sum(1 for m in article.mentions if not m.text.strip())


def bio(found: Sequence[Piece], mentions: Iterable[DataMention]) -> tuple[list[str], int]:
    """An IOB2 tag for each piece, and how many mentions got none since another has a piece of theirs."""
    tags, lost = ["O"] * len(found), 0
    ends = [p.end for p in found]
    for mention in mentions:
        first = bisect_left(ends, mention.start + 1)
        touched = []
        while first < len(found) and found[first].start < mention.end:
            touched.append(first)
            first += 1
        if any(tags[i] != "O" for i in touched):
            lost += 1
            continue
        for i in touched:
            tags[i] = f"{'B' if i == touched[0] else 'I'}-{mention.label}"
    return tags, lost


def spans_of_bio(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first row, row behind the last, label) of every mention; an I- without its beginning opens one."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark in {"O", "", "_"} or not label:
            continue
        last = found[-1] if found else None
        if last and mark in {"I", "E"} and last[1] == i and last[2] == label:
            found[-1] = (last[0], i + 1, label)
        else:
            found.append((i, i + 1, label))
    return found


def one_line(text: str) -> str:
    """The text with every character that would end a row or a column replaced by a blank, length unchanged."""
    return _LINE_BREAKING.sub(" ", text)
