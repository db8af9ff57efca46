"""Known names as marks on units: which list a name is in, where it begins and whether it ends with a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.name_index import Match


class Marks(NamedTuple):
    """Per unit: `place` (B begins, I goes on, in small letters inside a unit) with the list, and the kind in it.

    Only names of lists and kinds enter, never a name itself: rows may be added to a gazetteer without retraining.
    """

    lists: list[str]
    kinds: list[str]


def gazetteer_marks(units: Sequence[Unit], gazetteer: Gazetteer) -> Marks:
    """Marks of the longest known names of a sentence; where names cross, the later one wins."""
    marks = Marks([""] * len(units), [""] * len(units))
    text, starts = joined(units)
    at = 0
    for match in gazetteer.matches(text):
        while starts[at + 1] <= match.start:
            at += 1
        _mark(marks, starts, [len(unit.surface) for unit in units], at, match)
    return marks


def joined(units: Sequence[Unit]) -> tuple[str, list[int]]:
    """Surfaces with one blank where units are spaced, and where each begins; the last figure is the length."""
    pieces, starts, length = list[str](), list[int](), 0
    for unit in units:
        if unit.spaced and pieces:
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(unit.surface)
        length += len(unit.surface)
    return "".join(pieces), [*starts, length]


def _mark(marks: Marks, starts: list[int], lengths: list[int], at: int, match: Match) -> None:
    names = "+".join(dict.fromkeys(f"{e.listing}{'?' if e.weak else ''}" for e in match.entries[:3]))
    kind = match.entries[0].kind
    i = at
    while i < len(lengths) and starts[i] < match.end:
        place = ("B" if starts[i] == match.start else "b") if i == at else "I"
        cut = "/" if starts[i] + lengths[i] > match.end else ""
        marks.lists[i] = f"{place}{cut}{names}"
        marks.kinds[i] = f"{place}{cut}{kind}"
        i += 1
