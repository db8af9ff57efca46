"""How much of one text comes back in another, with or without its blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import log

_WORDLESS = re.compile(r"[^가-힣A-Za-z0-9一-鿿]+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]{2,}")
# Syllable pairs of particles, endings and the commonest function words, by document frequency in news text.
_COMMON_WORDS = (
    "에서 했다 다고 으로 었다 이다 까지 한다 있다 에는 라고 는다 월일 았다 지않 이라 부터 고말 다는 "
    "말했 니다 고했 년월 서는 렸다 하는 원이 원을 고있 는일 린다 들어 "
    "였다 지만 수있 명이 는년 졌다 함께 원은 것이 장이 장에 들은 들이 부는 된다 됐다 하고 열린 는이 "
    "아니 장을 대한 이어 은년 도는 라는 원에 하다 자는 밝혔 혔다 없다 "
    "사를 에따 받리 를회 기로 다며 하지 기를 올해 이들 마다 은일 한편 위해 통해 따라 관련 이번 지난 "
    "그는 또한 특히 있는 있도 록하 도록 했으 으며 이며 하며 해서 하여 "
    "에도 이날 오는 예정 이가 이를 것으 로보 인다 등을 등이 고밝 개최 최했 참석 석했 가운 운데 대해 "
    "에대 가장 같은 은이 는지 들을 과함 께하 기위 을위 를통 을통 면서 "
    "한다고"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def grams(text: str) -> frozenset[str]:
    """Pairs of neighbouring syllables (blanks left out) and Latin words, without the commonest."""
    bare = _WORDLESS.sub("", text)
    pairs = {a + b for a, b in pairwise(bare) if not (a.isascii() and b.isascii())}
    pairs.update(word.lower() for word in _ASCII_WORD.findall(text))
    return frozenset(pairs - _COMMON)


def bare(text: str) -> str:
    """Only the letters and digits of a text, to see whether two say the same."""
    return _WORDLESS.sub("", text).lower()


class Rarity:
    """Weights of syllable pairs.

    One that stands in every body of a page tells nothing about which it belongs to.
    """

    def __init__(self, bodies: Sequence[AbstractSet[str]]) -> None:
        self._count = len(bodies)
        self._found: dict[str, int] = {}
        for body in bodies:
            for gram in body:
                self._found[gram] = self._found.get(gram, 0) + 1

    def weight(self, gram: str) -> float:
        """1 for a pair found in one body only, near 0 for one found in all of several."""
        if self._count < 2:
            return 1.0
        return log((self._count + 0.3) / max(1, self._found.get(gram, 1))) / log(self._count + 0.3)

    def covered(self, wanted: Iterable[str], body: AbstractSet[str]) -> float:
        """Weighted share 0..1 of `wanted` that `body` has."""
        total = found = 0.0
        for gram in wanted:
            weight = self.weight(gram)
            total += weight
            found += weight if gram in body else 0.0
        return found / total if total else 0.0


def covered(wanted: AbstractSet[str], body: AbstractSet[str]) -> float:
    """Share 0..1 of `wanted` that `body` has."""
    return len(wanted & body) / len(wanted) if wanted else 0.0
