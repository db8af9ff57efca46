from pathlib import Path

import jsonschema
import orjson
import pytest

from desktop_app.domain import edits
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.spans import Span
from desktop_app.exchange import exporters
from desktop_app.paths import resources_dir
from desktop_app.review.transfer.export_dataset import Selection, dataset
from desktop_app.review.transfer.exporting import export_options, exporter_for
from desktop_app.store import Project
from tests import made


def exported(project: Project, out: Path, selection: Selection | None = None) -> dict[str, object]:
    exporter = exporter_for(exporters(), "", out)
    exporter.write(dataset(project, made.schema(), selection), out, export_options())
    return orjson.loads(out.read_bytes())


def test_reviewed_articles_go_out_with_offsets_on_both_sides(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        desk = made.desk(project)
        at = made.RAW.index("들여온\n다고")
        desk.apply(edits.AddMention(1, (Span(at, at + 6),), "AF"))
        desk.apply(edits.WriteNote(1, "확인"))
        desk.apply(edits.Finish(1))
        data = exported(project, tmp_path / "out.json")
        schema = orjson.loads((resources_dir() / "schema" / "reviewed.schema.json").read_bytes())
        jsonschema.Draft202012Validator(schema).validate(data)
        (article,) = data["articles"]
        assert article["source"]["file"] == "sample.txt"
        assert (article["title"], article["outlet"], article["published"]) == (
            "한빛시, 수소버스 30대 들인다",
            "한빛일보",
            "2026-03-15",
        )
        assert article["state"] == "reviewed"
        assert len(article["mentions"]) == 9
        for mention in article["mentions"]:
            assert article["text"][mention["start"] : mention["end"]] == mention["text"]
            behind = made.RAW[mention["source_start"] : mention["source_end"]]
            assert behind.replace("\n", "") == mention["text"]
        for block in article["blocks"]:
            assert article["text"][block["start"] : block["end"]].strip()


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        made.desk(project).apply(edits.Finish(1))
        exported(project, tmp_path / "one.json")
        exported(project, tmp_path / "two.json")
        assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_only_reviewed_articles_unless_asked(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        assert exported(project, tmp_path / "none.json")["articles"] == []
        every = exported(project, tmp_path / "all.json", Selection(all_articles=True))
        assert len(every["articles"]) == 2
        one = exported(project, tmp_path / "one.json", Selection(article_ids=(2, 99)))
        assert [a["title"] for a in one["articles"]] == ["새솔군, 태양광 조례 만든다"]


def test_a_format_that_is_not_there_says_which_are(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="no format 'nope'"):
        exporter_for(exporters(), "nope", tmp_path / "x.json")
    with pytest.raises(ExportFailed, match="8/1/1"):
        export_options(split="viel")
    assert export_options(split="8/1/1", seed=3).split is not None
