"""The article as a whole: aliases found throughout, one name decided one way, mentions tied to concepts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from desktop_app.extraction.hits import Hit, by_place
from desktop_app.extraction.patterns.aliases import Alias, find_aliases
from desktop_app.extraction.patterns.particles import ends_name, starts_word

_REPEATED = frozenset({"PS", "OG", "EV", "CV_POLICY", "AF", "LC"})
_ALIKE = frozenset({"OG", "LC", "EV", "CV_POLICY", "AF"})
_SHORTEST = {"OG": 2}
SURE_ENOUGH = 0.6
"""A hit must be this sure before its surface is proposed elsewhere in the article."""


def with_aliases(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` and, for each alias the article declares, the alias wherever it stands.

    Name and alias are one thing: where they were read differently, the surer reading counts for both.
    """
    at = {hit.start: hit for hit in hits}
    names = {hit.end: hit for hit in hits}
    aliases: dict[str, list[Alias]] = defaultdict(list)
    for alias in find_aliases(text, hits):
        name, gloss = names[alias.name_end], at.get(alias.start)
        if gloss and gloss.end == alias.end and gloss.label in _ALIKE and gloss.confidence > name.confidence:
            alias = alias._replace(label=gloss.label)  # noqa: PLW2901 - the same alias, better understood
            names[alias.name_end] = name._replace(label=gloss.label)
        aliases[alias.surface].append(alias)
    return [*names.values(), *(hit for same in aliases.values() for hit in _occurrences_of_alias(same, text))]


def _occurrences_of_alias(declarations: list[Alias], text: str) -> Iterator[Hit]:
    """The alias where it is declared, and by the first declaration wherever else it stands."""
    for alias in declarations:
        yield Hit(alias.start, alias.end, alias.label, _sure(alias), "alias", "alias.declared", alias.name)
    first = declarations[0]
    declared = {alias.start for alias in declarations}
    for start, end in occurrences(text, first.surface):
        if start not in declared:
            yield Hit(start, end, first.label, _sure(first) - 0.05, "alias", "alias.repeated", first.name)


def _sure(alias: Alias) -> float:
    return 0.92 if alias.declared else 0.7


def occurrences(text: str, surface: str) -> Iterator[tuple[int, int]]:
    """Places where `surface` stands as a word, a particle at most behind it."""
    if len(surface) < 2:
        return
    start = text.find(surface)
    while start >= 0:
        end = start + len(surface)
        if starts_word(text, start) and ends_name(text, end):
            yield start, end
        start = text.find(surface, end)


def with_repetitions(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` and the further occurrences of their surfaces, where nothing or only pieces of them were proposed."""
    kept = {hit[:2]: hit for hit in hits}
    owner = {place: hit for hit in hits for place in range(hit.start, hit.end)}
    for surface, hit in sorted(_repeated(hits, text).items(), key=lambda item: -len(item[0])):
        for start, end in occurrences(text, surface):
            there = {owner[place][:2]: owner[place] for place in range(start, end) if place in owner}
            again = Hit(start, end, hit.label, hit.confidence * 0.9, "alias", "repeated", hit.concept)
            if (start, end) in there or not all(_gives_way(piece, again) for piece in there.values()):
                continue
            for piece in there:
                del kept[piece]
            kept[start, end] = again
            owner.update(dict.fromkeys(range(start, end), again))
    return by_place(kept.values())


def _repeated(hits: list[Hit], text: str) -> dict[str, Hit]:
    """The surest hit of each surface that is worth looking for elsewhere."""
    known: dict[str, Hit] = {}
    for hit in hits:
        surface = hit.surface(text)
        worth = (
            hit.label in _REPEATED
            and hit.confidence >= SURE_ENOUGH
            and len(surface) >= _SHORTEST.get(hit.label, 3)
        )
        if worth and (surface not in known or known[surface].confidence < hit.confidence):
            known[surface] = hit
    return known


def _gives_way(piece: Hit, whole: Hit) -> bool:
    """Whether a hit is only a part of a longer name that the article writes out elsewhere."""
    return whole.contains(piece) and piece[:2] != whole[:2]


def with_concepts(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` with a concept each: the canonical name that mentions of one thing share."""
    full_names = _full_names(hits, text)
    return [hit if hit.concept else hit._replace(concept=_concept(hit, text, full_names)) for hit in hits]


def _full_names(hits: Iterable[Hit], text: str) -> dict[str, list[str]]:
    """Full names of the persons of the article by their first syllable, in reading order."""
    names: dict[str, list[str]] = defaultdict(list)
    for hit in hits:
        surface = hit.surface(text)
        if hit.label == "PS" and len(surface) >= 2 and surface not in names[surface[0]]:
            names[surface[0]].append(surface)
    return names


def _concept(hit: Hit, text: str, full_names: dict[str, list[str]]) -> str:
    surface = " ".join(hit.surface(text).split())
    if hit.label == "PS" and len(surface) == 1:
        candidates = full_names.get(surface, [])
        return candidates[0] if len(candidates) == 1 else _latest_before(hit, text, candidates)
    return surface


def _latest_before(hit: Hit, text: str, candidates: list[str]) -> str:
    """Of several persons with one surname the one named last before the mention."""
    return max(candidates, key=lambda name: text.rfind(name, 0, hit.start), default="")
