"""Sentences as columns of codes: what each unit is and where it stands, flat, with two boundary rows between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.tagger.codes import Codes, code
from desktop_app.extraction.tagger.context import Chunk, chunks_of, enclosures, heads_of
from desktop_app.extraction.tagger.gazetteer_marks import gazetteer_marks
from desktop_app.extraction.tagger.lexical import (
    STEM_ATTRIBUTES,
    UNIT_ATTRIBUTES,
    AttributeTable,
    Lexicality,
    UnitKey,
    stem_attributes,
    unit_attributes,
)

PADDING = 2
"""Boundary rows before the first, between and after the last sentence."""

FLAGS = (
    "space", "position", "particle", "particle_before", "particle_after", "particle_head", "quote", "bracket",
    "list", "kind",
)  # fmt: skip
STEMS = ("own", "before", "after", "after2", "head", "quoted", "after_quote", "owner")
"""Words that a unit is described by: its own, the neighbours (`after2` is the next but one), the head of its bare noun
phrase, the last word of the quotation it is in, the word behind that quotation, the word before its bracket."""
_BOUNDARY = code("\x02")

_BOUNDARY_FLAGS = (0, 0, 0, _BOUNDARY, _BOUNDARY, 0, 0, 0, _BOUNDARY, _BOUNDARY)
_SPACE = ((code("--"), code("-_")), (code("_-"), code("__")))
_FARTHEST = 4
_POSITION = {
    (i, j): code(f"position {i} {j}") for i in range(_FARTHEST) for j in range(-_FARTHEST, _FARTHEST + 1)
}
_SHORT_QUOTE, _LONG_QUOTE = 4, 15

Rows = NDArray[np.int32]


class Encoded(NamedTuple):
    """N rows: `units` [N] and `stems` [N, STEMS] index the attribute tables, `flags` [N, FLAGS] are codes.

    `first` is the row of each sentence's first unit, `lengths` the number of its units.
    """

    units: Rows
    stems: Rows
    flags: Codes
    first: NDArray[np.int64]
    lengths: NDArray[np.int64]


class Encoder:
    """Turns units into columns; remembers every distinct unit and stem it has met."""

    def __init__(self, lists: Lexicality) -> None:
        self._lists = lists
        self.start_anew()

    def start_anew(self) -> None:
        """Forget all units met: their memory has no other bound."""
        lists = self._lists
        self.units = AttributeTable[UnitKey](len(UNIT_ATTRIBUTES), lambda key: unit_attributes(key, lists))
        self.stems = AttributeTable[str](len(STEM_ATTRIBUTES), lambda stem: stem_attributes(stem, lists))

    def encode(self, sentences: Sequence[Sequence[Unit]]) -> Encoded:
        """Columns of the sentences; the tables grow by the units and stems not met before."""
        units: list[int] = [0] * PADDING
        stems: list[tuple[int, ...]] = [(0,) * len(STEMS)] * PADDING
        flags: list[tuple[int, ...]] = [_BOUNDARY_FLAGS] * PADDING
        first, lengths = list[int](), list[int]()
        for sentence in sentences:
            first.append(len(units))
            lengths.append(len(sentence))
            if sentence:
                self._add(sentence, units, stems, flags)
            units += [0] * PADDING
            stems += [(0,) * len(STEMS)] * PADDING
            flags += [_BOUNDARY_FLAGS] * PADDING
        return Encoded(
            np.array(units, np.int32),
            np.array(stems, np.int32),
            np.array(flags, np.uint64),
            np.array(first, np.int64),
            np.array(lengths, np.int64),
        )

    def _add(
        self,
        sentence: Sequence[Unit],
        units: list[int],
        stems: list[tuple[int, ...]],
        flags: list[tuple[int, ...]],
    ) -> None:
        chunks, of_unit = chunks_of(sentence)
        words = _Words(chunks, heads_of(sentence, chunks), self.stems)
        enclosed = _Enclosed(sentence, of_unit, words)
        marks = gazetteer_marks(sentence, self._lists.gazetteer)
        row = self.units.row
        last = len(sentence) - 1
        for i, unit in enumerate(sentence):
            units.append(row((unit.surface, unit.tag, unit.form, unit.oov)))
            index = of_unit[i]
            chunk = chunks[index]
            stems.append(words.stems[index] + enclosed.stems[i])
            flags.append(
                (
                    _SPACE[unit.spaced][i == last or sentence[i + 1].spaced],
                    _position(i - chunk.start, chunk.nouns - i),
                    *words.particles[index],
                    *enclosed.marks[i],
                    code(marks.lists[i]),
                    code(marks.kinds[i]),
                )
            )


class _Words:
    """Stem rows and particle codes of each chunk, its neighbours and its head."""

    def __init__(self, chunks: Sequence[Chunk], heads: Sequence[int], table: AttributeTable[str]) -> None:
        self.nothing = table.row("")
        self.row = [table.row(chunk.stem) for chunk in chunks]
        codes = [_BOUNDARY, *(code(chunk.particle) for chunk in chunks), _BOUNDARY]
        rows = [0, *self.row, 0, 0]
        places = range(len(chunks))
        self.stems = [(rows[i + 1], rows[i], rows[i + 2], rows[i + 3], rows[heads[i] + 1]) for i in places]
        self.particles = [(codes[i + 1], codes[i], codes[i + 2], codes[heads[i] + 1]) for i in places]


class _Enclosed:
    """For each unit the quotation and the bracket it is in: their words and marks."""

    def __init__(self, sentence: Sequence[Unit], of_unit: Sequence[int], words: _Words) -> None:
        nothing = (words.nothing,) * 3
        self.stems = [nothing] * len(sentence)
        self.marks: list[tuple[int, int]] = [(0, 0)] * len(sentence)
        for start, end, mark in enclosures(sentence):
            if start == end:
                continue
            if mark in "([":
                self._bracket(start, end, mark, words.row[of_unit[start - 2]] if start > 1 else 0)
            else:
                behind = of_unit[end] + 1
                following = words.row[behind] if behind < len(words.row) else 0
                self._quote(start, end, mark, words.row[of_unit[end - 1]], following)

    def _quote(self, start: int, end: int, mark: str, quoted: int, following: int) -> None:
        size = end - start
        length = "s" if size < _SHORT_QUOTE else "m" if size < _LONG_QUOTE else "l"
        for i in range(start, end):
            if length != "l":
                self.stems[i] = (quoted, following, self.stems[i][2])
            self.marks[i] = (code(f"{mark}{length}{_edge(i, start, end)}"), self.marks[i][1])

    def _bracket(self, start: int, end: int, mark: str, owner: int) -> None:
        for i in range(start, end):
            self.stems[i] = (*self.stems[i][:2], owner)
            self.marks[i] = (self.marks[i][0], code(f"{mark}{_edge(i, start, end)}"))


def _position(from_start: int, to_end: int) -> int:
    """Code of the distances to the start and the end of the stem, far ones alike."""
    return _POSITION[min(from_start, _FARTHEST - 1), max(-_FARTHEST, min(to_end, _FARTHEST))]


def _edge(i: int, start: int, end: int) -> str:
    if end - start == 1:
        return "only"
    return "first" if i == start else "last" if i == end - 1 else ""
