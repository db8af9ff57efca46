"""Where units stand: the word they are in, the noun phrase, quotation marks and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.tagger.lexical import is_functional
from desktop_app.extraction.tagger.word_shape import CLOSING, OPENING, alike

_LONGEST_QUOTE = 60


class Chunk(NamedTuple):
    """Units [start, end) written together without blank or symbol: `stem` before its first particle or ending.

    `particle` is the first functional unit ("" when the chunk is bare), `nouns` the unit behind the stem.
    """

    start: int
    end: int
    nouns: int
    stem: str
    particle: str
    spaced: bool


def chunks_of(units: Sequence[Unit]) -> tuple[list[Chunk], list[int]]:
    """Chunks of a sentence, and for each unit the index of its chunk."""
    chunks: list[Chunk] = []
    of_unit: list[int] = []
    start = 0
    for end in range(1, len(units) + 1):
        if end < len(units) and not _breaks(units[end - 1], units[end]):
            continue
        of_unit.extend([len(chunks)] * (end - start))
        chunks.append(_chunk(units, start, end))
        start = end
    return chunks, of_unit


def _breaks(left: Unit, right: Unit) -> bool:
    return right.spaced or _is_symbol(left) or _is_symbol(right)


def _is_symbol(unit: Unit) -> bool:
    return unit.tag[0] == "S" and not unit.tag.startswith(("SL", "SN", "SH"))


def _chunk(units: Sequence[Unit], start: int, end: int) -> Chunk:
    nouns = start
    while nouns < end and not is_functional(units[nouns].tag):
        nouns += 1
    stem = "".join([unit.surface for unit in units[start:nouns]])
    particle = units[nouns].surface if nouns < end else ""
    return Chunk(start, end, nouns, stem, particle, units[start].spaced)


def heads_of(units: Sequence[Unit], chunks: Sequence[Chunk]) -> list[int]:
    """For each chunk the last chunk of its run of bare words (경기도 → 경제실장 in 경기도 미래성장 경제실장은)."""
    heads = list(range(len(chunks)))
    for i in range(len(chunks) - 2, -1, -1):
        here, following = chunks[i], chunks[i + 1]
        bare = not here.particle and not _is_symbol(units[here.start])
        if bare and following.stem and not _is_symbol(units[following.start]):
            heads[i] = heads[i + 1]
    return heads


class Enclosure(NamedTuple):
    """Units strictly between an opening and its closing mark, [start, end), with the opening mark."""

    start: int
    end: int
    mark: str


def enclosures(units: Sequence[Unit]) -> list[Enclosure]:
    """Pairs of quotation marks and brackets, none longer than 60 units, in the order of their closing."""
    open_at: dict[str, int] = {}
    found: list[Enclosure] = []
    for i, unit in enumerate(units):
        if unit.tag[0] != "S" or len(unit.surface) != 1:
            continue
        mark = alike(unit.surface)
        opening = next((o for o, c in CLOSING.items() if c == mark and o in open_at), None)
        if opening is not None and i - open_at[opening] <= _LONGEST_QUOTE:
            found.append(Enclosure(open_at.pop(opening) + 1, i, opening))
        elif mark in OPENING:
            open_at[mark] = i
    return found
