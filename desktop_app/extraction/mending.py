"""Boundaries that no name has: inside a Latin or number code, behind an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from desktop_app.extraction.hits import Hit, by_place
from desktop_app.extraction.patterns.legal_forms import LEADING
from desktop_app.extraction.patterns.particles import PARTICLE_END
from desktop_app.extraction.roles import as_venue

PostLength = Callable[[str], int]
_NAMES = frozenset({"OG", "EV", "AF", "CV_POLICY", "LC"})
_CODE_GOES_ON = re.compile(r"(?<=[A-Za-z0-9])(?:-?\d+[A-Za-z]*|[Ⅰ-Ⅻ]+|[A-Za-z]+)+(?![\d.,]*\s?[%㎞년월일])")
_ROOM = re.compile(
    r"(?:\s(?:지하\s|지상\s)?\d+(?:층|호실|호(?!기)|관)(?!\s?국가))(?:\s\d+호)?"
    rf"(?:\s[가-힣A-Z]+(?:실|홀|장|룸|관|강당|무대|센터)(?={PARTICLE_END}))?(?:·\d+호)?{PARTICLE_END}"
)
_REST_OF_WORD = re.compile(r"[가-힣A-Za-z0-9·]+")
_NATIONAL = re.compile(rf"인{PARTICLE_END}")
_ADMINISTRATIVE = re.compile(r"[가-힣]{2,}[도시군구]$")
_WITHIN = re.compile(r"\s(?:내|안|지역|일대|일원|관내|전역|곳곳|소재)(?![가-힣]{2})")
_GLUED = re.compile(r"(?<![가-힣A-Za-z0-9·])[가-힣A-Za-z0-9·]{2,}(?<!·)$")
_LONGEST_GLUE = 12
_PLACES = frozenset({"LC", "OG"})
_OUTER = "~∼～·,"
_PAIRS = {"(": ")", "[": "]", "‘": "’", "“": "”", "「": "」", "『": "』", "<": ">", "《": "》", "〈": "〉"}


def mended(hits: Iterable[Hit], text: str, post_length: PostLength | None = None) -> list[Hit]:
    """Flat `hits` with such boundaries put right; what a longer hit then covers goes.

    `post_length` says how long the post is that a word bears or is (see `People`).
    """
    listed = list(hits)
    surnames = {hit.end for hit in listed if hit.label == "PS"}
    changed = [_mended(hit, text, post_length or _no_post, surnames) for hit in listed]
    kept: list[Hit] = []
    for hit in by_place(h for h in changed if h.end > h.start):
        if kept and kept[-1].overlaps(hit):
            kept[-1] = max(kept[-1], hit, key=lambda h: (h.end - h.start, h.confidence))
        else:
            kept.append(hit)
    return kept


def _no_post(word: str) -> int:
    del word
    return 0


def _mended(hit: Hit, text: str, post_length: PostLength, surnames: set[int]) -> Hit:
    hit = _whole_code(hit, text)
    if hit.label == "CV_POSITION":
        hit = hit if hit.start in surnames else _whole_post(hit, text)
    elif hit.label in _PLACES:
        hit = _as_place(_with_room(_swallowed_by_post(hit, text, post_length), text), text)
    return _tidied(hit, text)


def _whole_code(hit: Hit, text: str) -> Hit:
    """INC → INC-5, EDU → EDUⅡ, S → S2W."""
    if hit.label not in _NAMES or not text[hit.end - 1].isascii():
        return hit
    rest = _CODE_GOES_ON.match(text, hit.end)
    return hit._replace(end=rest.end()) if rest else hit


def _with_room(hit: Hit, text: str) -> Hit:
    """코엑스 → 코엑스 3층 E홀: floors and rooms belong to the place."""
    room = _ROOM.match(text, hit.end) if hit.label in _PLACES else None
    return hit._replace(end=room.end(), label="LC") if room else hit


def _whole_post(hit: Hit, text: str) -> Hit:
    """원장 → 경과원장: a compound post that no blank cuts is one span."""
    before = _GLUED.search(text, max(0, hit.start - _LONGEST_GLUE), hit.start)
    return hit._replace(start=before.start()) if before else hit


def _swallowed_by_post(hit: Hit, text: str, post_length: PostLength) -> Hit:
    """경과 in 경과원장 → 경과원장: an organisation that ends inside a post belongs to it."""
    rest = _REST_OF_WORD.match(text, hit.end)
    start = max(text.rfind(" ", hit.start, hit.end) + 1, hit.start)
    length = post_length(text[start : rest.end()]) if rest else 0
    return (
        hit._replace(start=start, end=start + length, label="CV_POSITION")
        if start + length > hit.end
        else hit
    )


def _as_place(hit: Hit, text: str) -> Hit:
    """LC where something takes place there or is inside it; nothing where it only makes a nationality (중국인)."""
    if hit.label == "LC" and _NATIONAL.match(text, hit.end):
        return hit._replace(end=hit.start)
    within = _WITHIN.match(text, hit.end) and _ADMINISTRATIVE.search(text, hit.start, hit.end)
    return hit._replace(label="LC") if hit.label == "OG" and (within or as_venue(text, hit.end)) else hit


def _tidied(hit: Hit, text: str) -> Hit:
    """Without blanks, marks of a legal form, and unpaired brackets or quotation marks at the ends."""
    start, end = hit.start, hit.end
    mark = LEADING.match(text, start, end)
    start = mark.end() if mark and mark.end() < end else start
    while start < end and (
        text[start].isspace() or text[start] in _OUTER or _unpaired_opening(text, start, end)
    ):
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
