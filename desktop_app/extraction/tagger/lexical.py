"""What the features know about a string apart from its context, computed once per distinct unit or stem."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.tagger.codes import Codes, code
from desktop_app.extraction.tagger.word_classes import WordClasses
from desktop_app.extraction.tagger.word_shape import alike, shape

UNIT_ATTRIBUTES = (
    "word", "tag", "coarse", "prefix1", "prefix2", "suffix1", "suffix2", "suffix3", "shape", "length", "sort",
    "cluster64", "cluster256", "cluster1024", "name", "ending", "post", "person", "lemma",
)  # fmt: skip
STEM_ATTRIBUTES = (
    "word", "prefix1", "prefix2", "suffix1", "suffix2", "suffix3", "shape", "length", "person", "name", "ending",
    "post", "known",
)  # fmt: skip
Key = TypeVar("Key", bound=Hashable)
_LARGEST_TABLE = 300_000
_FUNCTIONAL = ("J", "E", "XS", "VCP", "VCN", "V")


class Lexicality(NamedTuple):
    """The word lists that attributes look into."""

    classes: WordClasses
    gazetteer: Gazetteer

    def ending(self, surface: str) -> str:
        """Kind of name that the longest known ending of the surface is typical of, with its strength."""
        for length in range(min(6, len(surface) - 1), 0, -1):
            tail = surface[-length:]
            kinds = [
                f"{kind}{'!' if endings[tail] else '?'}"
                for kind, endings in self.gazetteer.suffixes.items()
                if tail in endings
            ]
            if kinds:
                return "+".join(kinds)
        return ""

    def post(self, surface: str) -> str:
        """Kind of the post that the surface is or ends in."""
        posts = self.gazetteer.posts
        if surface in posts:
            return f"={posts[surface].kind}{'g' if posts[surface].glued else ''}"
        for start in range(1, len(surface)):
            post = posts.get(surface[start:])
            if post and post.compounds:
                return f"~{post.kind}"
        return ""

    def person(self, surface: str) -> str:
        """Whether the surface has the length and the surname of a Korean person's name, and how usual it is."""
        if not 2 <= len(surface) <= 4:
            return ""
        frequency = self.gazetteer.surnames.get(surface[0], 0.0)
        double = surface[:2] in self.gazetteer.surnames and len(surface) > 2
        rank = (
            "d"
            if double
            else "3"
            if frequency >= 10
            else "2"
            if frequency >= 1
            else "1"
            if frequency
            else "0"
        )
        return f"{rank}{len(surface)}"

    def known(self, surface: str) -> str:
        """Lists of the gazetteer that hold exactly this surface."""
        entries = self.gazetteer.lookup(surface)
        return "+".join(sorted({f"{e.listing}{'?' if e.weak else ''}" for e in entries}))


UnitKey = tuple[str, str, str, bool]
"""Surface, tag, form and whether the word was guessed: all that a unit's attributes depend on."""


def unit_attributes(key: UnitKey, lists: Lexicality) -> list[str]:
    """Values of `UNIT_ATTRIBUTES`; an empty string says nothing."""
    surface, tag, form, oov = key
    word = alike(surface)
    clusters = lists.classes.clusters_of(form, tag, oov=oov)
    nominal = tag[0] in "NXS"
    return [
        word,
        tag,
        tag[0] if tag[0] in "JEV" else tag.partition("+")[0][:3],
        word[:1],
        word[:2],
        word[-1:],
        word[-2:] if len(word) > 1 else "",
        word[-3:] if len(word) > 2 else "",
        shape(surface),
        str(min(len(word), 8)),
        f"{tag[:3]}{'o' if oov else ''}{'v' if clusters[0] else ''}{_extent(surface)}",
        *clusters,
        lists.classes.name_class_of(surface) if nominal else "",
        lists.ending(surface) if nominal else "",
        lists.post(surface) if nominal else "",
        lists.person(surface) if tag.startswith("N") else "",
        alike(form) if tag[0] in "VE" else "",
    ]


def _extent(surface: str) -> str:
    return "_" if " " in surface else str(min(len(surface), 5))


def stem_attributes(stem: str, lists: Lexicality) -> list[str]:
    """Values of `STEM_ATTRIBUTES` of a word without its particles."""
    word = alike(stem)
    return [
        word,
        word[:1],
        word[:2],
        word[-1:],
        word[-2:] if len(word) > 1 else "",
        word[-3:] if len(word) > 2 else "",
        shape(stem),
        str(min(len(word), 8)),
        lists.person(stem),
        lists.classes.name_class_of(stem),
        lists.ending(stem),
        lists.post(stem),
        lists.known(stem),
    ]


class AttributeTable(Generic[Key]):
    """Codes of the attributes of every distinct key met so far, one row each; row 0 is the sentence boundary."""

    def __init__(self, width: int, describe: Callable[[Key], list[str]]) -> None:
        self._describe = describe
        self._rows: dict[Key, int] = {}
        self.keys: list[Key | None] = [None]
        self._codes = np.zeros((1024, width), np.uint64)
        self._codes[0] = code("\x02")

    def row(self, key: Key) -> int:
        """Row of a key, made when it is met for the first time."""
        found = self._rows.get(key)
        return self._add(key) if found is None else found

    def _add(self, key: Key) -> int:
        row = len(self._rows) + 1
        if row == len(self._codes):
            self._codes = np.concatenate([self._codes, np.zeros_like(self._codes)])
        self._codes[row] = [code(value) for value in self._describe(key)]
        self._rows[key] = row
        self.keys.append(key)
        return row

    @property
    def codes(self) -> Codes:
        """Attribute codes, [rows, attributes]."""
        return self._codes[: len(self._rows) + 1]

    def is_full(self) -> bool:
        """Whether the table has grown so large that it should be started anew between two texts."""
        return len(self._rows) >= _LARGEST_TABLE


def is_functional(tag: str) -> bool:
    """Whether a unit of this tag ends the stem of a word: particles, endings, verbs, derivations."""
    return tag.startswith(_FUNCTIONAL)
