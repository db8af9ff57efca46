"""What a single line looks like: prose, heading, menu entry, stamp, by-line, credit and so on."""

from __future__ import annotations

import re

from desktop_app.reading.cleaning.cues import Cues, cues
from desktop_app.reading.cleaning.lines import Kind, Line

SENTENCE_END = re.compile(r"[가-힣A-Za-z0-9)%’”\"'][.?!][\"”’'」』)\]]*$")
_PREDICATE = re.compile(
    r"(?:[가-힣](?:다|요|죠|까|자|라|음|함|됨|임|니다))[.?!][\"”’'」』)\]]*(?:\s|$)|"
    r"다[\"”’'](?:고|며|라고)?\s"
)
_PARTICLE = re.compile(
    r"[가-힣](?:은|는|이|가|을|를|에|의|에서|으로|로|과|와|도|며|고|해|한|된|할|하는)(?=[\s,])"
)
_RULE = re.compile(r"^[-=_*~#─━═—–·.•◇◆■□○●★☆※\s]{3,}$")
_BULLET = re.compile(
    r"^(?:[□■○●◦◇◆▪▫ㅇ·•∙‣▶▷►☞※*+]|[▲△](?=.*[▲△])|[-–—](?=\s*\S)|[①-⑳]|[가-하]\.\s|"
    r"\(?\d{1,2}[.)]\s|[ⅠⅡⅢⅣⅤ]\.|(?:하나|둘|셋|첫째|둘째|셋째|넷째),\s)\s*"
)
_DATE = r"(?:19|20)\d{2}\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d{1,2}\s*일?\.?"
_STAMP = re.compile(
    rf"^(?:[\[(<]?\s*(?:기사\s?)?(?:최초\s?)?(?:입력|수정|최종\s?수정|등록|승인|작성|송고|게재|발행|"
    rf"게시|배포|보도|업데이트|편집|"
    rf"updated?|posted|published|기사)"
    rf"(?:일시?|시간|시각|날짜|\s?일자|일)?\s*[:：|]?\s*)[\[(]?\s*(?:{_DATE}|"
    rf"\d{{1,2}}[./]\d{{1,2}}\s+\d{{1,2}}:\d{{2}})",
    re.IGNORECASE,
)
_BARE_STAMP = re.compile(
    rf"^[-–·\[(]?\s*{_DATE}\s*[,.]?\s*(?:\(?[월화수목금토일](?:요일)?\)?)?\s*(?:\[?(?:오전|오후|AM|"
    rf"PM)?\s*\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?|시 ?\d{{1,2}}분?)\]?)?"
    r"\s*(?:AM|PM|am|pm)?\s*[\])]?\s*(?:입력|수정|등록|게재|송고)?$"
)
_LEGAL = re.compile(r"무단|재배포|저작권|등록|책임자|[Cc]opyright|[Rr]eserved|기사")
_CREW = re.compile(
    r"^[\[(]?(?:촬영기자|영상편집|영상취재|영상촬영|촬영|그래픽|자막뉴스|영상|"
    r"취재)\s?[:：]\s?[가-힣]{2,4}|^[가-힣]{2,4}\s+입력\s*\d{4}\.|"
    r"^(?:기사\s?)?(?:작성|취재|글쓴이)\s?[:：]\s?[가-힣]{2,4}(?:\s?기자)?$"
)
_SHORT_STAMP = re.compile(r"^(?:입력\s*)?\d{2}\.\d{2}\.\d{2}\s+\d{1,2}:\d{2}")
_STAMP_OF = re.compile(rf"^{_DATE}\s+[가-힣]{{2,12}}$")
_VIEWS = re.compile(r"조회")
_REPORTER = (
    r"[가-힣]{2,4}\s?(?:선임|수석|전문|인턴|객원|시민|취재|사진|논설위원|편집국장|본부장|"
    r"취재본부장)?\s?(?:기자|특파원|통신원|리포터|논설위원|앵커|"
    r"PD|에디터|편집위원|선임기자|명예기자)"
)
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_BYLINE = re.compile(
    rf"^[\[(/<【\-|=△▲■●·ㆍ\s]*(?:(?:글|취재|기자명|기자|작성자|글쓴이|정리|취재·사진|글·사진|by|"
    rf"By|BY|취재기자|담당기자|편집|"
    rf"교열)\s*[:：=·|/]?\s*)?"
    rf"(?:[가-힣A-Za-z·=\s/]{{0,20}}[=ㅣ|"
    rf"/]\s*)?(?:글·?사진\s)?(?:[가-힣A-Za-z0-9]{{2,10}}\s)?{_REPORTER}(?:\s?[,·ㆍ/]\s?(?:[가-힣]{{2,10}}\s)?{_REPORTER})*"
    rf"\s*[\])>】]?\s*(?:[=|/,(]?\s*{_EMAIL}\s*\)?)?\s*(?:기자\s?페이지|구독|\+\s?구독|기사\s?더보기|"
    rf"다른\s?기사\s?보기)?\s*[=]?$"
)
_NAMED = re.compile(
    rf"^(?:글|사진|글·사진|글/사진|글ㆍ사진|취재|정리|글쓴이|기자명|담당기자|by|By|BY)\s*[:：=|"
    rf"]?\s*(?:[가-힣]{{2,4}}(?:\s?기자)?|"
    rf"{_EMAIL})(?:\s*[,·/]\s*(?:사진|정리|그림)?\s*[가-힣]{{2,4}}(?:\s?기자)?)*(?:\s*{_EMAIL})?$|"
    rf"^[가-힣]{{2,4}}\s?\([a-z][a-z0-9_.-]{{2,20}}\)$|"
    rf"^by\s\S.{{0,24}}\d{{4}}\.\s?\d{{1,2}}\.\s?\d{{1,2}}\.?$"
)
_NAME_MAIL = re.compile(rf"^(?:[가-힣]{{2,4}}\s*(?:기자|특파원)?\s*[(/<|]?\s*){_EMAIL}\s*[)>]?$")
_ENGLISH_BYLINE = re.compile(r"^[Bb]y\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}$")
_ENGLISH_STAMP = re.compile(
    r"^(?:Published|Updated|Posted)?\s?:?\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s\d{4}"
)
_CREDIT = re.compile(
    r"^[\[(<【]?\s*(?:ⓒ|©|\(c\)|사진\s*[=:：/·ⓒ©|]|사진제공|자료\s*[=:：]|출처\s*[=:：/]|그래픽\s*[=:/]|"
    r"이미지\s*[=:：])\s*\S.{0,40}$|^[/(\[]\s?[^()]{1,25}(?:제공|캡처)\s?[)\]]?$|"
    r"^[\[(<].{0,30}재판매 및 DB ?금지"
)
_CONTACT = re.compile(
    r"(?:문의(?:처|사항|전화)?|담당(?:자|부서|과장|사무관)?|연락처|전화|책임자|팩스|FAX|Fax|Tel|TEL|"
    r"E-?mail|이메일|☎|"
    r"홈페이지)\s*[:：|)☎(]?.{0,40}\d{2,4}[-).\s]\d{3,4}-\d{4}|^\(?0\d{1,2}[-)]\d{3,4}-\d{4}|"
    r"^(?:담당\s?부서|담당자|연락처|문의처?)\s*[:：]?\s*\S.{0,40}$|"
    r"^(?:연락처|문의처?)$|(?:팀|과|실|부|센터|국|처)\s.{0,20}\(?0\d{1,2}[-)]\s?\d{3,4}-\d{4}\)?$"
)
_OBITUARY = re.compile(r"(?:별세|빈소|(?:모친|부친|장모|장인|시모|시부|조모|조부)상).*발인")
_CELLS = re.compile(r"\t+|\s{2,}|\s\|\s|│")


