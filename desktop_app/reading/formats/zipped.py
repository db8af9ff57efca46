"""Zip archives of any mixture of files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.formats.containers import member, open_zip
from desktop_app.reading.formats.nested import read_nested

_UTF8_FLAG = 0x800


def read(data: bytes, name: str) -> list[SourceDraft]:
    """The sources of every file inside; UnreadableFile where none can be read."""
    archive = open_zip(data, name)
    locked: list[str] = []
    found, warnings = read_nested(_files(archive, name, locked), name)
    warnings = locked + warnings
    if not found:
        raise UnreadableFile(file=name, reason=warnings[0] if warnings else "holds no file that can be read.")
    return [replace(found[0], warnings=(*found[0].warnings, *warnings)), *found[1:]]


def _files(archive: zipfile.ZipFile, name: str, locked: list[str]) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        inner = entry_name(entry)
        last = inner.rstrip("/").rsplit("/", 1)[-1]
        if entry.is_dir() or last.startswith(".") or inner.startswith("__MACOSX"):
            continue
        try:
            yield inner, member(archive, entry, f"{name}/{last}")
        except UnreadableFile as error:
            locked.append(str(error))


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant: without the UTF-8 flag Windows writes CP949, some tools UTF-8."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    try:
        data = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
