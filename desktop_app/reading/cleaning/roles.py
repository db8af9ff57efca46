"""The role of every part, once the bodies and their titles are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.bodies import Body
from desktop_app.reading.cleaning.bodiless import SIMPLE, settle_without_body
from desktop_app.reading.cleaning.likeness import covered
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind
from desktop_app.reading.cleaning.parts import Part

_COPYRIGHT = re.compile(r"^\W*(?:ⓒ|©|\(c\))|^ⓒ")
_LEGAL = re.compile(r"무단|저작권|[Cc]opyright|[Rr]eserved|다른\s?기사")
_QUOTED = re.compile(r"^[“\"][^“”\"]{15,}[”\"]$")
_ASKS = re.compile(
    r"\d{2,4}[-)~.]\d{3,4}-\d{4}.*(?:문의|물어|안내|연락|신청)|(?:문의|연락).*\d{2,4}[-)~.]\d{3,4}-\d{4}"
)
_ENCLOSED = re.compile(r"^\W*(?:붙임|별첨|첨부|참고)\s?\d*\W")
_ATTACHED = re.compile(r"첨부|붙임|\.(?:hwpx?|pdf|jpe?g|png|docx?|xlsx?)", re.IGNORECASE)
_SPEAKER = re.compile(r"^\[(?:앵커|리포트|기자|답변|질문|앵커멘트|인터뷰|녹취|현장음|VCR|영상)\]$")
_WHAT_IS_SHOWN = re.compile(
    r"^[^.]{4,60}(?:는|은|한|된|던|인|쓴)\s[가-힣A-Za-z‘’ ]{1,16}[^은는이가을를다요죠까나가니 ]\.$"
)
_FACT = re.compile(
    r"^(?:주소|위치|장소|(?:이용|운영|영업|관람)\s?시간|(?:이용|체험)?\s?요금|입장료|관람료|휴무일?|"
    r"휴관일?|가는 길|주차)\s?[:：]"
)
_HANGING = re.compile(r"(?:[은는이가을를에서의로과와며고니면데게]|지만|,)$")


class Places:
    """Where a part stands among the bodies, found without walking over them all."""

    def __init__(self, parts: list[Part], bodies: list[Body]) -> None:
        self.bodies = bodies
        self._firsts = [body.first for body in bodies]
        self._ends = [at for at, part in enumerate(parts) if part.kind is Kind.END]
        self._legal = [at for at in self._ends if _LEGAL.search(parts[at].text)]

    def below(self, at: int) -> int:
        """The number of the first body that begins after a part."""
        return bisect_right(self._firsts, at)

    def inside(self, at: int) -> int | None:
        """The body that a part stands in the middle of."""
        number = self.below(at) - 1
        return number if number >= 0 and at < self.bodies[number].last else None

    def furniture_above(self, parts: list[Part], at: int) -> bool:
        """Whether page furniture other than attached files stands between it and the body before it."""
        below = self.below(at)
        if below == 0:
            return False
        between = parts[max(self.bodies[below - 1].last + 1, at - 30) : at]
        return any(p.kind in SURE_FURNITURE and not _ATTACHED.search(p.text) for p in between)

    def past_copyright(self, at: int) -> bool:
        """Whether a copyright line stands between it and the body before it."""
        below = self.below(at)
        begin = self.bodies[below - 1].last if below else 0
        return bisect_left(self._legal, begin) < bisect_left(self._legal, at)

    def closed_off(self, at: int) -> bool:
        """Whether a closing mark stands between it and the body before it, and no body follows near by."""
        below = self.below(at)
        begin = self.bodies[below - 1].last if below else 0
        marked = bisect_left(self._ends, begin) < bisect_left(self._ends, at)
        follows = below < len(self.bodies) and self.bodies[below].first - at <= 4
        return marked and not follows

    def owner(self, parts: list[Part], at: int) -> int | None:
        """The body that something outside belongs to: the one it follows closely, else the one below."""
        below = self.below(at)
        if below == 0:
            return 0 if self.bodies else None
        if below >= len(self.bodies):
            return below - 1
        last = self.bodies[below - 1].last
        headed = any(part.role in {Role.TITLE, Role.SUBTITLE} for part in parts[max(last + 1, at - 40) : at])
        return below if headed else below - 1


def assign_roles(parts: list[Part], bodies: list[Body], *, furnished: bool) -> None:
    """Set `role` and `body` of every part; boilerplate only where the page shows that it is."""
    for number, body in enumerate(bodies):
        quoted = sum(bool(_QUOTED.match(parts[at].text)) for at in body.parts)
        for at in body.parts:
            answers = at > 0 and parts[at - 1].text.endswith("?")
            parts[at].role = _role_of_prose(parts[at], mostly_quoted=answers or quoted * 3 > len(body.parts))
            parts[at].body = number
    if not bodies:
        settle_without_body(parts)
        return
    places = Places(parts, bodies)
    for at, part in enumerate(parts):
        if part.role is None:
            _settle(parts, at, places, furnished=furnished)
    if all(part.role is Role.BOILERPLATE for part in parts):
        settle_without_body(parts)


def _role_of_prose(part: Part, *, mostly_quoted: bool) -> Role:
    """A paragraph that is one quotation is set apart, unless the text is a conversation."""
    if not mostly_quoted and _QUOTED.match(part.text):
        return Role.QUOTE
    return Role.CONTACT if len(part.text) <= 130 and _ASKS.search(part.text) else Role.BODY


def _settle(parts: list[Part], at: int, places: Places, *, furnished: bool) -> None:
    part = parts[at]
    inside = places.inside(at)
    if inside is not None:
        part.role, part.body = _role_inside(parts, at), inside
    else:
        part.role, part.body = _role_outside(parts, at, places, furnished=furnished)
    if part.role is Role.BOILERPLATE:
        part.body = None


def _role_inside(parts: list[Part], at: int) -> Role:
    part = parts[at]
    if part.kind is Kind.CREDIT:
        return Role.BOILERPLATE if _COPYRIGHT.match(part.text) else Role.CAPTION
    if _FACT.match(part.text):
        return Role.LIST
    if part.kind in SIMPLE:
        return SIMPLE[part.kind]
    heads = part.kind is Kind.BULLET and _role_of_bullet(parts, at) is Role.SUBTITLE
    linked = (_boxed(parts, at) and not heads) or (part.kind is Kind.SECTION and _beside_furniture(parts, at))
    if linked:
        return Role.BOILERPLATE
    return _role_of_entry(parts, at)


def _role_of_entry(parts: list[Part], at: int) -> Role:
    kind = parts[at].kind
    if kind is Kind.PROSE:
        return Role.BODY
    if kind is Kind.BULLET:
        return _role_of_bullet(parts, at)
    return Role.SUBTITLE if kind is Kind.SECTION else _role_of_inner_heading(parts, at)


def _role_of_bullet(parts: list[Part], at: int) -> Role:
    """A lone line behind ◇, ■ or a number, over prose, heads a section; several in a row are a list."""
    part = parts[at]
    alone = not any(p.kind is Kind.BULLET for p in (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]))
    over_prose = at + 1 < len(parts) and parts[at + 1].kind in {Kind.PROSE, Kind.CAPTION, Kind.CREDIT}
    heading = part.bulleted[:1] in "◇◆■□▲●▶☞ⅠⅡⅢⅣⅤ①②③④⑤⑥⑦⑧⑨" or part.bulleted[:1].isdigit()
    return Role.SUBTITLE if alone and over_prose and heading and len(part.text) <= 60 else Role.LIST


def _role_of_inner_heading(parts: list[Part], at: int) -> Role:
    text = parts[at].text
    if text.endswith("?") or len(text) > 80 or _SPEAKER.match(text) or _runs_on(parts, at):
        return Role.BODY
    if text.endswith(".") and not text.endswith(".."):
        return Role.CAPTION if _WHAT_IS_SHOWN.search(text) else Role.BODY
    before = at > 0 and parts[at - 1].kind is Kind.HEADING
    after = at + 1 < len(parts) and parts[at + 1].kind is Kind.HEADING
    if (before and after) or (before and at > 1 and parts[at - 2].kind is Kind.HEADING):
        return Role.LIST
    if after and at + 2 < len(parts) and parts[at + 2].kind is Kind.HEADING:
        return Role.LIST
    return Role.SUBTITLE


def _runs_on(parts: list[Part], at: int) -> bool:
    """Whether lines stand tight above and below it where blank lines part paragraphs: a sentence cut by hand."""
    tight = parts[at].gap == 0 and at + 1 < len(parts) and parts[at + 1].gap == 0
    return (
        tight
        and bool(_HANGING.search(parts[at].text))
        and any(part.gap > 0 and part.kind is Kind.PROSE for part in parts[max(0, at - 6) : at + 7])
    )


def _boxed(parts: list[Part], at: int) -> bool:
    """Whether it stands in a box of links: below a closing mark, with only headings between."""
    for before in reversed(parts[max(0, at - 6) : at]):
        if before.kind is Kind.END:
            return True
        if before.kind not in {Kind.HEADING, Kind.BULLET} or before.role is Role.BODY:
            return False
    return False


def _beside_furniture(parts: list[Part], at: int) -> bool:
    near = [*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]]
    return any(part.kind in SURE_FURNITURE or part.kind is Kind.SECTION for part in near)


def _role_outside(parts: list[Part], at: int, places: Places, *, furnished: bool) -> tuple[Role, int | None]:
    part = parts[at]
    owner = places.owner(parts, at)
    if part.kind is Kind.CREDIT:
        return (Role.BOILERPLATE if _COPYRIGHT.match(part.text) else Role.CAPTION), owner
    if part.kind is Kind.CAPTION:
        return Role.CAPTION, _by_likeness(part, places, at, owner)
    if part.kind is Kind.STAMP:
        late = places.below(at) > 0 and any(
            p.kind is Kind.STAMP and p.role is Role.DATELINE and p.body == owner
            for p in parts[max(0, at - 300) : at]
        )
        return (Role.BOILERPLATE, None) if late else _stamp(parts, at, owner, furnished=furnished)
    if part.kind in SIMPLE:
        return (Role.BOILERPLATE if _hidden(parts, at, places) else SIMPLE[part.kind]), owner
    return _role_of_stranger(parts, at, places, owner, furnished=furnished)


def _hidden(parts: list[Part], at: int, places: Places) -> bool:
    """Whether a contact, table or by-line belongs to the page's foot rather than to the article."""
    kind = parts[at].kind
    if kind is Kind.BYLINE:
        return places.past_copyright(at)
    apart = places.closed_off(at) or places.furniture_above(parts, at)
    return apart and kind in {Kind.CONTACT, Kind.TABLE}


