"""Korean particles that follow the sound of the word before them: 을/를, 이/가, 은/는, 과/와, 으로/로."""

from __future__ import annotations

import re
from string import Formatter

_MARK = re.compile(r"\[([가-힣]*)/([가-힣]*)\]")
_SILENT = " \t\"'”’)]}>」』】.,…"
_DIGITS = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
_LETTER_NAMES = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
_WORD_ENDS = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ"}


def final_sound(word: str) -> str:
    """The consonant that the word ends in when read aloud: "" for a vowel, "ㄹ", or any other letter.

    Digits are read in Korean (Sino-Korean names), capitals by their letter names, other Latin words as they sound.
    """
    bare = word.rstrip(_SILENT)
    if not bare:
        return ""
    last = bare[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return "" if final == 0 else "ㄹ" if final == 8 else "ㄱ"
    if last.isdigit():
        return _DIGITS.get(last, "")
    if last.isupper():
        return _LETTER_NAMES.get(last, "")
    return _latin_end(bare)


def _latin_end(word: str) -> str:
    if len(word) > 2 and word[-1] == "e" and word[-2] in _WORD_ENDS:  # name, line, file: the e is silent
        word = word[:-1]
    last, before = word[-1], word[-2:-1].lower()
    if last in _WORD_ENDS:
        return _WORD_ENDS[last]
    if word.endswith("ng"):
        return "ㅇ"
    return "ㄱ" if last in "kpt" and before and before in "aeiou" and len(word) > 1 else ""


def josa(word: str, pair: str) -> str:
    """The form of a pair ("을/를", "이/가", "으로/로") that follows the word, without the word."""
    after_consonant, after_vowel = pair.split("/")
    final = final_sound(word)
    if after_consonant.startswith("으") and final == "ㄹ":
        return after_vowel
    return after_consonant if final else after_vowel


def fill(template: str, **params: object) -> str:
    """Put values into a template; a mark like "{name}[을/를]" becomes the particle that fits what stands before it.

    Marks count only in the template: brackets inside a value stay as they are.
    """
    parts: list[str] = []
    for literal, name, spec, _ in Formatter().parse(template):
        parts.append(_resolved(literal, "".join(parts)))
        if name is not None:
            parts.append(format(params[name], spec or ""))
    return "".join(parts)


def _resolved(literal: str, before: str) -> str:
    done, at = "", 0
    for mark in _MARK.finditer(literal):
        done += literal[at : mark.start()]
        done += josa(before + done, f"{mark[1]}/{mark[2]}")
        at = mark.end()
    return done + literal[at:]


def several(n: int, one: str, many: str, **params: object) -> str:
    """`one` for 1, else `many`, with {n} filled in (thousands separated); Korean words both alike."""
    return fill(one if n == 1 else many, n=f"{n:,}", **params)
