"""A project with 100,000 articles: orders and filters of the queue, a preview over all of it, the window's memory."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from desktop_app.review.elsewhere.propagation import everywhere
from desktop_app.review.elsewhere.spreading import unmarked_everywhere
from desktop_app.store.project import Project
from desktop_app.store.queue import Filter, Order
from tests.bench.figures import Figure, beside, median_s
from tests.bench.made_articles import stored
from tests.bench.window import desk_on

COUNT = 100_000
SHORT = 60  # code points; the queue does not read the text
SCREENFUL = 50
ARTICLES_AT_ONCE = 40  # about what the preview looks through before it is shown
FILTERS = (
    Filter(),
    Filter(states=("new",)),
    Filter(undecided=True),
    Filter(since="2026-03-01", until="2026-06-30"),
    Filter(text="수소 충전망"),
)


def measure(folder: Path) -> dict[str, Figure]:
    source = folder / "large.dadeum"
    with ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:  # its memory is no part of the window's
        elsewhere.submit(_fill, source).result()
    return {**_memory(source), **_queue(source)}


def _fill(target: Path) -> None:
    with Project.create(target) as project:
        stored(project, COUNT, SHORT, mentions=1)
        project.db.execute("UPDATE article SET suggested_hash = text_hash")
        project.db.conn.commit()


def _memory(source: Path) -> dict[str, Figure]:
    before = _resident_mb()
    with desk_on(source) as desk:
        session = desk.services.session
        session.open_article(session.desk.project.queue.ids()[COUNT // 2])
        desk.window.grab()
        held = _resident_mb()
    return {"gui_rss_mb": beside(held, "MB", "the process before the window was made", before)}


def _queue(source: Path) -> dict[str, Figure]:
    with Project.open(source) as project:
        costs = {
            f"{order}, {_name(wanted)}": median_s(lambda o=order, w=wanted: _look(project, w, o), 3) * 1000
            for order in Order
            for wanted in FILTERS
        }
        bare = median_s(lambda: project.db.execute("SELECT id FROM article").fetchall(), 3) * 1000
        preview = _preview(project)
    slowest = max(costs, key=costs.__getitem__)
    everything = costs[f"{Order.IMPORTED}, {_name(Filter())}"]
    return {
        "queue_100k_ms": beside(everything, "ms", "SELECT id FROM article", bare),
        "queue_100k_slowest_ms": beside(costs[slowest], "ms", f"SELECT id FROM article ({slowest})", bare),
        "propagate_preview_ms": preview,
    }


def _preview(project: Project) -> Figure:
    """All mentions of the project that read as one of the most frequent does, and the first places not marked yet."""
    sql = "SELECT surface, label, count(*), min(id) FROM mention GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 1"
    surface, label, count, mention_id = project.db.execute(sql).fetchone()
    mention = project.mentions.get(mention_id)
    found = everywhere(project, mention, surface, label)
    assert len(found) >= count

    def look() -> None:
        everywhere(project, mention, surface, label)
        first = islice(unmarked_everywhere(project, surface, label), ARTICLES_AT_ONCE)
        list(first)

    spent = median_s(look) * 1000
    rows = "SELECT * FROM mention WHERE surface = ?"
    bare = median_s(lambda: project.db.execute(rows, [surface]).fetchall()) * 1000
    return beside(spent, "ms", f"SELECT of the same {len(found)} rows", bare)


def _look(project: Project, wanted: Filter, order: Order) -> None:
    ids = project.queue.ids(wanted, order)
    project.queue.rows(ids[:SCREENFUL])


def _name(wanted: Filter) -> str:
    given = [name for name in wanted.__slots__ if getattr(wanted, name)]
    return "by " + " and ".join(given) if given else "all"


def _resident_mb() -> float:
    """What the process holds now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
