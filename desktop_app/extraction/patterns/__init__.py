"""Rules that see a mention in its way of writing alone."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.dates import find_dates
from desktop_app.extraction.patterns.legal_forms import find_legal_forms
from desktop_app.extraction.patterns.quantities import find_quantities
from desktop_app.extraction.patterns.quoted import find_quoted
from desktop_app.extraction.patterns.times import find_times


def find_numeric(text: str) -> Iterator[Hit]:
    """Dates, times and quantities; they may overlap."""
    yield from find_dates(text)
    yield from find_times(text)
    yield from find_quantities(text)


def find_patterns(text: str) -> Iterator[Hit]:
    """All rules that need no gazetteer; hits may overlap."""
    yield from find_numeric(text)
    yield from find_quoted(text)
    yield from find_legal_forms(text)
