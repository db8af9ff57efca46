"""Headlines and the bodies they stand over: above them, or far away on a newspaper's page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.bodies import Body
from desktop_app.reading.cleaning.likeness import Rarity, bare, covered
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

_SUBTITLE = re.compile(r"^\s*[-–—·▲■◆◇▷▶]\s*\S")
_SUBJECT_FIRST = re.compile(r"^[가-힣A-Za-z0-9·]{2,14}\s?,\s?\S")
_KICKER = re.compile(r"^[\[<〈《(【].{1,20}[\]>〉》)】]$")
_DATE_FIRST = re.compile(r"^\d{1,2}(월|일)")
_REACH = 12
_UNTITLED = 0.2
_TELLING = re.compile(r"[,…“”‘’'\"?!·]|\d")
_CLOSING = re.compile(r"무단|저작권|[Cc]opyright|[Rr]eserved|관련|추천|인기|많이|최신|주요|^#|태그")
_SERIES = re.compile(
    r"^(?:특집|기획|연재|인터뷰|르포|현장|집중|시리즈|창간|신년|커버스토리|이슈|포커스|심층)\S{0,6}\s*[|:>·ㅣ]"
)
_NAME = re.compile(
    r"^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용][가-힣]{1,2}$|^(?:남궁|제갈|선우|황보|독고|사공|서문)[가-힣]{1,2}$"
)
_FIELD = re.compile(r"^(?:작성자|등록자|담당자|부서명?|담당부서|등록일|작성일|게시일|조회수?)$")
_SERIES_END = re.compile(r"[①-⑳]|[<(\[]\d{1,2}[>)\]]$|\d회$|[상중하]\)$")
_AUTHOR = re.compile(
    r"^[가-힣]{2,4}\s(?:\S{2,14}\s){0,3}\S{0,10}(?:교수|변호사|작가|대표|논설위원|연구위원|소장|시인|"
    r"소설가|평론가|칼럼니스트|박사|"
    r"센터장|이사장|연구원|명예교수|객원기자|편집장)$"
)


@dataclass(slots=True)
class Found:
    """A heading, the body that it best fits and how well, 0..1."""

    at: int
    part: Part
    likeness: float


def name_titles(parts: list[Part], bodies: list[Body], *, columns: bool, furnished: bool) -> None:
    """Give headings outside bodies to a body as its title or subtitle; the rest is left without a role."""
    if not bodies:
        return
    apart = columns and len(bodies) > 1
    rarity = Rarity([body.grams for body in bodies] if apart else [])
    firsts = [body.first for body in bodies]
    owned: dict[int, list[Found]] = {}
    for at, below in _candidates(parts, bodies, firsts):
        part = parts[at]
        if apart:
            number, likeness = _best_body(part, at, bodies, below, rarity)
        else:
            number, likeness = _body_below(part, at, parts, bodies, below)
        if number is not None:
            owned.setdefault(number, []).append(Found(at, part, likeness))
    for number, found in owned.items():
        _choose(found, bodies[number], number, parts, columns=columns, furnished=furnished)


def _candidates(parts: list[Part], bodies: list[Body], firsts: list[int]) -> Iterator[tuple[int, int]]:
    """Headings outside bodies, each with the number of the body below it."""
    for at, part in enumerate(parts):
        if part.kind not in {Kind.HEADING, Kind.BULLET} or len(bare(part.text)) < 2:
            continue
        below = bisect_right(firsts, at)
        if below == 0 or at > bodies[below - 1].last:
            yield at, below


def _best_body(
    part: Part, at: int, bodies: list[Body], below: int, rarity: Rarity
) -> tuple[int | None, float]:
    wanted = part.grams
    best, number, likeness = -1.0, None, 0.0
    for n in range(max(0, below - _REACH), min(len(bodies), below + _REACH)):
        body = bodies[n]
        share = rarity.covered(wanted, body.grams)
        near = (
            0.18
            if at == body.first - 1
            else 0.1
            if 0 < body.first - at <= 3
            else 0.05 * (at == body.last + 1)
        )
        if share + near > best:
            best, number, likeness = share + near, n, share
    return number, likeness


def _body_below(
    part: Part, at: int, parts: list[Part], bodies: list[Body], below: int
) -> tuple[int | None, float]:
    """On a web page a heading belongs to what stands below it, or (a stray one) to nothing."""
    if below >= len(bodies):
        return None, 0.0
    body = bodies[below]
    if below > 0 and any(p.kind is Kind.END for p in parts[at + 1 : body.first]):
        return None, 0.0
    return below, covered(part.grams, body.grams)


def _choose(
    found: list[Found], body: Body, number: int, parts: list[Part], *, columns: bool, furnished: bool
) -> None:
    title = _title_far(found, parts, body) if columns else _title_above(found, parts, furnished=furnished)
    if title is None:
        return
    kept = found if columns or not furnished else _beside(found, title, parts, body)
    for item in kept:
        item.part.body, item.part.heads = number, True
        same = bare(item.part.text) == bare(title.part.text)
        item.part.role = Role.TITLE if same else _lesser_role(item, parts)
        item.part.confidence = 0.6 + 0.35 * min(1.0, item.likeness)


def _lesser_role(item: Found, parts: list[Part]) -> Role:
    """Below a title a name is who wrote it."""
    near = parts[max(0, item.at - 2) : item.at + 3]
    signed = any(part.kind in {Kind.STAMP, Kind.BYLINE} for part in near if part is not item.part)
    if _AUTHOR.match(item.part.text) or (signed and _NAME.match(item.part.text)):
        return Role.BYLINE
    return Role.SUBTITLE


def _beside(found: list[Found], title: Found, parts: list[Part], body: Body) -> list[Found]:
    """What a crawled page shows between its title and its text, and a kicker above: buttons are no subtitles."""
    kept: list[Found] = []
    for item in found:
        if item is title or bare(item.part.text) == bare(title.part.text):
            kept.append(item)
        elif item.at < title.at:
            named = _KICKER.match(item.part.text) or _SERIES.match(item.part.text)
            close = title.at - item.at <= 2 and named
            kept += [item] if close else []
        elif _says_something(item, title, parts) and not _cut_off(parts, item.at, body):
            kept.append(item)
    return kept


def _says_something(item: Found, title: Found, parts: list[Part]) -> bool:
    text = item.part.text
    if item.part.repeat or (item.at and _FIELD.match(parts[item.at - 1].text)):
        return False
    if _lesser_role(item, parts) is Role.BYLINE:
        return True
    tight = not any(part.kind in SURE_FURNITURE for part in parts[title.at + 1 : item.at])
    return len(bare(text)) >= 6 and (item.likeness >= 0.12 or bool(_TELLING.search(text)) or tight)


def _cut_off(parts: list[Part], at: int, body: Body) -> bool:
    """Whether a teaser or a closing mark stands between a heading and the body."""
    return any(
        p.kind is Kind.PROSE or (p.kind is Kind.END and bool(_CLOSING.search(p.text)))
        for p in parts[at + 1 : body.first]
    )


def _title_above(found: list[Found], parts: list[Part], *, furnished: bool) -> Found | None:
    """The heading that looks most like a title: it speaks of the body, is long enough, has a date or name near."""
    heads = [item for item in found if item.part.kind is Kind.HEADING] or found
    marked = next((item for item in heads if item.part.hint == "title"), None)
    if marked is not None or not furnished:
        return marked or _first_title(heads)
    worth = {item.at: _worth(item, parts) for item in heads}
    for before, item in pairwise(heads):
        if item.at - before.at <= 2 and before.likeness >= 0.5 * item.likeness:
            worth[item.at] -= 0.35
    best = max(heads, key=lambda item: worth[item.at])
    if worth[best.at] <= _UNTITLED:
        return None
    return _top_of_group(heads, best, {at: value >= worth[best.at] - 1.3 for at, value in worth.items()})


def _top_of_group(heads: list[Found], best: Found, fair: dict[int, bool]) -> Found:
    """Of headings that stand right below each other the first is the title, if it speaks of the body at all."""
    for item in reversed(heads[: heads.index(best)]):
        if (
            item.at != best.at - 1
            or not fair[item.at]
            or item.likeness < 0.12
            or len(bare(item.part.text)) < 10
        ):
            break
        best = item
    return best


def _first_title(heads: list[Found]) -> Found:
    """The first heading that is more than the name of a series or a catchword above the title."""
    for item, after in pairwise(heads):
        text = item.part.text
        short = len(bare(text)) < 12 and after.likeness > item.likeness + 0.15
        if not (_KICKER.match(text) or _SERIES_END.search(text) or short):
            return item
    return heads[-1]


def _worth(item: Found, parts: list[Part]) -> float:
    text, size = item.part.text, len(bare(item.part.text))
    after = parts[item.at + 1 : item.at + 5]
    worth = 1.2 * item.likeness + (0.5 if 10 <= size <= 60 else 0.1 if size >= 7 else -0.6)
    worth += 0.5 * any(part.kind in {Kind.STAMP, Kind.BYLINE} for part in after)
    worth += 0.5 * any(part.kind in {Kind.STAMP, Kind.BYLINE} for part in after[:1])
    worth += 0.2 * bool(_TELLING.search(text)) - 0.4 * bool(_SUBTITLE.match(text))
    worth += 0.5 * (
        item.part.repeat or any(bare(p.text) == bare(text) for p in parts[item.at + 1 : item.at + 8])
    )
    worth += 1.0 * (item.part.hint == "title")
    return worth - 0.5 * bool(_KICKER.match(text))


def _title_far(kept: list[Found], parts: list[Part], body: Body) -> Found | None:
    """The heading that names who did it, or says most of the first paragraph."""
    lead = parts[body.first].grams

    def rank(item: Found) -> float:
        text = item.part.text
        worth = item.likeness + 0.8 * covered(item.part.grams, lead) + 0.25 * (item is kept[0])
        worth += 0.7 * bool(_SUBJECT_FIRST.match(text)) + 0.4 * ("…" in text and not _DATE_FIRST.match(text))
        worth -= 0.5 * bool(_SUBTITLE.match(text) or _DATE_FIRST.match(text))
        return worth - 0.3 * (len(bare(text)) < 12)

    return max(kept, key=rank)
