"""Strings and combinations of them as 64-bit codes, the same in every process and on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Keys = NDArray[np.uint32]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_HALF = np.uint64(32)


@lru_cache(maxsize=200_000)
def code(text: str) -> int:
    """Code of a string; 0 only for the empty string, which stands for "nothing to say"."""
    if not text:
        return 0
    return (
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") | 1
    )


def keys_of(salt: int, columns: Sequence[Codes]) -> Keys:
    """Feature keys of a template: one per row of its columns, 0 where any column has nothing to say."""
    mixed = np.full(columns[0].shape, np.uint64(salt), np.uint64)
    known = np.ones(columns[0].shape, bool)
    for column in columns:
        mixed = (mixed ^ column) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
        known &= column != 0
    return np.where(known, (mixed >> _HALF).astype(np.uint32) | np.uint32(1), np.uint32(0))
