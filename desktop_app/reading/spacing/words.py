"""Which strings are Korean words: a Bloom filter, small enough to ship, wrong for about three strings in a hundred."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

BITS = 1 << 22
_HASHES = 4
_ODD = 0x9E3779B1


class WordFilter:
    """Keys are a class and a word: n noun, p proper noun, k common noun, v form of a verb, adverb and the like."""

    def __init__(self, table: bytes | bytearray | None = None) -> None:
        self._table = bytearray(BITS // 8) if table is None else bytearray(table)
        if len(self._table) != BITS // 8:
            raise ValueError("wrong size of word table")

    def add_all(self, keys: Iterable[str]) -> None:
        """Take in keys such as "n도서관"."""
        for key in keys:
            for at in _places(key):
                self._table[at >> 3] |= 1 << (at & 7)

    def __contains__(self, key: object) -> bool:
        table = self._table
        first = zlib.crc32(str(key).encode())
        step = (first * _ODD >> 7) | 1
        for _ in range(_HASHES):
            at = first % BITS
            if not table[at >> 3] >> (at & 7) & 1:
                return False
            first += step
        return True

    def to_bytes(self) -> bytes:
        """The table, BITS / 8 bytes."""
        return bytes(self._table)


def _places(key: str) -> Iterable[int]:
    first = zlib.crc32(key.encode())
    step = (first * _ODD >> 7) | 1
    for _ in range(_HASHES):
        yield first % BITS
        first += step
