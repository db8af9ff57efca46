"""UTF-16 at the door: Qt and JavaScript count code units, everything else here counts code points."""

from __future__ import annotations

from bisect import bisect_left


class Utf16Offsets:
    """Converts offsets of one text between code points and UTF-16 code units, in O(log n).

    Characters beyond U+FFFF take two units. An offset into the middle of such a pair is taken back to its
    start. Offsets past the end are cut to the text's length.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = (
            []
            if text.isascii() or max(text, default="") <= "\uffff"
            else [i for i, c in enumerate(text) if c > "\uffff"]
        )
        self._units = [point + i for i, point in enumerate(self._astral)]

    def __len__(self) -> int:
        """Length in UTF-16 code units."""
        return self._length + len(self._astral)

    def to_utf16(self, offset: int) -> int:
        """Code points → code units."""
        offset = max(0, min(offset, self._length))
        return offset + bisect_left(self._astral, offset)

    def to_points(self, offset: int) -> int:
        """Code units → code points."""
        offset = max(0, min(offset, len(self)))
        before = bisect_left(self._units, offset)
        if before and self._units[before - 1] + 1 == offset:
            return self._astral[before - 1]
        return offset - before
