"""What one recorded step costs, on the disk, beside a bare update of the same row."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.edits import Decide
from desktop_app.domain.mention import Decision
from desktop_app.review.desk import ReviewDesk
from desktop_app.review.label_schema import default_schema
from desktop_app.store.project import Project
from tests.bench.figures import Figure, beside, p99
from tests.bench.made_articles import stored

ARTICLES = 50
MENTIONS = 80
EARLIER_STEPS = 5_000


def measure(folder: Path) -> dict[str, Figure]:
    with Project.create(folder / "edits.dadeum") as project:
        stored(project, ARTICLES, 6_000, MENTIONS)
        desk = ReviewDesk(project, default_schema())
        ids = [row[0] for row in project.db.execute("SELECT id FROM mention ORDER BY id")]
        steps = _each_ms(ids[:300], lambda one: desk.apply(Decide((one,), Decision.ACCEPTED)))
        undone = _each_ms(ids[:100], lambda _: desk.undo())
        bare = _each_ms(ids[:300], lambda one: _bare(project, one))
        _grow(project, EARLIER_STEPS)
        later = _each_ms(ids[:300], lambda one: desk.apply(Decide((one,), Decision.REJECTED)))
    update = "a bare UPDATE of the row, committed"
    return {
        "edit_step_p50_ms": beside(statistics.median(steps), "ms", update, statistics.median(bare)),
        "edit_step_p99_ms": beside(p99(steps), "ms", update, p99(bare)),
        "undo_p50_ms": beside(statistics.median(undone), "ms", update, statistics.median(bare)),
        "edit_step_after_5000_ms": beside(
            statistics.median(later), "ms", "the same in a young project", statistics.median(steps)
        ),
    }


def _each_ms(ids: Sequence[int], work: Callable[[int], object]) -> list[float]:
    spent = []
    for one in ids:
        begun = time.perf_counter()
        work(one)
        spent.append((time.perf_counter() - begun) * 1000)
    return spent


def _bare(project: Project, mention_id: int) -> None:
    with project.db.atomic():
        sql = (
            "UPDATE mention SET attributes = CASE attributes WHEN '[]' THEN '[ ]' ELSE '[]' END WHERE id = ?"
        )
        project.db.execute(sql, [mention_id])


def _grow(project: Project, steps: int) -> None:
    """A long past: copies of the newest step, in one transaction."""
    newest = project.db.execute("SELECT max(id) FROM step").fetchone()[0]
    with project.db.atomic():
        for _ in range(steps):
            sql = "INSERT INTO step (kind, at, article_id) SELECT kind, at, article_id FROM step WHERE id = ?"
            copy = project.db.execute(sql, [newest]).lastrowid
            project.db.execute(
                'INSERT INTO row_change SELECT ?, number, "table", row_id, before, after FROM row_change'
                " WHERE step_id = ?",
                [copy, newest],
            )
