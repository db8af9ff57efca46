"""Persons and their posts where the way of writing gives them away.

`이름+직함`, `직함+이름`, `성+직함`, `이름(나이)`, `이름 씨`, by-lines and personnel lists. Posts and
surnames come from the gazetteer; a name is two to four syllables that begin with a surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.particles import PARTICLE_END, stems, words

_HONORIFIC = rf"(?:\s?(?:씨|군|양|옹|여사|선생|할머니|할아버지|어린이)){PARTICLE_END}"
_ANONYMOUS = re.compile(
    r"(?<![A-Za-z가-힣])(?:[A-Z]|[가-힣]모)(?=\s?(?:\(\d{1,2}[^)]*\)\s?)?(?:씨|군|양|변호사|의원|교수))"
)
_AGED = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{2,4}(?=\s?\(\d{1,2}(?:[·,][^)]*)?\))")
_ADDRESSED = re.compile(rf"(?<![가-힣A-Za-z])[가-힣]{{2,4}}(?={_HONORIFIC})")
_GAP = re.compile(r"\s?")
_LONGEST_POST = 9
_BEGINS = re.compile(r"(?:(?<=[\s“(])|^)")
_NO_SURNAME_ALONE = frozenset("전현한")  # 전 총리, 현 시장, 한 교수: former, present, a certain


class _Word(NamedTuple):
    start: int
    end: int
    post_end: int
    """End of the post that the word bears, 0 when it bears none."""


class People:
    """Finds persons and posts with the posts and surnames of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._posts = gazetteer.posts
        self._endings = frozenset(name for name, post in gazetteer.posts.items() if post.compounds)
        self._glued = frozenset(name for name, post in gazetteer.posts.items() if post.glued)
        self._surnames = gazetteer.surnames
        self._known = gazetteer

    def find(self, text: str) -> Iterator[Hit]:
        """Persons and posts of `text`; hits may repeat and overlap."""
        seen = [self._word(text, start, end) for start, end in words(text)]
        for before, word, after in zip([None, *seen], seen, [*seen[1:], None], strict=False):
            if word.post_end:
                yield from self._around_post(text, before, word, after)
        for match in _AGED.finditer(text):
            if self.is_name(match.group()):
                yield Hit(match.start(), match.end(), "PS", 0.85, "pattern", "person.aged")
        for match in _ADDRESSED.finditer(text):
            if self.is_name(match.group()):
                yield Hit(match.start(), match.end(), "PS", 0.75, "pattern", "person.addressed")
        for match in _ANONYMOUS.finditer(text):
            yield Hit(match.start(), match.end(), "PS", 0.8, "pattern", "person.anonymous")

    def is_name(self, word: str) -> bool:
        """Whether the word looks like a full Korean name: a surname and one or two (three) syllables, no known word."""
        if not 2 <= len(word) <= 4 or word in self._posts or word in self._known.stop:
            return False
        if self._known.lookup(word) or self.post_length(word):
            return False
        surname = next((word[:n] for n in (2, 1) if word[:n] in self._surnames), "")
        return bool(surname) and 1 <= len(word) - len(surname) <= 2

    def post_length(self, word: str) -> int:
        """Length of the post that the word is, or ends in, without its particle; 0 when it bears none."""
        for stem in stems(word):
            if stem in self._posts:
                return len(stem)
            for size in range(min(_LONGEST_POST, len(stem) - 1), 1, -1):
                if stem[-size:] in self._endings and stem.isalnum():
                    return len(stem)
        return 0

    def _word(self, text: str, start: int, end: int) -> _Word:
        length = self.post_length(text[start:end])
        return _Word(start, end, start + length if length else 0)

    def _around_post(
        self, text: str, before: _Word | None, word: _Word, after: _Word | None
    ) -> Iterator[Hit]:
        if before and _touches(text, before.end, word.start):
            name = text[before.start : before.end]
            if name in self._surnames and name not in _NO_SURNAME_ALONE and _BEGINS.match(text, before.start):
                yield Hit(before.start, before.end, "PS", 0.9, "pattern", "person.surname_post")
                yield self._post(word, 0.93)._replace(rule="post.beside_surname")
            elif self.is_name(name):
                yield Hit(before.start, before.end, "PS", 0.8, "pattern", "person.name_post")
                yield self._post(word, 0.85)
        if after and word.post_end == word.end and _touches(text, word.end, after.start):
            stem = next((s for s in stems(text[after.start : after.end]) if self.is_name(s)), "")
            if stem and len(stem) == 3:
                yield Hit(after.start, after.start + len(stem), "PS", 0.7, "pattern", "person.post_name")
                yield self._post(word, 0.75)
        yield from self._glued_surname(text, word)

    def _glued_surname(self, text: str, word: _Word) -> Iterator[Hit]:
        """김지사: a surname right before a post that may bear one."""
        surface = text[word.start : word.post_end]
        if surface[1:] in self._glued and surface[:1] in self._surnames and surface not in self._posts:
            yield Hit(word.start, word.start + 1, "PS", 0.5, "pattern", "person.glued")
            yield Hit(word.start + 1, word.post_end, "CV_POSITION", 0.5, "pattern", "person.glued")

    @staticmethod
    def _post(word: _Word, confidence: float) -> Hit:
        return Hit(word.start, word.post_end, "CV_POSITION", confidence, "pattern", "post.beside_name")


def _touches(text: str, end: int, start: int) -> bool:
    return start - end <= 1 and bool(_GAP.fullmatch(text, end, start))
