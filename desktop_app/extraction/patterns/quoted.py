"""Names between quotation marks, told apart by their head word: ‘…조성사업’ is a policy, 「…포럼」 an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit

_QUOTED = re.compile(r"[‘'「『<《〈＜]\s?([^‘’'「」『』<>《》〈〉＜＞\n]{2,60}?)\s?[’'」』>》〉＞]")
_EVENT = re.compile(
    r"(?:포럼|컨퍼런스|콘퍼런스|심포지엄|심포지움|세미나|박람회|엑스포|페스티벌|축제|전시회|공모전|경진대회|대회|올림픽|챔피언십|정상회의|총회|"
    r"학술대회|학술회의|워크숍|워크샵|페어|서밋|써밋|해커톤|데모데이|비엔날레|영화제|음악제|연극제|문화제|시상식|기념식|선포식|발대식|토론회|공청회|"
    r"간담회|설명회|캠페인|국제전|산업전|산업대전|로드쇼|어워즈|콘서트|한마당|주간|의 날|의 밤|챌린지|라운드테이블|타운홀미팅|정책협의회|아카데미 데이)"
    r"(?:\s?\d{4})?$|^\d{4}\s.{2,}(?:전|쇼|회의)$|^제\d+[회차]\s.+(?:회|전|제|식|포럼|회의)$"
)
_POLICY = re.compile(
    r"(?:특별법|기본법|촉진법|지원법|보호법|법률|법률안|시행령|시행규칙|조례|조례안|기본계획|종합계획|추진계획|발전계획|시행계획|계획|종합대책|대책|"
    r"지원사업|조성사업|육성사업|시범사업|개발사업|구축사업|사업|프로젝트|프로그램|뉴딜|바우처|이니셔티브|협약|협정|선언|선언문|의향서|서약|인증제|"
    r"제도|기금|기본소득|기회소득|일자리|로드맵|얼라이언스|패스|펀드|수당|정책|전략|헌장|행동강령)$"
)


def find_quoted(text: str) -> Iterator[Hit]:
    """Quoted names of events and policies; the marks stay outside."""
    for match in _QUOTED.finditer(text):
        label = label_of_title(match.group(1))
        if label:
            yield Hit(match.start(1), match.end(1), label, 0.7, "pattern", f"quoted.{label.lower()}")


def label_of_title(title: str) -> str:
    """EV or CV_POLICY by the last word of a title, "" when it tells nothing."""
    if _EVENT.search(title):
        return "EV"
    if _POLICY.search(title) and len(title) >= 4:
        return "CV_POLICY"
    return ""
