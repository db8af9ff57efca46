"""The role of every part, once the bodies and their titles are known."""

from __future__ import annotations

import re

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.bodies import Body
from desktop_app.reading.cleaning.likeness import covered, grams
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

_COPYRIGHT = re.compile(r"^\W*(?:ⓒ|©|\(c\))|^ⓒ")
_SIMPLE = {
    Kind.LABEL: Role.BOILERPLATE,
    Kind.FURNITURE: Role.BOILERPLATE,
    Kind.END: Role.BOILERPLATE,
    Kind.RULE: Role.BOILERPLATE,
    Kind.BYLINE: Role.BYLINE,
    Kind.STAMP: Role.DATELINE,
    Kind.CAPTION: Role.CAPTION,
    Kind.CONTACT: Role.CONTACT,
    Kind.TABLE: Role.TABLE,
}


def assign_roles(parts: list[Part], bodies: list[Body], *, furnished: bool) -> None:
    """Set `role` and `body` of every part; boilerplate only where the page shows that it is."""
    for number, body in enumerate(bodies):
        for at in body.parts:
            parts[at].role, parts[at].body = Role.BODY, number
    if not bodies:
        _without_body(parts)
        return
    for at, part in enumerate(parts):
        if part.role is None:
            _settle(parts, at, bodies, furnished=furnished)
    if all(part.role is Role.BOILERPLATE for part in parts):
        _without_body(parts)


def _without_body(parts: list[Part]) -> None:
    """A file without a sentence: nothing is thrown away that could be meant."""
    sure = [part for part in parts if part.kind in SURE_FURNITURE or part.kind is Kind.RULE]
    keep_all = len(sure) == len(parts)
    for part in parts:
        if part.kind in SURE_FURNITURE and not keep_all:
            part.role = Role.BOILERPLATE
        else:
            simple = _SIMPLE.get(part.kind, Role.BODY)
            part.role = Role.BODY if simple is Role.BOILERPLATE else simple
            part.body = 0


def _settle(parts: list[Part], at: int, bodies: list[Body], *, furnished: bool) -> None:
    part = parts[at]
    inside = _inside(at, bodies)
    if inside is not None:
        part.role, part.body = _role_inside(parts, at), inside
    else:
        part.role, part.body = _role_outside(parts, at, bodies, furnished=furnished)
    if part.role is Role.BOILERPLATE:
        part.body = None


def _inside(at: int, bodies: list[Body]) -> int | None:
    for number, body in enumerate(bodies):
        if body.first < at < body.last:
            return number
    return None


def _role_inside(parts: list[Part], at: int) -> Role:
    part = parts[at]
    if part.kind is Kind.CREDIT:
        return Role.BOILERPLATE if _COPYRIGHT.match(part.text) else Role.CAPTION
    if part.kind in _SIMPLE:
        return _SIMPLE[part.kind]
    if _boxed(parts, at):
        return Role.BOILERPLATE
    if part.kind is Kind.PROSE:
        return Role.BODY
    if part.kind is Kind.BULLET:
        return Role.LIST
    if part.kind is Kind.SECTION:
        return Role.BOILERPLATE if _beside_furniture(parts, at) else Role.SUBTITLE
    return _role_of_inner_heading(parts, at)


def _role_of_inner_heading(parts: list[Part], at: int) -> Role:
    text = parts[at].text
    if text.endswith("?") or len(text) > 80:
        return Role.BODY
    before = at > 0 and parts[at - 1].kind is Kind.HEADING
    after = at + 1 < len(parts) and parts[at + 1].kind is Kind.HEADING
    if before and after or (before and at > 1 and parts[at - 2].kind is Kind.HEADING):
        return Role.LIST
    if after and at + 2 < len(parts) and parts[at + 2].kind is Kind.HEADING:
        return Role.LIST
    return Role.SUBTITLE


def _boxed(parts: list[Part], at: int) -> bool:
    """Whether it stands in a box of links: below a closing mark, with only headings between."""
    for before in reversed(parts[max(0, at - 6) : at]):
        if before.kind is Kind.END:
            return True
        if before.kind not in {Kind.HEADING, Kind.BULLET} or before.role is Role.BODY:
            return False
    return False


def _beside_furniture(parts: list[Part], at: int) -> bool:
    near = [*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]]
    return any(part.kind in SURE_FURNITURE or part.kind is Kind.SECTION for part in near)


def _role_outside(
    parts: list[Part], at: int, bodies: list[Body], *, furnished: bool
) -> tuple[Role, int | None]:
    part = parts[at]
    owner = _owner(parts, at, bodies)
    if part.kind is Kind.CREDIT:
        return (Role.BOILERPLATE if _COPYRIGHT.match(part.text) else Role.CAPTION), owner
    if part.kind is Kind.CAPTION:
        return Role.CAPTION, _by_likeness(part, bodies, owner)
    if part.kind is Kind.BYLINE and _closed_off(parts, at, bodies):
        return Role.BOILERPLATE, None
    if part.kind is Kind.STAMP:
        return _stamp(parts, at, owner)
    if part.kind in _SIMPLE:
        closed = part.kind in {Kind.CONTACT, Kind.TABLE} and _closed_off(parts, at, bodies)
        return (Role.BOILERPLATE if closed else _SIMPLE[part.kind]), owner
    if part.kind is Kind.SECTION:
        return Role.BOILERPLATE, None
    if _closed_off(parts, at, bodies) or furnished:
        return Role.BOILERPLATE, None
    return (Role.LIST if part.kind is Kind.BULLET else Role.BODY), owner


def _stamp(parts: list[Part], at: int, owner: int | None) -> tuple[Role, int | None]:
    """A date at a page's very top or bottom is the page's, not the article's."""
    near = parts[max(0, at - 4) : at + 5]
    titled = any(part.role is Role.TITLE for part in near)
    prose = any(part.role is Role.BODY for part in parts[max(0, at - 2) : at + 3])
    return (Role.DATELINE, owner) if titled or prose else (Role.BOILERPLATE, None)


def _closed_off(parts: list[Part], at: int, bodies: list[Body]) -> bool:
    """Whether a closing mark stands between it and the body before it, and no body follows near by."""
    before = [body.last for body in bodies if body.last < at]
    begin = before[-1] if before else 0
    marked = any(part.kind is Kind.END for part in parts[begin:at])
    follows = any(0 < body.first - at <= 4 for body in bodies)
    return marked and not follows


def _owner(parts: list[Part], at: int, bodies: list[Body]) -> int | None:
    """The body that something outside belongs to: the one it follows closely, else the one below."""
    above = [n for n, body in enumerate(bodies) if body.last < at]
    below = [n for n, body in enumerate(bodies) if body.first > at]
    if not above:
        return below[0] if below else None
    if not below:
        return above[-1]
    last = bodies[above[-1]].last
    headed = any(part.role in {Role.TITLE, Role.SUBTITLE} for part in parts[last + 1 : at])
    return below[0] if headed else above[-1]


def _by_likeness(part: Part, bodies: list[Body], owner: int | None) -> int | None:
    """A caption goes to the body that speaks of the same, when one does clearly more than its neighbour."""
    wanted = grams(part.text)
    shares = [covered(wanted, body.grams) for body in bodies]
    if not shares:
        return owner
    best = max(range(len(shares)), key=shares.__getitem__)
    return best if owner is None or shares[best] > shares[owner] + 0.1 else owner


def is_furnished(parts: list[Part]) -> bool:
    """Whether a text is a crawled page: it shows menus, buttons or closing marks."""
    return sum(part.kind in SURE_FURNITURE for part in parts) >= 2
