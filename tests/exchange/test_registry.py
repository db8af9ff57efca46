"""Built-ins and plug-ins are found; one that fails does no harm; golden bytes stay."""

from __future__ import annotations

import logging
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from desktop_app.exchange import ExportOptions, SplitOptions, exporters, importers, recognised
from desktop_app.exchange import registry as registry_module
from desktop_app.exchange.atomic import MARKER
from tests.exchange.made import dataset, sample_articles
from tests.exchange.write_golden import NAMES, golden_path

BUILT_IN = {
    "reviewed-json", "reviewed-jsonl", "nikl-json", "klue-tsv", "conll", "brat", "uima-xmi", "uima-json",
    "label-studio", "doccano", "spacy", "hugging-face", "web-annotation", "csv", "xlsx", "html",
}  # fmt: skip


def plug(monkeypatch: pytest.MonkeyPatch, **plugins: str) -> None:
    def found(*, group: str) -> list[EntryPoint]:
        wanted = group == registry_module.EXPORTERS
        return [EntryPoint(n, v, group) for n, v in plugins.items()] if wanted else []

    monkeypatch.setattr(registry_module, "entry_points", found)


def test_built_ins_are_there_with_titles() -> None:
    assert set(exporters()) >= BUILT_IN
    for found in (*exporters().values(), *importers().values()):
        assert found.title_ko
        assert found.title_en
    assert set(importers()) >= {
        "reviewed-json", "reviewed-jsonl", "nikl-json", "uima-cas", "label-studio", "doccano", "brat", "klue-tsv",
        "conll", "mapped-json",
    }  # fmt: skip


def test_example_plugin_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, names="tests.exchange.example_plugin:NamesPerArticle")
    report = exporters()["names"].write(dataset(), tmp_path / "out.txt")
    lines = (tmp_path / "out.txt").read_text("utf-8").split("\n")
    assert lines[0] == "경기일보\t경기도, 지사, 김재구, 12일, 수원 컨벤션센터, 탄소_중립] 포럼, 200억원"
    assert report.dropped["tag"] == 1
    split = exporters()["names"].write(dataset(), tmp_path / "split", ExportOptions(split=SplitOptions()))
    assert sum(split.parts.values()) == 3


def test_broken_plugin_is_named_and_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    plug(monkeypatch, bad="no_such_package:Nothing", names="tests.exchange.example_plugin:NamesPerArticle")
    with caplog.at_level(logging.WARNING):
        found = exporters()
    assert "names" in found
    assert "bad (no_such_package:Nothing) does not load" in caplog.text


def test_plugin_cannot_take_a_built_in_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.exchange.example_plugin.NamesPerArticle.name", "reviewed-json")
    plug(monkeypatch, names="tests.exchange.example_plugin:NamesPerArticle")
    assert exporters()["reviewed-json"].title_en == "Reviewed JSON"


@pytest.mark.parametrize("name", NAMES)
def test_bytes_are_the_golden_ones(tmp_path: Path, name: str) -> None:
    exporters()[name].write(dataset(), tmp_path / "out")
    assert content(tmp_path / "out") == content(golden_path(name))


def content(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    files = (p for p in path.rglob("*") if p.is_file() and p.name != MARKER)
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in files}


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        (n, n)
        for n in (
            "reviewed-json",
            "reviewed-jsonl",
            "nikl-json",
            "label-studio",
            "doccano",
            "brat",
            "klue-tsv",
            "conll",
        )
    ]
    + [("uima-xmi", "uima-cas"), ("uima-json", "uima-cas")],
)
def test_files_are_recognised(tmp_path: Path, name: str, reader: str) -> None:
    exporter = exporters()[name]
    target = tmp_path / f"out{exporter.suffix}"
    exporter.write(dataset(sample_articles()[:2]), target)
    found = recognised(target)
    assert found is not None
    assert found.name == reader


def test_plain_files_are_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("경기도는 12일 밝혔다.\n이어서 밝혔다.\n", "utf-8")
    (tmp_path / "a.json").write_text('{"a": 1}', "utf-8")
    (tmp_path / "empty.tsv").write_text("")
    (tmp_path / "folder").mkdir()
    assert [recognised(p) for p in sorted(tmp_path.iterdir())] == [None] * 4
