"""Units as written and as they are shown in values."""

from __future__ import annotations


def _pairs(table: str) -> dict[str, str]:
    """Blank-separated `written=shown` pairs; _ in a written unit stands for a blank."""
    pairs = (pair.split("=") for pair in table.split())
    return {written.replace("_", " "): shown for written, shown in pairs}


CURRENCIES = _pairs(
    "원=KRW 달러=USD 유로=EUR 엔=JPY 위안=CNY 파운드=GBP 루블=RUB 루피=INR 바트=THB 페소=PHP 프랑=CHF 동=VND"
)
"""ISO 4217 codes."""

UNITS = _pairs(
    "㎞=km 킬로미터=km ㎝=cm 센티미터=cm ㎜=mm 밀리미터=mm 미터=m ｍ=m 나노=nm 나노미터=nm "
    "㎡=m2 m²=m2 ㎢=km2 km²=km2 ㎥=m3 m³=m3 ㏊=ha 헥타르=ha ℓ=L 리터=L "
    "㎏=kg 킬로그램=kg 그램=g 톤=t ㎾=kW 킬로와트=kW ㎿=MW 메가와트=MW 기가와트=GW ㎾h=kWh ㎿h=MWh "
    "％=% 퍼센트=% 프로=% %포인트=%p %_포인트=%p 퍼센트포인트=%p ％p=%p ℃=°C 데시벨=dB "
    "메가바이트=MB 기가바이트=GB 테라바이트=TB 페타바이트=PB 테라플롭스=TFLOPS 페타플롭스=PFLOPS "
    "엑사플롭스=EFLOPS 사람=명 인=명"
)
"""International symbols; counters stay Korean."""