def _role_of_stranger(
    parts: list[Part], at: int, places: Places, owner: int | None, *, furnished: bool
) -> tuple[Role, int | None]:
    part, closed = parts[at], places.closed_off(at)
    if not closed and (_ENCLOSED.match(part.text) or part.kind is Kind.BULLET) and _follows(parts, at):
        return Role.LIST, owner
    if not closed and _introduces(parts, at):
        return (Role.LIST if parts[at - 1].kind is Kind.BULLET else Role.BODY), owner
    if part.kind is Kind.SECTION or closed or (furnished and part.kind is not Kind.PROSE):
        return Role.BOILERPLATE, None
    return _stray(part, places, at, owner, furnished=furnished)


def _introduces(parts: list[Part], at: int) -> bool:
    """Whether a line stands between the text, or entries below it, and entries that go on."""
    if parts[at].kind is not Kind.HEADING or not at:
        return False
    before = parts[at - 1]
    below = any(part.kind is Kind.BULLET for part in parts[at + 1 : at + 3])
    if before.kind is Kind.PROSE:
        return below and before.body is not None
    return below and before.role is Role.LIST and before.body is not None


def _follows(parts: list[Part], at: int) -> bool:
    """Whether only other entries stand between it and the text above."""
    for before in reversed(parts[max(0, at - 12) : at]):
        if before.kind is Kind.PROSE:
            return before.body is not None
        if before.kind not in {Kind.BULLET, Kind.HEADING, Kind.TABLE}:
            return False
    return False


