"""Government or place: an administrative name follows its role in the sentence (rule 3 of the guidelines)."""

from __future__ import annotations

import re

_ACTS = re.compile(
    r"밝혔|말했|전했|강조|설명했|발표|개최|열었|연다|열기로|추진|지원|운영|모집|선정|투입|구축|조성|마련|체결|맺었|협약|착수|도입|시행|확대|공개|"
    r"나섰|나선다|내놨|내놓|계획|예정|방침|구성|제공|배포|접수|공모|위촉|수상|참여|제안|요청|건의|설치했|추진한|기대|보고|점검|육성|약속|출범|승인|"
    r"진행|마쳤|했다고|한다고|하기로"
)
_PLACE_AFTER = re.compile(
    r"(?:에서|에서는|에서도|에서의|에|에는|에도|까지|부터|으로|로|엔|발|산|행|만의)(?![가-힣])|\s?(?:내|지역|일대|일원|관내|시내|도심|전역|곳곳|현지|"
    r"소재|출신|인근|외곽|남부|북부|동부|서부|방면|앞바다|해역|연안|도심|소재의|거주|주민|시민|도민|군민|구민|사람|여행|관광|방문|특산|하늘|바다|"
    r"지역의|지역에|일원에|=)"
)
_GOVERNMENT_AFTER = re.compile(
    r"\s?(?:제공|관계자|공무원|측|청|의회|홈페이지|누리집|조례|예산|시장|도지사|지사|군수|구청장|부시장|부지사|[가-힣]*(?:국장|과장|실장|팀장|정책관|담당관))"
    r"|\((?:시장|도지사|지사|군수|구청장|청장)\s|[가-힣A-Za-z0-9·\s]{2,20}(?:과|국|실|팀|담당관)(?:[은는이가의에]|\s|$)"
)
_SUBJECT = re.compile(r"(?:은|는|이|가|도|와|과|에서도)(?=\s|$|,)")
_WITH_OTHERS = re.compile(r"(?:와|과|·|,\s?|\s및\s|,)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n|$")
_SHORT_REGION = re.compile(r"[가-힣]{2,3}")
_ADMINISTRATIVE = "도시군구"
_LOOK_AHEAD = 300


def role_of(text: str, start: int, end: int) -> tuple[str, float]:
    """OG or LC for the administrative name at [start, end), and how sure that is (0.5 = a guess)."""
    rest = text[end : end + 40]
    official = text[end - 1] in _ADMINISTRATIVE and end - start >= 3
    if _PLACE_AFTER.match(rest):
        return "LC", 0.85
    if not official:
        return ("OG", 0.6) if _GOVERNMENT_AFTER.match(rest) else ("LC", 0.75)
    if _GOVERNMENT_AFTER.match(rest) or (_SUBJECT.match(rest) and _acts(text, end)):
        return "OG", 0.85
    if _WITH_OTHERS.match(rest):
        return "OG", 0.7
    return ("LC", 0.55) if rest[:1].isspace() else ("OG", 0.6)


def _acts(text: str, end: int) -> bool:
    limit = min(end + _LOOK_AHEAD, len(text))
    stop = _SENTENCE_END.search(text, end, limit)
    return bool(_ACTS.search(text, end, stop.start() if stop else limit))


_OPENS = re.compile(
    r"에서(?:는|도)?\s[^\n.]{0,60}?(?:열[리렸린고었]|개최|막을|가졌|갖|치러|마련한|펼쳐|개막|진행)"
)


def as_venue(text: str, end: int) -> bool:
    """Whether the name that ends at `end` is where something takes place: …센터에서 포럼을 열었다.

    In our training text 139 of 142 organisations and places before these words are LC.
    """
    return _OPENS.match(text, end) is not None
