"""Title, outlet, reporter, date, section and address of an article, from its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from desktop_app.domain.article import Metadata, Role
from desktop_app.reading.cleaning.bodies import Body
from desktop_app.reading.cleaning.lines import Kind
from desktop_app.reading.cleaning.parts import Part

_DATE = re.compile(
    r"(?P<y>(?:19|"
    r"20)\d{2})\s*[-./년]\s*(?P<m>\d{1,2})\s*[-./월]\s*(?P<d>\d{1,2})일?\.?(?:\s*\(?[월화수목금토일](?:요일)?\)?)?"
    r"(?:\s*[T\[(]?\s?(?P<half>오전|오후|AM|PM|am|pm)?\s*(?P<H>\d{1,2})(?::|시\s?)(?P<M>\d{2}))?"
)
_CHANGED = re.compile(r"수정|업데이트|updated|편집", re.IGNORECASE)
_REPORTER = re.compile(
    r"([가-힣]{2,4}?)\s?(?:선임|수석|전문|인턴|객원|시민|취재|사진)?\s?(?:기자|특파원|통신원|리포터|"
    r"논설위원|선임기자)(?![가-힣]*단)"
)
_WRITTEN_BY = re.compile(
    r"^(?:글|글·사진|글/사진|취재|기자명|기자|작성자|글쓴이|by)\s*[:：=|]?\s*([가-힣]{2,4})(?:\s|$|[,·])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^[\[(【<]([^\])】>]{2,40})[\])】>]\s*=?")
_OUTLET_NAME = (
    r"[가-힣A-Za-z0-9]{1,12}(?:일보|신문|뉴스|타임스|타임즈|경제|매일|통신|방송|저널|투데이|데일리|"
    r"프레스|포스트|헤럴드|미디어|뉴스1|뉴시스|시사|"
    r"MBC|KBS|SBS|YTN)"
)
_OUTLET = re.compile(_OUTLET_NAME)
_OUTLET_IN_BRACKETS = re.compile(
    r"[<〈《]\s*([^<>〈〉《》]{2,14})\s*[>〉》]\s*(?:선임기자|기자|무단|의 )|저작권자\s*(?:ⓒ|©|"
    r"\(c\))?\s*[<〈《]?\s*([가-힣A-Za-z0-9]{2,14})"
)
_COPYRIGHT = re.compile(
    r"(?:ⓒ|©|\(c\)|Copyright)\s*(?:\d{4}\s*)?\.?\s*([가-힣A-Za-z0-9·]{2,14})", re.IGNORECASE
)
_URL = re.compile(r"https?://[^\s<>\"'가-힣]+")
_NOT_OUTLETS = frozenset(
    {
        "뉴스",
        "보도자료",
        "지역뉴스",
        "전국뉴스",
        "정책뉴스",
        "시정뉴스",
        "도정뉴스",
        "주요뉴스",
        "최신뉴스",
        "관련뉴스",
        "무단전재",
        "카드뉴스",
        "포토뉴스",
    }
)


def describe(parts: Sequence[Part], own: list[Part], page: list[Part], body: Body | None) -> Metadata:
    """What the parts of an article say of it, and what the page around it does (`page`: its boilerplate)."""
    return Metadata(
        title=_first(own, Role.TITLE),
        subtitle=_head_subtitle(own),
        outlet=_outlet(own, page),
        reporter=_reporter(own),
        published=_published(own, page),
        section=_section(parts, own, body),
        url=_url(page),
    )


def _first(own: list[Part], role: Role) -> str:
    return next((_line(part.text) for part in own if part.role is role), "")


def _head_subtitle(own: list[Part]) -> str:
    return next((_line(part.text) for part in own if part.role is Role.SUBTITLE and part.heads), "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _reporter(own: list[Part]) -> str:
    names: list[str] = []
    for part in own:
        if part.role is Role.BYLINE:
            named = _WRITTEN_BY.match(part.text)
            names += [named.group(1)] if named else _REPORTER.findall(part.text)
    lead = next((part for part in own if part.role is Role.BODY), None)
    if not names and lead:
        opening = _LEAD.match(lead.text)
        names += (
            _REPORTER.findall(opening.group(1))
            if opening
            else _REPORTER.findall(lead.text[:40].split("=")[0])
        )
    return ", ".join(dict.fromkeys(name for name in names if name))


def _published(own: list[Part], page: Iterable[Part]) -> str:
    stamps = [part for part in own if part.role is Role.DATELINE]
    marked = [part for part in page if part.kind in {Kind.STAMP, Kind.FURNITURE}]
    for part in [*stamps, *marked]:
        for match in _DATE.finditer(part.text):
            if _CHANGED.search(part.text[: match.start()][-8:]):
                continue
            found = iso_date(match)
            if found:
                return found
    return ""


def iso_date(match: re.Match[str]) -> str:
    """ISO 8601 of a date in any Korean writing, with its time if given.

    An impossible date gives "".
    """
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    date = f"{year:04}-{month:02}-{day:02}"
    if match["H"] is None:
        return date
    hour = int(match["H"]) % 12 + 12 if match["half"] in {"오후", "PM", "pm"} else int(match["H"])
    return f"{date}T{hour:02}:{match['M']}" if hour < 24 and int(match["M"]) < 60 else date


def parse_date(text: str) -> str:
    """The first date of a text as ISO 8601, or ""."""
    match = _DATE.search(text)
    return iso_date(match) if match else ""


def _outlet(own: list[Part], page: list[Part]) -> str:
    lead = next((part for part in own if part.role is Role.BODY), None)
    opening = _LEAD.match(lead.text) if lead else None
    for text in ([opening.group(1)] if opening else []) + [p.text for p in own if p.role is Role.BYLINE]:
        found = _OUTLET.search(text.split("=")[-1] if "=" in text else text)
        if found:
            return found.group()
    for part in page:
        named = _OUTLET_IN_BRACKETS.search(part.text)
        if named:
            return named.group(1) or named.group(2)
        marked = _COPYRIGHT.search(part.text) if part.kind is Kind.END else None
        if (
            marked
            and marked.group(1) not in _NOT_OUTLETS
            and not marked.group(1).lower().startswith(("all", "by"))
        ):
            return marked.group(1)
    return ""


def _section(parts: Sequence[Part], own: list[Part], body: Body | None) -> str:
    """The last section name that stands above the title, with nothing but page furniture between."""
    title = next((part for part in own if part.role is Role.TITLE), None)
    limit = title.start if title else (parts[body.first].start if body else 0)
    at = bisect_left(parts, limit, key=lambda part: part.start)
    for part in reversed(parts[max(0, at - 8) : at]):
        if part.kind is Kind.SECTION:
            return _line(part.text)
        if part.role is Role.BODY:
            break
    return ""


def _url(page: Iterable[Part]) -> str:
    for part in page:
        found = _URL.search(part.text)
        if found:
            return found.group().rstrip(".,)")
    return ""
