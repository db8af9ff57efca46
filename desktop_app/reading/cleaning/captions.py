"""Captions told from the paragraphs around them: by what follows, by repetition, by how they speak."""

from __future__ import annotations

import re
from collections import Counter

from desktop_app.reading.cleaning.cues import cues
from desktop_app.reading.cleaning.likeness import bare
from desktop_app.reading.cleaning.lines import Kind
from desktop_app.reading.cleaning.parts import Part

_LONGEST = 170
_PHOTO_LABEL = re.compile(r"사진|이미지|포토")
_SCENE = re.compile(
    r"(?:모습|조감도|투시도|전경|현장|장면|개념도|배치도|포스터|기념사진|내부|외관|간판|"
    r"작품)\s*(?:\([^)]*\)\s*)?\.(?:\s|$)|(?:모습|"
    r"조감도|투시도|전경|장면|포스터)\s*(?:\([^)]*\))?$"
)
_POSE = re.compile(
    r"(?:악수|기념|촬영|인사말|축사|개회사|환영사|발언|설명|발표|들어 ?보이|테이프|시찰|둘러보|박수|"
    r"포즈|질의|답변|서명|협약|살펴|체험|경청|논의|대화|강연|"
    r"연설|선서|입장|퍼레이드|관람|인사를 나누|구호를 외치|파이팅을 외치|손을 흔들)\S*\s?(?:을|"
    r"를)?\s?\S*\s?(?:하고|며|고|받고|나누고|찍고|"
    r"치고)?\s?있다\.?$"
)
_PHOTOGRAPHER = re.compile(r"있다\.\s*/?[가-힣=·]{2,8}\s?(?:사진)?기자$")
_SIDE = re.compile(r"\((?:왼쪽|오른쪽|가운데|앞줄|뒷줄|사진|중앙|맨 ?앞|맨 ?왼쪽)[^)]*\)")
_NOUN_FIRST = re.compile(
    r"^[^.]{6,60}(?:는|은|한|된|던|할|인|쓴|든)\s[가-힣][^.]{1,18}[^다요죠까음임함됨라자.]\.\s"
)
_NOUN_ONLY = re.compile(
    r"^(?![^.]*[가-힣](?:은|는|이|가|을|를)\s)[^.,“”\"]{6,40}[^다요죠까음임함됨라자.]\.\s"
    r"(?!.*[했었았였렸졌왔갔]다\.$)[^.]{8,70}(?:\.\d[^.]*)?다\.$"
)
_LEAD = re.compile(r"^[\[(][^\])]{2,30}[\])]\s*\S{0,12}\s?(?:기자)?\s*=")
_SPEECH = re.compile(r"[“\"][^”\"]{12,}[”\"]")


def mark_captions(parts: list[Part]) -> None:
    """Turn prose and headings that caption a picture into CAPTION, and mark repeats."""
    counts = Counter(bare(part.text) for part in parts if len(part.text) <= _LONGEST)
    for at, part in enumerate(parts):
        if part.kind in {Kind.PROSE, Kind.HEADING, Kind.BULLET} and _is_caption(parts, at, counts):
            part.kind = Kind.CAPTION
    _settle_marked(parts)
    _mark_repeats(parts)


def _is_caption(parts: list[Part], at: int, counts: Counter[str]) -> bool:
    part = parts[at]
    if part.hint:
        return part.hint == "caption"
    if len(part.text) > _LONGEST or len(part.lines) > 4 or part.bulleted in {"□", "○", "-"}:
        return False
    own = counts[bare(part.text)]
    if part.kind is Kind.HEADING:
        credited = len(part.text) >= 8 and own == 1 and _followed_by_credit(parts, at, buttons=False)
        return credited and at > 0 and _inside(parts, at)
    if part.kind is Kind.PROSE and own > 1 and len(part.text) >= 15:
        return True
    return not _LEAD.match(part.text) and _captions_by_words(parts, at)


def _captions_by_words(parts: list[Part], at: int) -> bool:
    text = parts[at].text
    sentences = text.count("다.") + text.count("다”") + text.count('다"')
    if sentences <= 1 and _followed_by_credit(parts, at):
        return True
    if sentences == 1 and _PHOTOGRAPHER.search(text):
        return True
    spoken = _SPEECH.search(text) and not _NOUN_FIRST.match(text)
    if len(text) <= 100 and _NOUN_ONLY.match(text) and at and parts[at - 1].kind is Kind.PROSE:
        return True
    return sentences <= 2 and not spoken and _speaks_of_picture(text, sentences)


def _speaks_of_picture(text: str, sentences: int) -> bool:
    if _NOUN_FIRST.match(text) and sentences <= 1 and len(text) <= 130:
        return True
    if _SCENE.search(text) and (sentences <= 1 or len(text) <= 160):
        return True
    if _SIDE.search(text) and text.endswith(("다.", "다")):
        return sentences == 1
    return sentences == 1 and len(text) <= 130 and bool(_POSE.search(text))


def _followed_by_credit(parts: list[Part], at: int, *, buttons: bool = True) -> bool:
    """Whether a credit or a photo button stands right below, perhaps behind a copy of the same caption."""
    mine = bare(parts[at].text)
    for after in parts[at + 1 : at + 4]:
        if bare(after.text) == mine:
            continue
        if after.gap > 1:
            return False
        button = buttons and after.kind is Kind.LABEL and bool(_PHOTO_LABEL.search(after.text))
        return button or after.kind is Kind.CREDIT
    return False


def _inside(parts: list[Part], at: int) -> bool:
    """Whether prose or another heading stands above: the only heading above a credit may be the title."""
    return any(part.kind in {Kind.PROSE, Kind.HEADING} for part in parts[max(0, at - 12) : at])


def _settle_marked(parts: list[Part]) -> None:
    """Several lines in a row that begin with ▲ or △ are a list, a single one is a caption."""
    pattern = cues().captions
    for at, part in enumerate(parts):
        if part.kind is not Kind.CAPTION or part.text[:1] not in "▲△":
            continue
        near = [p for p in parts[max(0, at - 1) : at + 2] if p is not part]
        listed = any(p.text[:1] == part.text[:1] for p in near)
        if listed and not re.search(r"사진|제공|모습", part.text) and pattern.search(part.text):
            part.kind, part.bulleted = Kind.BULLET, part.text[:1]


def _mark_repeats(parts: list[Part]) -> None:
    seen: set[str] = set()
    for part in parts:
        if len(part.text) < 8 or part.kind in {Kind.LABEL, Kind.SECTION, Kind.RULE}:
            continue
        own = bare(part.text)
        if len(own) >= 6 and own in seen:
            part.repeat = True
        seen.add(own)
