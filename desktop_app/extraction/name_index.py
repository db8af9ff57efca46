"""Find many known strings in a text at once, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from operator import add
from typing import NamedTuple

_SHORTEST = 2
_HANJA = "\u4e00-\u9fff\uf900-\ufaff"
_ONE_HANJA = re.compile(f"(?<![{_HANJA}])[{_HANJA}](?![{_HANJA}])")
_MIDDLE_DOTS = "ㆍ・‧"


class Entry(NamedTuple):
    """One surface of a known name.

    `name` is the canonical form, `listing` the list it comes from, `weak` says that the surface is also an
    everyday word or another name. `valid_from` and `valid_to` are the first and last ISO day of the name, "" where
    no limit is known.
    """

    surface: str
    name: str
    label: str
    listing: str
    kind: str
    weak: bool = False
    code: str = ""
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""

    def valid_on(self, day: str) -> bool:
        """Whether the name was in force on the ISO day."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


class Match(NamedTuple):
    """Code points [start, end) of a text that a known name covers, and its readings, strong and current ones first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """Label of the most usual reading."""
        return self.entries[0].label

    @property
    def name(self) -> str:
        """Canonical name of the most usual reading."""
        return self.entries[0].name

    @property
    def weak(self) -> bool:
        """Whether the surface is an everyday word or ambiguous in every reading."""
        return all(entry.weak for entry in self.entries)


class NameIndex:
    """Known surfaces of two characters and more, found by their first two characters and their length.

    A surface is found in its spellings without blanks and with any middle dot as well. Of single characters only
    Hanja are known, as headlines use them for countries (美), and found only beside no other Hanja.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[str, list[Entry]] = {}
        for entry in entries:
            for spelling in _spellings(entry.surface):
                found.setdefault(spelling, []).append(entry)
        # Stable sort: where neither weakness nor validity decides, the order of the lists does.
        self._entries = {s: tuple(sorted(e, key=_rank) if len(e) > 1 else e) for s, e in found.items()}
        self._lengths = _lengths_by_head(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self) -> Iterator[Entry]:
        """All entries, in the order in which their surfaces were given."""
        yield from dict.fromkeys(chain.from_iterable(self._entries.values()))

    def lookup(self, surface: str) -> tuple[Entry, ...]:
        """Entries of exactly this surface, strong and current ones first; empty when unknown."""
        return self._entries.get(surface, ())

    def matches(self, text: str) -> list[Match]:
        """Longest known name at every place of `text`, in reading order, without those inside another.

        Matches may cross. A name may begin or end inside a word (서울 in 서울행), which is for the caller to judge;
        only Latin letters and digits are never cut (EU is not found in EUV).
        """
        found: list[Match] = []
        reached = 0
        single = self._hanja(text)
        for start, end in merge(self._spans(text), single) if single else self._spans(text):
            if end > reached:
                found.append(Match(start, end, self._entries[text[start:end]]))
                reached = end
        return found

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        heads = map(add, text, islice(text, 1, None))
        known = self._entries
        for start, lengths in enumerate(map(self._lengths.get, heads)):
            if lengths is None:
                continue
            for length in lengths:
                end = min(start + length, len(text))
                if text[start:end] in known and not _cuts_latin(text, start, end):
                    yield start, end
                    break

    def _hanja(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in _ONE_HANJA.finditer(text) if match[0] in self._entries]


def _rank(entry: Entry) -> tuple[bool, bool]:
    return entry.weak, bool(entry.valid_to)


def _lengths_by_head(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for surface in surfaces:
        lengths.setdefault(surface[:2], set()).add(len(surface))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _spellings(surface: str) -> list[str]:
    if len(surface) < _SHORTEST and not _ONE_HANJA.fullmatch(surface):
        return []
    spellings = [surface]
    if " " in surface and not surface.isascii():
        spellings.append(surface.replace(" ", ""))
    if "·" in surface:
        spellings += [surface.replace("·", dot) for dot in _MIDDLE_DOTS]
    return spellings


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether a run of Latin letters or digits goes on across an end of the span."""
    before = start > 0 and _latin(text[start - 1]) and _latin(text[start])
    after = end < len(text) and _latin(text[end - 1]) and _latin(text[end])
    return before or after


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
