"""What a folder of files may hold: each bad one is refused in one clear line, none hangs or leaks."""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading import iter_paths, read_bytes, read_file, registry, shown_name
from desktop_app.reading.formats.containers import open_zip
from tests.reading import samples


def refused(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(name.split("/", maxsplit=1)[0])
    return line


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="not there"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_file(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(samples.PLAIN, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="permission"):
        read_file(path)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(samples.PLAIN, encoding="utf-8")
    monkeypatch.setattr(registry, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_file(path)


def test_one_line_of_five_megabytes_is_one_block_in_seconds() -> None:
    raw = ("도시는 14일 회의를 열고 예산을 논의했다. " * 250_000)[:5_000_000]
    (draft,) = read_bytes(raw.encode(), "a.txt")
    assert len(draft.blocks) == 1


def test_a_zip_gives_its_files_under_names_that_stay_inside() -> None:
    data = samples.zipped(
        {
            "../../밖.txt": samples.PLAIN,
            "안/붙임.hwpx": samples.hwpx(),
            "__MACOSX/._a": b"x",
            ".숨은.txt": b"x",
        }
    )
    drafts = read_bytes(data, "a.zip")
    assert [d.name for d in drafts] == ["a.zip/밖.txt", "a.zip/안_붙임.hwpx"]


def test_what_is_bad_in_a_zip_is_reported_and_the_rest_read() -> None:
    data = samples.zipped({"a.txt": samples.PLAIN, "b.txt": b"", "c.pdf": b"%PDF-1.7"})
    (draft,) = read_bytes(data, "x.zip")
    assert len(draft.warnings) == 2
    assert all("x.zip/" in line for line in draft.warnings)


def test_names_in_cp949_are_read() -> None:
    data = samples.zipped({"AAAA.txt": samples.PLAIN}).replace(b"AAAA.txt", "보도.txt".encode("cp949")[:8])
    (draft,) = read_bytes(data, "x.zip")
    assert draft.name == "x.zip/보도.txt"


def test_bombs_and_nests_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = samples.zipped({f"{n}.txt": b"0" * 20_000_000 for n in range(3)})
    assert "bomb" in refused(bomb, "a.zip")
    nested = samples.zipped({"a.txt": samples.PLAIN})
    for _ in range(8):
        nested = samples.zipped({"b.zip": nested})
    assert "nested" in refused(nested, "a.zip")


def test_a_damaged_zip_and_an_empty_one_say_so() -> None:
    assert "damaged" in refused(b"PK\x03\x04nonsense", "a.zip")
    assert "no file" in refused(samples.zipped({}), "a.zip")
    with pytest.raises(UnreadableFile):
        open_zip(b"", "a.zip")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.hwpx", "a.hwp"])
def test_a_document_with_some_bytes_changed_is_read_or_said_to_be_damaged(name: str) -> None:
    made = {"a.docx": samples.docx, "a.odt": samples.odt, "a.hwpx": samples.hwpx, "a.hwp": samples.hwp}
    data = made[name]()
    for at in range(0, len(data), len(data) // 60):
        changed = data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]
        with suppress(UnreadableFile):
            read_bytes(changed, name)


def test_a_locked_zip_says_so() -> None:
    data = bytearray(samples.zipped({"a.txt": samples.PLAIN}))
    data[6] |= 1
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refused(bytes(data), "a.zip")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.json", '{"a": ', "valid JSON"),
        ("a.json", '"only words"', "shape"),
        ("a.json", "[1, 2]", "shape"),
        ("a.json", '{"a": 1}', "no column with text"),
        ("a.txt", "\u200b\n\u2060\ufffd", "nothing but blanks"),
        ("a.rtf", "{\\rtf1 hello}", "DOCX"),
        ("a.txt", "{\\rtf1 hello}", "RTF"),
        ("a.jsonl", '{"text": "a"}\n{', "valid JSON"),
        ("a.json", "[" * 100_000, "JSON"),
        ("a.csv", "본문\n", "no row"),
        ("a.csv", "\n\n,,", "header"),
        ("a.html", "<html><script>alert(1)</script></html>", "no text"),
        ("a.eml", "Subject: x\n\n", "no text"),
    ],
)
def test_files_of_another_shape_say_so(name: str, text: str, says: str) -> None:
    assert says in refused(text.encode(), name)


def test_a_broken_quote_in_a_table_keeps_the_rows_before() -> None:
    text = f'제목,본문\n하나,{samples.FIRST}\n둘,"{samples.SECOND}\n셋,끝나지 않는다\n'
    drafts = read_bytes(text.encode(), "a.csv")
    assert samples.FIRST in drafts[0].raw
    (told,) = drafts[-1].warnings
    assert "quotation mark" in told
    assert "a.csv#2" in told


def test_halves_of_characters_are_shown_as_damaged() -> None:
    text = '[{"제목": "회의\\ud83d", "text": "도시는 \\ud83d 회의를 열었다."}]'
    (draft,) = read_bytes(text.encode(), "a.json")
    draft.raw.encode()
    draft.metadata[0].title.encode()
    assert "도시는 \ufffd 회의를" in draft.raw
    assert len(draft.warnings) == 1


@pytest.mark.parametrize("unit", ["가", "가 ", "\t가", "가다.", "a@a.", "“", "사진=가", "ㄱ"])
def test_a_line_without_end_is_read_in_a_moment(unit: str) -> None:
    (draft,) = read_bytes((unit * 300_000).encode(), "a.txt")
    assert draft.blocks[-1].end == len(draft.raw)


def test_two_files_of_one_name_in_a_zip_are_both_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in (samples.FIRST, samples.SECOND):
            archive.writestr("a.txt", text)
    drafts = read_bytes(packed.getvalue(), "x.zip")
    assert [d.raw for d in drafts] == [samples.FIRST, samples.SECOND]


def test_a_reader_that_trips_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(_data: bytes, _name: str) -> list[SourceDraft]:
        raise ZeroDivisionError

    monkeypatch.setattr(registry, "_reader", lambda _ending: trips)
    assert "ZeroDivisionError" in refused(b"text", "a.txt")


def test_names_are_shown_in_one_line() -> None:
    assert shown_name("첫\n줄.txt") == "첫␊줄.txt"
    assert shown_name(os.fsdecode("보도.txt".encode("cp949"))) == "보도.txt"
    assert shown_name(os.fsdecode(b"\xff\xfe.txt")).endswith(".txt")


def test_what_is_no_ordinary_file_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match="pipe"):
        read_file(tmp_path / "pipe.txt")


