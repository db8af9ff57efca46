"""Text with composed syllables to judge by, and the way back to the offsets of raw."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left

_CLUSTER = re.compile(
    r"[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7fb]*|.[\u0300-\u036f\u3099\u309a]+",
    re.DOTALL,
)
_DECOMPOSED = re.compile(r"[\u0300-\u036f\u1160-\u11ff\u3099\u309a]")


class Composed:
    """`text` is raw with decomposed letters composed; `raw` maps its offsets to code points of raw."""

    def __init__(self, raw: str) -> None:
        self._after: array[int] = array("q")
        self._lost: array[int] = array("q")
        self.text = raw if not _DECOMPOSED.search(raw) else self._compose(raw)

    def _compose(self, raw: str) -> str:
        parts: list[str] = []
        done = length = lost = 0
        for match in _CLUSTER.finditer(raw):
            composed = unicodedata.normalize("NFC", match.group())
            shrunk = match.end() - match.start() - len(composed)
            if not shrunk:
                continue
            parts += (raw[done : match.start()], composed)
            length += match.start() - done + len(composed)
            lost += shrunk
            done = match.end()
            self._after.append(length)
            self._lost.append(lost)
        parts.append(raw[done:])
        return "".join(parts)

    def raw(self, offset: int) -> int:
        """The offset in raw of a boundary between two composed characters."""
        at = bisect_left(self._after, offset + 1) - 1
        return offset if at < 0 else offset + self._lost[at]
