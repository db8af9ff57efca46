"""What is written is read by the format's own library."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import cassis
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.exchange import ExportOptions, SplitOptions, exporters
from desktop_app.exchange.corpora.docbin import words_and_spaces
from desktop_app.exchange.failures import LabelNotHeld, PackageMissing
from desktop_app.exchange.tools.cas import ENTITY, TOKEN
from desktop_app.exchange.tools.label_studio import labeling_config
from tests.exchange.made import dataset, sample_articles, schema, several

quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BOTH = ExportOptions(decisions=frozenset({"accepted", "undecided"}))


def accepted(made: list) -> list[list[tuple[int, int, str]]]:
    return [[(m.start, m.end, m.label) for m in a.mentions if m.decision == "accepted"] for a in made]


def test_cassis_reads_xmi_with_its_type_system(tmp_path: Path) -> None:
    exporters()["uima-xmi"].write(dataset(), tmp_path / "out")
    with (tmp_path / "out" / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with (tmp_path / "out" / "000002.xmi").open("rb") as file:
        cas = cassis.load_cas_from_xmi(file, types)
    wanted = {"2024년", "서울특별시청", "앞 광장과 서울", "ᄒᆞᆫ글 거리"}
    assert {e.get_covered_text() for e in cas.select(ENTITY)} == wanted
    assert "거리" in [t.get_covered_text() for t in cas.select(TOKEN)]


def test_json_cas_counts_utf16_units(tmp_path: Path) -> None:
    exporters()["uima-json"].write(dataset(), tmp_path / "out")
    data = json.loads((tmp_path / "out" / "000002.json").read_bytes())
    begins = [s["begin"] for s in data["%FEATURE_STRUCTURES"] if s["%TYPE"] == ENTITY]
    units = Utf16Offsets(sample_articles()[1].text)
    assert min(begins) == units.to_utf16(2) == 3


@quick
@given(several())
def test_pyarrow_reads_what_hugging_face_gets(tmp_path_factory: pytest.TempPathFactory, made: list) -> None:
    folder = tmp_path_factory.mktemp("x") / "out"
    exporters()["hugging-face"].write(dataset(made), folder)
    rows = pq.read_table(folder / "data" / "train-00000-of-00001.parquet").to_pylist()
    assert [r["text"] for r in rows] == [a.text for a in made]
    assert [[(m["start"], m["end"], m["label"]) for m in r["mentions"]] for r in rows] == accepted(made)


def test_hugging_face_card_names_splits_and_features(tmp_path: Path) -> None:
    report = exporters()["hugging-face"].write(
        dataset(), tmp_path / "out", ExportOptions(split=SplitOptions())
    )
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "path: data/validation-*" in card
    assert "  - name: mentions\n    list:\n    - name: id\n      dtype: int64" in card
    assert f"num_examples: {report.parts['train']}" in card


def test_datasets_loads_the_folder(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    exporters()["hugging-face"].write(dataset(), tmp_path / "out")
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert loaded["train"].num_rows == 3
    assert loaded["train"][0]["mentions"][0]["label"] == "OG"


def test_spacy_missing_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.exchange.corpora.docbin.find_spec", lambda _name: None)
    with pytest.raises(PackageMissing, match=r"pip install dadeum\[spacy\]"):
        exporters()["spacy"].write(dataset(), tmp_path / "out.spacy")
    assert list(tmp_path.iterdir()) == []


@quick
@given(several())
def test_spacy_words_make_the_text_and_end_where_mentions_end(made: list) -> None:
    for article in made:
        words, spaces = words_and_spaces(article)
        assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == article.text
        ends, starts, at = set(), set(), 0
        for word, space in zip(words, spaces, strict=True):
            starts.add(at)
            ends.add(at + len(word))
            at += len(word) + space
        assert all(m.start in starts and m.end in ends for m in article.mentions)


@quick
@given(several())
def test_spacy_reads_docbin(tmp_path_factory: pytest.TempPathFactory, made: list) -> None:
    spacy = pytest.importorskip("spacy")
    path = tmp_path_factory.mktemp("x") / "out.spacy"
    exporters()["spacy"].write(dataset(made), path)
    docs = list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.vocab.Vocab()))
    assert [d.text for d in docs] == [a.text for a in made]
    assert [sorted((s.start_char, s.end_char, s.label_) for s in d.spans["sc"]) for d in docs] == [
        sorted(a) for a in accepted(made)
    ]
    assert [sorted(d.cats) for d in docs] == [[t.tag for t in a.tags] for a in made]


def test_label_studio_converter_reads_tasks(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter")
    exporters()["label-studio"].write(dataset(), tmp_path / "out.json")
    made = converter.Converter(
        labeling_config(schema(), tags=["환경"]), str(tmp_path), download_resources=False
    )
    made.convert_to_json(str(tmp_path / "out.json"), str(tmp_path / "converted"), is_dir=False)
    tasks = json.loads((tmp_path / "converted" / "result.json").read_bytes())
    found = [
        [r["value"]["text"] for r in t["annotations"][0]["result"] if r["type"] == "labels"] for t in tasks
    ]
    assert found == [[m.text for m in a.mentions if m.decision == "accepted"] for a in sample_articles()]


def test_label_studio_offsets_are_utf16(tmp_path: Path) -> None:
    exporters()["label-studio"].write(dataset(), tmp_path / "out.json", BOTH)
    task = json.loads((tmp_path / "out.json").read_bytes())[1]
    encoded = task["data"]["text"].encode("utf-16-le")
    regions = [r for r in task["annotations"][0]["result"] + task["predictions"][0]["result"] if "value" in r]
    for value in (r["value"] for r in regions if r["type"] == "labels"):
        assert encoded[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    assert task["predictions"][0]["score"] == 0.4


def test_label_studio_config_is_xml_with_every_label() -> None:
    root = ET.fromstring(labeling_config(schema(), tags=['a"b']))
    assert [e.get("value") for e in root.iter("Label")] == list(schema().codes)


def test_seqeval_scores_conll(tmp_path: Path) -> None:
    metrics = pytest.importorskip("seqeval.metrics")
    exporters()["conll"].write(dataset(), tmp_path / "out.conll")
    tags = [
        [row.split(" ")[3] for row in part.split("\n")]
        for part in (tmp_path / "out.conll").read_text("utf-8").rstrip("\n").split("\n\n")
        if part and not part.startswith(("#", "-DOCSTART-"))
    ]
    assert metrics.f1_score(tags, tags) == 1.0
    assert sum(t.startswith("B-") for s in tags for t in s) == 7 + 4


@quick
@given(several())
def test_quotes_of_web_annotations_find_their_place(
    tmp_path_factory: pytest.TempPathFactory, made: list
) -> None:
    path = tmp_path_factory.mktemp("x") / "out.jsonld"
    exporters()["web-annotation"].write(dataset(made), path)
    data = json.loads(path.read_bytes())
    items = data["first"]["items"]
    assert len({i["id"] for i in items}) >= data["total"] - sum(len(a.relations) for a in made)
    assert data["total"] == len(items)
    found = [i["target"]["selector"] for i in items if i["motivation"] == "tagging"]
    for (position, quote), (article, mention) in zip(
        found, [(a, m) for a in made for m in a.mentions if m.decision == "accepted"], strict=True
    ):
        assert article.text[position["start"] : position["end"]] == quote["exact"] == mention.text
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert article.text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_spreadsheets_run_nothing(tmp_path: Path) -> None:
    exporters()["csv"].write(dataset(), tmp_path / "csv")
    with (tmp_path / "csv" / "concepts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[2][0] == "'=1+1"
    exporters()["xlsx"].write(dataset(), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert "'=1+1" in [c.value for c in cells]
    assert not [c for c in cells if c.data_type == "f"]


@quick
@given(several())
def test_csv_and_xlsx_hold_every_mention(tmp_path_factory: pytest.TempPathFactory, made: list) -> None:
    folder = tmp_path_factory.mktemp("x")
    exporters()["csv"].write(dataset(made), folder / "csv")
    with (folder / "csv" / "mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = [(m.id, m.text) for a in made for m in a.mentions if m.decision == "accepted"]
    assert [
        (int(r["mention"]), r["text"].removeprefix("'") if r["text"][:1] == "'" else r["text"]) for r in rows
    ] == [(i, t.removeprefix("'")) for i, t in wanted]
    exporters()["xlsx"].write(dataset(made), folder / "out.xlsx")
    book = openpyxl.load_workbook(folder / "out.xlsx", read_only=True)
    assert [row[5] for row in book["mentions"].iter_rows(min_row=2, values_only=True)] == [
        i for i, _ in wanted
    ]
    book.close()


class _Text(HTMLParser):
    """The text of paragraphs, label codes left out."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.depth, self.quiet = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.depth += tag == "p" and ("class", "legend") not in attrs
        self.quiet += tag in {"i", "header"}

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "p" and self.depth > 0
        self.quiet -= tag in {"i", "header"}

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth and not self.quiet else ""


@quick
@given(several())
def test_html_shows_the_whole_text(tmp_path_factory: pytest.TempPathFactory, made: list) -> None:
    path = tmp_path_factory.mktemp("x") / "out.html"
    exporters()["html"].write(dataset(made), path)
    parser = _Text()
    parser.feed(path.read_bytes().decode())
    assert "".join(parser.text.split()) == "".join("".join(a.text.split()) for a in made)


def test_html_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    exporters()["html"].write(dataset(), tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text("utf-8")
    assert not any(word in page for word in ("<script", "src=", "href=", "@import", "url("))
    assert "&lt;C&gt;" in page


@pytest.mark.parametrize("name", ["brat", "conll", "klue-tsv"])
def test_label_that_a_format_cannot_express(tmp_path: Path, name: str) -> None:
    options = ExportOptions(labels={"OG": "기관 단체"})
    with pytest.raises(LabelNotHeld, match="기관 단체"):
        exporters()[name].write(dataset(), tmp_path / "out", options)
    assert list(tmp_path.iterdir()) == []
