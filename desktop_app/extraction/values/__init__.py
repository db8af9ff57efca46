"""Normalised values of mentions, each with the name of the rule that made it."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.gazetteer import Gazetteer
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.values.amounts import amount_of
from desktop_app.extraction.values.calendar import Calendar
from desktop_app.extraction.values.clock import time_of
from desktop_app.extraction.values.people import people_of
from desktop_app.extraction.values.places import place_of


def values_of(
    hits: Iterable[Hit], text: str, published: str, gazetteer: Gazetteer | None
) -> list[Value | None]:
    """The value of each hit of an article, in reading order; `published` is its ISO date or ""."""
    ordered = list(hits)
    calendar = Calendar(published)
    people = people_of(ordered, text)
    return [people.get(hit[:2]) or _value(hit, text, calendar, gazetteer) for hit in ordered]


def _value(hit: Hit, text: str, calendar: Calendar, gazetteer: Gazetteer | None) -> Value | None:
    surface = hit.surface(text)
    match hit.label:
        case "DT":
            return calendar.value_of(surface)
        case "TI":
            return time_of(surface)
        case "QT":
            return amount_of(surface)
        case "LC" | "OG" if gazetteer is not None:
            return place_of(surface, hit.label, gazetteer)
        case _:
            return None
