"""The command line as a user calls it: whole processes, exit codes, plain lines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def dadeum(*arguments: object, fails: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app.cli", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == fails, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "p.dadeum"
    told = dadeum("import", path, *SEEDS).stderr
    assert "5 files added (9 articles)" in told
    dadeum("suggest", path)
    return path


def test_importing_twice_adds_nothing(project: Path) -> None:
    assert "already in the project" in dadeum("import", project, SEEDS[0]).stderr


def test_stats_and_check(project: Path) -> None:
    stats = json.loads(dadeum("stats", project, "--json").stdout)
    assert stats["articles"] == 9
    assert set(stats["mentions"]) == {
        "PS",
        "OG",
        "LC",
        "DT",
        "TI",
        "QT",
        "EV",
        "CV_POSITION",
        "CV_POLICY",
        "AF",
    }
    assert "9 articles" in dadeum("stats", project).stdout
    assert "sound" in dadeum("check", project).stderr


def test_export_writes_whole_articles_or_nothing(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    dadeum("export", project, out, "--all", "--undecided")
    articles = json.loads(out.read_text("utf-8"))["articles"]
    assert len(articles) == 9
    raws = {path.name: path.read_bytes().decode("utf-8") for path in SEEDS}
    for article in articles:
        raw = raws[article["source"]["file"]]
        for m in article["mentions"]:
            behind = raw[m["source_start"] : m["source_end"]]
            assert "".join(behind.split()) == "".join(m["text"].split())
    assert "No article is marked reviewed" in dadeum("export", project, tmp_path / "none.json").stderr
    dadeum("export", project, tmp_path / "no" / "such" / "folder.json", "--all", fails=1)


def test_export_maps_labels_filters_and_writes_a_card(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    choices = ("--all", "--undecided", "--filter", "text=ESG", "--labels", "PS=PER,OG=", "--card")
    told = dadeum("export", project, out, *choices).stderr
    labels = [
        m["label"] for line in out.read_text("utf-8").splitlines() for m in json.loads(line)["mentions"]
    ]
    assert "PER" in labels
    assert not {"PS", "OG"} & set(labels)
    assert 0 < len(out.read_text("utf-8").splitlines()) < 9
    card = tmp_path / "out.jsonl.card.md"
    assert "| PER |" in card.read_text("utf-8")
    assert str(card) in told


def test_export_refuses_choices_that_are_none(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for choice in (
        ("--labels", "XX=PER"),
        ("--filter", "colour=red"),
        ("--filter", "state=done"),
        ("--filter", "since=어제"),
    ):
        dadeum("export", project, out, *choice, fails=1)
    assert not out.exists()


def test_export_can_only_check(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "klue.tsv"
    told = dadeum("export", project, out, "--format", "klue-tsv", "--all", "--undecided", "--validate").stdout
    assert "hint: Article 1 is not reviewed yet (new)." in told
    assert "has no code in the target tag set and is left out." in told
    assert not out.exists()


def test_an_exported_dataset_comes_back(project: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out.jsonl", tmp_path / "b.dadeum"
    dadeum("export", project, out, "--all", "--undecided", "--with-source")
    told = dadeum("import", other, out, "--annotated", "reviewed-jsonl", "--as", "suggested").stderr
    assert "9 articles" in told
    stats = json.loads(dadeum("stats", other, "--json").stdout)
    assert all(set(decisions) == {"undecided"} for decisions in stats["mentions"].values())
    assert stats["sources"] == 5
    assert "sound" in dadeum("check", other).stderr
    assert "no such format" in dadeum("import", other, out, "--annotated", "nope", fails=1).stderr


def test_suggest_prints_one_line_an_article_in_offsets_of_the_file() -> None:
    lines = [json.loads(line) for line in dadeum("suggest", "--format", "jsonl", *SEEDS).stdout.splitlines()]
    assert len(lines) == 9
    raws = {path.name: path.read_bytes().decode("utf-8") for path in SEEDS}
    for line in lines:
        raw = raws[line["file"]]
        assert set(line) == {"file", "article", "title", "published", "blocks", "mentions", "tags"}
        for mention in line["mentions"]:
            assert raw[mention["start"] : mention["end"]] == mention["text"]
            assert 0 <= mention["confidence"] <= 1
            assert not mention["text"][0].isspace()
    for name, raw in raws.items():
        covered = {
            i
            for line in lines
            if line["file"] == name
            for b in line["blocks"]
            for i in range(b["start"], b["end"])
        }
        assert all(c.isspace() for i, c in enumerate(raw) if i not in covered)


def test_sentences_are_answered_in_order(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    texts = ["경기도는 14일 수원에서 포럼을 열었다.", "", "😀", "  앞에 빈칸이 있는 서울시의 글"]
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), "utf-8")
    lines = [json.loads(x) for x in dadeum("suggest", "--input-format", "jsonl", path).stdout.splitlines()]
    assert [line["file"] for line in lines] == [f"s.jsonl:{i}" for i in (1, 2, 3, 4)]
    assert {"경기도", "14일"} <= {m["text"] for m in lines[0]["mentions"]}
    assert lines[1]["mentions"] == []
    assert all(texts[3][m["start"] : m["end"]] == m["text"] for m in lines[3]["mentions"])


def test_what_is_wrong_is_one_line(tmp_path: Path) -> None:
    none = tmp_path / "none.dadeum"
    assert "no such file" in dadeum("stats", none, fails=1).stderr
    text = tmp_path / "t.dadeum"
    text.write_text("가", "utf-8")
    assert "not a Dadeum project" in dadeum("check", text, fails=1).stderr
    assert "Usage" in dadeum("export", fails=2).stderr
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert "empty.txt" in dadeum("import", tmp_path / "e.dadeum", empty, fails=1).stderr
    broken = tmp_path / "b.jsonl"
    broken.write_text("{", "utf-8")
    assert "b.jsonl" in dadeum("suggest", "--input-format", "jsonl", broken, fails=1).stderr
