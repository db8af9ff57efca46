"""How Korean writes a number: the pieces that dates, times and quantities are built from.

All constants are regular-expression sources without capturing groups.
"""

from __future__ import annotations

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""1,234 · 12.5 · 300"""

MAGNITUDE = r"[십백천만억조경]"
NUMBER = rf"(?:{DIGITS}(?:여\s?)?{MAGNITUDE}+여?(?:\s?{DIGITS}{MAGNITUDE}+여?)*(?:{DIGITS})?여?|{DIGITS}여?)"
"""1억 5천만 · 2만4천 · 4061억 · 9만여 · 100여만 · 300여; blanks only between steps that carry a magnitude."""

SINO_WORD = r"(?:(?:수|몇)\s?(?:십|백|천|만|억)(?:만|억)?|(?:백|천|만|백만|천만|십만))(?=\s)"
"""천 · 수십 · 백만 before a blank: numbers written without digits."""

TENS = r"(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)"
ONES = r"(?:한두|두세|두어|서너|네댓|대여섯|예닐곱|한|두|세|네|다섯|여섯|일곱|여덟|아홉|석|넉|서|너)"
NATIVE = rf"(?:{TENS}\s?{ONES}|{TENS}|스무|{ONES})"
"""한 · 두세 · 스물일곱 · 서른, the native numerals as they stand before a counter."""

TILDE = r"\s?[~∼～〜]\s?"
DASH_OR_TILDE = r"\s?[~∼～〜–-]\s?"

NOT_AFTER_NUMBER = r"(?<![\d.,:/A-Za-z’'+-])"
"""A number starts here: no digit, decimal point, letter or sign just before."""


def longest_first(words: str) -> str:
    """An alternation of blank-separated words, longest first, so that no word hides a longer one."""
    ordered = sorted(set(words.split()), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(w.replace(".", r"\.").replace("_", " ?") for w in ordered) + ")"
