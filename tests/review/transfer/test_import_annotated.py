"""What Dadeum exported comes back as the same project content."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain import edits
from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataBlock, DataMention
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.exchange import ExportOptions, ImportOptions, exporters, importers
from desktop_app.reading import read_bytes
from desktop_app.review.checking import problems
from desktop_app.review.transfer.export_dataset import Selection, articles, dataset
from desktop_app.review.transfer.import_annotated import import_annotated
from desktop_app.store import Project
from tests import made

EVERY = Selection(all_articles=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made.made_project(tmp_path / "a.dadeum")
    desk = made.desk(project)
    at = made.RAW.index("들여온\n다고")
    desk.apply(edits.AddMention(1, (Span(at, at + 6),), "AF"))
    by_text = {project.mentions.surface(m.id): m.id for m in desk.open(1).mentions}
    desk.apply(edits.Decide((by_text["14일"],), Decision.REJECTED))
    desk.apply(edits.AddRelation(by_text["김하늘"], by_text["한빛시장"], "holds"))
    desk.apply(edits.LinkConcept((by_text["김하늘"],), name="김하늘"))
    desk.apply(edits.WriteNote(1, "기사에 대한 메모"))
    desk.apply(edits.WriteNote(1, "이름 확인", mention_id=by_text["김하늘"]))
    desk.apply(edits.AddTag(1, "에너지"))
    desk.apply(edits.SetMetadata(2, "reporter", "노을"))
    desk.apply(edits.Finish(1))
    yield project
    project.close()


def content(project: Project) -> list[DataArticle]:
    """All that a project holds, with ids made comparable."""
    found = []
    for article in articles(project, made.schema(), project.articles.ids()):
        ids = {m.id: i for i, m in enumerate(article.mentions)}
        found.append(
            replace(
                article,
                mentions=tuple(replace(m, id=ids[m.id]) for m in article.mentions),
                relations=tuple(
                    replace(r, from_mention=ids[r.from_mention], to_mention=ids[r.to_mention])
                    for r in article.relations
                ),
                notes=tuple(replace(n, mention=ids.get(n.mention)) for n in article.notes),
            )
        )
    return found


@pytest.mark.parametrize("name", ["reviewed-json", "reviewed-jsonl"])
def test_with_its_source_a_project_comes_back_whole(project: Project, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out{exporters()[name].suffix}"
    options = ExportOptions(decisions=frozenset(map(str, Decision)), include_source=True, include_tokens=True)
    exporters()[name].write(dataset(project, made.schema(), EVERY), out, options)
    with Project.create(tmp_path / "b.dadeum") as other:
        run = importers()[name].read(out, ImportOptions(schema=made.schema()))
        report = import_annotated(other, run.articles)
        assert (report.article_ids, report.outside, report.known) == ([1, 2], 0, [])
        assert content(other) == content(project)
        assert list(problems(other)) == []
        again = importers()[name].read(out, ImportOptions(schema=made.schema()))
        assert import_annotated(other, again.articles).known == ["sample.txt"]


def test_without_its_source_the_reading_text_becomes_the_source(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    exporters()["reviewed-json"].write(dataset(project, made.schema(), EVERY), out, ExportOptions())
    with Project.create(tmp_path / "b.dadeum") as other:
        run = importers()["reviewed-json"].read(out, ImportOptions(schema=made.schema()))
        import_annotated(other, run.articles)
        assert [a.text for a in content(other)] == [a.text for a in content(project)]
        kept = [(m.text, m.label, m.decision) for m in content(other)[0].mentions]
        wanted = [
            (m.text, m.label, m.decision) for m in content(project)[0].mentions if m.decision == "accepted"
        ]
        assert kept == wanted
        assert list(problems(other)) == []


def test_text_outside_every_block_is_boilerplate_and_nothing_is_lost(tmp_path: Path) -> None:
    text = "메뉴\n서울의 첫 글\n\n부산"
    block = DataBlock(0, 7, "body", 3, 10)
    inside = DataMention(1, 0, 2, 3, 5, "LC", "서울", "person", "accepted", 1.0)
    outside = replace(inside, id=2, source_start=12, source_end=14, text="부산")
    article = DataArticle(
        *(1, "가.txt", "", "utf-8", "text", 0, Metadata(title="첫 글"), "started", "", ""),
        text="서울의 첫 글",
        source_text=text,
        blocks=(block,),
        mentions=(inside, outside),
    )
    with Project.create(tmp_path / "b.dadeum") as other:
        report = import_annotated(other, [article])
        assert (report.mentions, report.outside) == (1, 1)
        assert other.articles.text(1) == "서울의 첫 글"
        assert other.sources.raw(1) == text
        assert other.mentions.surface(other.mentions.of(1)[0].id) == "서울"
        assert list(problems(other)) == []


def test_one_text_from_two_files_comes_back_twice(tmp_path: Path) -> None:
    text = "도시는 14일 회의를 열었다고 밝혔다."
    with Project.create(tmp_path / "a.dadeum") as project, project.db.atomic():
        for name, data in (("가.txt", text.encode()), ("나.txt", text.encode("utf-16"))):
            project.sources.add(read_bytes(data, name)[0])
    out = tmp_path / "out.json"
    with Project.open(tmp_path / "a.dadeum") as project:
        exporters()["reviewed-json"].write(dataset(project, made.schema(), EVERY), out)
    with Project.create(tmp_path / "b.dadeum") as other:
        for known in ([], ["가.txt", "나.txt"]):
            run = importers()["reviewed-json"].read(out, ImportOptions(schema=made.schema()))
            assert import_annotated(other, run.articles).known == known
        assert other.articles.count() == 2
        assert list(problems(other)) == []


def test_a_text_that_a_dataset_holds_twice_is_one_whole_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = '{"id": 1, "text": "도시는 회의를 열었다.", "label": [[0, 2, "LC"]]}\n'
    path.write_text(line * 2, encoding="utf-8")
    with Project.create(tmp_path / "b.dadeum") as other:
        run = importers()["doccano"].read(path, ImportOptions(schema=made.schema()))
        report = import_annotated(other, run.articles)
        assert (len(report.article_ids), report.mentions, len(report.known)) == (1, 1, 1)
