"""Sums of the table rows that many feature keys lead to, most of which lead to none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.codes import Keys

_FILTER_BITS = 22
_SHIFT = np.uint32(32 - _FILTER_BITS)


class KeyTable:
    """`keys` sorted [F], row i of `rows` [F, columns] belongs to key i; other keys count as rows of zeros."""

    def __init__(self, keys: Keys, rows: NDArray[np.float32]) -> None:
        self._keys, self._rows = keys, rows
        # A key is searched for only if some known one shares its upper bits: that spares most of the searching.
        self._maybe = np.zeros(1 << _FILTER_BITS, bool)
        self._maybe[keys >> _SHIFT] = True

    def summed(self, keys: Keys) -> NDArray[np.float32]:
        """Sum of the rows of each line of keys: [N, K] to [N, columns]."""
        count, width = keys.shape
        flat = keys.ravel()
        likely = np.flatnonzero(self._maybe[flat >> _SHIFT])
        wanted = flat[likely]
        places = np.searchsorted(self._keys, wanted)
        places[places == len(self._keys)] = 0
        hit = self._keys[places] == wanted if len(self._keys) else np.zeros(len(wanted), bool)
        return _sum_lines(self._rows[places[hit]], likely[hit] // width, count)


def _sum_lines(rows: NDArray[np.float32], lines: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """Sums of consecutive rows that belong to one line, [count, columns]; `lines` rises."""
    summed = np.zeros((count, rows.shape[1]), np.float32)
    if len(lines):
        starts = np.flatnonzero(np.diff(lines, prepend=-1))
        summed[lines[starts]] = np.add.reduceat(rows, starts, axis=0)
    return summed
