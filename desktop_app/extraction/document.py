"""The article as a whole: aliases found throughout, one name decided one way, mentions tied to concepts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from desktop_app.extraction.hits import Hit, by_place
from desktop_app.extraction.patterns.aliases import Alias, find_aliases
from desktop_app.extraction.patterns.particles import ends_name, starts_word

_REPEATED = frozenset({"PS", "OG", "EV", "CV_POLICY", "AF", "LC"})
_VOTED = frozenset({"PS", "EV", "CV_POLICY", "AF", "OG", "LC"})
SURE_ENOUGH = 0.6
"""A hit must be this sure before its surface is proposed elsewhere in the article."""


def with_aliases(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` and, for each alias the article declares, the alias wherever it stands."""
    aliases = list(find_aliases(text, hits))
    return [*hits, *(hit for alias in aliases for hit in _occurrences_of_alias(alias, text))]


def _occurrences_of_alias(alias: Alias, text: str) -> Iterator[Hit]:
    sure = 0.92 if alias.declared else 0.8
    yield Hit(alias.start, alias.end, alias.label, sure, "alias", "alias.declared", alias.name)
    for start, end in occurrences(text, alias.surface):
        if start != alias.start:
            yield Hit(start, end, alias.label, sure - 0.05, "alias", "alias.repeated", alias.name)


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
    """`hits` and the further occurrences of their surfaces that nothing proposed."""
    known: dict[str, Hit] = {}
    for hit in hits:
        surface = hit.surface(text)
        if (
            hit.label in _REPEATED
            and hit.confidence >= SURE_ENOUGH
            and len(surface) >= 3 - (hit.label == "OG")
        ):
            if surface not in known or known[surface].confidence < hit.confidence:
                known[surface] = hit
    taken = {place for hit in hits for place in range(hit.start, hit.end)}
    found = list(hits)
    for surface, hit in known.items():
        for start, end in occurrences(text, surface):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found.append(
                    Hit(start, end, hit.label, hit.confidence * 0.9, "alias", "repeated", hit.concept)
                )
    return by_place(found)


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


def majority_labels(hits: list[Hit], text: str) -> list[Hit]:
    """`hits` with the label that most of the certainty in the article gives to their surface (not OG against LC)."""
    weight: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in hits:
        weight[hit.surface(text)][hit.label] += hit.confidence  # type: ignore[assignment]
    return [_voted(hit, weight[hit.surface(text)]) for hit in hits]


def _voted(hit: Hit, votes: Counter[str]) -> Hit:
    if hit.label not in _VOTED or len(votes) == 1 or set(votes) <= {"OG", "LC"}:
        return hit
    label, _ = votes.most_common(1)[0]
    return hit if label == hit.label or label not in _VOTED else hit._replace(label=label)
