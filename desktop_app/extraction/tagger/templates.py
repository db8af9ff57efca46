"""Feature templates: which codes, alone or combined, the model has weights for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.codes import Codes, Keys, code, keys_of
from desktop_app.extraction.tagger.encoding import FLAGS, STEMS, Encoded
from desktop_app.extraction.tagger.lexical import STEM_ATTRIBUTES, UNIT_ATTRIBUTES

# Attributes of a unit alone, for itself and for its neighbours at a distance in units.
UNIT_ROLES: dict[int, tuple[str, ...]] = {
    0: UNIT_ATTRIBUTES,
    -1: ("word", "tag", "suffix2", "suffix1", "shape", "cluster64", "cluster256", "cluster1024", "name", "ending",
         "post", "sort"),
    1: ("word", "tag", "prefix1", "prefix2", "suffix2", "shape", "cluster64", "cluster256", "cluster1024", "name",
        "ending", "post", "sort"),
    -2: ("word", "tag", "cluster256", "post", "ending"),
    2: ("word", "tag", "cluster256", "post", "ending"),
}  # fmt: skip

# Attributes of the words that a unit is described by; the own word's together with the unit's position in it.
STEM_ROLES: dict[str, tuple[str, ...]] = {
    "own": STEM_ATTRIBUTES,
    "before": ("word", "suffix1", "suffix2", "ending", "post", "known", "person", "name"),
    "after": ("word", "suffix1", "suffix2", "ending", "post", "known", "person", "shape"),
    "after2": ("word", "suffix2", "post", "ending", "known", "person"),
    "head": ("word", "suffix1", "suffix2", "ending", "post", "person"),
    "quoted": ("word", "suffix1", "suffix2", "ending", "post"),
    "after_quote": ("word", "suffix2", "post", "ending"),
    "owner": ("word", "suffix2", "known", "ending", "person"),
}

# Combinations: a column is a unit attribute with a distance (word-1), a stem attribute (after.post) or a flag (list).
COMBINED: tuple[str, ...] = (
    "position", "particle", "particle_before", "particle_after", "particle_head", "quote", "bracket",
    "list", "kind", "space", "list-1", "list+1", "kind-1", "kind+1", "list+2", "list-2", "quote+1",
    "bracket+1", "bracket-1", "word-1 word", "word word+1", "tag-1 tag", "tag tag+1", "tag-1 tag tag+1",
    "tag-2 tag-1 tag", "tag tag+1 tag+2", "word tag+1", "word tag-1", "tag word+1", "tag word-1",
    "word-1 word word+1", "word-1 word+1", "word space", "tag space tag-1", "tag space tag+1",
    "shape space shape+1", "shape-1 shape", "cluster256-1 cluster256", "cluster256 cluster256+1",
    "cluster64-1 cluster64 cluster64+1", "cluster1024 space", "cluster256 particle",
    "cluster64 particle_head", "cluster256-1 cluster256+1", "word position", "tag position",
    "shape position", "sort position", "position quote", "name-1 name", "name name+1", "list particle",
    "list particle_head", "list kind-1", "list list+1", "list list-1", "list position", "list after.post",
    "list after.ending", "list after.word", "list before.word", "list head.post",
    "list particle after.word", "kind particle", "kind after.post", "kind space", "kind particle_head",
    "list tag", "list word", "ending particle", "ending post+1", "ending list", "ending-1 ending",
    "post-1 post", "post post+1", "post space", "own.ending particle", "own.post particle",
    "own.ending position", "own.post position", "own.person after.post", "own.person before.post",
    "own.person after.word", "own.person particle after.post", "own.person position after.post",
    "own.person position sort", "own.person before.known", "own.shape particle",
    "own.length own.person particle", "own.word particle", "own.word after.word", "own.word before.word",
    "own.known particle after.word", "own.known particle_head", "own.known after.post",
    "own.known after.known", "own.known before.known", "own.known after.ending", "own.suffix1 particle",
    "own.suffix2 particle", "own.suffix1 after.post", "head.ending position", "head.post position",
    "head.suffix2 position", "head.word position", "head.ending particle_head", "quoted.ending quote",
    "quoted.suffix1 quote", "quoted.suffix2 quote", "quote after_quote.word", "quote after_quote.ending",
    "owner.known bracket", "owner.ending bracket", "bracket shape", "after.word particle",
    "after.word position", "before.word position", "before.post position", "after.post position",
    "after.post after2.post", "particle after.word", "prefix1 length tag+1", "suffix1 tag+1",
    "suffix1 word+1", "suffix2 word+1", "suffix1-1 word", "word-2 word-1 word", "word word+1 word+2",
    "shape tag+1 word+1", "list-1 own.suffix1", "kind-1 own.ending", "kind-1 own.suffix1",
    "before.known own.suffix1", "before.suffix1 own.suffix1", "before.suffix1 own.ending",
    "before.known own.ending", "before.suffix1 own.suffix2",
)  # fmt: skip


_SALT = 0xFFFF_FFFF
_COLUMN = re.compile(r"(?:(?P<stem>\w+)\.)?(?P<name>[a-z_]+\d*)(?P<distance>[+-]\d)?")


class Column(NamedTuple):
    """One code per unit: attribute `name` of the unit at `distance`, or of its word `stem`, or a flag."""

    stem: str
    name: str
    distance: int


def column(text: str) -> Column:
    """The column that a name in `COMBINED` means. Raises ValueError for an unknown one."""
    match = _COLUMN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Column(match["stem"] or "", match["name"], int(match["distance"] or 0))


class Templates:
    """Keys of all templates for what one encoder has encoded."""

    def __init__(self) -> None:
        self._combined = [(code(text) & _SALT, [column(part) for part in text.split()]) for text in COMBINED]

    def alone_unit(self, distance: int, codes: Codes) -> Keys:
        """Keys of the templates for units at a distance, [rows of the unit table, templates]."""
        return _alone(f"unit {distance}", UNIT_ROLES[distance], UNIT_ATTRIBUTES, codes)

    def alone_stem(self, role: str, codes: Codes) -> Keys:
        """Keys of the templates for a word in a role, [rows of the stem table, templates]."""
        return _alone(f"stem {role}", STEM_ROLES[role], STEM_ATTRIBUTES, codes)

    def combined(self, encoded: Encoded, units: Codes, stems: Codes) -> Keys:
        """Keys of the combined templates, [N, templates]; `units` and `stems` are the attribute tables."""
        columns = _Columns(encoded, units, stems)
        keys = np.empty((len(encoded.units), len(self._combined)), np.uint32)
        for i, (salt, parts) in enumerate(self._combined):
            keys[:, i] = keys_of(salt, [columns.get(part) for part in parts])
        return keys

    def tables(self, units: Codes, stems: Codes) -> Iterator[tuple[int | str, Keys]]:
        """Keys of all templates that stand alone, by distance in units or by role of a word."""
        for distance in UNIT_ROLES:
            yield distance, self.alone_unit(distance, units)
        for role in STEM_ROLES:
            yield role, self.alone_stem(role, stems)


def table_rows(encoded: Encoded, role: int | str) -> NDArray[np.int32]:
    """For each of the N rows the row of the unit table (role is a distance) or of the stem table."""
    if isinstance(role, int):
        return np.roll(encoded.units, -role)
    return encoded.stems[:, STEMS.index(role)]


def flag_keys(flags: Codes) -> Keys:
    """Keys of each flag alone, [N, FLAGS]; the same as where a flag stands alone in `COMBINED`."""
    keys = np.empty(flags.shape, np.uint32)
    for i, name in enumerate(FLAGS):
        keys[:, i] = keys_of(code(name) & _SALT, [flags[:, i]])
    return keys


def _alone(name: str, wanted: tuple[str, ...], known: tuple[str, ...], codes: Codes) -> Keys:
    keys = np.empty((len(codes), len(wanted)), np.uint32)
    for i, attribute in enumerate(wanted):
        salt = code(f"{name} {attribute}") & _SALT
        keys[:, i] = keys_of(salt, [codes[:, known.index(attribute)]])
    return keys


class _Columns:
    """Columns by name, each computed once."""

    def __init__(self, encoded: Encoded, units: Codes, stems: Codes) -> None:
        self._encoded, self._units, self._stems = encoded, units, stems
        self._made: dict[Column, Codes] = {}

    def get(self, wanted: Column) -> Codes:
        if wanted not in self._made:
            self._made[wanted] = self._make(wanted)
        return self._made[wanted]

    def _make(self, wanted: Column) -> Codes:
        if wanted.distance:
            # Two boundary rows stand between sentences, so a shift never reaches into the next one.
            return np.roll(self.get(wanted._replace(distance=0)), -wanted.distance)
        if wanted.stem:
            rows = self._encoded.stems[:, STEMS.index(wanted.stem)]
            made: Codes = self._stems[rows, STEM_ATTRIBUTES.index(wanted.name)]
        elif wanted.name in FLAGS:
            made = self._encoded.flags[:, FLAGS.index(wanted.name)]
        else:
            made = self._units[self._encoded.units, UNIT_ATTRIBUTES.index(wanted.name)]
        return made
