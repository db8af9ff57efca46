"""The lines of a text that show something, with what they are worth on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

_RUN = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = " \t\xa0\u3000\u200b\u200c\u200d\u2060\ufeff\x00\x1c\x1d\x1e\x1f"


class Kind(StrEnum):
    """What a line looks like, before its neighbours are asked."""

    PROSE = "prose"
    HEADING = "heading"
    BULLET = "bullet"
    LABEL = "label"
    SECTION = "section"
    FURNITURE = "furniture"
    END = "end"
    STAMP = "stamp"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    CONTACT = "contact"
    TABLE = "table"
    RULE = "rule"


SURE_FURNITURE = frozenset({Kind.LABEL, Kind.FURNITURE, Kind.END})


@dataclass(slots=True)
class Line:
    """A line's visible characters: text[start:end) without blanks around.

    `gap` counts the empty lines before it, `width` its columns (a Hangul syllable takes two), `indent` the blanks
    before its first visible character. `broken` says that the next line goes on with the same sentence.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    width: int = 0
    kind: Kind = Kind.PROSE
    broken: bool = False
    hint: str = ""
    page: int | None = None
    notes: set[str] = field(default_factory=set)


def display_width(text: str) -> int:
    """Columns a text takes in a fixed-width font (three-byte characters of UTF-8 take two)."""
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that show at least one character, in order.

    Where empty lines stand between all of them, only those that are more count as a gap.
    """
    lines = list(_lines(text))
    spread = min((line.gap for line in lines[1:]), default=0)
    if spread:
        for line in lines[1:]:
            line.gap -= spread
    return lines


def _lines(text: str) -> Iterator[Line]:
    last = 0
    for match in _RUN.finditer(text):
        run = match.group()
        left = len(run) - len(run.lstrip().lstrip(_INVISIBLE).lstrip())
        shown = run[left:].rstrip().rstrip(_INVISIBLE).rstrip()
        if not shown:
            continue
        start = match.start() + left
        breaks = max(text.count("\n", last, start), text.count("\r", last, start))
        yield Line(
            start, start + len(shown), shown, gap=max(0, breaks - 1), indent=left, width=display_width(shown)
        )
        last = start + len(shown)
