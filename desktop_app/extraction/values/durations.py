"""Durations as ISO 8601: 2년간 → P2Y, 석 달 → P3M, 사흘 → P3D, 2시간 30분 → PT2H30M."""

from __future__ import annotations

import re

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.values.numerals import plain, read_native, read_number

_DAY_WORDS = ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘")
_DAYS = {**dict(zip(_DAY_WORDS, range(1, 11), strict=True)), "하룻밤": 1, "보름": 15}
_FIXED = {"일주일": "P1W", "반년": "P6M", "반세기": "P50Y", "한 해": "P1Y", "일 년": "P1Y", "일년": "P1Y"}
_LETTER = {"년": "Y", "해": "Y", "개월": "M", "달": "M", "주": "W", "주일": "W", "일": "D"}
_CLOCK = {"시간": "H", "분": "M", "초": "S"}
_TAIL = re.compile(r"(?:(?<!시)간|째|차|(?<=[간월년주일])여)+$")
_LEAD = re.compile(r"^(?:향후|최근|지난|앞으로)\s")
_PARTS = re.compile(
    r"(\d[\d,]*(?:\.\d+)?|[가-힣]+?)(여)?\s?(개월|주일|시간|년|달|해|주|일|분|초)(?=\s|\d|$|여|반)"
)
_STAY = re.compile(r"^(\d+)박\s?(\d+)일$")
_CALENDAR_YEAR = re.compile(r"^\d{4}년$")


def duration_of(surface: str) -> Value | None:
    """The ISO 8601 duration that the surface names, None when it names none (or a calendar year)."""
    text = _TAIL.sub("", _LEAD.sub("", " ".join(surface.split())))
    if _CALENDAR_YEAR.match(text):
        return None
    if text in _DAYS:
        return Value("date", f"P{_DAYS[text]}D", "duration.days")
    if text in _FIXED:
        return Value("date", _FIXED[text], "duration.fixed")
    stay = _STAY.match(text)
    if stay:
        return Value("date", f"P{stay[2]}D", "duration.stay")
    return _composed(text)


def _composed(text: str) -> Value | None:
    days, clock, used = "", "", 0
    for match in _PARTS.finditer(text):
        number = read_number(match[1]) or read_native(match[1])
        if number is None or text[used : match.start()].strip():
            return None
        used = match.end()
        if match[3] in _CLOCK:
            clock += f"{plain(number.amount)}{_CLOCK[match[3]]}"
        else:
            days += f"{plain(number.amount)}{_LETTER[match[3]]}"
    rest = text[used:].strip()
    if rest == "반" and clock:
        clock, rest = clock + "30M", ""
    if rest or not (days or clock):
        return None
    kind = "time" if clock and not days else "date"
    return Value(kind, f"P{days}" + (f"T{clock}" if clock else ""), f"duration.{kind}")
