"""Names that the gazetteer knows, where they stand as words of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.suggestions import Token
from desktop_app.extraction.gazetteer import Gazetteer, Match
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.particles import ends_name, starts_word
from desktop_app.extraction.roles import role_of

_NAME_TAGS = ("NNP", "NNG", "SL", "SH", "XR", "NR", "SN")


def find_known(text: str, gazetteer: Gazetteer, tokens: Iterable[Token]) -> Iterator[Hit]:
    """Hits of the gazetteer in `text` that begin a word and end before a particle."""
    starts = {token.start: token.tag for token in tokens}
    for match in gazetteer.matches(text):
        if not starts_word(text, match.start) or not ends_name(text, match.end):
            continue
        if starts and not starts.get(match.start, "").startswith(_NAME_TAGS):
            continue
        yield _hit(text, match)


def _hit(text: str, match: Match) -> Hit:
    entry = match.entries[0]
    confidence = 0.45 if match.weak else 0.8
    label = entry.label
    if entry.listing == "divisions":
        label, sure = role_of(text, match.start, match.end)
        confidence = min(confidence, sure)
    return Hit(match.start, match.end, label, confidence, "gazetteer", f"known.{entry.listing}", entry.name)
