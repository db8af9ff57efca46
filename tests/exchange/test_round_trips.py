"""Out and back in: what a format holds comes back equal, for the sample and for generated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.exchange import ExportOptions, ImportOptions, Standing, exporters, importers
from desktop_app.exchange.options import NestedPolicy, TokenKind
from desktop_app.exchange.shaping.flatten import flattened
from desktop_app.exchange.shaping.notes import article_notes, mention_notes
from tests.exchange.made import dataset, sample_articles, schema, several

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
EVERY = frozenset({"accepted", "undecided", "rejected"})

PLAIN = ExportOptions()

View = Callable[[DataArticle], object]


def accepted(article: DataArticle) -> list[DataMention]:
    return [m for m in article.mentions if m.decision == "accepted"]


def exact(article: DataArticle) -> object:
    """Text and mentions to the character."""
    return article.text, Counter((m.start, m.end, m.label) for m in article.mentions)


def bare(article: DataArticle) -> object:
    """Text and mentions with every blank left out, for formats that keep none but the plain ones."""
    places = [0]
    for c in article.text:
        places.append(places[-1] + (not c.isspace()))
    spans = Counter((places[m.start], places[m.end], m.label) for m in article.mentions)
    return "".join(article.text.split()), Counter({k: n for k, n in spans.items() if k[0] < k[1]})


def with_relations(article: DataArticle) -> object:
    spans = {m.id: (m.start, m.end, m.label) for m in article.mentions}
    return exact(article), Counter(
        (r.kind, spans[r.from_mention], spans[r.to_mention]) for r in article.relations
    )


def with_tags(article: DataArticle) -> object:
    return with_relations(article), [t.tag for t in article.tags], article.metadata.title


def with_notes(article: DataArticle) -> object:
    notes = mention_notes(article)
    return (
        with_tags(article),
        Counter((m.start, m.end, notes.get(m.id, "")) for m in article.mentions),
        article_notes(article),
    )


def kept(article: DataArticle, *, flat: bool = False, klue: bool = False) -> DataArticle:
    """What should come back: the accepted mentions, in a flat format without overlaps."""
    mentions = [m for m in accepted(article) if not klue or schema().by_code[m.label].klue]
    if flat:
        mentions = list(flattened(mentions, NestedPolicy.LONGEST))
    ids = {m.id for m in mentions}
    relations = tuple(r for r in article.relations if {r.from_mention, r.to_mention} <= ids)
    notes = tuple(n for n in article.notes if n.mention is None or n.mention in ids)
    tags = tuple(t for t in article.tags if t.decision == "accepted")
    return replace(article, mentions=tuple(mentions), relations=relations, notes=notes, tags=tags)


def out_and_in(
    articles: list[DataArticle],
    folder: Path,
    name: str,
    reader: str,
    options: ExportOptions = PLAIN,
) -> list[DataArticle]:
    exporter = exporters()[name]
    target = folder / f"out{exporter.suffix}"
    exporter.write(dataset(articles), target, options)
    run = importers()[reader].read(target, ImportOptions(schema=schema()))
    found = list(run.articles)
    assert not run.unknown
    assert run.warnings == []
    return found


CASES: list[tuple[str, str, View, dict[str, bool]]] = [
    ("doccano", "doccano", with_tags, {}),
    ("label-studio", "label-studio", with_notes, {}),
    ("uima-json", "uima-cas", with_relations, {}),
    ("nikl-json", "nikl-json", bare, {}),
    ("klue-tsv", "klue-tsv", bare, {"flat": True, "klue": True}),
    ("conll", "conll", bare, {"flat": True}),
    ("brat", "brat", bare, {}),
]


@pytest.mark.parametrize(("name", "reader", "view", "limits"), CASES, ids=[c[0] for c in CASES])
def test_sample_comes_back(
    tmp_path: Path, name: str, reader: str, view: View, limits: dict[str, bool]
) -> None:
    sample = sample_articles()
    found = out_and_in(sample, tmp_path, name, reader)
    wanted = [view(kept(a, **limits)) for a in sample]
    if name == "klue-tsv":  # a file of sentences holds no article without one
        wanted = wanted[:2]
    assert [view(a) for a in found] == wanted


@pytest.mark.parametrize(("name", "reader", "view", "limits"), CASES, ids=[c[0] for c in CASES])
def test_generated_articles_come_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, reader: str, view: View, limits: dict[str, bool]
) -> None:
    @quick
    @given(several())
    def check(made: list[DataArticle]) -> None:
        if name == "klue-tsv":
            made = [a for a in made if a.text.strip()]
        found = out_and_in(made, tmp_path_factory.mktemp("x"), name, reader)
        assert [view(a) for a in found] == [view(kept(a, **limits)) for a in made]

    check()


XML_BLANKS = {c: " " for c in range(32) if c not in {9, 10, 13}}


@quick
@given(several())
def test_generated_articles_come_back_from_xmi(tmp_path_factory: pytest.TempPathFactory, made: list) -> None:
    found = out_and_in(made, tmp_path_factory.mktemp("x"), "uima-xmi", "uima-cas")
    for was, now in zip((kept(a) for a in made), found, strict=True):
        assert now.text == was.text.translate(XML_BLANKS)
        assert with_relations(now)[1] == with_relations(was)[1]
        assert exact(now)[1] == exact(was)[1]


@pytest.mark.parametrize("name", ["reviewed-json", "reviewed-jsonl"])
def test_everything_comes_back_from_reviewed(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    @quick
    @given(several())
    def check(made: list[DataArticle]) -> None:
        options = ExportOptions(decisions=EVERY, include_source=True, include_tokens=True)
        found = out_and_in(made, tmp_path_factory.mktemp("x"), name, name, options)
        assert [without_ids(a) for a in found] == [without_ids(a) for a in made]

    check()


def without_ids(article: DataArticle) -> DataArticle:
    """The article with its mentions numbered from 0 in their order; equal ones in any order."""
    numbers = {m.id: i for i, m in enumerate(article.mentions)}
    return replace(
        article,
        id=0,
        mentions=tuple(replace(m, id=numbers[m.id]) for m in article.mentions),
        relations=tuple(
            replace(r, from_mention=numbers[r.from_mention], to_mention=numbers[r.to_mention])
            for r in article.relations
        ),
        notes=tuple(
            n if n.mention is None else replace(n, mention=numbers[n.mention]) for n in article.notes
        ),
    )


def test_reviewed_without_source_text_stands_on_its_own(tmp_path: Path) -> None:
    for article in out_and_in(sample_articles(), tmp_path, "reviewed-json", "reviewed-json"):
        assert article.source_text == article.text
        assert all(
            m.source_start == m.start and m.text == article.text[m.start : m.end] for m in article.mentions
        )


@pytest.mark.parametrize("name", ["reviewed-json", "doccano", "brat"])
def test_mentions_count_as_suggestions_when_asked(tmp_path: Path, name: str) -> None:
    exporter = exporters()[name]
    exporter.write(dataset(), tmp_path / "out")
    options = ImportOptions(schema=schema(), standing=Standing.SUGGESTED)
    articles = list(importers()[name].read(tmp_path / "out", options).articles)
    assert {(m.decision, m.origin) for a in articles for m in a.mentions} == {("undecided", name)}
    assert {a.state for a in articles} == {"new"}


def test_unknown_labels_are_counted_and_mapped(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "가나 다라", "label": [[0, 2, "WHAT"], [3, 5, "ORG"]]}\n', "utf-8"
    )
    run = importers()["doccano"].read(tmp_path / "a.jsonl", ImportOptions(schema=schema()))
    assert [[m.label for m in a.mentions] for a in run.articles] == [["OG"]]
    assert run.unknown == {"WHAT": 1}
    again = importers()["doccano"].read(
        tmp_path / "a.jsonl", ImportOptions(schema=schema(), labels={"WHAT": "EV"})
    )
    assert [[m.label for m in a.mentions] for a in again.articles] == [["EV", "OG"]]


def test_eojeol_rows_take_the_particle_and_say_what_they_lose(tmp_path: Path) -> None:
    options = ExportOptions(tokens=TokenKind.EOJEOL)
    report = exporters()["conll"].write(dataset(), tmp_path / "out.conll", options)
    lines = (tmp_path / "out.conll").read_text("utf-8").split("\n")
    assert "eojeol" in lines[0]
    assert "12일 _ B-EJ B-DT" in lines
    assert "경기도지사 _ B-EJ B-CV_POSITION" in lines
    assert report.dropped["shared_row"] == 0


def test_decisions_of_brat_and_label_studio_come_back(tmp_path: Path) -> None:
    options = ExportOptions(decisions=frozenset({"accepted", "undecided"}))
    for name in ("brat", "label-studio"):
        second = out_and_in(sample_articles(), tmp_path, name, name, options)[1]
        assert Counter(m.decision for m in second.mentions) == {"accepted": 4, "undecided": 1}


def test_discontinuous_mention_comes_back_from_brat(tmp_path: Path) -> None:
    second = out_and_in(sample_articles(), tmp_path, "brat", "brat")[1]
    wanted = [m.parts for m in sample_articles()[1].mentions if m.parts]
    assert [m.parts for m in second.mentions if m.parts] == wanted
