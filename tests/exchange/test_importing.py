"""Annotated files of others: their traps, their faults, and JSON of no fixed form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.domain.errors import UnreadableFile
from desktop_app.exchange import ImportOptions, JsonMapping, exporters, importers
from desktop_app.exchange.reviewed_reader import project_of
from desktop_app.exchange.tools.mapped_json import paths_of, walked
from tests.exchange.made import CONCEPTS, dataset, schema

TEXT = "기획재정부는 12일 밝혔다."
OPTIONS = ImportOptions(schema=schema())


def read(name: str, path: Path, options: ImportOptions = OPTIONS) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (a.text, [(m.text, m.label) for m in a.mentions])
        for a in importers()[name].read(path, options).articles
    ]


def write(path: Path, content: str | object) -> Path:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_bytes(text.encode())
    return path


WANTED = [(TEXT, [("기획재정부", "OG"), ("12일", "DT")])]


def test_klue_with_bio_faults_and_ambiguous_inline(tmp_path: Path) -> None:
    tags = ["I-OG"] * 5 + ["O"] * 2 + ["B-DT"] + ["I-DT"] * 2 + ["O"] * 5
    rows = "".join(f"{c}\t{t}\n" for c, t in zip(TEXT, tags, strict=True))
    first = f"## header\n## klue-ner-v1_dev_00000-wikitree\t<<x:OG>:OG>\n{rows}\n"
    content = f"{first}## klue-ner-v1_dev_00001\tᄏᄏ\nᄏ\tO\n\u007f\tO\n"
    found = read("klue-tsv", write(tmp_path / "a.tsv", content))
    assert found == [*WANTED, ("ᄏ\u007f", [])]


def test_klue_training_file(shared_dir: Path) -> None:
    path = shared_dir / "klue" / "train.tsv"
    run = importers()["klue-tsv"].read(path, OPTIONS)
    found = list(run.articles)
    assert len(found) == 4000
    assert not run.unknown
    assert set(run.labels) == {"PS", "LC", "OG", "DT", "TI", "QT"}
    assert importers()["klue-tsv"].recognises(path)


def test_nikl_with_fine_codes(tmp_path: Path) -> None:
    entities = [
        {"id": 1, "form": "기획재정부", "label": "OGG_POLITICS", "begin": 0, "end": 5},
        {"id": 2, "form": "12일", "label": "DT_DAY", "begin": 7, "end": 10},
    ]
    document = {
        "id": "NWRW1.1",
        "metadata": {"title": "제목", "publisher": "일보", "date": "20210312"},
        "sentence": [{"id": "NWRW1.1.1.1", "form": TEXT, "word": [], "NE": entities}],
    }
    path = write(tmp_path / "a.json", {"id": "NXNE1", "metadata": {}, "document": [document]})
    article = next(importers()["nikl-json"].read(path, OPTIONS).articles)
    assert [(m.text, m.label, m.sublabel) for m in article.mentions] == [
        ("기획재정부", "OG", ""),
        ("12일", "DT", "DT_DAY"),
    ]
    assert (article.metadata.title, article.metadata.published) == ("제목", "2021-03-12")


@pytest.mark.parametrize("key", ["label", "labels"])
def test_doccano_older_exports(tmp_path: Path, key: str) -> None:
    path = write(
        tmp_path / "a.jsonl", "\ufeff" + json.dumps({"text": TEXT, key: [[0, 5, "OG"], [7, 10, "DT"]]}) + "\n"
    )
    assert read("doccano", path) == WANTED


def test_label_studio_takes_the_first_annotation_left(tmp_path: Path) -> None:
    def result(*spans: tuple[int, int, str]) -> list[dict]:
        return [
            {"id": f"r{i}", "type": "labels", "value": {"start": a, "end": b, "labels": [c]}}
            for i, (a, b, c) in enumerate(spans)
        ]

    task = {
        "id": 7,
        "data": {"body": TEXT, "id": "x"},
        "annotations": [
            {"was_cancelled": True, "result": result((0, 1, "PS"))},
            {"result": result((0, 5, "OG"), (7, 10, "DT"))},
            {"result": result((0, 1, "PS"))},
        ],
    }
    path = write(tmp_path / "a.json", [task])
    assert read("label-studio", path) == WANTED
    run = importers()["label-studio"].read(path, OPTIONS)
    list(run.articles)
    assert run.warnings == ["task 7: 2 annotations, the first is taken"]


def test_label_studio_short_form(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 5, "labels": ["OG"]}, {"start": 7, "end": 10, "labels": ["DT"]}]
    path = write(tmp_path / "a.json", [{"text": TEXT, "label": spans, "id": 1, "annotation_id": 3}])
    assert read("label-studio", path) == WANTED


def test_conll_of_others(tmp_path: Path) -> None:
    path = write(tmp_path / "a.conll", "기획재정부 I-ORG\n12일\tB-DAT\r\n밝혔다 O\n\n끝 O\n")
    assert read("conll", path) == [("기획재정부 12일 밝혔다\n끝", [("기획재정부", "OG"), ("12일", "DT")])]


def test_brat_with_events_and_attributes(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    lines = [
        "T1\tOG 0 5\t기획재정부", "T2\tDT 7 10\t12일", "E1\tSay:T1", "*\tEquiv T1 T2", "A1\tSure T1", "M1\tKind T2 day",
        "R1\ton Arg1:T1 Arg2:T2", "#1\tAnnotatorNotes T1\t메모",
    ]  # fmt: skip
    write(tmp_path / "a.ann", "\n".join(lines))
    run = importers()["brat"].read(tmp_path, OPTIONS)
    article = next(run.articles)
    assert [(m.text, m.attributes, m.note) for m in article.mentions] == [
        ("기획재정부", (("Sure", "true"),), "메모"), ("12일", (("Kind", "day"),), ""),
    ]  # fmt: skip
    assert [r.kind for r in article.relations] == ["on"]
    assert len(run.warnings) == 2


def test_offsets_outside_the_text_are_named_and_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "가나", "label": [[0, 9, "OG"], [1, 1, "OG"], [0, 2, "OG"]]})
    run = importers()["doccano"].read(path, OPTIONS)
    assert [[m.text for m in a.mentions] for a in run.articles] == [["가나"]]
    assert len(run.warnings) == 2


def test_surface_that_differs_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.ann", "T1\tOG 0 5\t국토교통부\n")
    run = importers()["brat"].read(tmp_path / "a.ann", OPTIONS)
    list(run.articles)
    assert "reads '기획재정부'" in run.warnings[0]


BROKEN = {
    "reviewed-json": ("a.json", '{"format":"dadeum-reviewed","version":1}'),
    "reviewed-jsonl": ("a.jsonl", '{"id":1}\n'),
    "nikl-json": ("a.json", '{"document":[{"sentence":[{}]}]}'),
    "uima-cas": ("a.xmi", "<xmi"),
    "label-studio": ("a.json", '[{"data": 3}]'),
    "doccano": ("a.jsonl", '{"text":"a","entities":[{"id":1}]}\n'),
    "brat": ("a.ann", "T1\tOG zero five\tx\n"),
    "klue-tsv": ("a.tsv", b"\xff\xfe\x00"),
    "conll": ("a.conll", "하나뿐\n"),
    "mapped-json": ("a.json", "{}"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    file, content = BROKEN[name]
    (tmp_path / "a.txt").write_text("abc")
    (tmp_path / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableFile, match=r"^[^\n]*a\.(\w+): [^\n]+$"):
        list(importers()[name].read(tmp_path / file, OPTIONS).articles)


@pytest.mark.parametrize("name", [n for n in BROKEN if n not in {"mapped-json", "brat"}])
def test_cut_off_json(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile):
        list(importers()[name].read(write(tmp_path / "b.json", '{"a": ['), OPTIONS).articles)


@pytest.mark.parametrize("name", [n for n in BROKEN if n != "mapped-json"])
def test_missing_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        list(importers()[name].read(tmp_path / "none", OPTIONS).articles)


def test_newer_document_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"format": "dadeum-reviewed", "version": 2})
    with pytest.raises(UnreadableFile, match="newer Dadeum"):
        list(importers()["reviewed-json"].read(path).articles)


def test_project_of_a_document(tmp_path: Path) -> None:
    exporters()["reviewed-json"].write(dataset(), tmp_path / "a.json")
    assert project_of(tmp_path / "a.json") == ("견본", schema(), CONCEPTS)


def test_tourism_corpus_with_inclusive_ends(tmp_path: Path) -> None:
    marks = [
        {"TagText": "기획재정부", "Tagclass": "기관", "startPos": 0, "endPos": 4},
        {"TagText": "12일", "Tagclass": "날짜", "startPos": 7, "endPos": 9},
    ]
    sentences = [{"sentence": TEXT, "annotations": marks}, {"sentence": "끝.", "annotations": []}]
    path = write(tmp_path / "a.json", {"docu_info": {"title": "여행", "sentences": sentences}})
    mapping = JsonMapping(
        text="docu_info.sentences[].sentence", mentions="annotations[]", label="Tagclass", start="startPos",
        end="endPos", surface="TagText", end_inclusive=True, title="docu_info.title",
    )  # fmt: skip
    options = ImportOptions(schema=schema(), labels={"기관": "OG", "날짜": "DT"}, mapping=mapping)
    run = importers()["mapped-json"].read(path, options)
    article = next(run.articles)
    assert (article.text, [m.text for m in article.mentions]) == (f"{TEXT}\n끝.", ["기획재정부", "12일"])
    assert (article.metadata.title, run.warnings) == ("여행", [])


def test_docent_corpus_without_offsets(tmp_path: Path) -> None:
    marks = [{"Keyword": "탑", "Type": 1}, {"Keyword": "탑", "Type": 1}, {"Keyword": "절", "Type": 2}]
    entries = [{"explain": "탑과 탑을 보았다", "taglist": marks}]
    mapping = JsonMapping(
        articles="items[]", text="explain", mentions="taglist[]", label="Type", surface="Keyword"
    )
    run = importers()["mapped-json"].read(
        write(tmp_path / "a.json", {"items": entries}), ImportOptions(mapping=mapping)
    )
    article = next(run.articles)
    assert [(m.start, m.end, m.label) for m in article.mentions] == [(0, 1, "1"), (3, 4, "1")]
    assert run.warnings == ["'절' (2) does not stand in the text"]


def test_one_based_and_utf16_offsets(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"t": "😀경기도", "m": [{"s": 3, "e": 6, "l": "OG"}]})
    mapping = JsonMapping(text="t", mentions="m[]", label="l", start="s", end="e", first=1, utf16=True)
    assert read("mapped-json", path, ImportOptions(mapping=mapping)) == [("😀경기도", [("경기도", "OG")])]


def test_paths_to_choose_from() -> None:
    data = {"a": [{"b": 1}, {"c": "x"}], "d": {"e": [1, 2]}}
    assert paths_of(data) == {"a[].b": 1, "a[].c": "x", "d.e[]": 1}
    assert all(walked(data, path)[0] == value for path, value in paths_of(data).items())
