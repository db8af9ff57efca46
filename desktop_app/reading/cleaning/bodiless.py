"""Roles that a line's kind alone decides, and those of a file in which no prose was found."""

from __future__ import annotations

from itertools import pairwise

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

SIMPLE = {
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


def settle_without_body(parts: list[Part]) -> None:
    """A file without a sentence: nothing is thrown away that could be meant."""
    keep_all = all(part.kind in SURE_FURNITURE or part.kind is Kind.RULE for part in parts)
    pictured = any(part.kind is Kind.CAPTION for part in parts)
    listed = sum(part.kind is Kind.BULLET for part in parts) >= 2
    headline = _signed_heading(parts) if listed else None
    for part in parts:
        hidden = part.kind in SURE_FURNITURE or (part.kind is Kind.SECTION and pictured)
        if hidden and not keep_all:
            part.role = Role.BOILERPLATE
            continue
        part.body = 0
        part.role = Role.BODY if keep_all else SIMPLE.get(part.kind, Role.BODY)
        if part is headline:
            part.role = Role.TITLE
        elif part.kind is Kind.BULLET and listed and not keep_all:
            part.role = Role.LIST
        elif part.kind is Kind.CREDIT:
            part.role = Role.CAPTION
        elif part.kind is Kind.HEADING and pictured:
            part.role, pictured = Role.TITLE, False
        elif part.role is Role.BOILERPLATE:
            part.body = None


def _signed_heading(parts: list[Part]) -> Part | None:
    """The heading over a by-line or a date, as stands above a list of appointments."""
    signed = {Kind.BYLINE, Kind.STAMP}
    return next((a for a, b in pairwise(parts) if a.kind is Kind.HEADING and b.kind in signed), None)
