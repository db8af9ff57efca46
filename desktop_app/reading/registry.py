"""Which reader reads which file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.decode import LARGEST_FILE
from desktop_app.reading.storable import shown_name, storable
from desktop_app.reading.tables import TableMapping

_log = logging.getLogger(__name__)
Reader = Callable[[bytes, str], list[SourceDraft]]

ENTRY_POINTS = "dadeum.readers"
_ROOM = "desktop_app.reading.formats"
_BUILT_IN = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "hwpx": "hwpx",
    "hwp": "hwp",
    "eml": "eml",
    "zip": "zipped",
    "csv": "tabular",
    "tsv": "tabular",
    "xlsx": "tabular",
    "json": "tabular",
    "jsonl": "tabular",
    "ndjson": "tabular",
}
TABLES = frozenset({"csv", "tsv", "xlsx", "json", "jsonl", "ndjson"})
_OLD = {
    "doc": "an old Word document; save it as DOCX",
    "rtf": "a rich text document; save it as DOCX",
    "xls": "an old workbook; save it as XLSX",
}
_MAGIC = ((b"%PDF-", "pdf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "hwp"), (b"PK\x03\x04", "zip"))
_TEXT_ENDINGS = frozenset(
    {"txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", *TABLES} - {"xlsx"}
)


def endings() -> list[str]:
    """Endings (without the dot) of the files that can be read, plug-ins' included."""
    return sorted({*_BUILT_IN, *_plugged()})


def read_file(path: Path, mapping: TableMapping | None = None) -> list[SourceDraft]:
    """The sources of a file (several of an archive or a table).

    `mapping` says which column of a table is what; without it the headers decide. UnreadableFile with one
    clear line where the file cannot be opened, is too large (LARGEST_FILE bytes) or not understood.
    """
    data = _bytes_of(path)
    drafts = read_bytes(data, shown_name(path.name), mapping)
    return [replace(draft, path=shown_name(str(path))) for draft in drafts]


def read_bytes(data: bytes, name: str, mapping: TableMapping | None = None) -> list[SourceDraft]:
    """The sources of a file's bytes; `name` tells the format by its ending, the first bytes overrule it."""
    try:
        return [storable(draft) for draft in _drafts(data, name, mapping)]
    except UnreadableFile:
        raise
    except (RecursionError, MemoryError) as error:
        raise UnreadableFile(file=name, reason="is too large or too deeply nested to read.") from error
    except Exception as error:  # a damaged file may trip a format's library in any way; the other files go on
        _log.info("%s", name, exc_info=True)
        raise UnreadableFile(
            file=name, reason=f"is damaged, or has a content not foreseen ({type(error).__name__})."
        ) from error


def _drafts(data: bytes, name: str, mapping: TableMapping | None) -> list[SourceDraft]:
    ending = _ending(data, name)
    if mapping is not None and ending in TABLES:
        from desktop_app.reading.formats import tabular

        return tabular.read(data, name, mapping)
    return _reader(ending)(data, name)


def columns(path: Path, rows: int = 5) -> tuple[list[str], list[list[str]], TableMapping]:
    """Headers, the first rows and the guessed mapping of a table, for a dialog to show."""
    from desktop_app.reading.formats.tabular import open_table
    from desktop_app.reading.tables import guess_mapping

    headers, found = open_table(_bytes_of(path), path.name)
    sample = [list(row) for _, row in zip(range(max(rows, 20)), found, strict=False)]
    return headers, sample[:rows], guess_mapping(headers, sample)


def is_table(path: Path) -> bool:
    """Whether a file is read by a mapping of columns."""
    return path.suffix.lower().lstrip(".") in TABLES


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if status.st_size > LARGEST_FILE:
            raise UnreadableFile(
                file=path.name, reason=f"is larger than {LARGEST_FILE >> 20} MB; split it first."
            )
        if not S_ISREG(status.st_mode) and not S_ISDIR(status.st_mode):
            raise UnreadableFile(file=path.name, reason="is no ordinary file but a device or a pipe.")
        return path.read_bytes()
    except FileNotFoundError as error:
        reason = "is a link that leads nowhere." if path.is_symlink() else "is not there any more."
        raise UnreadableFile(file=path.name, reason=reason) from error
    except PermissionError as error:
        raise UnreadableFile(file=path.name, reason="may not be read (no permission).") from error
    except OSError as error:
        raise UnreadableFile(file=path.name, reason=f"cannot be opened ({error.strerror}).") from error


def _ending(data: bytes, name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending in _OLD and ending not in _plugged():
        raise UnreadableFile(file=name, reason=f"is {_OLD[ending]} first.")
    if ending in _plugged():
        return ending
    for magic, form in _MAGIC:
        if data.startswith(magic) and (ending in _TEXT_ENDINGS or ending not in _BUILT_IN):
            return form
    return ending


def _reader(ending: str) -> Reader:
    plugged = _plugged().get(ending)
    if plugged is not None:
        return plugged
    module = import_module(f"{_ROOM}.{_BUILT_IN.get(ending, 'text')}")
    reader: Reader = module.read
    return reader


@cache
def _plugged() -> dict[str, Reader]:
    """Readers of plug-ins: an entry point named after an ending, a function of bytes and name."""
    return {point.name.lower().lstrip("."): point.load() for point in entry_points(group=ENTRY_POINTS)}
