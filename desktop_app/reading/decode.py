"""Bytes to text: the encodings Korean files come in, without losing what is damaged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.errors import UnreadableFile

LARGEST_FILE = 200 * 1024 * 1024
LARGEST_TEXT = 50 * 1024 * 1024
_SAMPLE = 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KOREAN = re.compile(r"[가-힣ᄀ-ᇿ]")
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text (RTF) document"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding that it was read by, and what could not be read."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file's bytes; a byte order mark is no part of it, newlines stay as they are.

    Tries a byte order mark, UTF-16 without one, UTF-8, CP949, UTF-8 with some damaged bytes, and at last
    what charset-normalizer thinks. Raises UnreadableFile for empty, blank, binary and oversized files.
    """
    if len(data) > LARGEST_TEXT:
        raise UnreadableFile(
            file=name, reason=f"is a text of more than {LARGEST_TEXT >> 20} MB; split it first."
        )
    if not data:
        raise UnreadableFile(file=name, reason="is empty.")
    _refuse_binary(data, name)
    decoded = _decoded(data)
    if decoded is None or _looks_binary(decoded.text):
        raise UnreadableFile(file=name, reason="is not a text file.")
    if not _shows_something(decoded.text):
        raise UnreadableFile(file=name, reason="holds nothing but blanks.")
    return decoded


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(file=name, reason=f"is {what}, not a text file.")


def _shows_something(text: str) -> bool:
    """Blanks, invisible and damaged characters show nothing."""
    return any(c.isprintable() and c not in " \ufffd" for c in text)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(3, len(sample) // 20)


def _decoded(data: bytes) -> Decoded | None:
    by_mark = _by_mark(data)
    if by_mark is not None:
        return by_mark
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    for encoding in ("utf-8", "cp949"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return _damaged(data) or _guessed(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _lenient(data, encoding)
    return None


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 shows itself by zero high bytes of blanks and newlines, or by Hangul high bytes at every second place."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        zero = high.count(0)
        hangul = sum(high.count(byte) for byte in range(0xAC, 0xD8))
        if zero and (zero + hangul) >= 0.85 * len(high):
            decoded = _lenient(data, encoding)
            return None if decoded.warnings else decoded
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, (_damage(text.count("\ufffd")),))


def _damage(count: int) -> str:
    return f"{count} damaged characters could not be read and are shown as \ufffd."


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 or CP949 with some bytes broken: whichever loses less, where that is little."""
    best: Decoded | None = None
    fewest = len(data)
    for encoding in ("utf-8", "cp949"):
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        if lost < fewest:
            best, fewest = Decoded(text, encoding, (_damage(lost),)), lost
    if best is None or fewest > max(2, len(best.text) // 10):
        return None
    return best if _KOREAN.search(best.text) or fewest * 50 < len(best.text) else None


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    match = from_bytes(data[: _SAMPLE * 4]).best()
    if match is None:
        return None
    decoded = _lenient(data, match.encoding)
    return Decoded(
        decoded.text, match.encoding, (f"The encoding was guessed: {match.encoding}.", *decoded.warnings)
    )
