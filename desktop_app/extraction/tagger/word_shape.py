"""What a word looks like: its shape, and its spelling with quotation marks, dots and digits made alike."""

from __future__ import annotations

import re

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’`´′＇‚‛", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("ㆍ・‧•∙⋅", "·"),
        **dict.fromkeys("–—―−‐‑ㅡ", "-"),
        **dict.fromkeys("∼～〜", "~"),
        **dict.fromkeys("「『《〈＜<", "「"),
        **dict.fromkeys("」』》〉＞>", "」"),
        **dict.fromkeys("［【〔", "["),
        **dict.fromkeys("］】〕", "]"),
        "（": "(",
        "）": ")",
        "，": ",",
        "％": "%",
        **dict.fromkeys("■□▲△▶▷◆◇○●◎▣▪▫※☞★☆ㅇ◦", "○"),
        **dict.fromkeys("012345678", "9"),
    }
)
_KINDS = (
    (re.compile(r"[가-힣]"), "가"),
    (re.compile(r"[A-Z]"), "A"),
    (re.compile(r"[a-z]"), "a"),
    (re.compile(r"[0-9]"), "9"),
    (re.compile(r"[一-鿿㐀-䶿豈-﫿]"), "漢"),
    (re.compile(r"[ᄀ-ᇿㄱ-ㆎ]"), "ㄱ"),
    (re.compile(r"\s"), "_"),
)

OPENING = frozenset("'\"「([")
CLOSING = {"'": "'", '"': '"', "「": "」", "(": ")", "[": "]"}


def alike(text: str) -> str:
    """The text with every digit as 9 and with one spelling for each kind of quotation mark, dash, dot and bullet."""
    return text.translate(_ALIKE)


def shape(text: str) -> str:
    """Kinds of the characters, runs of one kind as one letter: 제3차 → 가9가, A380 → A9."""
    kinds: list[str] = []
    for char in text[:24]:
        kind = _kind(char)
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds)


def _kind(char: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.match(char)), char)
