"""Dates resolved against the publication date, as ISO 8601 dates and intervals (EDTF where vague).

지난 14일 → the last 14th on or before the publication; 5월 28일 → the nearest one; 올해 상반기 → 2024-01/2024-06;
1990년대 → 199X; 5월 말 → 2024-05-21~/2024-05-31~. Without a publication date relative dates have no value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.values.date_ranges import ends_of
from desktop_app.extraction.values.days import (
    as_late,
    calendar,
    candidates,
    iso_day,
    long_ago,
    unresolved,
)
from desktop_app.extraction.values.durations import duration_of

_WEEKDAY = re.compile(r"\s?[(（][월화수목금토일月火水木金土](?:요일)?[)）]|(?<=일)\s[월화수목금토일]요일$")
_YEARS = {
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "명년": 1,
    "지난해": -1,
    "지난 해": -1,
    "작년": -1,
    "재작년": -2,
    "내후년": 2,
}
_MONTHS = {"이달": 0, "이번 달": 0, "지난달": -1, "지난 달": -1, "내달": 1, "다음 달": 1, "다음달": 1}
_DAYS = {"오늘": 0, "어제": -1, "그제": -2, "내일": 1, "모레": 2}
_WEEKS = {"이번 주": 0, "지난주": -1, "지난 주": -1, "다음 주": 1}
_ANAPHORS = {"이날": 0, "같은 날": 0, "당일": 0, "전날": -1, "다음 날": 1, "다음날": 1, "이튿날": 1}
_SEASONS = {"봄": "21", "여름": "22", "가을": "23", "겨울": "24"}
_THIRDS = {
    "초": (1, 10),
    "초순": (1, 10),
    "상순": (1, 10),
    "중순": (11, 20),
    "중반": (11, 20),
    "말": (21, 31),
    "하순": (21, 31),
}
_WEEKDAYS = "월화수목금토일"
_OTHER_YEAR = 150  # days that a month of another year must be nearer: a bare 5월 in November is this year's

_DATE = re.compile(
    r"^(?P<lead>지난|오는|매년|올|이번)?\s?"
    r"(?:(?P<year>\d{4})\s?년도?\s?|[’'‘](?P<short>\d{2})\s?년?도?\s?|(?P<relative>올해|올|금년|내년|명년|지난\s?해|작년|재작년|내후년)\s?)?"
    r"(?:(?P<month>\d{1,2})\s?월\s?|(?P<moon>이달|이번 달|지난\s?달|내달|다음\s?달)\s?)?(?:(?P<day>\d{1,2})\s?일)?$"
)
_DOTTED = re.compile(
    r"^(?:(?P<year>\d{4})\s?[.-]\s?|[’'‘](?P<short>\d{2})\s?\.\s?)?(?P<month>\d{1,2})\s?[./-]\s?(?P<day>\d{1,2})\.?$"
)
_PART_OF_YEAR = re.compile(
    r"^(?:(?P<year>\d{4})\s?년도?|(?P<relative>올해|올|금년|내년|지난\s?해|작년))?\s?"
    r"(?:(?P<half>상반기|하반기)|(?P<quarter>[1-4])\s?분기|(?P<season>봄|여름|가을|겨울)|(?P<edge>초|말))$"
)
_PART_OF_MONTH = re.compile(r"^(?P<month>.*(?:월|달|이달))\s?(?P<third>초순|초|상순|중순|중반|말|하순)$")


class Calendar:
    """Resolves the dates of one article in reading order; 이날 and 전날 mean the day named last."""

    def __init__(self, published: str) -> None:
        self._published = iso_day(published)
        self._named = self._published

    def value_of(self, surface: str) -> Value | None:
        """The value of a DT surface, None where nothing can be said."""
        text = _WEEKDAY.sub("", " ".join(surface.split())).strip()
        for rule in (
            self._range,
            self._day_words,
            self._date,
            self._dotted,
            self._part_of_year,
            self._part_of_month,
        ):
            found = rule(text)
            if found:
                self._remember(found.text)
                return found
        return long_ago(text) or duration_of(text)

    def _remember(self, text: str) -> None:
        day = iso_day(text.split("/", maxsplit=1)[0])
        if day is not None and len(text.split("/", maxsplit=1)[0]) == 10:
            self._named = day

    def _range(self, text: str) -> Value | None:
        if _DOTTED.match(text):
            return None
        ends = ends_of(text)
        if ends is None:
            return None
        begin, end = (self._date(side) or self._dotted(side) for side in ends)
        if not begin or not end or "/" in begin.text + end.text:
            return None
        return Value("date", f"{begin.text}/{as_late(begin.text, end.text)}", "date.range")

    def _day_words(self, text: str) -> Value | None:
        if text in _ANAPHORS and self._named:
            return _value(self._named + timedelta(_ANAPHORS[text]), "date.anaphor")
        if text in _DAYS and self._published:
            return _value(self._published + timedelta(_DAYS[text]), "date.relative_day")
        if text in _WEEKS and self._published:
            monday = self._published + timedelta(7 * _WEEKS[text] - self._published.weekday())
            return Value("date", f"{monday}/{monday + timedelta(6)}", "date.week")
        if text == "연내" and self._published:
            return Value("date", f"{self._published}/{self._published.year}-12-31", "date.rest_of_year")
        if text in {"연말", "연초"} and self._published:
            month = "12" if text == "연말" else "01"
            return Value("date", f"{self._published.year}-{month}~", "date.edge_of_year")
        return self._weekday(text)

    def _weekday(self, text: str) -> Value | None:
        match = re.fullmatch(r"(?:이번 주 |오는 |지난 )?([월화수목금토일])요일", text)
        if not match or not self._published:
            return None
        ahead = (_WEEKDAYS.index(match[1]) - self._published.weekday()) % 7
        if text.startswith("지난") or (not text.startswith("오는") and ahead > 3):
            ahead -= 7
        return _value(self._published + timedelta(ahead), "date.weekday")

    def _date(self, text: str) -> Value | None:
        match = _DATE.match(text)
        if not match or not any(match.groups()[1:]):
            return None
        lead, year, month, day = match["lead"] or "", self._year(match), *self._month_day(match)
        if match["moon"]:
            return self._of_moon(match["moon"], day)
        if year is not None:
            return calendar(year, month, day, "date.calendar")
        if self._published is None:
            return unresolved(month, day)
        if lead == "매년":
            return None
        return self._nearest(month, day, lead)

    def _month_day(self, match: re.Match[str]) -> tuple[int, int]:
        return int(match["month"] or 0), int(match["day"] or 0)

    def _year(self, match: re.Match[str]) -> int | None:
        groups = match.groupdict()
        if groups["year"]:
            return int(groups["year"])
        if groups.get("short"):
            short = int(groups["short"])
            return 2000 + short if short < 70 else 1900 + short
        relative = groups["relative"] or ("올" if groups.get("lead") == "올" else "")
        if relative and self._published:
            return self._published.year + _YEARS[relative.replace("지난 해", "지난해")]
        return None

    def _of_moon(self, moon: str, day: int) -> Value | None:
        if self._published is None:
            return None
        spaced = moon if moon in _MONTHS else moon.replace(" ", "")
        months = self._published.year * 12 + self._published.month - 1 + _MONTHS[spaced]
        return calendar(months // 12, months % 12 + 1, day, "date.relative_month")

    def _nearest(self, month: int, day: int, lead: str) -> Value | None:
        """The month or day of that number next to the publication: before it for 지난, after it for 오는."""
        assert self._published is not None
        today = self._published if day else self._published.replace(day=1)
        near = candidates(today, month, day)
        if lead == "지난":
            near = [c for c in near if c <= today] or near
        elif lead == "오는":
            near = [c for c in near if c >= today] or near
        if not near:
            return None
        best = min(
            near, key=lambda c: abs((c - today).days) + (_OTHER_YEAR if month and c.year != today.year else 0)
        )
        rule = {"지난": "date.last", "오는": "date.next"}.get(lead, "date.nearest")
        return calendar(best.year, best.month, day, rule)

    def _dotted(self, text: str) -> Value | None:
        match = _DOTTED.match(text)
        if not match:
            return None
        year = int(match["year"]) if match["year"] else 2000 + int(match["short"]) if match["short"] else None
        month, day = int(match["month"]), int(match["day"])
        if year is not None:
            return calendar(year, month, day, "date.dotted")
        return self._nearest(month, day, "") if self._published else unresolved(month, day)

    def _part_of_year(self, text: str) -> Value | None:
        match = _PART_OF_YEAR.match(text)
        year = self._year(match) if match else None
        if match and year is None and self._published and not match["edge"]:
            year = self._published.year
        if not match or year is None:
            return None
        if match["season"]:
            return Value("date", f"{year}-{_SEASONS[match['season']]}", "date.season")
        if match["edge"]:
            return Value("date", f"{year}-{'01' if match['edge'] == '초' else '12'}~", "date.edge_of_year")
        first, months = (1, 6) if match["half"] == "상반기" else (7, 6) if match["half"] else (0, 3)
        first = first or 3 * int(match["quarter"]) - 2
        return Value("date", f"{year}-{first:02}/{year}-{first + months - 1:02}", "date.part_of_year")

    def _part_of_month(self, text: str) -> Value | None:
        match = _PART_OF_MONTH.match(text)
        month = self._date(match["month"].strip()) if match else None
        if not match or not month or len(month.text) != 7 or "X" in month.text:
            return None
        first, last = _THIRDS[match["third"]]
        year, number = int(month.text[:4]), int(month.text[5:])
        last = min(last, monthrange(year, number)[1])
        return Value("date", f"{month.text}-{first:02}~/{month.text}-{last:02}~", "date.part_of_month")


def _value(day: date, rule: str) -> Value:
    return Value("date", day.isoformat(), rule)
