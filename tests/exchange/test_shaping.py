"""Choices applied: basis, labels, overlaps, stand-ins."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.article import Block, Correction, Metadata, Role
from desktop_app.domain.dataset import DataArticle, DataBlock, DataConcept, DataMention, DataNote
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import build
from desktop_app.exchange import AnonymiseOptions, Basis, ExportOptions, Holds, NestedPolicy, exporters
from desktop_app.exchange.shaping import shaper
from desktop_app.exchange.shaping.anonymise import StandIns
from desktop_app.exchange.shaping.basis import on_source
from desktop_app.exchange.shaping.flatten import flattened
from desktop_app.exchange.shaping.labelmap import incoming, outgoing, proposals
from tests.exchange.made import article, articles, dataset, mention, sample_articles, schema

RAW = "메뉴\n경기도, 새 정\n책 발표\n\n김재구 씨는\n12일 왔다.\n끝"


def joined_article() -> DataArticle:
    """Two blocks of RAW, the second first, a column break joined in each."""
    places = [(18, 32), (3, 16)]
    blocks = [Block(i, 1, 1, a, b, Role.BODY, order=i) for i, (a, b) in enumerate(places)]
    corrections = (Correction(11, 12, "", "join"), Correction(24, 25, " ", "join"))
    built = build(RAW, blocks, corrections)
    text = built.text
    mentions = []
    wanted = [("김재구", "PS"), ("12일", "DT"), ("새 정책", "CV_POLICY"), ("씨는 12일", "EV")]
    for i, (surface, label) in enumerate(wanted):
        start = text.index(surface)
        raw = built.raw_span(Span(start, start + len(surface)))
        assert raw
        mentions.append(
            DataMention(
                i, start, start + len(surface), raw.start, raw.end, label, surface, "person", "accepted", 1.0
            )
        )
    return DataArticle(
        1, "a.txt", "", "utf-8", "text", 0, Metadata(), "reviewed", "", "", text, RAW,
        blocks=tuple(
            DataBlock(b.start, b.end, "body", *built.block_of_raw[i][:2]) for i, b in enumerate(built.blocks)
        ),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        notes=(DataNote("메모", None, text.index("발표"), text.index("발표") + 2),),
        corrections=corrections,
    )  # fmt: skip


def test_source_basis_shows_the_source_as_it_was() -> None:
    found = on_source(joined_article())
    assert found.text == RAW[3:32]
    assert [m.text for m in found.mentions] == ["새 정\n책", "김재구", "씨는\n12일", "12일"]
    assert all(
        found.text[m.start : m.end] == m.text == RAW[m.source_start : m.source_end] for m in found.mentions
    )
    assert all(found.text[n.start : n.end] == "발표" for n in found.notes)
    assert [b.start for b in found.blocks] == [0, 15]


def test_source_basis_of_an_article_without_blocks_changes_nothing() -> None:
    empty = sample_articles()[2]
    assert on_source(empty) == empty


@given(articles(), st.sampled_from(NestedPolicy))
@settings(deadline=None)
def test_flattened_mentions_never_overlap_and_none_is_left_out_without_reason(
    made: DataArticle, policy: NestedPolicy
) -> None:
    kept = flattened(made.mentions, policy)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert [m for m in made.mentions if m in kept] == list(kept)
    for left_out in set(made.mentions) - set(kept):
        assert any(k.start < left_out.end and left_out.start < k.end for k in kept)


def test_policies_choose_differently() -> None:
    text = "경기도 새 정책 토론회"
    first = mention(text, "경기도 새", "OG", 1, decision="undecided")
    longest = mention(text, "새 정책 토론회", "EV", 2, decision="undecided")
    sure = mention(text, "정책", "CV_POLICY", 3)
    found = {p: {m.id for m in flattened([first, longest, sure], p)} for p in NestedPolicy}
    assert found == {NestedPolicy.LONGEST: {2}, NestedPolicy.FIRST: {1, 3}, NestedPolicy.ACCEPTED: {1, 3}}


def test_labels_go_to_klue_and_tta() -> None:
    by_label = {m.label: m for m in sample_articles()[0].mentions}
    klue, tta = outgoing(schema(), "klue"), outgoing(schema(), "tta")
    assert (klue(by_label["PS"]), klue(by_label["EV"])) == ("PS", "")
    assert (tta(by_label["OG"]), tta(by_label["QT"])) == ("OGG_POLITICS", "QT_PRICE")
    assert outgoing(schema(), "klue", {"EV": "OG"})(by_label["EV"]) == "OG"


def test_labels_come_back_from_other_tag_sets() -> None:
    wanted = {
        "PS": ("PS", ""), "PS_NAME": ("PS", ""), "OGG_LAW": ("OG", "OGG_LAW"), "LCP_CITY": ("LC", "LCP_CITY"),
        "CV_LAW": ("CV_POLICY", "CV_LAW"), "CV_FOOD": None, "ORG": ("OG", ""), "TMI_HW": ("AF", "TMI_HW"),
        "MT_METAL": None,
    }  # fmt: skip
    assert {code: incoming(code, schema(), {}) for code in wanted} == wanted
    assert incoming("MT_METAL", schema(), {"MT_METAL": "AF"}) == ("AF", "")
    assert incoming("anything", None, {}) == ("anything", "")


def test_proposals_name_the_most_frequent_first() -> None:
    assert list(proposals({"A": 1, "ORG": 5}, schema()).items()) == [("ORG", "OG"), ("A", "")]


def test_every_label_of_the_schema_survives_tta() -> None:
    tta = outgoing(schema(), "tta")
    for label in schema().codes:
        made = replace(sample_articles()[0].mentions[0], label=label, sublabel="")
        assert incoming(tta(made), schema(), {}) == (label, "")


@given(articles(labels=("PS", "OG")))
@settings(deadline=None)
def test_stand_ins_move_nothing(made: DataArticle) -> None:
    found = StandIns(AnonymiseOptions()).applied(made)
    assert len(found.text) == len(made.text)
    assert [(m.start, m.end, m.label) for m in found.mentions] == [
        (m.start, m.end, m.label) for m in made.mentions
    ]
    assert all(found.text[m.start : m.end] == m.text for m in found.mentions)
    assert found.source_text == ""


def test_stand_ins_are_consistent_and_hide_the_name() -> None:
    text = (
        "김재구 교수와 박미라 씨. 김 교수는 재구 형이라 불렸다. 김재구는 줄리안 퀸타르트(Julian Q.)를 안다."
    )
    names = ["김재구", "박미라", "줄리안 퀸타르트", "Julian"]
    mentions = [mention(text, name, "PS", i) for i, name in enumerate(names)]
    lone = text.index("김 교수")
    mentions += [
        DataMention(10, lone, lone + 1, lone, lone + 1, "PS", "김", "person", "accepted", 1.0),
        DataMention(
            11,
            text.index("재구 형"),
            text.index("재구 형") + 2,
            0,
            0,
            "PS",
            "재구",
            "person",
            "accepted",
            1.0,
        ),
    ]
    made = article(
        text, mentions, metadata=Metadata("김재구 인터뷰", reporter="박미라", url="https://a/김재구")
    )
    stand_ins = StandIns(AnonymiseOptions())
    found = stand_ins.applied(made)
    by_id = {m.id: m.text for m in found.mentions}
    assert not any(name in found.text for name in names)
    assert found.metadata.title == f"{by_id[0]} 인터뷰"
    assert found.metadata.reporter == by_id[1]
    assert found.metadata.url == ""
    assert found.text.count(by_id[0]) == 2
    assert (by_id[10], by_id[11]) == (by_id[0][0], by_id[0][1:])
    assert len({by_id[i] for i in range(4)}) == 4
    assert by_id[2][3] == " "
    assert by_id[3][0].isupper()
    assert by_id[3][1:].islower()
    assert StandIns(AnonymiseOptions(seed="other")).applied(made).text != found.text
    assert StandIns(AnonymiseOptions()).applied(made) == found


def test_notes_and_corrections_hide_the_name_too() -> None:
    first = sample_articles()[0]
    made = replace(first, notes=(DataNote("김재구 확인"),), corrections=(Correction(0, 1, "김재구", "text"),))
    found = StandIns(AnonymiseOptions()).applied(made)
    assert "김재구" not in found.notes[0].text + found.corrections[0].text + found.text


@pytest.mark.parametrize("name", [n for n in exporters() if n != "spacy"])
def test_no_format_tells_an_anonymised_name(tmp_path: Path, name: str) -> None:
    first = sample_articles()[0]
    mentions = tuple(replace(m, concept="김재구") if m.label == "PS" else m for m in first.mentions)
    made = replace(first, mentions=mentions, notes=(DataNote("김재구 확인"),))
    concepts = (DataConcept("김재구", "PS", ("김 지사",)), DataConcept("경기도", "OG"))
    options = ExportOptions(anonymise=AnonymiseOptions(), include_source=True, include_tokens=True)
    exporters()[name].write(dataset([made], concepts), tmp_path / "out", options)
    written = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    if name == "xlsx":
        with (tmp_path / "out").open("rb") as file:
            rows = [
                row for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows(values_only=True)
            ]
        written = repr(rows).encode()
    if name == "hugging-face":
        table = pq.read_table(tmp_path / "out" / "data" / "train-00000-of-00001.parquet")
        written = repr(table.to_pylist()).encode()
    assert not any(hidden.encode() in written for hidden in ("김재구", "김기자", "김 지사"))
    assert "경기도".encode() in written


def test_losses_are_counted() -> None:
    dropped: Counter[str] = Counter()
    options = ExportOptions(decisions=frozenset({"accepted", "undecided"}))
    shape = shaper(schema(), options, Holds(nesting=False, tags_to="klue"), dropped)
    for made in sample_articles():
        shape(made)
    assert +dropped == {"label": 2, "overlap": 1, "parts": 1, "relation": 2, "tag": 1, "note": 3}


@pytest.mark.parametrize("basis", Basis)
def test_relations_and_notes_follow_their_mentions(basis: Basis) -> None:
    first = sample_articles()[0]
    without = replace(first, mentions=tuple(m for m in first.mentions if m.id != 3))
    held = Holds(relations=True, tags=True, notes=True)
    shape = shaper(schema(), ExportOptions(basis=basis, labels={"PS": ""}), held, Counter())
    found = shape(first)
    assert [m.id for m in found.mentions] == [m.id for m in without.mentions]
    assert [r.kind for r in found.relations] == ["on"]
    assert [n.text for n in found.notes] == ["날짜를\n확인", "띄어쓰기"]