def test_many_rows_are_read_one_by_one() -> None:
    text = "본문\n" + "도시는 회의를 열었다.\n" * 2_000
    assert len(read_bytes(text.encode(), "a.csv")) == 2_000


def test_folders_are_walked_once_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    found = [str(p.relative_to(tmp_path)) for p in iter_paths([tmp_path])]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "dead.txt", "round.txt"]
    for name, says in (("dead.txt", "leads nowhere"), ("round.txt", "cannot be opened")):
        with pytest.raises(UnreadableFile, match=says):
            read_file(tmp_path / name)
    assert list(iter_paths([tmp_path / "gone.txt"])) == [tmp_path / "gone.txt"]


def test_nothing_is_fetched_for_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("tried to reach the network")

    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr(socket.socket, "connect", forbidden)
    page = f'<html><head><link rel="stylesheet" href="http://x.invalid/a.css"></head><body><img src="http://x.invalid/b"><p>{samples.FIRST}</p></body></html>'
    assert samples.FIRST in read_bytes(page.encode(), "a.html")[0].raw


def test_an_archive_may_hold_a_zip_of_any_format() -> None:
    data = samples.zipped({"a.docx": samples.docx(), "b.hwp": samples.hwp(), "c.odt": samples.odt()})
    assert {d.format for d in read_bytes(data, "x.zip")} == {"docx", "hwp", "odt"}
