"""The wording of page furniture, marks and credits, loaded from `resources/reading_cues.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desktop_app.domain.errors import BrokenResource
from desktop_app.paths import resources_dir

_BETWEEN = re.compile(r"\s*[|·ㅣ/│,•∙]\s*|\s{2,}|\t")
_EDGES = " \t\xa0•·∙ㆍ-–—|│[]()<>〈〉«»‹›▶▷►◀◁▲△▼▽■□◆◇●○☞+*~:…↑↓←→✕×✖"


@dataclass(frozen=True)
class Cues:
    """Compiled patterns and sets of blank-free lower-case words."""

    labels: frozenset[str]
    sections: frozenset[str]
    furniture: re.Pattern[str]
    notices: re.Pattern[str]
    ends: re.Pattern[str]
    captions: re.Pattern[str]

    def is_label(self, text: str) -> bool:
        """Whether a line is a menu entry or button, or several of them in a row."""
        if len(text) > 80:
            return False
        if _bare(text) in self.labels:
            return True
        parts = [part for part in _BETWEEN.split(text) if part]
        return len(parts) > 1 and all(_bare(part) in self.labels or self.is_section(part) for part in parts)

    def is_section(self, text: str) -> bool:
        """Whether a line is nothing but the name of a section."""
        return len(text) <= 20 and _bare(text) in self.sections

    def label_share(self, text: str) -> float:
        """Share of a line's words (cut at blanks) that are labels or sections."""
        words = text.split()
        if not words:
            return 0.0
        return sum(_bare(w) in self.labels or _bare(w) in self.sections for w in words) / len(words)


def _bare(text: str) -> str:
    return "".join(text.strip(_EDGES).split()).lower()


def _words(block: str) -> frozenset[str]:
    return frozenset("".join(word.split()).lower() for word in re.split(r"[|\n]", block) if word.strip())


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def cues() -> Cues:
    """The shipped cues, read once; BrokenResource where that fails."""
    path = resources_dir() / "reading_cues.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Cues(
            labels=_words(data["labels"]),
            sections=_words(data["sections"]),
            furniture=_any(data["furniture"]),
            notices=_any(data["notices"]),
            ends=_any(data["ends"]),
            captions=_any(data["captions"]),
        )
    except (OSError, KeyError, ValueError, re.error) as error:
        raise BrokenResource(path=path, reason=str(error)) from error