def kind_of(line: Line, known: Cues | None = None) -> Kind:
    """The kind of a line by its own looks."""
    known = known or cues()
    text = line.text
    if _OBITUARY.search(text):
        return Kind.PROSE
    sentence = ends_like_prose(text)
    if len(text) <= 200:
        found = _said_to_the_reader(text, known) if sentence else _entry(text, known)
        if found is not None:
            return found
    if _BULLET.match(text):
        return Kind.BULLET
    return Kind.PROSE if (sentence and len(text) >= 12) or is_prose(text) else Kind.HEADING


def _said_to_the_reader(text: str, known: Cues) -> Kind | None:
    """What a sentence is when it is not the article's: a legal line, a notice, a caption."""
    if _LEGAL.search(text) and known.ends.search(text) and (len(text) <= 60 or "무단" in text):
        return Kind.END
    if len(text) <= 90 and known.notices.search(text):
        return Kind.FURNITURE
    return _caption(text, known)


def _entry(text: str, known: Cues) -> Kind | None:
    """What a line is that does not end as a sentence does."""
    if _RULE.match(text):
        return Kind.RULE
    if known.is_section(text):
        return Kind.SECTION
    closes = known.ends.search(text) is not None
    if known.is_label(text):
        return Kind.END if closes else Kind.LABEL
    found = _signed(text) if len(text) <= 120 else None
    return found or (Kind.END if closes else _unfinished(text, known))


