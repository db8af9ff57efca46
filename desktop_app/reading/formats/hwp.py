"""HWP 5: the binary Hangul document (OLE container; records as in Hancom's published format description 5.0)."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import olefile

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.extract import Extract, draft_of

_SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTED = 1, 2, 4
_PARA_TEXT, _CTRL_HEADER = 67, 71
_WIDE_CONTROLS = frozenset({*range(1, 10), *range(11, 13), *range(14, 24)})
_SHOWN = {9: "\t", 10: "\n", 24: "-", 30: "\xa0", 31: " "}
_INSIDE = {b" lbt": "table", b"daeh": "boilerplate", b"toof": "boilerplate"}
_LARGEST = 256 * 1024 * 1024


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the document is locked, older than HWP 5, damaged or empty."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            extract = _document(ole, name)
    except (OSError, struct.error, zlib.error, IndexError, ValueError) as error:
        raise UnreadableFile(file=name, reason="is a damaged HWP document.") from error
    if not extract.raw.strip():
        raise UnreadableFile(file=name, reason="holds no text.")
    return [draft_of(extract, data, name, "hwp", "utf-16-le")]


def _document(ole: olefile.OleFileIO, name: str) -> Extract:
    if not ole.exists("FileHeader"):
        raise UnreadableFile(file=name, reason="is no HWP 5 document; save it as HWPX or HWP 5 first.")
    header = ole.openstream("FileHeader").read()
    if not header.startswith(_SIGNATURE):
        raise UnreadableFile(file=name, reason="is no HWP 5 document; save it as HWPX or HWP 5 first.")
    flags = struct.unpack_from("<I", header, 36)[0]
    if flags & _PASSWORD:
        raise UnreadableFile(file=name, reason="is locked by a password.")
    if flags & _DISTRIBUTED:
        raise UnreadableFile(
            file=name, reason="is locked for distribution (배포용 문서); ask for an open copy."
        )
    extract = Extract()
    for section in _sections(ole):
        _section(_inflated(ole.openstream(section).read(), packed=bool(flags & _COMPRESSED)), extract)
    return extract


def _sections(ole: olefile.OleFileIO) -> list[str]:
    found = [entry for entry in ole.listdir() if entry[0] == "BodyText" and entry[-1].startswith("Section")]
    return ["/".join(entry) for entry in sorted(found, key=lambda e: int(e[-1][7:] or 0))]


def _inflated(data: bytes, *, packed: bool) -> bytes:
    if not packed:
        return data
    unpacker = zlib.decompressobj(-15)
    out = unpacker.decompress(data, _LARGEST)
    if unpacker.unconsumed_tail:
        raise ValueError("unpacks to too much")
    return out


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(tag, level, payload) of each record of a section."""
    at = 0
    while at + 4 <= len(data):
        head = struct.unpack_from("<I", data, at)[0]
        at += 4
        size = head >> 20
        if size == 0xFFF:
            size = struct.unpack_from("<I", data, at)[0]
            at += 4
        yield head & 0x3FF, (head >> 10) & 0x3FF, data[at : at + size]
        at += size


def _section(data: bytes, extract: Extract) -> None:
    """Paragraphs in file order; what stands below a table's or a header's control is marked so."""
    controls: list[tuple[int, str, bytes]] = []
    for tag, level, payload in _records(data):
        while controls and level <= controls[-1][0]:
            controls.pop()
        if tag == _CTRL_HEADER:
            kind = payload[:4]
            controls.append((level, _INSIDE.get(kind, controls[-1][1] if controls else ""), kind))
        elif tag == _PARA_TEXT:
            says = controls[-1][1] if controls else ""
            text = _text(payload)
            framed = bool(controls) and controls[-1][2] == b" lbt" and len(text) > 60
            if text.strip():
                extract.add(text.rstrip("\n"), "" if framed else says)


def _text(payload: bytes) -> str:
    """Characters of a paragraph: controls of eight units are skipped, tabs and hard breaks kept."""
    units = struct.unpack(f"<{len(payload) // 2}H", payload[: len(payload) // 2 * 2])
    out = bytearray()
    at = 0
    while at < len(units):
        unit = units[at]
        if unit >= 32:
            out += unit.to_bytes(2, "little")
        elif unit in _SHOWN:
            out += _SHOWN[unit].encode("utf-16-le")
        at += 8 if unit in _WIDE_CONTROLS else 1
    return out.decode("utf-16-le", errors="replace")
