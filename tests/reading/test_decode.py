"""Bytes become text whatever encoding they came in."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading import read_bytes
from desktop_app.reading.decode import decode
from tests.reading.samples import PLAIN


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAIN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + PLAIN.encode(), "utf-8-sig"),
        (PLAIN.encode("cp949"), "cp949"),
        (PLAIN.encode("euc-kr"), "cp949"),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16"),
        (PLAIN.encode("utf-16-le"), "utf-16-le"),
        (PLAIN.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_text_is_the_same_and_the_mark_no_part_of_it(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (PLAIN, encoding, ())
    assert read_bytes(data, "a.txt")[0].raw == PLAIN


def test_newlines_and_decomposed_letters_stay_as_they_are() -> None:
    text = unicodedata.normalize("NFD", "한글\r\n두 줄이다.\r셋째 줄이다.\n")
    assert read_bytes(text.encode(), "a.txt")[0].raw == text


def test_letters_beyond_euc_kr_are_read_as_cp949() -> None:
    assert decode("똠방각하가 펲시를 샀다.".encode("cp949"), "a").text == "똠방각하가 펲시를 샀다."


def test_damaged_bytes_are_marked_and_reported_and_the_rest_is_read() -> None:
    data = PLAIN.encode()
    draft = read_bytes(data[:40] + b"\xff\xfe\xfa" + data[40:], "a.txt")[0]
    assert "\ufffd" in draft.raw
    assert "태양광 단지에서" in draft.raw
    assert any("damaged" in line for line in draft.warnings)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "blanks"),
        (codecs.BOM_UTF8, "blanks"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (bytes(range(256)) * 20, "not a text"),
        (b"\x00" * 500, "not a text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_bytes(data, "a.txt")


def test_a_few_control_characters_do_no_harm() -> None:
    draft = read_bytes(f"{PLAIN}\x00\x07끝이다.\n".encode(), "a.txt")[0]
    assert draft.raw.startswith(PLAIN)


def test_a_text_beyond_the_limit_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UnreadableFile, match="50 MB"):
        decode(b"a" * (50 * 1024 * 1024 + 1), "a.txt")
