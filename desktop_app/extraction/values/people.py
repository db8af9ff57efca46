"""People as name, post and organisation, from what stands beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.hits import Hit

_CLOSE = 3
_BRIDGES = frozenset({"", " ", "(", " (", "의 ", ", ", "·"})


def people_of(hits: Sequence[Hit], text: str) -> dict[tuple[int, int], Value]:
    """Values of the persons among `hits` (sorted, flat): "name; post; organisation", known from the richest mention.

    A person named again by full name or by surname and post has the value of the first full mention.
    """
    known: dict[str, tuple[str, str]] = {}
    for index, hit in enumerate(hits):
        if hit.label == "PS":
            name = hit.concept or hit.surface(text)
            post, organisation = _beside(hits, index, text)
            before = known.get(name, ("", ""))
            known[name] = (before[0] or post, before[1] or organisation)
    return {
        hit[:2]: Value("person", _shown(name, *known[name]), "person.beside")
        for hit in hits
        if hit.label == "PS" and (name := hit.concept or hit.surface(text)) and any(known[name])
    }


def _shown(name: str, post: str, organisation: str) -> str:
    return "; ".join(part for part in (name, post, organisation) if part)


def _beside(hits: Sequence[Hit], index: int, text: str) -> tuple[str, str]:
    """Post and organisation next to the person: 이름 기관 직함, 기관 이름 직함, 직함 이름, 이름(기관 직함)."""
    after = _chain(hits, index, text, 1)
    before = _chain(hits, index, text, -1)
    post = next((h.surface(text) for h in (*after, *before) if h.label == "CV_POSITION"), "")
    organisation = next((h.surface(text) for h in (*after, *before) if h.label == "OG"), "")
    return post, organisation


def _chain(hits: Sequence[Hit], index: int, text: str, step: int) -> list[Hit]:
    found: list[Hit] = []
    here = hits[index]
    place = index + step
    while 0 <= place < len(hits) and len(found) < 2:
        there = hits[place]
        gap = text[here.end : there.start] if step > 0 else text[there.end : here.start]
        if gap not in _BRIDGES or there.label not in {"OG", "CV_POSITION"} or (step < 0 and gap == ", "):
            break
        found.append(there)
        if there.label == "CV_POSITION" and step > 0:
            break
        here, place = there, place + step
    return found
