import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.domain.errors import NotAProject, ProjectInUse, ProjectReadOnly, ProjectTooNew, StoreError
from desktop_app.store import Project
from desktop_app.store.migrations import APPLICATION_ID
from tests import made


def test_a_new_project_is_a_strict_locked_durable_database(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    with Project.create(path) as project:
        assert project.problems() == []
        pragmas = {
            name: project.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "journal_mode", "synchronous", "foreign_keys")
        }
        assert pragmas == {
            "application_id": APPLICATION_ID,
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
        }
        sql = "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        loose = {r[0] for r in project.db.execute(sql) if not r[1]}
        assert all(name.startswith(("sqlite_", "_sqlite_migrations")) for name in loose)
    assert [p.name for p in tmp_path.iterdir()] == ["a.dadeum"]


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    with Project.open(path) as project:
        assert project.articles.count() == 2
        assert project.sources.raw(1) == made.RAW
        assert len(project.mentions.of(1)) == 8
        project.set_meta("licence", "CC BY 4.0")
        assert project.meta("licence") == "CC BY 4.0"


def test_a_file_that_is_no_project_says_so(tmp_path: Path) -> None:
    text = tmp_path / "a.dadeum"
    text.write_text("가나다")
    with pytest.raises(NotAProject, match="not a Dadeum project"):
        Project.open(text)
    other = tmp_path / "b.dadeum"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE x (y)")
    connection.commit()
    connection.close()
    with pytest.raises(NotAProject):
        Project.open(other)
    with pytest.raises(StoreError, match="no such file"):
        Project.open(tmp_path / "none.dadeum")
    with pytest.raises(StoreError, match="exists already"):
        Project.create(text)
    assert text.read_text() == "가나다"


def test_a_damaged_project_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    data = bytearray(path.read_bytes())
    data[100:4000] = os.urandom(3900)
    path.write_bytes(data)
    with pytest.raises(StoreError):
        Project.open(path)


def test_a_newer_project_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('dadeum', 'm999_later', 'x')"
    )
    connection.commit()
    connection.close()
    with pytest.raises(ProjectTooNew, match="newer Dadeum"):
        Project.open(path)


def test_a_second_dadeum_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    with made.made_project(path):
        code = (
            "import sys; from pathlib import Path; from desktop_app.store import Project\n"
            "from desktop_app.domain.errors import ProjectInUse\n"
            "try: Project.open(Path(sys.argv[1]))\n"
            "except ProjectInUse as error: print(error)"
        )
        told = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        assert "open in another Dadeum" in told.stdout
        with pytest.raises(ProjectInUse):
            Project.open(path)
    Project.open(path).close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_project_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    path.chmod(0o444)
    with pytest.raises(ProjectReadOnly, match="read-only"):
        Project.open(path)


def test_a_killed_dadeum_loses_nothing_that_was_applied(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from desktop_app.domain.edits import AddTag\n"
        "from desktop_app.store import Project\n"
        "from tests import made\n"
        "desk = made.desk(Project.open(Path(sys.argv[1])))\n"
        "for i in range(20): desk.apply(AddTag(1, f'tag{i}'))\n"
        "os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, 'SIGKILL') else signal.SIGTERM)\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=root, check=False)
    with Project.open(path) as project:
        assert project.problems() == []
        assert len(project.tags.of(1)) == 20
        assert made.desk(project).undo() is not None
        assert len(project.tags.of(1)) == 19


def test_another_connection_sees_what_is_written(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        again = project.again()
        made.add(again, made.plain_draft("또 다른 글"))
        again.close()
        assert project.articles.count() == 3


def fill_up(path: Path) -> None:
    with Project.open(path) as project:
        pages = project.db.execute("PRAGMA page_count").fetchone()[0]
        project.db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with project.db.atomic():
            for number in range(100):
                project.set_meta(f"name {number}", "x" * 4000)


def read_all(path: Path) -> None:
    with Project.open(path) as project:
        project.problems()
        project.db.execute("SELECT * FROM mention, block, history").fetchall()


def test_a_full_disk_is_one_line_and_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    with pytest.raises(StoreError, match="the disk is full"):
        fill_up(path)
    with Project.open(path) as project:
        assert project.problems() == []
        assert project.meta("name 0") == ""
        assert project.articles.count() == 2


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_project_cut_short_is_one_line(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.dadeum"
    made.made_project(path).close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(StoreError, match="damaged"):
        read_all(path)


def test_a_file_without_a_byte_becomes_a_project(tmp_path: Path) -> None:
    path = tmp_path / "a.dadeum"
    path.touch()
    with Project.open_or_create(path) as project:
        assert project.problems() == []


def test_a_transaction_that_reads_first_waits_for_another_to_write(tmp_path: Path) -> None:
    with made.made_project(tmp_path / "a.dadeum") as project:
        started, written = threading.Event(), threading.Event()

        def write() -> None:
            again = project.again()
            started.set()
            with again.db.atomic():
                again.db.execute("INSERT INTO meta VALUES ('other', 'x')")
            again.close()
            written.set()

        other = threading.Thread(target=write)
        with project.db.atomic():
            project.articles.count()
            other.start()
            started.wait(20)
            project.db.execute("INSERT INTO meta VALUES ('mine', 'x')")
            assert not written.is_set()
        other.join(20)
        assert (project.meta("mine"), project.meta("other")) == ("x", "x")
