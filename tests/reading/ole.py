"""A minimal writer of OLE containers (compound files, 512-byte sectors) for test documents."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A container of streams; names are "Stream" or "Storage/Stream". Every stream is padded to 4,096 bytes."""
    folders = sorted({name.split("/")[0] for name in streams if "/" in name})
    entries: list[tuple[str, int, bytes]] = [("Root Entry", 5, b"")]
    entries += [(folder, 1, b"") for folder in folders]
    entries += [(name, 2, data.ljust(4096, b"\0")) for name, data in streams.items()]
    directory_sectors = -(-len(entries) * 128 // _SECTOR)
    data_sectors = [-(-len(data) // _SECTOR) for _, kind, data in entries if kind == 2]
    total = 1 + directory_sectors + sum(data_sectors)
    assert total <= _SECTOR // 4, "one FAT sector only"
    fat = [_FREE] * (_SECTOR // 4)
    fat[0] = _FAT
    _chain(fat, 1, directory_sectors)
    starts, at = [], 1 + directory_sectors
    for count in data_sectors:
        starts.append(at)
        _chain(fat, at, count)
        at += count
    directory = _directory(entries, starts)
    body = b"".join(
        data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0") for _, kind, data in entries if kind == 2
    )
    return (
        _header()
        + struct.pack(f"<{len(fat)}I", *fat)
        + directory.ljust(directory_sectors * _SECTOR, b"\0")
        + body
    )


def _chain(fat: list[int], start: int, count: int) -> None:
    for at in range(start, start + count):
        fat[at] = at + 1 if at + 1 < start + count else _END


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6sIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return (head + struct.pack("<I", 0)).ljust(_SECTOR, b"\xff")


def _directory(entries: list[tuple[str, int, bytes]], starts: list[int]) -> bytes:
    """Siblings hang on each other by their right link: a valid, if unbalanced, tree."""
    names = [name for name, _, _ in entries]
    top = [at for at, (name, _, _) in enumerate(entries) if at and "/" not in name]
    out, stream = b"", 0
    for at, (name, kind, data) in enumerate(entries):
        own = [k for k, other in enumerate(names) if other.startswith(name + "/")]
        peers = [
            k for k, other in enumerate(names) if "/" in name and other.startswith(name.split("/")[0] + "/")
        ]
        peers = peers or top
        child = (top if at == 0 else own) or [_FREE]
        right = next(
            (k for k in sorted(peers, key=lambda k: _order(names[k])) if _order(names[k]) > _order(name)),
            _FREE,
        )
        first = min(child, key=lambda k: _order(names[k])) if child != [_FREE] else _FREE
        short = name.rsplit("/", 1)[-1].encode("utf-16-le") + b"\0\0"
        start = starts[stream] if kind == 2 else 0 if kind == 1 else _END
        stream += kind == 2
        out += short.ljust(64, b"\0") + struct.pack(
            "<HBBIII", len(short), kind, 1, _FREE, right if at else _FREE, first
        )
        out += b"\0" * 36 + struct.pack("<IQ", start, len(data) if kind == 2 else 0)
    return out


def _order(name: str) -> tuple[int, str]:
    last = name.rsplit("/", 1)[-1]
    return len(last), last.upper()
