"""Quantities (QT): a number and its unit, an attached approximation inside, the counted noun outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.numbers import (
    DIGITS,
    NATIVE,
    NOT_AFTER_NUMBER,
    NUMBER,
    SINO_WORD,
    TILDE,
    longest_first,
)

CURRENCY = longest_first("원 달러 유로 엔 위안 파운드 루블 페소 루피 바트 동 프랑")
PHYSICAL = longest_first(
    "㎞ km ㎝ cm ㎜ mm ㎛ ㎚ nm m ｍ ㎡ m² m2 ㎢ km² ㎥ m³ m3 ㏊ ha ℓ L ㎖ mL t ㎏ kg g ㎎ mg ㎍/㎥ ㎎/ℓ "
    "ppm ppb "
    "W kW MW GW TW ㎾ ㎿ ㎾h ㎿h kWh MWh GWh TWh Wh V kV A Ah mAh Hz kHz MHz GHz ㎐ ㎒ ㎓ bps Kbps Mbps "
    "Gbps Tbps "
    "KB MB GB TB PB ℃ °C % ％ ％p %p ％포인트 %포인트 %_포인트 퍼센트 퍼센트포인트 프로 포인트 bp MPa bar "
    "kPa hPa atm ㏈ dB 데시벨 "
    "kcal 칼로리 니트 화소 픽셀 큐비트 TEU GT DWT cc rpm 마력 배럴 톤 킬로그램 그램 리터 킬로미터 미터 "
    "센티미터 밀리미터 헥타르 인치 "
    "피트 야드 마일 평 평형 에이커 와트 킬로와트 메가와트 기가와트 나노미터 나노 바이트 메가바이트 "
    "기가바이트 테라바이트 페타바이트 페타플롭스 "
    "엑사플롭스 테라플롭스 플롭스 FLOPS PF TFLOPS PFLOPS 노트 도 배 할 푼 리 ㎏f Nm 파이 인승"
)
COUNTERS = longest_first(
    "명 인 사람 개국 개사 개소 개교 개년 개 곳 대 기 척 건 장 권 편 부 회차 회 차례 차 번째 번 위 순위 "
    "등급 등 급 호 호선 층 단계 동 가구 세대 채 "
    "마리 그루 종 가지 점 표 석 세 살 학년 라운드 팀 조 쌍 켤레 벌 통 병 잔 그릇 봉지 상자 박스 포대 매 쪽 "
    "페이지 면 줄 자 글자 단어 문항 문제 "
    "과목 학점 연승 연패 승 패 골 안타 홈런 타점 타수 이닝 실점 세트 세이브 도루 리바운드 어시스트 언더파 "
    "오버파 타 홀 번홀 주년 주기 돌 선 중 량 "
    "필지 좌석 병상 실 객실 부스 코스 구간 강 단 답 유형 세션 열 발 수 알 톨 칸 짝 갈래 군데 뼘 대목 낱말 "
    "나라 방울 가닥 바퀴 드럼 집 악장 "
    "건물 종목 관왕 부작 막 컷 연작 항 조항 사 필 본 뿌리 송이 포기 모 포 팩 세이브 킬 판 국 볼 구 할대 일권"
)
_NATIVE_COUNTERS = longest_first(
    "명 사람 개 곳 번째 번 차례 배 장 가지 살 대 통 줄 팀 동 갈래 칸 글자 마리 알 건 벌 도시 단어 짝 톨 "
    "낱말 대목 나라 봉지 그루 단계 표 방울 "
    "기관 포대 조 드럼 차종 바퀴 가닥 군데 층 종 잔 기 뼘 구간 채 집 문제 분 권 편 척 곡 끼 켤레 송이 쌍 "
    "그릇 병 상자 마디 편 판 골 군데 채 자릿수 걸음 축 달러 원 포기 자루 해째"
)
_TAIL_STOP = (
    r"(?!(?<=년)\s(?:기념|계획|종합|기본)|단(?=[가-힣])|기(?=[ 가-힣]*(?:준공|해체|재가동|원전))|"
    r"실(?=[가-힣,)]|\s발인)|관(?!왕)|국장|발사대|시장|단지|원전|건의\s기록|념관|강\s사업|리바운드|"
    r"월|국(?=[가-힣])|년(?!생)|학교|학생|학(?![년점])|도시|로(?=[0-9])|사업|산업|공사|기관|호기|호관|"
    r"동\s?[가-힣]*역|통계|위원|인공|인터|대표|대학|"
    r"대회|차관|차세|차장|부처|부장|회의|조례|조성|명예|건설|건강|점검|장관|장애|배터리|배수|배출|기술|"
    r"기업|기반|기후|기구|기금|"
    r"표준|종합|층계|위기|위협|위치|수소|세계|세기|세미|도로|도심|도의|도민|도지사|원자|원전|원장|원료|"
    r"원인|동안|동시|동반|"
    r"면적|석탄|석유|석사|권역|권한|편의|판매|줄기|판교|팀장|인재|인구|인력|인증|인프라|가격|가스|가능|"
    r"열차|승용|승강|구역|국민|국내|국제|국비)"
)
_PARTICLE = (
    r"(?:은|는|이|가|을|를|의|에|도|만|로|와|과|씩|째|당|급|짜리|꼴|뿐|여|인|쯤|간|대|에서|으로|부터|까지|"
    r"이나|마다|보다|이상|이하|가량|정도|이며|이고|이다|"
    r"이라|대로|대에|대의|대를|이었다|이다|였다|이에요|예요|이었어요|이라서요|이라면|이면|이지만|뿐이|에게|"
    r"에는|에도|이었|였|이지|이던|이라는|이라고|규모)"
)
_UNIT = rf"(?:{CURRENCY}|{PHYSICAL}|{COUNTERS})"
_AFTER_BLANK = rf"(?=[^가-힣]|$|{_PARTICLE}{{1,2}}(?:[^가-힣]|$)|다(?:[^가-힣]|$))"
_JOINED = rf"(?:{_UNIT}(?![A-Za-z])|\s{_UNIT}(?![A-Za-z]){_AFTER_BLANK}){_TAIL_STOP}"
_BEFORE = r"(?:만\s(?=\d)|초속\s|시속\s|규모\s|(?:세계|전국|아시아|국내)\s(?=\d+위)|지상\s(?=\d+층)|지하\s(?=\d+층))"
_SIGN = r"(?:(?<![\d가-힣A-Za-z%)])[±\-−])"
_STARTS = rf"(?:(?<![가-힣\d.,]){_BEFORE}|{_SIGN}(?=\d)|{NOT_AFTER_NUMBER})"

_RANGED = rf"{_STARTS}{NUMBER}{_UNIT}?{TILDE}{NUMBER}{_JOINED}"
_COUNTED = rf"{_STARTS}{NUMBER}{_JOINED}"
_ORDINAL = (
    r"(?<![가-힣])(?:제\s?\d+조의\s?\d+(?:\s제\d+항)?|"
    r"제\s?\d+조(?:\s?제?\d+항)?(?:\s?제?\d+호)?(?!\s?\d*억)|제\s?\d+-\d+호"
    r"|제\s?\d+(?:회차|회|차|대|호|기|부|세션|단계|항|편|장|절|조|권|라운드|막)(?![가-힣]*(?:토론|포럼|"
    r"대회|축제|박람)))"
)
_RATIO = (
    r"\d+(?:\.\d+)?\s?대\s?\d+(?:\.\d+)?(?![\d가-힣]*(?:원|만|명|개|억))|\d+분의\s?\d+"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])"
)
_BASEBALL = r"\d+할\s?(?:\d+푼\s?)?(?:\d+리)?"
_LABELLED = r"(?<![가-힣A-Za-z])(?:세션|Session)\s(?:\d+|[IVX]+)(?![\d가-힣년])"
_COMPOUND = rf"{_STARTS}{DIGITS}[조억만]\s?{DIGITS}[천백]?[만억](?:{_JOINED})?"
_BARE_LARGE = rf"{DIGITS}(?:[천백]?[만억조])(?:\s?{DIGITS}[천백]?[만억])*(?![가-힣]*(?:불|금리|드림))"

_NUMBERED = re.compile(
    r"(?=[\d제만초시규세전아국지수몇±+\-−S])(?:"
    + "|".join(
        [
            rf"(?:{_ORDINAL}){_TAIL_STOP}",
            _RANGED,
            _COMPOUND,
            *(rf"{NOT_AFTER_NUMBER}(?:{p})" for p in (_RATIO, _BASEBALL)),
            _COUNTED,
            _LABELLED,
            rf"{NOT_AFTER_NUMBER}{_BARE_LARGE}",
        ]
    )
    + ")"
)
_NATIVE_CORE = rf"(?:(?:{NATIVE})\s{_NATIVE_COUNTERS}|{NATIVE}번째)"
_WORDED = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<core>{_NATIVE_CORE}|{SINO_WORD}\s?(?:명|개|곳|원|배|건|대|장|종|통|마리|"
    rf"사람|가구|t|톤))"
    rf"(?=[^가-힣]|$|{_PARTICLE}{{1,2}}(?:[^가-힣]|$)|다(?:[^가-힣]|$))"
)
_AGE = re.compile(r"(?<=[가-힣A-Za-z][(·])\d{2}(?=[)·])")
_SCORE = re.compile(r"(?<![\d\-.:/~])\d{1,3}[-–]\d{1,3}(?![\d\-–.:/~년월일번])")


def find_quantities(text: str) -> Iterator[Hit]:
    """Numbers with their units in `text`."""
    for match in _NUMBERED.finditer(text):
        yield Hit(match.start(), match.end(), "QT", 0.92, "pattern", "quantity.number")
    for match in _WORDED.finditer(text):
        yield Hit(match.start("core"), match.end("core"), "QT", 0.8, "pattern", "quantity.native")
    for match in _AGE.finditer(text):
        yield Hit(match.start(), match.end(), "QT", 0.85, "pattern", "quantity.age")
    for match in _SCORE.finditer(text):
        yield Hit(match.start(), match.end(), "QT", 0.5, "pattern", "quantity.score")
