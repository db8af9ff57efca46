"""What a file's markup says of its text, laid on the lines before they are judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.lines import Kind, Line
from desktop_app.reading.cleaning.parts import Part
from desktop_app.reading.composed import Composed

_KINDS = {
    "title": Kind.HEADING,
    "subtitle": Kind.HEADING,
    "quote": Kind.PROSE,
    "list": Kind.BULLET,
    "table": Kind.TABLE,
    "caption": Kind.CAPTION,
    "boilerplate": Kind.FURNITURE,
}
_ROLES = {"quote": Role.QUOTE, "table": Role.TABLE, "list": Role.LIST}


@dataclass(frozen=True, slots=True)
class Hint:
    """Raw [start, end) and what its markup says it is.

    `says` is a role's name, "main" (of the page's main text) or "" (only its page is known).
    """

    start: int
    end: int
    says: str
    page: int | None = None


def lay_hints(lines: list[Line], hints: Sequence[Hint], composed: Composed) -> None:
    """Give each line the hint that covers its first character, and the kind that follows from it."""
    starts = [hint.start for hint in hints]
    for line in lines:
        at = bisect_right(starts, composed.raw(line.start)) - 1
        if at < 0 or composed.raw(line.start) >= hints[at].end:
            continue
        line.hint, line.page = hints[at].says, hints[at].page
        line.kind = _KINDS.get(line.hint, line.kind)


def settle_hinted(parts: list[Part]) -> None:
    """Roles that the markup states outright: quotations, tables, lists of short entries."""
    for part in parts:
        role = _ROLES.get(part.hint)
        if role is None or part.role in {None, Role.BOILERPLATE, Role.TITLE}:
            continue
        part.role = role
