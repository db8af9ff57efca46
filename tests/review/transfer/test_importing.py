from pathlib import Path

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.review.transfer.importing import ImportProgress, import_paths, imported
from desktop_app.store import Project
from tests import made


def reader(path: Path) -> list[SourceDraft]:
    if path.name.startswith("bad"):
        raise UnreadableFile(file=path.name, reason="is empty.")
    return [made.plain_draft(f"{path.stem}의 글", path.name)]


def names(count: int) -> list[Path]:
    return [Path(f"글{i}.txt") for i in range(count)]


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.dadeum") as project:
        report = import_paths(
            project, [Path("가.txt"), Path("bad.txt"), Path("나.txt"), Path("가.txt")], reader
        )
        assert [line.status for line in report.lines] == ["failed", "added", "added", "known"]
        assert report.article_ids == [1, 2]
        assert imported(report).article_ids == {1, 2}
        assert "bad.txt: is empty." in report.text()
        assert "2 files added (2 articles), 1 already in the project, 1 not readable" in report.text()
        assert project.history.steps()[0].kind == "Import"
        assert project.history.next_undo() is None


def test_importing_again_adds_nothing_and_says_so(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.dadeum") as project:
        import_paths(project, names(3), reader)
        again = import_paths(project, names(3), reader)
        assert again.count("known") == 3
        assert project.articles.count() == 3
        assert len(project.history.steps()) == 1


def test_cancel_keeps_what_is_in(tmp_path: Path) -> None:
    seen: list[ImportProgress] = []

    def progress(now: ImportProgress) -> bool:
        seen.append(now)
        return False

    with Project.create(tmp_path / "a.dadeum") as project:
        report = import_paths(project, names(1_000), reader, progress)
        assert report.cancelled
        assert 0 < project.articles.count() < 1_000
        assert project.articles.count() == len(report.article_ids)
        assert seen[0].total == 1_000
        assert project.problems() == []
