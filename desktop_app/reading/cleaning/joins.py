"""Corrections that make cut and spaced-out lines readable: breaks joined, blanks taken out or put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.domain.article import Correction, Role
from desktop_app.reading.cleaning.lines import Line
from desktop_app.reading.cleaning.parts import Part
from desktop_app.reading.spacing.model import REACH, SpacingModel, shipped_model

_NO_BLANK_AFTER = frozenset("([{<‘“「『《〈·~/\\$#@-–‧ㆍ")
_NO_BLANK_BEFORE = frozenset(")]}>’”」』》〉,.!?·~%:;/ㆍ℃")
_BLANK_AFTER = frozenset(",.?!;:…)]}>’”」』》〉%")
_QUOTE_ENDS = frozenset("’”'\"」』》〉)")
_PARTICLE = re.compile(
    r"^(?:라?고|이?라며|며|면서|이?라는|이?라고|이?라면서|는|은|이|가|을|를|의|에|에서|으로|로|와|과|"
    r"도|란|이란|인|만|까지|부터|등)(?=[\s,.]|"
    r"[가-힣]?(?:\s|$))"
)
_LETTER_SPACED = re.compile(r"^(?:\S[ \t\xa0]{1,20}){4,79}\S$")
_HANGUL = re.compile(r"[가-힣]")
_SURE = 2.2
_WITNESS = 2.5
_LONGEST_WITNESS = 400_000


class Witness:
    """What the same text writes elsewhere: syllable groups seen in one word, and seen with a blank between."""

    def __init__(self, lines: list[Line]) -> None:
        self._together: set[str] = set()
        self._apart: set[str] = set()
        seen = 0
        for line in lines:
            seen += len(line.text)
            if seen > _LONGEST_WITNESS:
                break
            self._learn(line.text)

    def _learn(self, text: str) -> None:
        for a, b, c, d, e in zip(text, text[1:], text[2:], text[3:], [*text[4:], " "], strict=False):
            if c == " ":
                self._apart.add(a + b + d + e)
            elif " " not in (a, b, d):
                self._together.add(a + b + c + d)

    def score(self, left: str, right: str) -> float:
        """Positive where the text writes a blank here, negative where it writes none, 0 where it does not tell."""
        key = left[-2:] + right[:2]
        if len(key) < 4 or " " in key:
            return 0.0
        return _WITNESS * ((key in self._apart) - (key in self._together))


class Judge:
    """Decides whether a blank belongs at a break, from the model and from the text's own evidence."""

    def __init__(self, lines: list[Line], model: SpacingModel | None = None) -> None:
        self._model = model or shipped_model()
        self._witness = Witness(lines)
        self._scores: dict[tuple[str, str], float] = {}
        self.lean = 0.0

    def blank(self, left: str, right: str) -> bool:
        """Whether `left` and `right` are two words."""
        certain = _by_punctuation(left, right)
        return certain if certain is not None else self.score(left, right) + self.lean > 0

    def score(self, left: str, right: str) -> float:
        """Log-odds of a blank."""
        key = left[-REACH:], right[:REACH]
        if key not in self._scores:
            self._scores[key] = self._model.score(*key) + self._witness.score(left, right)
        return self._scores[key]

    def lean_by(self, pairs: list[tuple[str, str]]) -> None:
        """Where nearly every break falls between two words, the text was wrapped at blanks: then trust that."""
        judged = [self.score(a, b) for a, b in pairs if _by_punctuation(a, b) is None]
        if len(judged) >= 6 and sum(score > 0 for score in judged) >= 0.8 * len(judged):
            self.lean = 4.0


def _by_punctuation(left: str, right: str) -> bool | None:
    last, first = left[-1:], right[:1]
    if last in _QUOTE_ENDS and _PARTICLE.match(right):
        return False
    if last in _NO_BLANK_AFTER or first in _NO_BLANK_BEFORE:
        return False
    if last in _BLANK_AFTER or first in "△▲○□●■◇◆※“‘「『《〈":
        return not (last == "," and left[-2:-1].isdigit() and re.match(r"\d{3}(?!\d)", right) is not None)
    if last.isascii() and first.isascii() and last.isalpha() and first.isalpha():
        return True
    return False if last.isdigit() and first.isdigit() else None


def joins(parts: list[Part], lines: list[Line]) -> list[Correction]:
    """A correction for every line break inside a part: "" or " " in its place."""
    pairs = [(a, b) for part in parts for a, b in pairwise(part.lines)]
    if not pairs:
        return []
    judge = Judge(lines)
    judge.lean_by([(a.text, b.text) for a, b in pairs])
    return [
        Correction(a.end, b.start, " " if judge.blank(_context(part, at), b.text) else "")
        for part in parts
        for at, (a, b) in enumerate(pairwise(part.lines))
    ]


def _context(part: Part, at: int) -> str:
    """The end of a line; of a short one with the line before, so that the model sees enough."""
    text = part.lines[at].text
    return text if len(text) >= REACH or at == 0 else part.lines[at - 1].text + text


def letter_spacing(parts: list[Part], text: str) -> list[Correction]:
    """Blanks taken out of lines that stretch a name letter by letter."""
    found: list[Correction] = []
    for part in parts:
        if part.role is Role.BOILERPLATE:
            continue
        for line in part.lines:
            if _LETTER_SPACED.match(line.text) and _HANGUL.search(line.text):
                found.extend(_squeezed(line, text))
    return found


def _squeezed(line: Line, text: str) -> Iterator[Correction]:
    letters = [at for at in range(line.start, line.end) if not text[at].isspace()]
    packed = "".join(text[at] for at in letters)
    model = shipped_model()
    for number, (at, after) in enumerate(pairwise(letters), 1):
        keep = model.score(packed[:number], packed[number:]) > 0.0
        if not keep:
            yield Correction(at + 1, after, "", "blank")


def lost_blanks(parts: list[Part], lines: list[Line]) -> list[Correction]:
    """Blanks put back into headlines that lost nearly all of theirs, where that is beyond doubt."""
    heads = [p for p in parts if p.role in {Role.TITLE, Role.SUBTITLE} and _lost(p.text) and not p.wrapped]
    if not heads:
        return []
    judge = Judge(lines)
    return [correction for part in heads for correction in _restored(part, judge)]


def _lost(text: str) -> bool:
    letters = len(_HANGUL.findall(text))
    return letters >= 9 and letters / (text.count(" ") + 1) >= 7


def _restored(part: Part, judge: Judge) -> Iterator[Correction]:
    text, built = part.text, ""
    for at, character in enumerate(text):
        if at and character != " " and text[at - 1] != " " and _blank_sure(built, text, at, judge):
            yield Correction(part.start + at, part.start + at, " ", "blank")
            built += " "
        built += character


def _blank_sure(built: str, text: str, at: int, judge: Judge) -> bool:
    last, first = text[at - 1], text[at]
    if last in ",…" and (_HANGUL.match(first) or first.isdigit()):
        return not (last == "," and text[at - 2 : at - 1].isdigit() and first.isdigit())
    if not (_HANGUL.match(last) and (_HANGUL.match(first) or first.isdigit())):
        return False
    return judge.score(built[-REACH:], text[at:]) > _SURE
