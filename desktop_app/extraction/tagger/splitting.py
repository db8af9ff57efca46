"""Cut units where a name may end inside a morpheme: an unknown word that swallowed a particle, 한미, 14일자."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.morphemes import Unit

_PARTICLES = (
    "에서는", "에서도", "으로는", "에게는", "이라는", "이라고", "에서", "에게", "으로", "이다", "라는",
    "라고", "이란", "까지", "부터", "처럼", "보다", "에는", "와는", "과는", "은", "는", "이", "가", "을",
    "를", "의", "에", "와", "과", "도", "로", "서", "다", "만", "랑", "란", "씨", "군", "님", "짱",
)  # fmt: skip
_POWERS = re.compile(r"(?:[한미중일북남러](?=[한미중일북남러·]|$)·?){2,3}")
_JAMO = re.compile(r"(?<=[가-힣])(?=[ㄱ-ㆎᄀ-ᇿ])|(?<=[ㄱ-ㆎᄀ-ᇿ])(?=[가-힣])")
_DAY = re.compile(r"(?<=^일)(?=자$)|(?<=^개)(?=국$)")
_BOUND = re.compile(r"(?<=[가-힣]{2})(?=[인식판발제산계측]$)")
_SURNAME_ONLY = re.compile(r"(?<=^[가-힣])(?=모$)")
_GUESSED_PARTICLE = "J?"
_SEPARATORS = re.compile(r"(?<=[^\s])(?=\s)|(?<=\s)(?=\S)|(?<=\w)(?=\.$)")


class Splitter:
    """Offers boundaries inside units after the names of `gazetteer`; remembers its decisions for each unit."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._known: dict[tuple[str, str, bool], tuple[int, ...]] = {}

    def split(self, units: Sequence[Unit]) -> list[Unit]:
        """The units with cuts added; a cut only offers a boundary, the model decides whether a name ends there."""
        whole: list[Unit] = []
        for unit in units:
            if unit.end - unit.start > 1 and (cuts := self._cuts_of(unit)):
                whole += _parts(unit, cuts)
            else:
                whole.append(unit)
        return whole

    def forget(self) -> None:
        """Drop what was remembered."""
        self._known.clear()

    def _cuts_of(self, unit: Unit) -> tuple[int, ...]:
        key = (unit.surface, unit.tag, unit.oov)
        cuts = self._known.get(key)
        if cuts is None:
            cuts = self._known[key] = tuple(sorted(set(self._cuts(unit))))
        return cuts

    def _cuts(self, unit: Unit) -> Iterator[int]:
        surface, tag = unit.surface, unit.tag
        if tag.startswith(("NNP", "SL", "W_")) or " " in surface:
            yield from (match.start() for match in _SEPARATORS.finditer(surface))
        if not tag.startswith("NN"):
            return
        yield from (match.start() for match in _JAMO.finditer(surface))
        if _POWERS.fullmatch(surface):
            yield from range(1, len(surface))
        elif unit.oov:
            yield from self._cuts_of_guess(surface)
        else:
            yield from self._cuts_of_word(surface)

    def _cuts_of_word(self, surface: str) -> Iterator[int]:
        cut = _DAY.search(surface) or _SURNAME_ONLY.search(surface)
        bound = _BOUND.search(surface)
        if cut or (bound and self._is_place(surface[: bound.start()])):
            yield (cut or bound).start()  # type: ignore[union-attr]

    def _cuts_of_guess(self, surface: str) -> Iterator[int]:
        particle = next((p for p in _PARTICLES if surface.endswith(p) and len(surface) - len(p) > 1), None)
        if particle:
            yield len(surface) - len(particle)
        for length in range(min(7, len(surface) - 1), 1, -1):
            if self.gazetteer.lookup(surface[:length]):
                yield length
                break
        for start in range(2, len(surface) - 1):
            if self._is_place(surface[start:]):
                yield start
                break

    def _is_place(self, surface: str) -> bool:
        return any(entry.label == "LC" for entry in self.gazetteer.lookup(surface))


def _parts(unit: Unit, cuts: Sequence[int]) -> Iterator[Unit]:
    bounds = (0, *cuts, len(unit.surface))
    for number, (left, right) in enumerate(pairwise(bounds)):
        surface = unit.surface[left:right]
        if surface.isspace():
            continue
        spaced = unit.spaced if number == 0 else unit.surface[left - 1].isspace()
        guessed = unit.oov and number > 0 and right == len(unit.surface) and surface in _PARTICLES
        tag = _GUESSED_PARTICLE if guessed else unit.tag
        yield Unit(unit.start + left, unit.start + right, surface, tag, surface, 0, unit.oov, spaced)
