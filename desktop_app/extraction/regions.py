"""Region tags: the provinces that an article is about, by the divisions it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import SuggestedTag
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.name_index import Match
from desktop_app.extraction.taxonomy import REGION_PREFIX

MOST_REGIONS = 2
_TITLE_WORTH = 3.0  # a place in a headline against one in the body
_LEAST_WORTH = 2.0
_LEAST_SHARE = 0.35  # of all that the article says about regions
_PRIOR = 2.0  # pseudo-count that keeps the confidence of few mentions low
_MOST_EVIDENCE = 12


def region_tags(text: str, titles: Sequence[Span], gazetteer: Gazetteer) -> list[SuggestedTag]:
    """At most two provinces that the text mostly names, in falling confidence.

    A division counts for its province; one whose name several provinces have (중구) counts for none.
    """
    worth: dict[str, float] = defaultdict(float)
    places: dict[str, list[Span]] = defaultdict(list)
    for match in gazetteer.matches(text):
        province = _province(match, gazetteer) if _starts_word(text, match.start) else ""
        if province:
            span = Span(match.start, match.end)
            worth[province] += _TITLE_WORTH if any(title.contains(span) for title in titles) else 1.0
            places[province].append(span)
    whole = sum(worth.values())
    chosen = [c for c, w in worth.items() if w >= _LEAST_WORTH and w >= whole * _LEAST_SHARE]
    chosen.sort(key=lambda code: (-worth[code], code))
    return [
        SuggestedTag(
            REGION_PREFIX + c, round(worth[c] / (whole + _PRIOR), 3), tuple(places[c][:_MOST_EVIDENCE])
        )
        for c in chosen[:MOST_REGIONS]
    ]


def _starts_word(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum()


def _province(match: Match, gazetteer: Gazetteer) -> str:
    """Code of the one province of a match, "" when it names none or several."""
    if match.weak:
        return ""
    codes = list(dict.fromkeys(_provinces_of(match, gazetteer)))
    # The metropolitan city is meant where a small city bears its name too (광주).
    return codes[0] if len(codes) == 1 or (codes and match.entries[0].kind == "sido") else ""


def _provinces_of(match: Match, gazetteer: Gazetteer) -> Iterator[str]:
    for entry in match.entries:
        division = gazetteer.by_code.get(entry.code or entry.parent)
        if entry.weak or division is None or division.listing != "divisions":
            continue
        division = gazetteer.current(division)
        while division.parent:
            division = gazetteer.current(gazetteer.by_code[division.parent])
        yield division.code
