"""Organisations behind a mark of their legal form: ㈜, (주), (사), (재); the mark stays outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.particles import stems

_MARK = r"(?:㈜|㈔|㈐|[(（][주사재유][)）]|주식회사\s|사단법인\s|재단법인\s)\s?"
_BEFORE = re.compile(rf"{_MARK}(?P<name>[가-힣A-Za-z0-9&]{{2,20}})")
LEADING = re.compile(_MARK)
"""The mark at the beginning of a text."""


def find_legal_forms(text: str) -> Iterator[Hit]:
    """Names right behind such a mark, without their particle."""
    for match in _BEFORE.finditer(text):
        start = match.start("name")
        name = match["name"]
        length = min((len(stem) for stem in stems(name) if len(stem) > 1), default=len(name))
        yield Hit(start, start + length, "OG", 0.85, "pattern", "legal_form")
