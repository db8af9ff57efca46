"""Text that any file and database can hold: halves of characters are shown as damaged."""

from __future__ import annotations

import os
import re
from dataclasses import astuple, replace

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft

_CONTROL = re.compile(r"[\x00-\x1f]")
_HALF = re.compile(r"[\ud800-\udfff]")
DAMAGED = "\ufffd"


def storable(draft: SourceDraft) -> SourceDraft:
    """The draft with every half of a surrogate pair, which UTF-8 cannot hold, as one U+FFFD; offsets stay."""
    halves = len(_HALF.findall(draft.raw))
    words = (draft.name, draft.path, *draft.warnings, *(w for m in draft.metadata for w in astuple(m)))
    if not halves and not any(_HALF.search(word) for word in words):
        return draft
    told = (f"{halves} halves of characters could not be kept and are shown as {DAMAGED}.",) if halves else ()
    return replace(
        draft,
        name=whole(draft.name),
        path=whole(draft.path),
        raw=whole(draft.raw),
        metadata=tuple(Metadata(*(whole(word) for word in astuple(m))) for m in draft.metadata),
        warnings=(*(whole(w) for w in draft.warnings), *told),
    )


def whole(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair."""
    return _HALF.sub(DAMAGED, text)


def shown_name(name: str) -> str:
    """A file's name as a person reads it, in one line: where its bytes are no UTF-8, as CP949 if they are that.

    Control characters are shown by their pictures (Unicode chart U+2400).
    """
    return _CONTROL.sub(_picture, _read_as_cp949(name) if _HALF.search(name) else name)


def _picture(match: re.Match[str]) -> str:
    return chr(0x2400 + ord(match.group()))


def _read_as_cp949(name: str) -> str:
    try:
        return os.fsencode(name).decode("cp949")
    except UnicodeError:
        return whole(name)
