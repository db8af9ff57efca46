"""Reviewed JSON and JSONL: valid by their schema for an outside validator too, stable, complete."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.errors import ExportFailed
from desktop_app.exchange import ExportOptions, exporters
from desktop_app.exchange.reviewed_json import reviewed_schema
from desktop_app.exchange.reviewed_record import from_record
from tests.exchange.made import dataset, sample_articles, several

EVERY = frozenset({"accepted", "undecided", "rejected"})
FULL = ExportOptions(decisions=EVERY, include_source=True, include_tokens=True)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outside_validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(reviewed_schema())
    return jsonschema.Draft202012Validator(reviewed_schema())


def test_document_is_valid_for_an_outside_validator(tmp_path: Path) -> None:
    exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json", FULL)
    document = json.loads((tmp_path / "out.json").read_bytes())
    outside_validator().validate(document)
    assert [a["source"]["file"] for a in document["articles"]] == ["기사1.txt", "기사2.txt", "기사3.txt"]


def test_outside_validator_refuses_a_broken_document(tmp_path: Path) -> None:
    exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_bytes())
    document["articles"][0]["mentions"][0]["decision"] = "perhaps"
    assert not outside_validator().is_valid(document)


def test_only_accepted_unless_asked(tmp_path: Path) -> None:
    exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json")
    articles = json.loads((tmp_path / "out.json").read_bytes())["articles"]
    assert {m["decision"] for a in articles for m in a["mentions"]} == {"accepted"}
    assert [t["tag"] for t in articles[0]["tags"]] == ["환경"]


def test_surfaces_and_source_offsets_agree(tmp_path: Path) -> None:
    exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json", FULL)
    for a in json.loads((tmp_path / "out.json").read_bytes())["articles"]:
        for m in a["mentions"]:
            assert a["text"][m["start"] : m["end"]] == m["text"]
            assert a["source"]["text"][m["source_start"] : m["source_end"]] == m["text"]


@quick
@given(several())
def test_lines_hold_the_articles_whole(tmp_path: Path, made: list) -> None:
    exporters()["reviewed-jsonl"].write(dataset(made), tmp_path / "out.jsonl", FULL)
    lines = (tmp_path / "out.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [from_record(json.loads(line)) for line in lines] == made


def test_half_a_character_is_one_clear_line(tmp_path: Path) -> None:
    broken = replace(sample_articles()[0], text="\ud800", mentions=())
    with pytest.raises(ExportFailed, match="article 1"):
        exporters()["reviewed-json"].write(dataset([broken]), tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_what_the_schema_refuses_is_not_written(tmp_path: Path) -> None:
    first = sample_articles()[0]
    broken = replace(first, mentions=(replace(first.mentions[0], confidence=7.0),))
    with pytest.raises(ExportFailed, match="confidence"):
        exporters()["reviewed-jsonl"].write(dataset([broken]), tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    seen: list[int] = []
    report = exporters()["reviewed-json"].write(
        dataset(), tmp_path / "out.json", progress=lambda n: seen.append(n) or n < 2
    )
    assert report.cancelled
    assert seen == [1, 2]
    assert list(tmp_path.iterdir()) == []


def test_report_counts(tmp_path: Path) -> None:
    report = exporters()["reviewed-json"].write(dataset(), tmp_path / "out.json")
    assert (report.articles, report.mentions, report.labels["LC"]) == (3, 11, 3)
    assert (report.first_published, report.last_published) == ("2024-03-12", "2024-04-01")
    assert len(report.sha256) == 64