def _signed(text: str) -> Kind | None:
    if (
        _ENGLISH_STAMP.match(text)
        or _STAMP.match(text)
        or _BARE_STAMP.match(text)
        or _SHORT_STAMP.match(text)
        or _STAMP_OF.match(text)
    ):
        return Kind.FURNITURE if _VIEWS.search(text) else Kind.STAMP
    if len(text) <= 80 and any(p.match(text) for p in (_BYLINE, _ENGLISH_BYLINE, _NAMED, _NAME_MAIL, _CREW)):
        return Kind.BYLINE
    if len(text) <= 60 and _CREDIT.search(text) and "무단" not in text:
        return Kind.CREDIT
    return Kind.CONTACT if _CONTACT.search(text) else None


def _unfinished(text: str, known: Cues) -> Kind | None:
    if (len(text) <= 90 and known.notices.search(text)) or (
        len(text) <= 100 and known.furniture.search(text)
    ):
        return Kind.FURNITURE
    if len(text) >= 8 and known.label_share(text) >= 0.7:
        return Kind.LABEL
    if len(_CELLS.findall(text)) >= 2:
        return Kind.TABLE
    return _caption(text, known)


def _caption(text: str, known: Cues) -> Kind | None:
    """A line about a picture; one with several ▲ or △ enumerates."""
    if len(text) > 160 or text.count("▲") + text.count("△") > 1:
        return None
    return Kind.CAPTION if known.captions.search(text) else None


def ends_like_prose(text: str) -> bool:
    """Whether a line ends as a Korean sentence ends: 다. 요. 죠? and so on, or with a closed quotation of one."""
    tail = text[-8:]
    return bool(SENTENCE_END.search(tail)) and any(c in tail for c in "다요죠까자라음함됨임오네")


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a heading or an entry."""
    if (len(text) >= 12 and ends_like_prose(text)) or _is_english_prose(text):
        return True
    if _PREDICATE.search(text) and len(text) >= 40:
        return True
    return len(text) >= 90 and len(_PARTICLE.findall(text)) >= 4


def _is_english_prose(text: str) -> bool:
    """A sentence of at least nine words, written mostly in Latin letters."""
    ended = len(text) >= 50 and text[-1] in '.?!"”' and text.count(" ") >= 8
    return ended and sum(c.isascii() for c in text[:400]) >= 0.8 * min(len(text), 400)


def particles(text: str) -> int:
    """Number of words that end in a particle or an ending: running text has many, headings and menus few."""
    return len(_PARTICLE.findall(text))


def bullet(text: str) -> str:
    """The bullet that a line begins with, or ""."""
    match = _BULLET.match(text)
    return match.group().strip() if match else ""
