"""The two ends of a range of dates, each with what only the other one says."""

from __future__ import annotations

import re

_TILDE = re.compile(r"\s?[~∼～〜]\s?|(?<=\d)\s?[–-]\s?(?=\d)")
_SHORT_YEAR = re.compile(r"[’'‘]\d{2}")
_YEAR_DIGITS = re.compile(r"[’'‘]?\d{2,4}")
_UP_TO_MONTH = re.compile(r"^(.*?(?:월|달))\s?\d")
_YEAR = re.compile(r"^(\d{4}년|올해|내년|지난해)\s")
_DOTTED_YEAR = re.compile(r"^(\d{4})\s?\.")
_DOTTED_DAY = re.compile(r"^\d{1,2}\s?\.")


def ends_of(text: str) -> tuple[str, str] | None:
    """7월 12~13일 → 7월 12일, 7월 13일; 2024~2028년 → 2024년, 2028년; None when there are not two ends."""
    ends = _TILDE.split(text)
    if len(ends) != 2 or not all(ends):
        return None
    first, last = ends
    first = _with_unit(first, last)
    return first, _with_lead(first, _with_year_unit(last, first))


def _with_unit(first: str, last: str) -> str:
    """The first end with the unit of the last: 12 (13일) → 12일."""
    if re.fullmatch(r"[’'‘]\d{2}|\d{4}", first):
        return f"{first}년"
    if first[-1].isdigit() and last[-1] in "일월년" and last[0] not in "’'‘":
        return first + last.lstrip("0123456789 ")[:1]
    return first


def _with_year_unit(last: str, first: str) -> str:
    if not _YEAR_DIGITS.fullmatch(last):
        return last
    century = first[:2] if re.match(r"\d{4}", first) and len(last) == 2 else ""
    return f"{century}{last}년"


def _with_lead(first: str, last: str) -> str:
    """The last end with the month and the year of the first where it has none."""
    month = _UP_TO_MONTH.match(first)
    if month and re.fullmatch(r"\d{1,2}일", last):
        last = f"{month[1]} {last}"
    year = _YEAR.match(first)
    if year and not re.match(r"\d{4}|올해|내년|지난해", last):
        return f"{year[1]} {last}"
    dotted = _DOTTED_YEAR.match(first)
    return f"{dotted[1]}. {last}" if dotted and _DOTTED_DAY.match(last) else last
