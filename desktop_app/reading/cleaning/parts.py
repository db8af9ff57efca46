"""Paragraphs: lines that belong together, judged as one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.kinds import bullet, is_prose, kind_of
from desktop_app.reading.cleaning.likeness import grams
from desktop_app.reading.cleaning.lines import Kind, Line

_TAIL = re.compile(
    r"(?<=[.?!”\"’)])\s*(?P<tail>[/|"
    r"=\[(<【■▲]?\s*(?:[가-힣=·]{2,10}[=/]\s*)?(?:[가-힣A-Za-z]{2,8}\s)?[가-힣]{2,4}\s?(?:선임|객원|시민|인턴|"
    r"전문)?\s?(?:기자|특파원|"
    r"통신원)(?:\s?[,·]\s?[가-힣]{2,4}\s?기자)*\s*[(/]?\s*(?:[\w.+-]+@[\w.-]+\w)?\s*[\])>】]?)\s*$"
)
_PLACED = re.compile(r"^(?:지난 )?\d{1,2}일|에서\s")
_PICTURED = re.compile(r"^[^.]*(?:있다|모습(?:이다)?)\.?\s*$")


@dataclass(slots=True)
class Part:
    """One paragraph, heading or entry: [start, end) of the text, its lines, what it looks like, what it is.

    `text` has the lines joined with blanks (for judging only). `body` numbers the run of prose it belongs to.
    """

    start: int
    end: int
    text: str
    lines: list[Line]
    kind: Kind
    gap: int = 0
    bulleted: str = ""
    role: Role | None = None
    body: int | None = None
    heads: bool = False
    repeat: bool = False
    confidence: float = 0.9
    _grams: frozenset[str] | None = None

    @property
    def grams(self) -> frozenset[str]:
        """The syllable pairs of its text, found when first asked for."""
        if self._grams is None:
            self._grams = grams(self.text)
        return self._grams

    @property
    def hint(self) -> str:
        """What markup says of it: a role's name, "main", or ""."""
        return self.lines[0].hint

    @property
    def wrapped(self) -> bool:
        """Whether it was cut over several lines."""
        return len(self.lines) > 1


def build_parts(lines: list[Line]) -> list[Part]:
    """Paragraphs of `lines`, a by-line at a paragraph's end split off."""
    parts: list[Part] = []
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if not line.broken:
            parts.extend(_split(_part(group)))
            group = []
    if group:
        parts.extend(_split(_part(group)))
    return parts


def _part(lines: list[Line]) -> Part:
    first, last = lines[0], lines[-1]
    text = first.text if len(lines) == 1 else " ".join(line.text for line in lines)
    kind = first.kind
    if len(lines) > 1:
        kind = kind_of(Line(first.start, last.end, text))
    part = Part(first.start, last.end, text, lines, kind, gap=first.gap)
    if kind is Kind.BULLET:
        part.bulleted = bullet(text)
        counted = part.bulleted.endswith(",") and len(text) <= 80
        if not counted and is_prose(text[len(part.bulleted) :].lstrip()):
            part.kind = Kind.PROSE
    return part


def _is_pictured(part: Part, tail: str, length: int) -> bool:
    """Whether the name behind a sentence is the photographer's: one short sentence of what somebody is doing."""
    text = part.text[:-length]
    if len(part.text) > 150 or "@" in tail or not _PICTURED.search(text):
        return False
    return tail.startswith("/") or bool(_PLACED.search(text))


def _split(part: Part) -> list[Part]:
    if part.kind not in {Kind.PROSE, Kind.HEADING, Kind.CAPTION}:
        return [part]
    last = part.lines[-1]
    match = _TAIL.search(part.text[-90:])
    if not match:
        return [part]
    length = len(match.group("tail").rstrip())
    if _is_pictured(part, match.group("tail"), length):
        part.kind = Kind.CAPTION
        return [part]
    if length >= len(last.text):
        return [part]
    cut = part.end - length
    tail_text = last.text[-length:]
    tail_line = Line(cut, part.end, tail_text, kind=Kind.BYLINE, hint=last.hint, page=last.page)
    tail = Part(cut, part.end, tail_text, [tail_line], Kind.BYLINE)
    last.text = last.text[:-length].rstrip()
    last.end = last.start + len(last.text)
    part.end = last.end
    part.text = part.text[:-length].rstrip()
    if is_prose(part.text):
        part.kind = Kind.PROSE
    return [part, tail]
