"""Runs of prose: where one article's body ends and another's begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.reading.cleaning.likeness import covered
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

BREAK = 1.5
_SHORTEST_GLUED = 180
_SIGNED_LENGTH = 200
_LONGEST_CAPTION = 140
_COMMENT = re.compile(r"댓글|의견|comment", re.IGNORECASE)
_HARD_RULE = re.compile(r"^[#=*─━_]{3,}|^-{5,}")
_PHOTO_LABEL = re.compile(r"사진|이미지|포토")
_PLAIN_KINDS = frozenset({Kind.HEADING, Kind.CAPTION, Kind.CREDIT, Kind.BULLET, Kind.TABLE})
_WIRED = re.compile(r"^[(\[][가-힣·]{2,8}\s?=\s?[^)\]=]{2,14}[)\]]")
_BOX = re.compile(r"^\W*(?:관련|연관|추천|함께|이\s?시[각간]|많이|인기|주요|최신)")
_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s?\D")
_NEWSLIKE = re.compile(r"다[.”\"]")


@dataclass(slots=True)
class Body:
    """The prose of one article: indices of its parts, and the syllable pairs that they show."""

    parts: list[int] = field(default_factory=list)
    length: int = 0
    _grams: set[str] = field(default_factory=set)
    _pending: list[Part] = field(default_factory=list)

    def add(self, at: int, part: Part) -> None:
        """Take in the next part."""
        self.parts.append(at)
        self._pending.append(part)
        self.length += len(part.text)

    @property
    def grams(self) -> set[str]:
        """The syllable pairs of all its parts."""
        for part in self._pending:
            self._grams |= part.grams
        self._pending.clear()
        return self._grams

    @property
    def first(self) -> int:
        return self.parts[0]

    @property
    def last(self) -> int:
        return self.parts[-1]


def find_bodies(parts: list[Part]) -> list[Body]:
    """The bodies of a text in order; parts of kind PROSE that are in none are teasers, notices or comments."""
    bodies: list[Body] = []
    prose = [at for at, part in enumerate(parts) if part.kind is Kind.PROSE]
    for place, at in enumerate(prose):
        verdict = _next(parts, prose, place, bodies)
        if verdict == "new":
            bodies.append(Body())
        if verdict != "none":
            bodies[-1].add(at, parts[at])
    return bodies


def _next(parts: list[Part], prose: list[int], place: int, bodies: list[Body]) -> str:
    at = prose[place]
    if not bodies:
        return "new" if _begins(parts, _ahead(parts, prose, place), prose, place) else "none"
    between = parts[bodies[-1].last + 1 : at]
    if _WIRED.match(parts[at].text) and _WIRED.match(parts[bodies[-1].first].text):
        return "new" if any(part.kind is Kind.HEADING for part in between) else "same"
    if _counts_on(parts, bodies[-1], between):
        return "same"
    return _verdict(bodies[-1], between, _ahead(parts, prose, place)) if between else "same"


def _counts_on(parts: list[Part], body: Body, between: list[Part]) -> bool:
    """Whether the nearest heading carries the number that follows one inside the body: its next section."""
    number = _number(between[-1]) if between else 0
    if number < 2:
        return False
    return any(_number(part) == number - 1 for part in parts[max(body.first - 3, 0) : body.last])


def _number(part: Part) -> int:
    """The number in front of a heading, 0 where there is none."""
    found = _NUMBERED.match(part.text) if part.kind in {Kind.BULLET, Kind.HEADING} else None
    return int(found.group(1)) if found else 0


def _ahead(parts: list[Part], prose: list[int], place: int) -> list[Part]:
    """The prose from here on that nothing but captions and credits interrupts, at most eight parts."""
    found = [parts[prose[place]]]
    for before, at in zip(prose[place:], prose[place + 1 :], strict=False):
        between = parts[before + 1 : at]
        if any(p.kind not in {Kind.CAPTION, Kind.CREDIT, Kind.BULLET, Kind.TABLE} for p in between):
            break
        found.append(parts[at])
        if len(found) == 8:
            break
    return found


def _begins(parts: list[Part], ahead: list[Part], prose: list[int], place: int) -> bool:
    """Whether the first prose of a page is an article's: a short notice above a longer text is not."""
    length = sum(len(part.text) for part in ahead)
    if length >= 120 or len(prose) <= 2:
        return True
    rest = sum(len(parts[at].text) for at in prose[place + len(ahead) :])
    at = prose[place + len(ahead) - 1]
    below = parts[at + 1 : at + 5]
    furniture = sum(part.kind in SURE_FURNITURE or part.kind is Kind.SECTION for part in below)
    asks = length < 60 and not _NEWSLIKE.search(parts[at].text) and parts[at].text[-1:] in "?.!"
    return not (length * 3 < rest and (furniture >= 2 or (asks and furniture and not ahead[1:])))


