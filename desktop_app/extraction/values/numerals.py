"""Korean numerals to numbers: 4061억, 1억 5천만, 2만4천여, 스물일곱, 수십."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_MAGNITUDES = {"십": 10, "백": 100, "천": 1000}
_GROUPS = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_DIGIT_WORDS = {word: value for value, word in enumerate("일이삼사오육칠팔구", 1)}
_ONES = {
    **dict(zip(("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"), range(1, 10), strict=True)),
    **dict(zip(("하나", "둘", "셋", "넷"), range(1, 5), strict=True)),
    "석": 3,
    "넉": 4,
}
_TENS = {
    "스무": 20,
    **dict(
        zip(
            ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"),
            range(10, 100, 10),
            strict=True,
        )
    ),
}
_FEW = {
    "한두": (1, 2),
    "두세": (2, 3),
    "두어": (2, 3),
    "서너": (3, 4),
    "네댓": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
}
_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|[십백천만억조경여수몇일이삼사오육칠팔구\s]")
NUMERAL = re.compile(
    r"(?:[수몇]\s?[십백천만억조]+|\d[\d,]*(?:\.\d+)?(?:[십백천만억조경여]|\s?\d[\d,]*(?:\.\d+)?(?=[십백천만억조]))*"
    r"(?:(?<=[만억조천])\d[\d,]*(?:\.\d+)?)?여?|[십백천만억조]+(?=\s|$))"
)


class Number(NamedTuple):
    """A number read from text. `approximate` when 여, 수 or 몇 says so; `upper` ends a vague pair (두세 = 2..3)."""

    amount: Decimal
    approximate: bool = False
    upper: Decimal | None = None


def read_number(words: str) -> Number | None:
    """The number that `words` spell in digits and magnitudes, or None: "1억 5천만" → 150000000."""
    if not words.strip() or "".join(_PIECE.findall(words)) != words:
        return None
    approximate = bool(re.search("[여수몇]", words))
    total, group, piece = Decimal(0), Decimal(0), Decimal(-1)
    for part in _PIECE.findall(words):
        if part[0].isdigit():
            piece = Decimal(part.replace(",", ""))
        elif part in _DIGIT_WORDS:
            piece = Decimal(_DIGIT_WORDS[part])
        elif part in _MAGNITUDES:
            group += (piece if piece >= 0 else 1) * _MAGNITUDES[part]
            piece = Decimal(-1)
        elif part in _GROUPS:
            group += max(piece, Decimal(0))
            total += (group or 1) * _GROUPS[part]
            group, piece = Decimal(0), Decimal(-1)
    return Number(total + group + max(piece, Decimal(0)), approximate)


def read_native(words: str) -> Number | None:
    """The number that native numerals spell: 스물일곱 → 27, 두세 → 2..3; None for anything else."""
    compact = words.replace(" ", "")
    if compact in _FEW:
        low, high = _FEW[compact]
        return Number(Decimal(low), True, Decimal(high))
    for tens, value in [("", 0), *_TENS.items()]:
        rest = compact.removeprefix(tens)
        if tens and compact == tens:
            return Number(Decimal(value))
        if compact.startswith(tens) and rest in _ONES:
            return Number(Decimal(value + _ONES[rest]))
    return None


def plain(number: Decimal) -> str:
    """Digits without exponent or needless zeros: 406100000000, 3.2."""
    text = format(number.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
