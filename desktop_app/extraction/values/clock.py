"""Clock times as ISO 8601: 오후 6시 → T18:00, 15시 20분 → T15:20, 10:00~18:00 → T10:00/T18:00."""

from __future__ import annotations

import re

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.values.durations import duration_of
from desktop_app.extraction.values.numerals import read_native

_TILDE = re.compile(r"\s?[~∼～〜]\s?")
_POINT = re.compile(
    r"^(?P<half>오전|오후|낮|밤|새벽|아침|저녁)?\s?(?:(?P<hour>\d{1,2})|(?P<native>[가-힣]{1,3}))?\s?"
    r"(?:시(?:\s?(?P<minute>\d{1,2})\s?분|\s?(?P<thirty>반))?|:(?P<colon>\d{2}))?$"
)
_PARTS = {
    "오전": "T00:00/T12:00",
    "오후": "T12:00/T24:00",
    "새벽": "T00:00~/T06:00~",
    "아침": "T06:00~/T10:00~",
    "낮": "T10:00~/T17:00~",
    "저녁": "T17:00~/T21:00~",
    "밤": "T20:00~/T24:00~",
    "한낮": "T12:00~/T15:00~",
    "정오": "T12:00",
    "자정": "T00:00",
}
_LATE = frozenset({"오후", "저녁", "밤"})


def time_of(surface: str) -> Value | None:
    """The clock time, span or duration that the surface names; None when none can be read."""
    text = " ".join(surface.split())
    if text in _PARTS:
        return Value("time", _PARTS[text], "time.part_of_day")
    ends = _TILDE.split(text)
    if len(ends) == 2:
        return _span(*ends)
    point = _point(text)
    return Value("time", point, "time.clock") if point else duration_of(text)


def _span(first: str, last: str) -> Value | None:
    half = re.match("오전|오후|밤|낮|저녁|새벽|아침", first)
    end = _point(last) or ""
    begin = _point(first if "시" in first or ":" in first else f"{first}시")
    if half and not re.match("오전|오후|밤|낮|저녁|새벽|아침", last):
        end = _point(f"{half.group()} {last}") or end
    return Value("time", f"{begin}/{end}", "time.span") if begin and end else None


def _point(text: str) -> str:
    match = _POINT.match(text)
    if not match or ("시" not in text and ":" not in text):
        return ""
    native = read_native(match["native"]) if match["native"] else None
    hour = int(match["hour"]) if match["hour"] else int(native.amount) if native else -1
    minute = 30 if match["thirty"] else int(match["minute"] or match["colon"] or 0)
    hour = _of_24(hour, match["half"] or "")
    return f"T{hour:02}:{minute:02}" if 0 <= hour <= 24 and minute < 60 else ""


def _of_24(hour: int, half: str) -> int:
    if half in _LATE and hour < 12 and not (half == "밤" and hour < 5):
        return hour + 12
    if half == "낮" and hour < 7:
        return hour + 12
    if half in {"밤", "오전", "새벽"} and hour == 12:
        return 0
    return hour
