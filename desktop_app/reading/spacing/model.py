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

SLOTS = 1 << 17
SCALE = 16.0
REACH = 8
_MAGIC = b"DADEUM-SPACING-1\n"
_DIGIT = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-z]")


def normal(text: str) -> str:
    """Characters as the model sees them: any digit is 0, any Latin letter is A."""
    return text if text.isalpha() and not text.isascii() else _LATIN.sub("A", _DIGIT.sub("0", text))


def features(left: str, right: str) -> list[int]:
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
    )
    return [zlib.crc32(name.encode()) % SLOTS for name in names]


class SpacingModel:
    """Weights of `features`; `score` is the log-odds that a blank belongs at a boundary."""

    def __init__(self, weights: array[int], bias: float) -> None:
        self._weights = weights
        self._bias = bias

    def score(self, left: str, right: str) -> float:
        """Log-odds of a blank between `left` and `right` (only the nearest REACH characters count)."""
        weights = self._weights
        total = sum([weights[slot] for slot in features(normal(left[-REACH:]), normal(right[:REACH]))])
        return total / SCALE + self._bias

    def probability(self, left: str, right: str) -> float:
        """Probability 0..1 of a blank between `left` and `right`."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.score(left, right)))))

    def to_bytes(self) -> bytes:
        """The file form: a line that names it, the bias as text, the weights as zlib-packed signed bytes."""
        return _MAGIC + f"{self._bias:.6f}\n".encode() + zlib.compress(self._weights.tobytes(), 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> SpacingModel:
        """Read what `to_bytes` wrote; ValueError where it is something else."""
        if not data.startswith(_MAGIC):
            raise ValueError("not a spacing model")
        bias, _, packed = data[len(_MAGIC) :].partition(b"\n")
        weights = array("b")
        weights.frombytes(zlib.decompress(packed))
        if len(weights) != SLOTS:
            raise ValueError("wrong number of weights")
        return cls(weights, float(bias))


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