def _verdict(body: Body, between: list[Part], ahead: list[Part]) -> str:
    """Whether it is the "same" body, a "new" one, or "none" (a teaser, a comment)."""
    upcoming = frozenset().union(*(part.grams for part in ahead))
    length = sum(len(part.text) for part in ahead)
    alike = covered(upcoming, body.grams)
    ended = any(part.kind is Kind.END for part in between)
    commented = any(part.kind in SURE_FURNITURE and _COMMENT.search(part.text) for part in between)
    score = _break_score(body, between, upcoming, alike)
    if score < BREAK:
        resumed = _is_boxed(between) and not _headed(between, upcoming)
        stray = (ended and not resumed and alike < 0.12 and length < _SHORTEST_GLUED) or (
            commented and alike < 0.2
        )
        return "none" if stray else "same"
    if (ended or commented) and not _is_story(ahead, length, commented=commented):
        return "none"
    alone = len(ahead) == 1 and length < _LONGEST_CAPTION and ahead[0].text.endswith("있다.")
    furnished = sum(part.kind in SURE_FURNITURE for part in between) >= 2
    return "none" if alone or (furnished and length < 90) else "new"


def _is_boxed(between: list[Part]) -> bool:
    """Whether all that closes the text above is a box of links, as stands in the middle of articles too."""
    ends = [part for part in between if part.kind is Kind.END]
    return bool(ends) and all(_BOX.match(part.text) for part in ends)


def _headed(between: list[Part], upcoming: frozenset[str]) -> bool:
    """Whether one of the nearest headings speaks of what follows."""
    heads = [part for part in between if part.kind is Kind.HEADING]
    return any(covered(head.grams, upcoming) >= 0.3 for head in heads[-3:])


def _is_story(ahead: list[Part], length: int, *, commented: bool) -> bool:
    sentences = sum(len(_NEWSLIKE.findall(part.text)) for part in ahead)
    return length >= _SHORTEST_GLUED and sentences >= (4 if commented else 2)


def _break_score(body: Body, between: list[Part], upcoming: frozenset[str], alike: float) -> float:
    kinds = {part.kind for part in between}
    heads = [part for part in between if part.kind is Kind.HEADING]
    furniture = sum(part.kind in SURE_FURNITURE and not _PHOTO_LABEL.search(part.text) for part in between)
    signed = Kind.BYLINE in kinds
    boxed = _is_boxed(between) and not signed
    score = (0.6 if boxed else 1.6) * (Kind.END in kinds) + 1.0 * (Kind.STAMP in kinds)
    score += (1.7 if body.length >= _SIGNED_LENGTH else 0.7) * signed
    score += 1.5 * any(part.kind is Kind.RULE and bool(_HARD_RULE.match(part.text)) for part in between)
    score += 0.3 * (furniture > 0) + 0.4 * (furniture > 2) + 0.4 * (Kind.CONTACT in kinds)
    score += max(-1.0, min(0.8, (0.2 - alike) * 5)) * min(1.0, len(upcoming) / 60)
    if heads:
        pull = _headline_pull(heads, body, upcoming)
        gap = max(part.gap for part in heads)
        score += 0.5 * (not boxed or _headed(heads, upcoming)) + 0.3 * (gap >= 2)
        score += max(0.0, pull) if signed else pull
        if kinds <= _PLAIN_KINDS and gap < 3:
            score = min(score, BREAK - 0.1)
    elif not signed and Kind.RULE not in kinds:
        score -= 0.8
    return score


def _headline_pull(heads: list[Part], body: Body, upcoming: frozenset[str]) -> float:
    """How much more one of the nearest headlines says of what follows than of what precedes, -1 to 1."""
    pulls = [
        covered(wanted, upcoming) - covered(wanted, body.grams)
        for wanted in (head.grams for head in heads[-3:])
        if len(wanted) >= 4
    ]
    return max(pulls, default=0.0) if _headed(heads, upcoming) else -0.4
