"""Administrative names as official codes."""

from __future__ import annotations

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.name_index import Entry


def place_of(surface: str, label: str, gazetteer: Gazetteer) -> Value | None:
    """Code of the division or country that the surface names (광주시 → 29); of an address the last level's.

    A division abolished since gives its own code, the rule says so. None when the name has no code.
    """
    words = surface.split()
    whole = _coded(gazetteer.lookup(surface))
    if whole:
        return _value(whole, label)
    if label != "LC" or len(words) < 2:
        return None
    outer: Entry | None = None
    for word in words:
        found = [entry for entry in gazetteer.lookup(word) if entry.code]
        inside = [entry for entry in found if outer is None or gazetteer.lies_in(entry, outer)]
        if not inside:
            break
        outer = inside[0]
    return _value(outer, label, "place.address") if outer else None


def _coded(entries: tuple[Entry, ...]) -> Entry | None:
    coded = [entry for entry in entries if entry.code]
    return coded[0] if (coded and len({entry.code for entry in coded[:2]}) == 1) or len(coded) == 1 else None


def _value(entry: Entry, label: str, rule: str = "") -> Value:
    rule = rule or ("place.former" if entry.valid_to else "place.code")
    return Value("place" if label == "LC" else "organisation", f"{entry.code} {entry.name}", rule)
