"""Names between quotation marks, told apart by their head word: ‘…조성사업’ is a policy, 「…포럼」 an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit

_QUOTED = re.compile(r"[‘'「『<《〈＜]\s?([^‘’'「」『』<>《》〈〉＜＞\n]{2,60}?)\s?[’'」』>》〉＞]")
_EVENT_HEADS = (
    "포럼 컨퍼런스 콘퍼런스 심포지엄 심포지움 세미나 박람회 엑스포 페스티벌 축제 전시회 공모전 경진대회 "
    "대회 올림픽 챔피언십 "
    "정상회의 총회 학술대회 학술회의 워크숍 워크샵 페어 서밋 써밋 해커톤 데모데이 비엔날레 영화제 음악제 "
    "연극제 문화제 가요제 "
    "시상식 기념식 선포식 발대식 토론회 공청회 간담회 설명회 캠페인 국제전 산업전 산업대전 로드쇼 모터쇼 "
    "어워즈 콘서트 한마당 "
    "주간 을지연습 챌린지 라운드테이블 타운홀미팅 정책협의회 품평회 콘테스트 문화캠프 Conference Forum "
    "Summit Symposium "
    "Festival Expo Workshop"
)
_POLICY_HEADS = (
    "특별법 기본법 촉진법 지원법 보호법 법률 법률안 개정법률안 시행령 시행규칙 조례 조례안 기본계획 "
    "종합계획 계획 대책 사업 "
    "프로젝트 프로그램 뉴딜 바우처 이니셔티브 협약 협정 협정서 선언 선언문 의향서 서약 인증제 인정제 "
    "보장제 숙려제 대출제 "
    "지원제 요금제 제도 기금 기본소득 기회소득 안심소득 디딤돌소득 일자리 로드맵 얼라이언스 패스 펀드 수당 "
    "정책 전략 헌장 "
    "행동강령 특별회계 기본구상 기본방침 관리방안 특별지원 광역비자 임대주택 문화도시 시범마을 저축계좌 "
    "도약계좌 패키지"
)
_EVENT = re.compile(
    rf"(?:{'|'.join(_EVENT_HEADS.split())}|의 날|의 밤)(?:\s?(?:19|20)\d\d)?$"
    r"|^\d{4}\s\S.*(?:전|쇼|회의|월드|대전)$|^제\d+[회차]\s.+(?:회|전|제|식|회의)$|^.*\S\s?20[012]\d$"
)
_POLICY = re.compile(
    rf"(?:{'|'.join(_POLICY_HEADS.split())}|"
    rf"[가-힣]{{3}}(?<!방)(?<!해)(?<!기)(?<!문)(?<!수)(?<!불)(?<!요)(?<!공)(?<!비)법)$"
)
_SHORTEST_POLICY = 4
_TITLE_SURE = 0.93


def find_quoted(text: str) -> Iterator[Hit]:
    """Quoted names of events and policies; the marks stay outside."""
    for match in _QUOTED.finditer(text):
        label = label_of_title(match.group(1))
        if label:
            yield Hit(match.start(1), match.end(1), label, _TITLE_SURE, "pattern", "quoted.title")


def label_of_title(title: str) -> str:
    """EV or CV_POLICY by the last word of a title, "" when it tells nothing."""
    if _EVENT.search(title):
        return "EV"
    if len(title) >= _SHORTEST_POLICY and _POLICY.search(title):
        return "CV_POLICY"
    return ""
