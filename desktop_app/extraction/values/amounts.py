"""Money and quantities as number and unit.

4061억원 → "406100000000 KRW", 300여 명 → "~300 명", 3.2%p → "3.2 %p", 1/3 → "1/3", 13~15㎞ → "13..15 km",
제4차 → "4 차". Currencies are ISO 4217 codes, physical units their international symbols, counters stay Korean.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.domain.suggestions import Value
from desktop_app.extraction.values.numerals import NUMERAL, Number, plain, read_native, read_number
from desktop_app.extraction.values.units import CURRENCIES, UNITS

_RANGE = re.compile(
    rf"^(?P<low>{NUMERAL.pattern})\D{{0,3}}?\s?[~∼～]\s?(?P<high>{NUMERAL.pattern})\s?(?P<unit>.*)$"
)
_FRACTION = re.compile(r"^(?:(\d+)\s?/\s?(\d+)|(\d+)분의\s?(\d+))$")
_RATIO = re.compile(r"^(\d+(?:\.\d+)?)\s?(?:대|-|–|:)\s?(\d+(?:\.\d+)?)$")
_AVERAGE = re.compile(r"^(?:(\d)할)\s?(?:(\d)푼)?\s?(?:(\d)리)?$")
_ORDINAL = re.compile(r"^제\s?(\d+)\s?(.*)$")
_PLAIN = re.compile(
    rf"^(?P<lead>[^\d±+\-−수몇십백천만억조]*?)(?P<sign>[±+\-−]?)(?P<number>{NUMERAL.pattern})\s?(?P<unit>.*)$"
)
_NATIVE = re.compile(r"^(?P<number>[가-힣]+?(?:\s[가-힣]+)?)\s?(?P<unit>[가-힣]+)$")


def amount_of(surface: str) -> Value | None:
    """The normal form of a quantity's surface, None where it has no number that can be read."""
    text = re.sub(r"^만\s(?=\d)", "", " ".join(surface.split()))
    for rule in _RULES:
        value = rule(text)
        if value is not None:
            return value
    return None


def _range(text: str) -> Value | None:
    match = _RANGE.match(text)
    if not match:
        return None
    low, high = _number(match["low"]), _number(match["high"])
    if low is None or high is None:
        return None
    low_amount = low.amount
    if low_amount < high.amount / 1000 and not re.search("[천만억조]", match["low"]):
        shared = re.sub(r"^[\d,.]+", "", match["high"])
        scaled = read_number(match["low"] + shared)  # 4~5만 명: the magnitude serves both
        low_amount = scaled.amount if scaled else low_amount
    return _value(f"{plain(low_amount)}..{plain(high.amount)}", match["unit"], "range")


def _fraction(text: str) -> Value | None:
    match = _FRACTION.match(text)
    if not match:
        return None
    over, under, spoken_under, spoken_over = match.groups()
    return Value("quantity", f"{over or spoken_over}/{under or spoken_under}", "quantity.fraction")


def _ratio(text: str) -> Value | None:
    match = _RATIO.match(text)
    return Value("quantity", f"{match[1]}:{match[2]}", "quantity.ratio") if match else None


def _average(text: str) -> Value | None:
    match = _AVERAGE.match(text)
    if not match:
        return None
    digits = "".join(digit or "" for digit in match.groups())
    return Value("quantity", f"0.{digits}", "quantity.rate")


def _ordinal(text: str) -> Value | None:
    match = _ORDINAL.match(text)
    return _value(match[1], match[2], "ordinal") if match else None


def _counted(text: str) -> Value | None:
    match = _PLAIN.match(text)
    number = _number(match["number"]) if match else None
    if not match or number is None:
        return None
    sign = "-" if match["lead"].startswith("영하") else match["sign"].replace("−", "-")
    about = "~" if number.approximate else ""
    return _value(f"{about}{sign}{plain(number.amount)}", match["unit"], "approximate" if about else "number")


def _native(text: str) -> Value | None:
    for cut in range(len(text) - 1, 0, -1):
        number = read_native(text[:cut])
        if number is not None:
            shown = (
                plain(number.amount)
                if number.upper is None
                else f"{plain(number.amount)}..{plain(number.upper)}"
            )
            return _value(shown, text[cut:].strip(), "native")
    return None


def _number(words: str) -> Number | None:
    return read_number(words)


def _value(number: str, unit: str, rule: str) -> Value:
    unit = unit.strip()
    if unit in CURRENCIES:
        return Value("money", f"{number} {CURRENCIES[unit]}", f"money.{rule}")
    return Value("quantity", f"{number} {UNITS.get(unit, unit)}".strip(), f"quantity.{rule}")


_RULES: tuple[Callable[[str], Value | None], ...] = (
    _fraction,
    _average,
    _range,
    _ratio,
    _ordinal,
    _counted,
    _native,
)
