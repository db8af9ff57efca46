"""The validation report names every loss before it happens, and the card tells what was written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange import ExportOptions, exporters
from desktop_app.exchange.card import dataset_card, save_card
from desktop_app.exchange.contract import Exporter
from desktop_app.exchange.options import TokenKind
from desktop_app.exchange.validate import TEXTS, Finding, Weight, validate
from tests.exchange.made import article, dataset, mention, sample_articles, schema, several

BOTH = ExportOptions(decisions=frozenset({"accepted", "undecided"}))


def report(
    articles: list[DataArticle], name: str = "klue-tsv", options: ExportOptions = BOTH
) -> list[Finding]:
    return validate(articles, schema(), options, exporters()[name].holds)


def test_sample_for_klue() -> None:
    found = Counter(f.code for f in report(sample_articles()))
    assert found == {
        "label_lost": 2, "overlap_lost": 1, "parts_joined": 1, "undecided": 1, "relations_lost": 1, "tags_lost": 1,
        "notes_lost": 1, "no_text": 1,
    }  # fmt: skip


def test_nothing_is_lost_in_reviewed_json() -> None:
    assert not [f for f in report(sample_articles(), "reviewed-json") if f.weight is not Weight.HINT]


LOSSES = {
    "label": "label_lost", "overlap": "overlap_lost", "parts": "parts_joined", "blank": "blank",
}  # fmt: skip


@pytest.mark.parametrize("name", [n for n in exporters() if n not in {"spacy", "xlsx"}])
def test_every_loss_was_announced(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    exporter: Exporter = exporters()[name]

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(several())
    def check(made: list[DataArticle]) -> None:
        said = Counter(f.code for f in report(made, name))
        dropped = exporter.write(dataset(made), tmp_path_factory.mktemp("x") / "out", BOTH).dropped
        for reason, code in LOSSES.items():
            assert dropped[reason] <= said[code], reason
        for layer in ("relation", "tag", "note"):
            assert not dropped[layer] or said[f"{layer}s_lost"]

    check()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several())
def test_mentions_that_share_a_word_were_announced(
    tmp_path_factory: pytest.TempPathFactory, made: list
) -> None:
    options = ExportOptions(tokens=TokenKind.EOJEOL)
    said = Counter(f.code for f in report(made, "conll", options))
    dropped = exporters()["conll"].write(dataset(made), tmp_path_factory.mktemp("x") / "out", options).dropped
    assert (dropped["shared_row"], dropped["overlap"]) == (said["row_lost"], said["overlap_lost"])


def test_places_lead_to_the_mention() -> None:
    lost = [f for f in report(sample_articles()) if f.code == "overlap_lost"]
    assert [(f.article, f.mention, f.start) for f in lost] == [(2, 12, 2)]
    assert lost[0].text == "Article 2: “서울특별시” (LC) overlaps another mention and is left out."


def test_wrong_data_is_an_error() -> None:
    text = "경기도 정책\n토론회 끝"
    made = article(
        text,
        [
            replace(mention(text, "경기도", "OG", 1), text="서울"),
            replace(mention(text, "정책", "", 2)),
            mention(text, "정책\n토론회", "EV", 3),
            mention(text, "끝", "NEW", 4),
            mention(text, " 끝", "EV", 5),
            mention(text, " ", "EV", 6),
        ],
        state="started",
    )
    found = {f.code: f for f in report([made], "reviewed-json")}
    assert {
        "surface",
        "empty_label",
        "across_blocks",
        "unknown_label",
        "edge_blank",
        "blank",
        "not_reviewed",
    } == set(found)
    assert {c for c, f in found.items() if f.weight is Weight.ERROR} == {
        "surface",
        "empty_label",
        "unknown_label",
        "blank",
    }


def test_duplicates_and_two_labels() -> None:
    text = "경기도가 새로운 정책을 발표하고 주민 설명회를 열었다고 오늘 오후 밝혔다"
    made = [
        article(text, [mention(text, "경기도", "OG", 1)], 1),
        article(text, [mention(text, "경기도", "LC", 2)], 2),
        article(text + ".", [], 3),
    ]
    found = report(made, "reviewed-json")
    assert [(f.code, f.article, f.params.get("other")) for f in found if "duplicate" in f.code] == [
        ("duplicate", 2, 1), ("near_duplicate", 3, 1),
    ]  # fmt: skip
    assert [(f.article, f.mention, f.params["others"]) for f in found if f.code == "two_labels"] == [
        (2, 2, "OG"), (1, 1, "LC"),
    ]  # fmt: skip


def test_every_finding_can_be_said() -> None:
    for finding in [*report(sample_articles()), *report(sample_articles() * 2, "conll")]:
        assert finding.text
        assert finding.code in TEXTS


def test_progress_stops() -> None:
    seen: list[int] = []
    validate(sample_articles(), schema(), BOTH, exporters()["conll"].holds, lambda n: seen.append(n) or n < 2)
    assert seen == [1, 2]


def test_card_tells_counts_and_hash(tmp_path: Path) -> None:
    written = exporters()["klue-tsv"].write(dataset(), tmp_path / "out.tsv")
    card = dataset_card(written, agreement="κ 0.91")
    assert "# 견본" in card
    assert f"| SHA-256 of the export | {written.sha256} |" in card
    assert "| LC | 3 | 33.3 % |" in card
    assert "| relations | 2 |" in card
    assert "κ 0.91" in card
    assert "CC BY 4.0" in card
    assert card == dataset_card(written, agreement="κ 0.91")
    save_card(written, tmp_path / "card.md", agreement="κ 0.91")
    assert (tmp_path / "card.md").read_text("utf-8") == card
