"""Consistent stand-ins for persons: the same person gets the same other name wherever it stands."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.exchange.options import AnonymiseOptions

_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민유나진지엄채"
    "원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_GIVEN = (
    "가건경광규기나남다대덕도동라란래리린만명미민배범병보복봉빈상서석선설성세소수숙순슬승시신아"
    "안애양언연영예오옥완용우욱운원위유윤율은의인일재정제조종주준중지진찬창채천철초춘충치태하한"
    "해향헌혁현형혜호홍화환효후훈희"
)
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_BLANKS = re.compile(r"\s+")
_FIRST_HANGUL, _LAST_HANGUL = "가", "힣"
_WHOLE_NAME = 3


class StandIns:
    """Replaces names by others of the same length, so that no offset moves.

    A Korean name of two to four syllables becomes another such name, equal surnames stay equal ("김 지사" stays
    with "김재구"); other Hangul, Latin letters and digits change each for one of their kind; blanks stay. No two
    whole names share a stand-in. Names of three characters and more that are known by then are also replaced where
    no mention marks them, in titles, notes, corrections and concepts. Order of the articles and seed decide.
    """

    def __init__(self, options: AnonymiseOptions) -> None:
        self._labels = options.labels
        self._seed = options.seed
        self._names: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        self._by_start: dict[str, list[str]] = {}
        self._used: set[str] = set()

    def applied(self, article: DataArticle) -> DataArticle:
        """The article under stand-ins."""
        named = [m for m in article.mentions if m.label in self._labels]
        for mention in sorted(named, key=lambda m: (-(m.end - m.start), m.start)):
            self._stand_in(_key(mention.text))
        text = self._text(article.text, named)
        return replace(
            article,
            text=text,
            source_text="",
            metadata=self._metadata(article),
            mentions=tuple(self._mention(m, text) for m in article.mentions),
            notes=tuple(replace(n, text=self.in_text(n.text)) for n in article.notes),
            corrections=tuple(replace(c, text=self.in_text(c.text)) for c in article.corrections),
            tokens=tuple(replace(t, form=text[t.start : t.end]) for t in article.tokens),
        )

    def _metadata(self, article: DataArticle) -> Metadata:
        meta = article.metadata
        return replace(
            meta,
            title=self.in_text(meta.title),
            subtitle=self.in_text(meta.subtitle),
            reporter=self._reporter(meta.reporter),
            url="",
        )

    def _reporter(self, name: str) -> str:
        return self._stand_in(_key(name)) if name and "PS" in self._labels else name

    def _text(self, text: str, named: list[DataMention]) -> str:
        letters = list(self.in_text(text))
        for mention in named:
            for span in mention.parts or (mention.span,):
                surface = text[span.start : span.end]
                letters[span.start : span.end] = _laid_over(surface, self._stand_in(_key(surface)))
        return "".join(letters)

    def _mention(self, mention: DataMention, text: str) -> DataMention:
        value = mention.value
        if value and mention.label in self._labels:
            value = replace(value, text=self.in_text(value.text, always=True))
        return replace(
            mention,
            text=text[mention.start : mention.end],
            concept=self.in_text(mention.concept, always=mention.label in self._labels),
            note=self.in_text(mention.note),
            value=value,
        )

    def in_text(self, text: str, *, always: bool = False) -> str:
        """The text with every known whole name replaced; with `always` the text itself counts as a name."""
        if not text:
            return text
        if always:
            return _laid_over(text, self._stand_in(_key(text)))
        pieces, at, done = [], 0, 0
        while at <= len(text) - _WHOLE_NAME:
            name = next(
                (n for n in self._by_start.get(text[at : at + _WHOLE_NAME], ()) if text.startswith(n, at)), ""
            )
            if name:
                pieces += [text[done:at], self._names[name]]
                done = at = at + len(name)
            else:
                at += 1
        return "".join(pieces) + text[done:] if pieces else text

    def _stand_in(self, name: str) -> str:
        if name not in self._names:
            made = self._endings.get(name) or self._made(name)
            self._names[name] = made
            self._used.add(made)
            if len(name) >= _WHOLE_NAME:
                self._index(name, made)
        return self._names[name]

    def _index(self, name: str, made: str) -> None:
        self._endings.setdefault(name[1:], made[1:])
        same_start = self._by_start.setdefault(name[:_WHOLE_NAME], [])
        same_start.append(name)
        same_start.sort(key=len, reverse=True)

    def _made(self, name: str) -> str:
        if len(name) == 1:
            return self._letter(name, "", 0)
        for attempt in range(1000):
            made = "".join(
                self._letter(c, f"{name}/{i}/{attempt}" if i else "", i) for i, c in enumerate(name)
            )
            if made != name and made not in self._used:
                return made
        return "○" * len(name)

    def _letter(self, letter: str, place: str, index: int) -> str:
        """Another letter of the same kind; with an empty `place` the letter alone decides (surnames)."""
        number = int.from_bytes(
            hashlib.sha256(f"{self._seed}/{place or letter}".encode()).digest()[:6], "big"
        )
        if _FIRST_HANGUL <= letter <= _LAST_HANGUL:
            pool = _SURNAMES if index == 0 and letter in _SURNAMES else _GIVEN
            return _other(pool, letter, number)
        return _other_letter(letter, number)


def _key(surface: str) -> str:
    return _BLANKS.sub("", surface)


def _laid_over(surface: str, stand_in: str) -> str:
    letters = iter(stand_in)
    return "".join(c if c.isspace() else next(letters, c) for c in surface)


def _other(pool: str, letter: str, number: int) -> str:
    found = pool[number % len(pool)]
    return pool[(number + 1) % len(pool)] if found == letter else found


def _other_letter(letter: str, number: int) -> str:
    if letter.isdecimal():
        return _other("0123456789", letter, number)
    if not letter.isalpha():
        return letter
    small = letter.lower()
    if small not in _VOWELS + _CONSONANTS:
        return "○"
    found = _other(_VOWELS if small in _VOWELS else _CONSONANTS, small, number)
    return found if letter == small else found.upper()
