"""Names of topic tags: stored are the codes of the taxonomy, shown are their names; free tags stay as typed.

The taxonomy is read when the first code has to be named, not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtCore import QLocale

from desktop_app.extraction.taxonomy import Topic, load_taxonomy

_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def tag(code: str) -> str:
    """What a stored tag is called in the language in use."""
    topic = _topics().get(code) if _CODE.fullmatch(code) else None
    return _name(topic) if topic else code


def code(text: str) -> str:
    """What is stored for a tag that was written: the code of a known name, else the text without outer blanks."""
    plain = " ".join(text.split())
    return _codes().get(plain.casefold(), plain)


def known() -> Iterator[str]:
    """The names of all topics in the language in use, in the taxonomy's order."""
    return (_name(topic) for topic in _topics().values())


def _name(topic: Topic) -> str:
    return topic.korean if QLocale().language() == QLocale.Language.Korean else topic.english


def _topics() -> Mapping[str, Topic]:
    return load_taxonomy().topics


@cache
def _codes() -> Mapping[str, str]:
    """Names in both languages, and codes themselves, without regard to letter case; the first of equals counts."""
    found: dict[str, str] = {}
    for topic in _topics().values():
        for text in (topic.code, topic.korean, topic.english):
            found.setdefault(text.casefold(), topic.code)
    return found