def _stray(
    part: Part, places: Places, at: int, owner: int | None, *, furnished: bool
) -> tuple[Role, int | None]:
    """Something apart from every body that no mark explains: kept, unless a crawled page's short notice."""
    if part.kind is not Kind.PROSE:
        return (Role.LIST if part.kind is Kind.BULLET else Role.BODY), owner
    if part.text.endswith("있다.") and len(part.text) <= 140:
        return Role.CAPTION, _by_likeness(part, places, at, owner)
    return (Role.BOILERPLATE, None) if furnished else (Role.BODY, owner)


def _stamp(parts: list[Part], at: int, owner: int | None, *, furnished: bool) -> tuple[Role, int | None]:
    """A date at a page's very top or bottom is the page's, not the article's."""
    titled = any(part.role is Role.TITLE for part in parts[max(0, at - 8) : at + 5])
    prose = any(part.role is Role.BODY for part in parts[max(0, at - 2) : at + 3])
    return (Role.DATELINE, owner) if titled or prose or not furnished else (Role.BOILERPLATE, None)


def _by_likeness(part: Part, places: Places, at: int, owner: int | None) -> int | None:
    """A caption goes to the body that speaks of the same, when one does clearly more than its neighbour."""
    wanted = part.grams
    below = places.below(at)
    near = range(max(0, below - 12), min(len(places.bodies), below + 12))
    shares = {n: covered(wanted, places.bodies[n].grams) for n in near}
    if not shares:
        return owner
    best = max(shares, key=shares.__getitem__)
    return best if owner is None or shares[best] > shares.get(owner, 0.0) + 0.1 else owner


def is_furnished(parts: list[Part]) -> bool:
    """Whether a text is a crawled page: it shows menus, buttons or closing marks."""
    return sum(part.kind in SURE_FURNITURE for part in parts) >= 2
