"""Dates and periods (DT): what the annotation guidelines call DT, with exactly their boundaries.

지난·오는·올·매·향후 before a date belong to it; 부터, 까지, 이후, 만에, 께, 가량 stay outside; durations in days and
longer are DT; attached 째 and 간 stay inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.numbers import DASH_OR_TILDE, TILDE, longest_first

WEEKDAY = r"[월화수목금토일]요일"
IN_BRACKETS = r"(?:\s?[(（](?:[월화수목금토일](?:요일)?|[月火水木金土日])[)）])"
ORDINAL_WEEK = r"(?:첫째|둘째|셋째|넷째|다섯째|마지막|첫|\d)\s?주"
PART = rf"(?:말|초순|초|중순|상순|하순|{ORDINAL_WEEK}(?:\s{WEEKDAY})?|마지막\s{WEEKDAY})"
SEASON = r"(?:봄|여름|가을|겨울)"
RELATIVE_YEAR = longest_first(
    "올해 올 금년 내년 지난해 지난_해 작년 재작년 전년 명년 내후년 이듬해 다음_해 다음해 같은_해 그해 "
    "전년도 내년도 올해년도"
)
RELATIVE_MONTH = longest_first("지난달 지난_달 이달 이번_달 다음_달 다음달 내달 전달 같은_달 매달 매월")
PREFIX = r"(?:(?:지난|오는|매년|매월|올|이번|같은 해|같은 달)\s?)"

NOT_INSIDE = r"(?<![\d.,:/A-Za-z·∙+\-–~∼～])"
"""A date starts where no number, section mark or range runs into it."""

YEAR = r"(?:(?:기원전\s?)?\d{1,4}|[’'‘]\d{2})\s?년도?"
MONTH = r"(?:1[0-2]|0?[1-9])\s?월"
DAY = r"(?:3[01]|[12]\d|0?[1-9])\s?일"
_LEAD = rf"(?:{YEAR}\s?|{RELATIVE_YEAR}\s?)?"
_DAY_END = rf"{DAY}{IN_BRACKETS}?(?:\s{WEEKDAY})?"
_MONTH_DAY = rf"{MONTH}\s?{_DAY_END}"

_NO_UNIT = r"(?![가-힣]*(?:본(?![가-힣])|만원))"
_AFTER_YEAR = r"(?!여|도(?![는의에가])|만(?!\s?에)\d|차(?:전|례))"
_AFTER_MONTH = r"(?!\s?\d+\s?일|드컵|요일|세|급|정액)"
_AFTER_DAY = r"(?!본|반|정|품|상생활|꾼|찍|자리|보(?![고다였])|당백|시적|시불|괄|대일)"

CALENDAR = [
    rf"{YEAR}\s?{MONTH}\s?{DAY}{IN_BRACKETS}?{TILDE}(?:{YEAR}\s?)?(?:{MONTH}\s?)?{_DAY_END}",
    rf"{PREFIX}?{_LEAD}{MONTH}\s?{DAY}{IN_BRACKETS}?{TILDE}(?:{MONTH}\s?)?{_DAY_END}",
    rf"{PREFIX}?{_LEAD}{MONTH}\s?(?:3[01]|[12]\d|0?[1-9]){DASH_OR_TILDE}{_DAY_END}",
    (
        rf"{PREFIX}?(?:{RELATIVE_MONTH}\s?)?(?:3[01]|[12]\d|"
        rf"0?[1-9])(?:일{IN_BRACKETS}?)?{DASH_OR_TILDE}{_DAY_END}{_AFTER_DAY}"
    ),
    rf"{PREFIX}?{_LEAD}\d{{1,2}}(?:월)?{DASH_OR_TILDE}{MONTH}",
    rf"(?:\d{{4}}|[’'‘]\d{{2}})(?:년)?{DASH_OR_TILDE}(?:\d{{4}}|[’'‘]?\d{{2}})\s?년(?!간|째)",
    rf"{PREFIX}?{_LEAD}{_MONTH_DAY}",
    rf"{PREFIX}?{RELATIVE_MONTH}\s?{_DAY_END}{_AFTER_DAY}",
    rf"{PREFIX}?{_LEAD}{MONTH}\s{PART}(?![가-힣]*월)",
    rf"{PREFIX}?{_LEAD}{MONTH}(?:말|초|중순)(?![가-힣]{{2}})",
    rf"(?:지난|오는)\s{YEAR}(?:\s?{MONTH})?",
    rf"{PREFIX}?(?:{YEAR}|{RELATIVE_YEAR})\s?{MONTH}",
    rf"(?:지난|오는|매년|올|같은 해|지난 해)\s{MONTH}",
    (
        rf"(?:{YEAR}|{RELATIVE_YEAR})\s?(?:상반기|하반기|[1-4]\s?분기|말|초|중반|{SEASON}|"
        rf"한\s해)(?![가-힣]*(?:등학|일본))"
    ),
    rf"(?:{YEAR}|\d{{2,4}}년)대(?:\s?(?:초반|중반|후반|초|중|말))?",
    r"\d{1,2}\s?세기(?:\s(?:초|중엽|말|후반|초반|중반))?",
    rf"{YEAR}\s?(?:학년도|학기)",
    r"\d{4}\s?학년도(?:\s?[12]학기)?",
    rf"(?:{YEAR}\s?)?[1-4]\s?분기",
    r"(?:지난|오는)\s(?:주말|추석|설)(?:\s?연휴)?",
    rf"(?:지난|오는)\s{DAY}{IN_BRACKETS}?{_AFTER_DAY}",
    rf"(?:{MONTH}){_AFTER_MONTH}",
    rf"{_DAY_END}{_AFTER_DAY}",
]
DURATIONS = [
    r"(?:향후|최근|지난)\s\d+(?:여)?\s?(?:년|개월|주|일)(?:\s?간)",
    r"\d+(?:여\s?)?년\s?\d+\s?개월(?:간|째)?",
    r"\d+박\s?\d+일",
    r"\d+(?:∼|~)\d+\s?(?:개월|주|년)(?:간|차)?",
    r"\d+(?:\.\d+)?(?:여\s?)?\s?개월(?:여)?(?:간|째)?(?:\s전)?",
    r"\d+(?:여\s?)?\s?년(?:여)?(?:간|째)(?!부)",
    r"\d+(?:여\s?)?\s?년\s전(?=[^가-힣]|$|에|의|부터|까지|만에|보다|이|과)",
    r"\d+(?:여\s?)?\s?주(?:일)?(?:간|째)(?:\s전)?",
    r"\d+(?:여\s?)?\s?일(?:간|째)(?![가-힣]*지)",
    r"(?:[1-9]\d{2,3}|[4-9]\d|3[2-9]|\d+[천백]\d*)\s?일(?:간|째)?",
    r"[12]학기",
    r"(?:1[0-9]|[2-9]|[2-5]\d)\s?주(?![년요차기말의식석가변민제도소거연]|\s?[가-힣]+선)(?:간|째)?",
]
_MONTH_DOT = r"(?:1[0-2]|0?[1-9])\s?\.\s?"
_DOT_DAY = rf"(?:3[01]|[12]\d|0?[1-9])\.?{IN_BRACKETS}"
_FULL_DOTTED = rf"(?:19|20)\d{{2}}\s?\.\s?\d{{1,2}}\s?\.\s?\d{{1,2}}\.?{IN_BRACKETS}?"
_DOTTED_END = rf"(?:(?:(?:19|20)\d{{2}}\s?\.\s?)?\d{{1,2}}\s?\.\s?)?\d{{1,2}}\.?{IN_BRACKETS}?"
NUMERIC = [
    rf"{_FULL_DOTTED}(?:{TILDE}{_DOTTED_END})?",
    r"(?:19|20)\d{2}[-/](?:1[0-2]|0?[1-9])[-/](?:3[01]|[12]\d|0?[1-9])(?![\d/-])",
    rf"(?<!\d){_MONTH_DOT}{_DOT_DAY}(?:{TILDE}(?:{_MONTH_DOT})?{_DOT_DAY}?)?",
    rf"(?<!\d)[’'‘]\d{{2}}\s?\.\s?\d{{1,2}}\s?\.(?:\s?\d{{1,2}}\s?\.?)?{IN_BRACKETS}?",
    rf"(?<=[(（])(?:19|20)\d{{2}}{DASH_OR_TILDE}(?:19|20)\d{{2}}(?=[)）])",
    rf"[’'‘]\d{{2}}{DASH_OR_TILDE}[’'‘]?\d{{2}}(?:년)?(?!\d)",
]

_NATIVE_DAYS = longest_first(
    "하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘 보름 일주일 반년 반세기 하룻밤"
)
_NATIVE_SPAN = (
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|석|넉|몇)\s(?:달|해)"
    rf"|{_NATIVE_DAYS}|일\s?년|(?:천|백)\s?년|한두\s달|두세\s달|서너\s달"
)
_WORDS = longest_first(
    "이날 둘째_날 셋째_날 봄 여름 가을 겨울 봄철 겨울철 같은_날 오늘 어제 그제 내일 모레 당일 전날 첫날 "
    "다음_날 다음날 이튿날 마지막_날 간밤 한글날 성탄절 크리스마스 "
    "올해 금년 내년 내후년 지난해 작년 재작년 전년 새해 그해 첫해 이듬해 같은_해 다음_해 매년 매해 매일 "
    "매달 매월 "
    "이달 지난달 내달 다음_달 이번_달 같은_달 지난주 이번_주 다음_주 같은_주 매주 주말 평일 연말 연초 연내 "
    "전년_동기 지난봄 지난여름 지난가을 지난겨울 올봄 올여름 올가을 올겨울 한여름 한겨울 추석 설날 "
    "부처님오신날 "
    "삼일절 광복절 개천절 제헌절 현충일 어린이날 삼국시대 조선시대 조선_시대 고려시대 고려_시대 일제강점기 "
    "올_초 올_한_해 지난_한_해"
)
_AFTER_WORD = (
    r"(?![가-힣])|(?=(?:은|는|이|가|을|를|의|에|에는|에도|에만|에서|부터|까지|까지는|로|으로|와|과|도|만|"
    r"보다|께|경|쯤|엔|"
    r"이면|이나|마다|처럼|밤|째|간|동안|인|이다|이었다|이라|라는|이라는|에야|에도|에게|만에|만의|이후|이전|"
    r"분|치|자|새|이고|이며|이지만|였다|이던|했다)"
    r"(?![가-힣])|부터|까지)"
)
WORDS = [
    rf"매주\s(?:{WEEKDAY}|[월화수목금토일])",
    rf"매월\s(?:{ORDINAL_WEEK}\s)?(?:마지막\s)?{WEEKDAY}",
    rf"(?:내달|이달|지난달|다음\s?달|다음\s주)\s(?:말|초|중순|중반|하순|상순|{WEEKDAY})",
    rf"(?:{_NATIVE_SPAN})(?:간|째)?\s(?:전|뒤)(?={_AFTER_WORD})",
    rf"(?:{_NATIVE_SPAN})(?:간|째|차)?(?:{_AFTER_WORD})",
    rf"{_WORDS}(?:{_AFTER_WORD})",
    rf"(?:상반기|하반기)(?:{_AFTER_WORD})",
    rf"{WEEKDAY}(?:{_AFTER_WORD})",
    r"Day\s\d+",
]

_LONGER_FIRST = DURATIONS[:4] + NUMERIC + CALENDAR[:6] + DURATIONS[4:] + CALENDAR[6:]
_NUMBERED = re.compile(rf"(?=[\d’'‘기]){NOT_INSIDE}(?:{'|'.join(_LONGER_FIRST)}|{YEAR}{_AFTER_YEAR})")
_WORDED = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{'|'.join(WORDS)})")
_RELATIVE = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?=[지오매올이같향최금내작재전명다그])"
    rf"(?:{PREFIX}|{RELATIVE_YEAR}\s?|{RELATIVE_MONTH}\s?|향후\s|최근\s)(?=\d|상반기|하반기|말|초|주말|"
    rf"추석|설|{SEASON})"
)


def find_dates(text: str) -> Iterator[Hit]:
    """Dates and periods of `text`, left to right; a worded date that begins a numbered one is part of it."""
    taken_until = 0
    for start, end, rule in sorted(_found(text), key=lambda f: (f[0], -f[1])):
        if start >= taken_until:
            taken_until = end
            yield Hit(start, end, "DT", _confidence(text, start, end, rule), "pattern", rule)


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _RELATIVE.finditer(text):
        longer = _AT_RELATIVE.match(text, match.start())
        if longer:
            yield longer.start(), longer.end(), "date.relative"
    for match in _NUMBERED.finditer(text):
        yield match.start(), match.end(), "date.numbered"
    for match in _WORDED.finditer(text):
        if match.end() > match.start():
            yield match.start(), match.end(), "date.worded"


_AT_RELATIVE = re.compile(f"(?:{'|'.join(_LONGER_FIRST)})")


def _confidence(text: str, start: int, end: int, rule: str) -> float:
    """A bare 년 or 일 may count something else; everything longer hardly ever does."""
    surface = text[start:end]
    if rule == "date.worded":
        return 0.85
    return 0.8 if re.fullmatch(r"\d{1,3}\s?년|\d+일|\d+\s?주", surface) else 0.93
