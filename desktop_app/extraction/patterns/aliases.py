"""Aliases that an article itself declares: `이름(이하 별칭)`, `이름(별칭)`, Latin and Hanja glosses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.extraction.hits import Hit

_BRACKET = re.compile(
    r"[’'”\"」]?\s?[(（]\s?(?P<lead>(?:이하|약칭|일명|옛|본명)\s?[,:]?\s?)?[‘'“\"「]?"
    r"(?P<alias>[^()（）\n‘’'“”\"「」]{1,60}?)[’'”\"」]?\s?(?=[)）,·])"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏА-я][A-Za-z0-9 À-ɏА-я.&'’·/+-]*$")
_FOREIGN_NAME = re.compile(r"[A-ZÀ-ɏА-Я][A-Za-zÀ-ỿА-я'’.-]+(?:[\s-][A-Za-zÀ-ỿА-я'’.-]+)+$")
_HANJA = re.compile(r"[一-鿿]{2,}$")
_HANGUL = re.compile(r"[가-힣]")
_NAMEABLE = frozenset({"PS", "OG", "LC", "EV", "CV_POLICY", "AF"})
_INSTITUTION = re.compile(
    r"\b(?:Univ|University|Institute|College|School|Center|Centre|Lab|Inc|Academy|Hospital|Museum)\b"
)
_NOT_ALIAS = re.compile(
    r"^(?:[월화수목금토일]|왼쪽|오른쪽|가운데|사진|이하|현|전|대표|원장|회장|이사장|\d.*|.*\d\s?[-:]\s?\d.*)$"
)
_SHORTEST_COMMON = 2


class Alias(NamedTuple):
    """`surface` at [start, end) stands for `name`, which ends at `name_end`.

    `declared` when 이하 or the like says so.
    """

    surface: str
    start: int
    end: int
    name: str
    name_end: int
    label: str
    declared: bool


def find_aliases(text: str, hits: list[Hit]) -> Iterator[Alias]:
    """Aliases in brackets right behind one of `hits`."""
    for hit in hits:
        if hit.label not in _NAMEABLE:
            continue
        match = _BRACKET.match(text, hit.end)
        if match and _plausible(hit.surface(text), match["alias"], hit.label, bool(match["lead"])):
            start = match.start("alias")
            surface = match["alias"].rstrip()
            yield Alias(
                surface,
                start,
                start + len(surface),
                hit.surface(text),
                hit.end,
                hit.label,
                bool(match["lead"]),
            )


def _plausible(name: str, alias: str, label: str, declared: bool) -> bool:
    if _NOT_ALIAS.match(alias) or alias == name:
        return False
    if declared:
        return len(alias) <= 20
    if label == "PS":
        return _is_foreign_name(name, alias)
    return bool(_LATIN.match(alias) and _HANGUL.search(name)) or abbreviates(alias, name)


def _is_foreign_name(name: str, alias: str) -> bool:
    """Whether the bracket behind a person spells the name and is no affiliation."""
    if _HANJA.match(alias):
        return len(alias) <= 5 and bool(_HANGUL.search(name))
    return bool(_HANGUL.search(name) and _FOREIGN_NAME.match(alias)) and not _INSTITUTION.search(alias)


def abbreviates(short: str, name: str) -> bool:
    """Whether the characters of `short` occur in `name` in order: 경과원 of 경기도경제과학진흥원."""
    letters = short.replace(" ", "")
    if not _SHORTEST_COMMON <= len(letters) < len(name.replace(" ", "")):
        return False
    place = 0
    for letter in letters:
        place = name.find(letter, place) + 1
        if not place:
            return False
    return True
