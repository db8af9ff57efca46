"""Calendar arithmetic without a publication: days that exist, unresolved dates, decades and centuries."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from desktop_app.domain.suggestions import Value

_DECADE = re.compile(r"^(\d{3})0년대(?:\s?(초반|중반|후반|초|말))?$")
_CENTURY = re.compile(r"^(\d{1,2})\s?세기")
_SCHOOL_YEAR = re.compile(r"^(\d{4})\s?학년도")


def candidates(around: date, month: int, day: int) -> list[date]:
    """Days of that month and day near `around`; with no day the first of the month, with no month any month."""
    if month > 12:
        return []
    found: list[date] = []
    for shift in range(-12, 13) if not month else (-12, 0, 12):
        months = around.year * 12 + (month or around.month) - 1 + shift
        year, number = months // 12, months % 12 + 1
        if 1 <= number <= 12 and (day or 1) <= monthrange(year, number)[1]:
            found.append(date(year, number, day or 1))
    return found


def calendar(year: int, month: int, day: int, rule: str) -> Value | None:
    if not month:
        return Value("date", f"{year:04}", rule) if not day else None
    if month > 12 or (day and day > monthrange(year, month)[1]):
        return None
    return Value("date", f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""), rule)


def unresolved(month: int, day: int) -> Value | None:
    if month > 12 or day > 31 or not (month or day):
        return None
    text = f"XXXX-{month:02}" if month else "XXXX-XX"
    return Value("date", text + (f"-{day:02}" if day else ""), "date.unresolved")


def long_ago(text: str) -> Value | None:
    decade, century, school = _DECADE.match(text), _CENTURY.match(text), _SCHOOL_YEAR.match(text)
    if decade:
        years = {"초": "0/{0}3", "초반": "0/{0}3", "중반": "3/{0}7", "후반": "6/{0}9", "말": "7/{0}9"}.get(
            decade[2] or ""
        )
        text = f"{decade[1]}X" if years is None else decade[1] + years.format(decade[1])
        return Value("date", text, "date.decade")
    if century:
        return Value("date", f"{int(century[1]) - 1:02}XX", "date.century")
    return Value("date", school[1], "date.school_year") if school else None


def as_late(begin: str, end: str) -> str:
    """`end`, a month (of the same month) or a year later where it would precede `begin`: 31일~2일, 12월~1월."""
    if len(begin) != 10 or len(end) != 10 or end >= begin or begin.startswith("X"):
        return end
    day = date.fromisoformat(end)
    months = day.year * 12 + day.month - 1 + (1 if begin[:7] == end[:7] else 12)
    year, month = months // 12, months % 12 + 1
    return f"{year:04}-{month:02}-{min(day.day, monthrange(year, month)[1]):02}"


def iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
