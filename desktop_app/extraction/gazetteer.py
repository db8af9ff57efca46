"""Gazetteers: lists of known names, posts, endings and surnames that ship as CSV in `resources/gazetteer/`.

The files say in their head comments where their facts come from. Name lists share the columns `name`, `aliases`,
`weak_aliases` (both `;`-separated) and `kind`; `code`, `parent`, `valid_from`, `valid_to` and `successor` are
optional.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from desktop_app.domain.errors import BrokenResource
from desktop_app.extraction.csv_table import CsvTable, read_table
from desktop_app.extraction.name_index import Entry, Match, NameIndex
from desktop_app.paths import resources_dir

__all__ = ["Entry", "Gazetteer", "Match", "Post", "load_gazetteer"]

# The label that a name of each list usually bears; OG or LC of a division depends on its role in the sentence.
LABEL_OF_LIST = {
    "divisions": "LC",
    "government": "OG",
    "organisations": "OG",
    "places": "LC",
    "products": "AF",
    "events": "EV",
    "policies": "CV_POLICY",
}
T = TypeVar("T")
_LONGEST_CHAIN = 8  # more renamings than any organ of state has gone through; ends a circle in a broken list
_MUNICIPAL_KINDS = frozenset({"si", "gun", "gu"})


class Post(NamedTuple):
    """A post: `glued` when a surname may stand right before it, `compounds` when it ends longer posts (경과원장)."""

    name: str
    kind: str
    glued: bool
    compounds: bool


class Gazetteer(NamedTuple):
    """All lists of one folder, ready for looking up.

    `suffixes` maps og, lc, ev, cv_policy, af to {ending: whether it is strong}; `surnames` gives people per
    thousand; `stop` holds strings that are never a mention alone; `by_code` finds divisions and countries.
    """

    names: NameIndex
    posts: dict[str, Post]
    suffixes: dict[str, dict[str, bool]]
    surnames: dict[str, float]
    stop: frozenset[str]
    by_code: dict[str, Entry]

    def lookup(self, surface: str) -> tuple[Entry, ...]:
        """Entries whose surface is exactly this, the most usual reading first; empty when unknown."""
        return self.names.lookup(surface)

    def matches(self, text: str) -> list[Match]:
        """Known names in `text`, in reading order, none inside a longer one; see `NameIndex.matches`."""
        return self.names.matches(text)

    def lies_in(self, inner: Entry, outer: Entry) -> bool:
        """Whether the division `inner` belongs to the division `outer` (directly or through its city)."""
        code = inner.parent
        while code:
            if code in (outer.code, outer.successor):
                return True
            parent = self.by_code.get(code)
            code = parent.parent if parent else ""
        return False

    def current(self, entry: Entry) -> Entry:
        """The division or organ of state that an abolished one became; `entry` itself when it still stands."""
        for _ in range(_LONGEST_CHAIN):
            after = self.by_code.get(entry.successor) or next(iter(self.lookup(entry.successor)), None)
            if after is None:
                break
            entry = after
        return entry


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of `folder` (default: the one that ships), read once per folder and kept.

    Raises BrokenResource when a list is missing, is not UTF-8 or lacks a column.
    """
    return _load(folder or resources_dir() / "gazetteer")


@cache
def _load(folder: Path) -> Gazetteer:
    entries = [e for listing in LABEL_OF_LIST for e in _entries(folder, listing)]
    return Gazetteer(
        names=NameIndex(entries),
        posts=_keyed(folder, "posts", ("name", "kind", "glue", "suffix"), _post),
        suffixes=_suffixes(folder),
        surnames=_keyed(folder, "surnames", ("surname", "per_mille"), lambda c: (c[0], float(c[1]))),
        stop=frozenset(row[0] for row in read_table(folder / "stop.csv").columns("surface")),
        by_code={e.code: e for e in reversed(entries) if e.code},
    )


def _entries(folder: Path, listing: str) -> Iterator[Entry]:
    table = read_table(folder / f"{listing}.csv")
    label = LABEL_OF_LIST[listing]
    wanted = ("name", "aliases", "weak_aliases", "kind")
    optional = ("code", "parent", "valid_from", "valid_to", "successor")
    for name, aliases, weak, kind, *rest in table.columns(*wanted, optional=optional):
        weak_forms = weak.split(";") if weak else ()
        strong_forms = (name, *aliases.split(";")) if aliases else (name,)
        for surface in strong_forms:
            if surface not in weak_forms:
                yield Entry(surface, name, label, listing, kind, False, *rest)
        for surface in weak_forms:
            yield Entry(surface, name, label, listing, kind, True, *rest)
        if listing == "divisions":
            yield from _offices(name, kind, strong_forms, rest)


def _offices(name: str, kind: str, forms: tuple[str, ...], rest: Sequence[str]) -> Iterator[Entry]:
    """Council and office of a division: 수원시의회, 수원시청, 전북도청.

    They bear no code of their own, for the code names the division; it is their parent.
    """
    code, _, valid_from, valid_to, _ = rest
    for form in forms:
        if form[-1] in "시도군구":
            yield Entry(
                f"{form}청", f"{name}청", "OG", "government", "office", False, "", code, valid_from, valid_to
            )
    if kind in _MUNICIPAL_KINDS:
        council = f"{name}의회"
        yield Entry(council, council, "OG", "government", "council", False, "", code, valid_from, valid_to)


def _post(cells: tuple[str, ...]) -> tuple[str, Post]:
    name, kind, glue, suffix = cells
    return name, Post(name, kind, glue == "1", suffix == "1")


def _suffixes(folder: Path) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for kind, suffix, weight in read_table(folder / "suffixes.csv").columns("kind", "suffix", "weight"):
        found.setdefault(kind, {})[suffix] = weight == "strong"
    return found


def _keyed(
    folder: Path, listing: str, wanted: tuple[str, ...], make: Callable[[tuple[str, ...]], tuple[str, T]]
) -> dict[str, T]:
    table: CsvTable = read_table(folder / f"{listing}.csv")
    try:
        return dict(make(cells) for cells in table.columns(*wanted))
    except ValueError as error:
        raise BrokenResource(path=table.path, reason=str(error)) from error
