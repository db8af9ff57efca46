"""Files into a project: how many a second, where the time goes, whether a full project slows it."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.reading import read_bytes, read_text
from desktop_app.review.transfer.importing import ImportProgress, import_paths
from desktop_app.review.transfer.reader_process import ReaderProcess
from desktop_app.store.project import Project
from tests.bench.figures import Figure, beside, median_s, once_s
from tests.bench.made_articles import USUAL_LENGTH, article, written

COUNT = 10_000
SHARED_OUT = 1_000  # articles on which the shares are measured
TENTH = COUNT // 10


def measure(folder: Path) -> dict[str, Figure]:
    paths = written(folder / "files", COUNT)
    plain = _plain_per_s(paths, folder / "plain.sqlite")
    rate, first, last = _import(paths, folder / "project.dadeum")
    what = "reading and decoding the files into one bare SQLite table"
    return {
        "import_articles_per_s": beside(rate, "articles/s", what, plain),
        "import_rate_first_to_last": Figure(
            first / last,
            "×",
            f"first {TENTH}: {first:.0f}, last {TENTH}: {last:.0f} articles/s",
            first / last,
        ),
        **_shares(folder),
    }


def _import(paths: list[Path], target: Path) -> tuple[float, float, float]:
    """Articles a second: of all, of the first tenth, of the last tenth."""
    reached: list[tuple[int, float]] = [(0, time.perf_counter())]

    def progress(now: ImportProgress) -> bool:
        reached.append((now.done, time.perf_counter()))
        return True

    with Project.create(target) as project, ReaderProcess(paths, lambda: False) as reader:
        seconds = once_s(lambda: import_paths(project, paths, reader.read, progress))
        assert project.sources.count() == len(paths)
    return len(paths) / seconds, _rate(reached, 0, TENTH), _rate(reached, COUNT - TENTH, COUNT)


def _rate(reached: list[tuple[int, float]], since: int, until: int) -> float:
    begun = max(point for point in reached if point[0] <= since)
    ended = min(point for point in reached if point[0] >= until)
    return (ended[0] - begun[0]) / (ended[1] - begun[1])


def _plain_per_s(paths: list[Path], target: Path) -> float:
    def work() -> None:
        with sqlite3.connect(target) as db:
            db.execute("CREATE TABLE source (name TEXT, raw TEXT)")
            rows = ((path.name, path.read_bytes().decode()) for path in paths)
            db.executemany("INSERT INTO source VALUES (?, ?)", rows)
        db.close()

    return len(paths) / once_s(work)


def _shares(folder: Path) -> dict[str, Figure]:
    """What of the time is opening, decoding and hashing; cutting and cleaning; storing."""
    texts = [article(number) for number in range(SHARED_OUT)]
    encoded = [text.encode() for text in texts]
    drafts = [draft for number, data in enumerate(encoded) for draft in read_bytes(data, f"{number}.txt")]

    def store() -> None:
        target = folder / "shares.dadeum"
        with Project.create(target) as project, project.db.atomic():
            for draft in drafts:
                project.sources.add(draft)
        target.unlink()

    paths = sorted((folder / "files").iterdir())[:SHARED_OUT]
    cleaning = median_s(lambda: [read_text(text, "made.txt") for text in texts], times=3)
    parts = {"reading": median_s(_reading(paths), 3), "cleaning": cleaning, "storing": median_s(store, 3)}
    whole = sum(parts.values())
    what = f"the time of {SHARED_OUT} articles of {USUAL_LENGTH} characters: {whole * 1000:.0f} ms"
    return {
        f"import_share_{name}": Figure(100 * s / whole, "%", what, s / whole) for name, s in parts.items()
    }


def _reading(paths: list[Path]) -> Callable[[], object]:
    def work() -> None:
        for path in paths:
            data = path.read_bytes()
            hashlib.sha256(data).hexdigest()
            data.decode()

    return work
