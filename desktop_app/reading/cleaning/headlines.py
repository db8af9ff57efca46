"""Headlines and the bodies they stand over: above them, or far away on a newspaper's page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.bodies import Body
from desktop_app.reading.cleaning.likeness import Rarity, bare, covered
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

_SUBTITLE = re.compile(r"^\s*[-–—·▲■◆◇▷▶]\s*\S|^\s*[“\"‘'].*[”\"’']$")
_SUBJECT_FIRST = re.compile(r"^[가-힣A-Za-z0-9·]{2,14}\s?,\s?\S")
_KICKER = re.compile(r"^[\[<〈《(【].{1,20}[\]>〉》)】]$")
_DATE_FIRST = re.compile(r"^\d{1,2}(월|일)")
_REACH = 12


@dataclass(slots=True)
class Found:
    """A heading, the body that it best fits and how well, 0..1."""

    at: int
    part: Part
    likeness: float


def name_titles(parts: list[Part], bodies: list[Body], *, columns: bool, furnished: bool) -> None:
    """Give headings outside bodies to a body as its title or subtitle; the rest is left without a role."""
    if not bodies:
        return
    apart = columns and len(bodies) > 1
    rarity = Rarity([body.grams for body in bodies] if apart else [])
    firsts = [body.first for body in bodies]
    owned: dict[int, list[Found]] = {}
    for at, below in _candidates(parts, bodies, firsts):
        part = parts[at]
        if apart:
            number, likeness = _best_body(part, at, bodies, below, rarity)
        else:
            number, likeness = _body_below(part, at, parts, bodies, below)
        if number is not None:
            owned.setdefault(number, []).append(Found(at, part, likeness))
    for number, found in owned.items():
        _choose(found, bodies[number], number, parts, columns=columns, furnished=furnished)


def _candidates(parts: list[Part], bodies: list[Body], firsts: list[int]) -> Iterator[tuple[int, int]]:
    """Headings outside bodies, each with the number of the body below it."""
    for at, part in enumerate(parts):
        if part.kind not in {Kind.HEADING, Kind.BULLET} or len(bare(part.text)) < 2:
            continue
        below = bisect_right(firsts, at)
        if below == 0 or at > bodies[below - 1].last:
            yield at, below


def _best_body(
    part: Part, at: int, bodies: list[Body], below: int, rarity: Rarity
) -> tuple[int | None, float]:
    wanted = part.grams
    best, number, likeness = -1.0, None, 0.0
    for n in range(max(0, below - _REACH), min(len(bodies), below + _REACH)):
        body = bodies[n]
        share = rarity.covered(wanted, body.grams)
        near = 0.18 if at == body.first - 1 else 0.1 if 0 < body.first - at <= 3 else 0.05 * (at == body.last + 1)
        if share + near > best:
            best, number, likeness = share + near, n, share
    return number, likeness


def _body_below(
    part: Part, at: int, parts: list[Part], bodies: list[Body], below: int
) -> tuple[int | None, float]:
    """On a web page a heading belongs to what stands below it, or (a stray one) to nothing."""
    if below >= len(bodies):
        return None, 0.0
    body = bodies[below]
    if below > 0 and any(p.kind is Kind.END for p in parts[at + 1 : body.first]):
        return None, 0.0
    return below, covered(part.grams, body.grams)


def _choose(
    found: list[Found], body: Body, number: int, parts: list[Part], *, columns: bool, furnished: bool
) -> None:
    kept = found if columns else _near(found, body, parts, furnished=furnished)
    if not kept:
        return
    title = _title_far(kept, parts, body) if columns else _title_above(kept)
    for item in kept:
        item.part.body, item.part.heads = number, True
        same = bare(item.part.text) == bare(title.part.text)
        item.part.role = Role.TITLE if same else Role.SUBTITLE
        item.part.confidence = 0.6 + 0.35 * min(1.0, item.likeness)


def _near(found: list[Found], body: Body, parts: list[Part], *, furnished: bool) -> list[Found]:
    """The headings that speak of the body, or that nothing separates from it."""
    if not furnished:
        return found
    kept: list[Found] = []
    best = max(item.likeness for item in found)
    for item in found:
        between = parts[item.at + 1 : body.first]
        barrier = sum(p.kind in SURE_FURNITURE or p.kind is Kind.SECTION for p in between)
        crowd = sum(p.kind is Kind.HEADING for p in between)
        fits = item.likeness >= max(0.34, 0.55 * best) and len(bare(item.part.text)) >= 6
        adjacent = barrier == 0 and crowd <= 2 and (len(bare(item.part.text)) >= 6 or best < 0.3)
        if fits or adjacent:
            kept.append(item)
    return kept


def _title_above(kept: list[Found]) -> Found:
    """The first heading that speaks of the body; a kicker in brackets or a line between dashes is no title."""
    best = max(item.likeness for item in kept)
    plain = [item for item in kept if not _KICKER.match(item.part.text) and item.part.kind is Kind.HEADING]
    for item in plain:
        if item.likeness >= max(0.2, 0.5 * best) and len(bare(item.part.text)) >= 6:
            return item
    return plain[0] if plain else kept[0]


def _title_far(kept: list[Found], parts: list[Part], body: Body) -> Found:
    """The heading that names who did it, or says most of the first paragraph."""
    lead = parts[body.first].grams

    def rank(item: Found) -> float:
        text = item.part.text
        worth = item.likeness + 0.8 * covered(item.part.grams, lead)
        worth += 0.7 * bool(_SUBJECT_FIRST.match(text)) + 0.4 * ("…" in text and not _DATE_FIRST.match(text))
        return (
            worth
            - 0.5 * bool(_SUBTITLE.match(text) or _DATE_FIRST.match(text))
            - 0.3 * (len(bare(text)) < 12)
        )

    return max(kept, key=rank)
