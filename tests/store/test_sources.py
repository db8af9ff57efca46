import unicodedata
from pathlib import Path

from desktop_app.domain.edits import CorrectText
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token
from desktop_app.store import Project
from tests import made


def test_a_source_keeps_raw_and_its_articles_read_without_boilerplate(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        assert project.sources.get(1).raw == made.RAW
        assert project.articles.text(1).splitlines() == [
            "한빛시, 수소버스 30대 들인다",
            "한빛시는 14일 수소버스 30대를 들여온다고 밝혔다.",
            "김하늘 한빛시장은 “공기가 맑아질 것”이라고 말했다.",
        ]
        assert project.articles.get(2).metadata.outlet == "새솔신문"
        blocks = project.sources.blocks(1)
        assert "".join(made.RAW[b.start : b.end] for b in blocks) == made.RAW


def test_the_same_bytes_twice_add_nothing(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        assert made.add(project, made.draft(name="other.txt")) == []
        assert project.sources.count() == 1


def test_raw_comes_back_to_the_letter(tmp_path: Path) -> None:
    texts = ["\x00a\x01b", unicodedata.normalize("NFD", "각나"), "\r\n가\r나\n", "😀\ufeff\u200b"]
    with Project.create(tmp_path / "a.dadeum") as project:
        for text in texts:
            (article,) = made.add(project, made.plain_draft(text))
            assert project.sources.raw(project.sources.source_of(article)) == text


def test_tokens_belong_to_a_reading_text(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        tokens = [Token(0, 3, "NNP", "한빛시"), Token(3, 4, "SP", ",")]
        project.articles.set_tokens(1, project.articles.get(1).text_hash, tokens)
        assert project.articles.tokens(1) == tokens
        project.articles.set_tokens(1, "another text", tokens)
        assert project.articles.tokens(1) == []


def test_search_finds_substrings_and_follows_the_text(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        assert project.search.articles("들여온다고") == [1]
        assert project.search.articles("시장") == [1]
        assert project.search.articles("100%") == []
        assert project.search.index_some(1) == 1
        assert project.search.articles("들여온다고") == [1]
        assert project.search.index_some() == 0
        assert project.search.articles("들여온다고") == [1]
        hits = project.search.hits("수소버스", width=4)
        assert [(h.before, h.match, h.after) for h in hits] == [
            ("빛시, ", "수소버스", " 30대"),
            ("14일 ", "수소버스", " 30대"),
        ]
        assert Span(hits[1].start, hits[1].end).of(project.articles.text(1)) == "수소버스"


def test_the_index_follows_every_change_of_a_text(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        project.search.index_some()
        desk = made.desk(project)
        at = made.RAW.index("맑아질")
        desk.apply(CorrectText(1, at, at + 3, "깨끗해질"))
        for _ in range(2):
            assert project.search.articles("깨끗해질") == [1]
            assert project.search.articles("가 맑아질") == []
            project.search.index_some()
        desk.undo()
        project.search.index_some()
        assert project.search.articles("가 맑아질") == [1]
        assert project.search.articles("깨끗해질") == []
        project.db.execute("INSERT INTO reading_fts(reading_fts, rank) VALUES ('integrity-check', 1)")
