"""Kiwi, and nothing else of the program knows it: texts in, morphemes with code point offsets out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol, cast

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token

LONGEST_PIECE = 1000
"""Code points: one long string is analysed at half the speed of its sentences, and holds memory."""

_SENTENCE_END = re.compile(r"(?:[.!?…。]+[\"'”’」』)\]]*(?=\s)|\n)\s*")
_SOFT_BREAK = re.compile(r"[\s,;·:]")
_LONGEST_QUOTE = 300

Pretokenized = Callable[[str], list[tuple[int, int, str]]]
"""From a text to the spans that are one word in it, with their tag: [(start, end, "NNP"), …]."""


class Unit(NamedTuple):
    """A morpheme as the tagger reads it: [start, end) of its text, tag, form, and what Kiwi knows about it.

    `surface` is text[start:end]; `key` Kiwi's morpheme id (0 where it has none); `oov` whether Kiwi guessed the
    word; `spaced` whether a blank (or the beginning) is before it.
    """

    start: int
    end: int
    surface: str
    tag: str
    form: str
    key: int
    oov: bool
    spaced: bool

    def token(self) -> Token:
        """The unit as other rooms see it."""
        return Token(self.start, self.end, self.tag, self.form)


class KiwiToken(Protocol):
    """The part of kiwipiepy's token that is read here; `start` and `len` are code points."""

    form: str
    tag: str
    start: int
    len: int
    id: int
    oov: bool


class _Kiwi(Protocol):
    def tokenize(
        self, text: list[str], *, pretokenized: Pretokenized | None
    ) -> Iterable[list[KiwiToken]]: ...


class Morphemes:
    """Kiwi, loaded at the first question (about 3 s); `workers` threads analyse the texts of one call.

    `pretokenized` maps a text to the spans that a project's lexicon wants whole; it costs no rebuild.
    """

    def __init__(self, workers: int = 2, pretokenized: Pretokenized | None = None) -> None:
        self.workers = max(1, workers)
        self.pretokenized = pretokenized

    @cached_property
    def _kiwi(self) -> _Kiwi:
        from kiwipiepy import Kiwi  # type: ignore[import-untyped]

        return cast("_Kiwi", Kiwi(num_workers=self.workers))

    def load(self) -> None:
        """Load Kiwi now instead of at the first question."""
        _ = self._kiwi

    def units(self, texts: Iterable[str]) -> Iterator[list[Unit]]:
        """Units of each text, in order; sorted, without overlap, none empty.

        Always a list of texts goes to Kiwi: on a single string it holds the interpreter lock.
        """
        listed = list(texts)
        if not any(text.strip() for text in listed):
            yield from ([] for _ in listed)
            return
        answers = self._kiwi.tokenize(listed, pretokenized=self.pretokenized)
        for text, answer in zip(listed, answers, strict=True):
            yield units_of(text, answer)

    def analyse(self, texts: Iterable[str]) -> list[list[Token]]:
        """Tokens of each text, in order; sorted, without overlap, none empty."""
        return [[unit.token() for unit in units] for units in self.units(texts)]


def units_of(text: str, tokens: Iterable[KiwiToken]) -> list[Unit]:
    """Kiwi's tokens as units: those that overlap become one with tags joined by +, empty ones go."""
    units: list[Unit] = []
    end = 0
    for token in tokens:
        start, length = token.start, token.len
        if length == 0:
            continue
        if start < end:
            end = max(end, start + length)
            units[-1] = _joined(units[-1], end, token, text)
            continue
        spaced = start == 0 or start > end or text[start - 1].isspace()
        end = start + length
        units.append(
            Unit(start, end, text[start:end], token.tag, token.form, token.id, bool(token.oov), spaced)
        )
    return units


def _joined(unit: Unit, end: int, token: KiwiToken, text: str) -> Unit:
    return unit._replace(
        end=end,
        surface=text[unit.start : end],
        tag=f"{unit.tag}+{token.tag}",
        form=f"{unit.form}+{token.form}",
    )


def sentences(text: str) -> list[Span]:
    """Spans of the sentences and lines of `text`, blanks at their ends left out; none longer than `LONGEST_PIECE`.

    A sentence ends at . ! ? … with its closing marks before a blank, or at a line end; inside an open “ ”
    quotation only the line end counts.
    """
    spans: list[Span] = []
    start = quote = 0
    for match in _SENTENCE_END.finditer(text):
        quote = max(quote, start)
        hard = "\n" in match.group()
        if not hard and _quote_is_open(text, quote, match.start()):
            continue
        spans.extend(_pieces(text, start, match.end()))
        start = match.end()
    spans.extend(_pieces(text, start, len(text)))
    return spans


def _quote_is_open(text: str, start: int, end: int) -> bool:
    opening = text.rfind("“", start, end)
    return opening >= 0 and text.rfind("”", opening, end + 3) < 0 and end - opening < _LONGEST_QUOTE


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_PIECE:
        cut = _cut(text, start)
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _cut(text: str, start: int) -> int:
    """Where to cut an endless line: behind the last soft break of the piece, else at its full length."""
    limit = start + LONGEST_PIECE
    for place in range(limit - 1, limit - LONGEST_PIECE // 2, -1):
        if _SOFT_BREAK.match(text[place]):
            return place + 1
    return limit


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = left + len(piece.strip())
    if right > left:
        yield Span(left, right)
