"""A linear model over hashed character n-grams around a boundary between two characters."""

from __future__ import annotations

import re
import zlib
from array import array
from functools import cache
from math import exp
from pathlib import Path

from desktop_app.domain.errors import BrokenResource
from desktop_app.paths import resources_dir
from desktop_app.reading.spacing.words import WordFilter

SLOTS = 1 << 19
SCALE = 16.0
REACH = 8
_MAGIC = b"DADEUM-SPACING-3\n"
_DIGIT = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-z]")


def normal(text: str) -> str:
    """Characters as the model sees them: any digit is 0, any Latin letter is A."""
    return text if text.isalpha() and not text.isascii() else _LATIN.sub("A", _DIGIT.sub("0", text))


_PARTICLES_WORDS = (
    "은 는 이 가 을 를 의 에 에서 에게 으로 로 와 과 도 만 까지 부터 보다 처럼 이나 나 이란 란 이며 "
    "며 이고 고 에는 에도 에서는 으로는 로는 이다 다 인 적 적인 "
    "적으로 들 들이 들은 들을 등 등을 등이 하는 한 해 하고 했다 한다 하며 하기 할 된 되는 됐다 된다 "
    "받은 받는 이라고 라고 이라는 라는"
)
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_LONGEST = 6


def word_features(left: str, right: str, words: WordFilter) -> tuple[str, ...]:
    """What the dictionary says: the longest nouns that end at the boundary, begin at it and stand across it."""
    tail, head = left.rsplit(" ", 1)[-1][-_LONGEST:], right.split(" ", 1)[0][:_LONGEST]
    before = _longest(words, [tail[-n:] for n in range(len(tail), 1, -1)])
    after = _longest(words, [head[:n] for n in range(len(head), 1, -1)])
    across, split = _across(tail, head, words)
    rest = head[len(after[1:]) :] if after else head
    ending = "=" if not rest else "p" if rest in _PARTICLES else "-"
    whole = ("w" if len(before) == len(tail) + 1 else "") + ("v" if "v" + tail in words else "")
    return (
        f"A{_sized(before)}|{_sized(after)}|{_sized(across)}",
        f"B{whole}|{_sized(after)}|{ending}",
        f"C{_sized(across)}|{split}|{whole}",
        f"D{whole}|{'v' if 'v' + head in words else ''}|{_sized(across)}",
        f"E{ending}|{_sized(across)}|{_sized(before)}",
        f"F{'v' + tail + head in words}|{head in _PARTICLES}|{whole}|{min(len(tail), 3)}",
    )


def _longest(words: WordFilter, candidates: list[str]) -> str:
    for candidate in candidates:
        for kind in "knp":
            if kind + candidate in words:
                return kind + candidate
    return ""


def _across(tail: str, head: str, words: WordFilter) -> tuple[str, int]:
    for size in range(min(_LONGEST, len(tail) + len(head)), 1, -1):
        for taken in range(min(size - 1, len(tail)), 0, -1):
            if size - taken <= len(head):
                found = _longest(words, [tail[-taken:] + head[: size - taken]])
                if found:
                    return found, taken
    return "", 0


def _sized(word: str) -> str:
    return word[:1] + str(len(word) - 1) if word else ""


def features(left: str, right: str, words: WordFilter) -> list[int]:
    """Slots of the n-grams around a boundary.

    `left` ends and `right` begins at it; both are normalised (see `normal`), hold at most REACH characters and
    may contain blanks, which tell where the neighbouring words begin and end.
    """
    head, tail = right.split(" ", 1)[0], left.rsplit(" ", 1)[-1]
    l1, l2, l3 = left[-1:], left[-2:], left[-3:]
    r1, r2, r3 = right[:1], right[:2], right[:3]
    names = (
        f"a{l1}|{r1}",
        f"b{l2}|{r1}",
        f"c{l1}|{r2}",
        f"d{l2}|{r2}",
        f"e{l3}|{r1}",
        f"f{l1}|{r3}",
        f"g{l3}|{r2}",
        f"h{l2}|{r3}",
        f"i{l2}",
        f"j{r2}",
        f"k{l3}",
        f"l{r3}",
        f"m{tail}",
        f"n{head}",
        f"o{tail}|{r1}",
        f"p{l1}|{head}",
        f"q{len(tail)}|{len(head)}",
        f"r{len(tail)}|{l1}",
        f"s{len(head)}|{r1}",
        f"t{l1}",
        f"u{r1}",
        *word_features(left, right, words),
    )
    return [zlib.crc32(name.encode()) % SLOTS for name in names]


class SpacingModel:
    """Weights of `features`; `score` is the log-odds that a blank belongs at a boundary."""

    def __init__(self, weights: array[int], bias: float, words: WordFilter) -> None:
        self._weights = weights
        self.words = words
        self._bias = bias

    def score(self, left: str, right: str) -> float:
        """Log-odds of a blank between `left` and `right` (only the nearest REACH characters count)."""
        weights = self._weights
        total = sum(
            [weights[slot] for slot in features(normal(left[-REACH:]), normal(right[:REACH]), self.words)]
        )
        return total / SCALE + self._bias

    def probability(self, left: str, right: str) -> float:
        """Probability 0..1 of a blank between `left` and `right`."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.score(left, right)))))

    def to_bytes(self) -> bytes:
        """The file form: a line that names it, the bias as text, weights (signed bytes) and words zlib-packed."""
        packed = zlib.compress(self._weights.tobytes() + self.words.to_bytes(), 9)
        return _MAGIC + f"{self._bias:.6f}\n".encode() + packed

    @classmethod
    def from_bytes(cls, data: bytes) -> SpacingModel:
        """Read what `to_bytes` wrote; ValueError where it is something else."""
        if not data.startswith(_MAGIC):
            raise ValueError("not a spacing model")
        bias, _, packed = data[len(_MAGIC) :].partition(b"\n")
        data = zlib.decompress(packed)
        weights = array("b")
        weights.frombytes(data[:SLOTS])
        return cls(weights, float(bias), WordFilter(data[SLOTS:]))


def model_path() -> Path:
    """Where the shipped model lies."""
    return resources_dir() / "reading_spacing.bin"


@cache
def shipped_model() -> SpacingModel:
    """The model of `resources/reading_spacing.bin`, read once; BrokenResource where that fails."""
    path = model_path()
    try:
        return SpacingModel.from_bytes(path.read_bytes())
    except (OSError, ValueError, zlib.error) as error:
        raise BrokenResource(path=path, reason=str(error)) from error
