"""Targets appear whole or not at all, and what stands in the way is said in one clear line."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataNote
from desktop_app.domain.errors import ExportFailed
from desktop_app.exchange import ExportOptions, SplitOptions, exporters
from desktop_app.exchange.atomic import MARKER, check_name, digest, whole
from desktop_app.exchange.failures import (
    BadName,
    DiskFull,
    FolderMissing,
    FolderTaken,
    KindTaken,
    NotWritable,
    TargetBusy,
    failure_of,
)
from desktop_app.exchange.preview import preview
from tests.exchange.made import dataset, sample_articles

NAMES = [n for n in exporters() if n != "spacy"]


def test_file_is_replaced_only_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    with whole(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_failure_keeps_the_old_file_and_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def half() -> None:
        with whole(target) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_folder_is_replaced_when_an_export_made_it(tmp_path: Path) -> None:
    for content in ("one", "two"):
        with whole(tmp_path / "out", folder=True) as temporary:
            (temporary / content).write_text(content)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [MARKER, "two"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(FolderTaken), whole(tmp_path / "out", folder=True):
        pytest.fail("must not begin")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("name", NAMES)
def test_wrong_kind_in_the_way(tmp_path: Path, name: str) -> None:
    exporter = exporters()[name]
    if exporter.is_folder:
        (tmp_path / "out").write_text("x")
    else:
        (tmp_path / "out").mkdir()
    with pytest.raises(KindTaken):
        exporter.write(dataset(), tmp_path / "out")


@pytest.mark.parametrize("name", NAMES)
def test_missing_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderMissing, match="does not exist"):
        exporters()[name].write(dataset(), tmp_path / "none" / "out")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_at_the_last_moment(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("desktop_app.exchange.atomic._to_disk", full)
    with pytest.raises(DiskFull, match="the disk is full"):
        exporters()[name].write(dataset(), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_full_disk_while_writing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    import signal

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(ExportFailed):
            exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []


def test_errors_of_the_system_have_their_own_words() -> None:
    target = Path("out.json")
    assert isinstance(failure_of(OSError(errno.EROFS, "ro"), target), NotWritable)
    assert isinstance(failure_of(PermissionError(errno.EACCES, "no"), target), NotWritable)
    assert isinstance(failure_of(OSError(errno.EBUSY, "busy"), target), TargetBusy)
    windows = OSError(errno.EACCES, "in use")
    windows.winerror = 32  # type: ignore[attr-defined]
    assert isinstance(failure_of(windows, target), TargetBusy)
    assert "strange" in str(failure_of(OSError(9999, "strange"), target))


@pytest.mark.parametrize(
    "name", ["CON", "nul.json", "com1.txt", "a:b.json", "a?.json", "a\x07", "end.", "end "]
)
def test_names_that_windows_cannot_hold(name: str) -> None:
    assert check_name(name, windows=True)
    assert not check_name("보고서 1.json", windows=True)
    assert not check_name("console.json", windows=True)


def test_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(BadName):
        exporters()["reviewed-json"].write(dataset(), tmp_path / ("가" * 90))


@pytest.mark.parametrize("name", NAMES)
def test_same_dataset_same_bytes(tmp_path: Path, name: str) -> None:
    exporter = exporters()[name]
    first = exporter.write(dataset(), tmp_path / "one")
    second = exporter.write(dataset(), tmp_path / "two")
    assert first.sha256 == second.sha256 == digest(tmp_path / "two")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("where", ["text", "title", "note"])
def test_half_a_character_is_one_clear_line(tmp_path: Path, name: str, where: str) -> None:
    first = sample_articles()[0]
    broken = {
        "text": replace(first, text="\ud800" + first.text[1:], mentions=(), relations=(), notes=()),
        "title": replace(first, metadata=Metadata("\ud800")),
        "note": replace(first, notes=(DataNote("\ud800"), DataNote("\ud800", 3))),
    }[where]
    said = ""
    try:
        exporters()[name].write(dataset([broken]), tmp_path / "out")
    except ExportFailed as error:
        said = str(error)
    assert "\n" not in said
    assert bool(said) != (tmp_path / "out").exists()
    assert said or where != "text" or name in {"web-annotation", "csv", "xlsx", "uima-xmi"}
    assert [p.name for p in tmp_path.iterdir()] == ([] if said else ["out"])


@pytest.mark.parametrize("name", [n for n in NAMES if "jsonl" not in n])
def test_preview_is_of_the_first_article(name: str) -> None:
    shown = preview(exporters()[name], dataset(), ExportOptions(split=SplitOptions()))
    assert "경기도" in shown or "bytes)" in shown
    assert "서울특별시청" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_cancel_leaves_nothing(tmp_path: Path, name: str) -> None:
    report = exporters()[name].write(dataset(), tmp_path / "out", progress=lambda done: done < 2)
    assert report.cancelled
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_split_makes_a_folder_with_every_part(tmp_path: Path, name: str) -> None:
    exporter = exporters()[name]
    report = exporter.write(dataset(), tmp_path / "out", ExportOptions(split=SplitOptions(1, 1, 1)))
    assert sum(report.parts.values()) == 3
    found = " ".join(p.relative_to(tmp_path).as_posix() for p in (tmp_path / "out").rglob("*"))
    assert all(part in found for part in ("train", "validation" if name == "hugging-face" else "dev", "test"))


@pytest.mark.parametrize("name", NAMES)
def test_no_articles_at_all(tmp_path: Path, name: str) -> None:
    report = exporters()[name].write(dataset([], ()), tmp_path / "out")
    assert (report.articles, report.cancelled) == (0, False)
    assert (tmp_path / "out").exists()


def test_a_project_is_never_replaced_by_an_export(tmp_path: Path) -> None:
    target = tmp_path / "a.dadeum"
    target.write_bytes(b"SQLite format 3\x00...")
    with pytest.raises(KindTaken, match="project"):
        exporters()["reviewed-json"].write(dataset(sample_articles()), target)
    assert target.read_bytes().startswith(b"SQLite")


def test_a_read_only_target_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    target.write_text("old")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != target)
    with pytest.raises(NotWritable):
        exporters()["reviewed-json"].write(dataset(sample_articles()), target)
    assert target.read_text() == "old"
