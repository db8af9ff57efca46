"""Copies of annotated sentences with other names in them, so that a model learns contexts and not only names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import NamedTuple

from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.tagger.data import Annotated, Sentence
from desktop_app.extraction.tagger.labels import TaggedSpan

_REPLACED = frozenset({"PS", "OG", "LC", "EV", "CV_POLICY", "AF"})
_LISTS = {
    "government": "OG",
    "organisations": "OG",
    "places": "LC",
    "events": "EV",
    "policies": "CV_POLICY",
    "products": "AF",
}
_FIRST_SYLLABLE, _LAST_SYLLABLE, _CODAS = 0xAC00, 0xD7A3, 28

Slot = tuple[str, str]
"""A label and what two names must share to stand in for each other."""


class Names(NamedTuple):
    """Names that may take each other's place."""

    by_slot: dict[Slot, list[str]]
    gazetteer: Gazetteer

    def another(self, surface: str, label: str, chance: Random) -> str:
        """Another name for the place of `surface`; itself where none is known."""
        names = self.by_slot.get((label, _slot(surface, label, self.gazetteer)), ())
        return chance.choice(names) if names else surface


def names_of(articles: Iterable[Annotated], gazetteer: Gazetteer) -> Names:
    """Names of the articles' mentions and of the gazetteer, each once, in a fixed order."""
    found: dict[Slot, dict[str, None]] = defaultdict(dict)
    for article in articles:
        for sentence in article.sentences:
            for span in sentence.spans:
                if span.label in _REPLACED:
                    _add(found, sentence.text[span.start : span.end], span.label, gazetteer)
    for entry in gazetteer.names.entries():
        if entry.listing == "divisions":
            for label in ("OG", "LC"):
                _add(found, entry.surface, label, gazetteer)
        elif entry.listing in _LISTS and not entry.weak:
            _add(found, entry.surface, _LISTS[entry.listing], gazetteer)
    return Names({slot: list(names) for slot, names in found.items()}, gazetteer)


def _add(found: dict[Slot, dict[str, None]], surface: str, label: str, gazetteer: Gazetteer) -> None:
    found[label, _slot(surface, label, gazetteer)][surface] = None


def _slot(surface: str, label: str, gazetteer: Gazetteer) -> str:
    """Names of one slot take the same particles and are of one kind: their list's, else their last syllable's."""
    coda = _coda(surface[-1])
    if label == "PS":
        return f"{coda} {len(surface)} {surface.count(' ')}"
    entries = gazetteer.lookup(surface)
    if label in ("OG", "LC") and entries and entries[0].listing == "divisions":
        return f"{coda} {entries[0].kind} {surface[-1] if surface[-1] in '도시군구읍면동리' else ''}"
    if label in ("EV", "CV_POLICY", "AF"):
        return coda
    return f"{coda} {entries[0].kind}" if entries else f"{coda} {surface[-1]}"


def _coda(char: str) -> str:
    """Which forms of a particle follow a character: after a vowel, after ㄹ, after another consonant, unknown."""
    point = ord(char)
    if not _FIRST_SYLLABLE <= point <= _LAST_SYLLABLE:
        return "?"
    coda = (point - _FIRST_SYLLABLE) % _CODAS
    return "vowel" if coda == 0 else "ㄹ" if coda == 8 else "consonant"


def varied(
    articles: Sequence[Annotated], names: Names, *, share: float = 0.6, seed: int = 0
) -> list[Annotated]:
    """One more copy of each article with about `share` of its names replaced; the same for the same seed.

    Within an article a name is replaced by the same other name everywhere.
    """
    chance = Random(seed)  # noqa: S311 - not for secrets
    return [_varied(article, names, share, chance) for article in articles]


def _varied(article: Annotated, names: Names, share: float, chance: Random) -> Annotated:
    chosen: dict[tuple[str, str], str] = {}

    def replacement(surface: str, label: str) -> str:
        if label not in _REPLACED:
            return surface
        if (surface, label) not in chosen:
            other = names.another(surface, label, chance) if chance.random() < share else surface
            chosen[surface, label] = other
        return chosen[surface, label]

    sentences = tuple(_rewritten(sentence, replacement) for sentence in article.sentences)
    return article._replace(key=f"{article.key} varied", sentences=sentences)


def _rewritten(sentence: Sentence, replacement: Callable[[str, str], str]) -> Sentence:
    text, spans, end = "", list[TaggedSpan](), 0
    for span in sentence.spans:
        text += sentence.text[end : span.start]
        surface = replacement(sentence.text[span.start : span.end], span.label)
        spans.append(TaggedSpan(len(text), len(text) + len(surface), span.label))
        text += surface
        end = span.end
    return Sentence(text + sentence.text[end:], tuple(spans))
