"""Clock times and durations in hours, minutes and seconds (TI)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.numbers import TILDE

_HALF = r"(?:오전|오후|낮|밤|새벽|아침|저녁)"
_HOUR = r"(?:2[0-4]|1\d|0?\d)\s?시"
_MINUTE = r"[0-5]?\d\s?분"
_CLOCK = rf"{_HOUR}(?:\s?{_MINUTE}|\s반)?"
_NATIVE_HOUR = (
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?:\s(?:\d+|[가-힣]{1,3}십)\s?분|\s반)?"
)
_COLON = r"(?:2[0-4]|[01]?\d):[0-5]\d"
_NOT_INSIDE = r"(?<![\d.,:/\-~∼A-Za-z])"
_NO_TAIL = r"(?![간장도군정민청내외스대즌])"

_TIMES = [
    rf"{_HALF}\s?(?:2[0-4]|1\d|0?\d)(?:\s?시)?{TILDE}(?:{_HALF}\s?)?{_CLOCK}(?!간)",
    rf"{_HALF}\s?{_COLON}(?:{TILDE}(?:{_HALF}\s?)?{_COLON})?",
    rf"{_HALF}\s?{_CLOCK}{_NO_TAIL}",
    rf"{_HALF}\s{_NATIVE_HOUR}(?![가-힣]*간)",
    r"(?:전반|후반|연장)\s?\d+분(?!의)",
    rf"{_NOT_INSIDE}{_COLON}(?:{TILDE}{_COLON})?(?![:\d])",
    rf"{_NOT_INSIDE}(?:2[0-4]|1\d|0?\d)(?:시)?{TILDE}(?:2[0-4]|1\d|0?\d)시(?![간가-힣]*간)",
    rf"{_NOT_INSIDE}\d+(?:\.\d+)?(?:여\s?)?\s?시간(?:\s?\d+\s?분)?(?:\s?\d+\s?초\d*)?(?:간|여)?(?:\s전(?![가-힣]))?",
    rf"{_NOT_INSIDE}\d+{TILDE}\d+\s?(?:시간|분|초)(?!의)",
    rf"{_NOT_INSIDE}{_CLOCK}{_NO_TAIL}",
    rf"{_NOT_INSIDE}\d+(?:여\s?)?\s?분\s?\d+\s?초\d*(?:간)?",
    rf"{_NOT_INSIDE}\d+(?:여\s?)?\s?분(?:간)?(?:\s전)?(?![야기배류양임당권석할단]|과(?:[는를에]|위))",
    rf"{_NOT_INSIDE}\d+(?:\.\d+)?\s?초(?:간)?(?:\s전)?(?![등중고과선미대반속월])",
    r"(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|열|열두)\s?시간(?:\s?반)?(?:\s?\d+분)?(?:\s전)?",
]
_NUMBERED = re.compile(rf"(?=[\d오낮밤새아저전후연한두세네다여일열])(?:{'|'.join(_TIMES)})")
_PARTICLES = (
    r"(?=(?:은|는|이|가|을|를|의|에|에는|에도|부터|까지|로|으로|도|만|께|쯤|엔|마다|이면|이나|에서)?"
    r"(?![가-힣]))"
)
_WORDED = re.compile(rf"(?<![가-힣])(?:오전|오후|새벽|자정|정오|한낮|저녁|이른\s아침){_PARTICLES}(?!\s?\d)")
_SOFT = re.compile(rf"(?<![가-힣])(?:밤|낮|아침){_PARTICLES}(?!\s?\d)")


def find_times(text: str) -> Iterator[Hit]:
    """Clock times, spans and short durations of `text`."""
    for match in _NUMBERED.finditer(text):
        yield Hit(match.start(), match.end(), "TI", 0.92, "pattern", "time.clock")
    for match in _WORDED.finditer(text):
        yield Hit(match.start(), match.end(), "TI", 0.8, "pattern", "time.word")
    for match in _SOFT.finditer(text):
        yield Hit(match.start(), match.end(), "TI", 0.45, "pattern", "time.soft")
