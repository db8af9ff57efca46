"""Boundaries that no name has: inside a Latin or number code, behind an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.extraction.hits import Hit, by_place

_NAMES = frozenset({"OG", "EV", "AF", "CV_POLICY", "LC"})
_CODE_GOES_ON = re.compile(r"(?<=[A-Za-z0-9])(?:-?\d+[A-Za-z]*|[Ⅰ-Ⅻ]+|[A-Za-z]+)+(?![\d.,]*\s?[%㎞년월일])")
_PAIRS = {"(": ")", "[": "]", "‘": "’", "“": "”", "「": "」", "『": "』", "<": ">", "《": "》", "〈": "〉"}


def mended(hits: Iterable[Hit], text: str) -> list[Hit]:
    """Flat `hits` with such boundaries put right; what a longer hit then covers goes."""
    changed = [_tidied(_whole_code(hit, text), text) for hit in hits]
    kept: list[Hit] = []
    for hit in by_place(h for h in changed if h.end > h.start):
        if kept and kept[-1].overlaps(hit):
            kept[-1] = max(kept[-1], hit, key=lambda h: (h.end - h.start, h.confidence))
        else:
            kept.append(hit)
    return kept


def _whole_code(hit: Hit, text: str) -> Hit:
    """INC → INC-5, EDU → EDUⅡ, S → S2W."""
    if hit.label not in _NAMES or not text[hit.end - 1].isascii():
        return hit
    rest = _CODE_GOES_ON.match(text, hit.end)
    return hit._replace(end=rest.end()) if rest else hit


def _tidied(hit: Hit, text: str) -> Hit:
    """Without blanks and unpaired brackets or quotation marks at the ends."""
    start, end = hit.start, hit.end
    while start < end and (text[start].isspace() or _unpaired_opening(text, start, end)):
        start += 1
    while start < end and (text[end - 1].isspace() or _unpaired_closing(text, start, end)):
        end -= 1
    return hit._replace(start=start, end=end)


def _unpaired_opening(text: str, start: int, end: int) -> bool:
    closing = _PAIRS.get(text[start])
    return closing is not None and closing not in text[start:end]


def _unpaired_closing(text: str, start: int, end: int) -> bool:
    char = text[end - 1]
    return any(char == closing and opening not in text[start:end] for opening, closing in _PAIRS.items())
