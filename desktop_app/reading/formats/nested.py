"""Files inside a file: each read by its own reader, what cannot be read reported and left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.storable import shown_name

_DEEPEST = 3


def read_nested(files: Iterable[tuple[str, bytes]], outer: str) -> tuple[list[SourceDraft], list[str]]:
    """The sources of files inside `outer` (named "outer/inner") and one line for each that cannot be read."""
    from desktop_app.reading.registry import read_bytes

    if outer.count("/") >= _DEEPEST:
        raise UnreadableFile(file=outer, reason="is nested too deeply; unpack it first.")
    found: list[SourceDraft] = []
    warnings: list[str] = []
    for inner, data in files:
        try:
            found += read_bytes(data, f"{outer}/{inner_name(inner)}")
        except UnreadableFile as error:
            warnings.append(str(error))
    return found, warnings


def inner_name(name: str) -> str:
    """A name that stays inside: no drive, no "..", composed letters, one level."""
    parts = [
        p for p in PurePosixPath(name.replace("\\", "/")).parts if p not in {"..", ".", "/"} and ":" not in p
    ]
    return shown_name(unicodedata.normalize("NFC", "_".join(parts))) or "unnamed"
