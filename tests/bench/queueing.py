"""The queue of a project with 100,000 articles: what a change of order or filter costs."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.project import Project
from desktop_app.store.queue import Filter, Order
from tests.bench.figures import Figure, beside, median_s
from tests.bench.made_articles import stored

COUNT = 100_000
SHORT = 60  # code points; the queue does not read the text
SCREENFUL = 50
FILTERS = (
    Filter(),
    Filter(states=("new",)),
    Filter(undecided=True),
    Filter(since="2026-03-01", until="2026-06-30"),
    Filter(text="수소 버스"),
)


def measure(folder: Path) -> dict[str, Figure]:
    with Project.create(folder / "large.dadeum") as project:
        stored(project, COUNT, SHORT)
        costs = {
            f"{order}, {_name(wanted)}": median_s(lambda o=order, w=wanted: _look(project, w, o), 3) * 1000
            for order in Order
            for wanted in FILTERS
        }
        bare = median_s(lambda: project.db.execute("SELECT id FROM article").fetchall(), 3) * 1000
    slowest = max(costs, key=costs.__getitem__)
    everything = costs[f"{Order.IMPORTED}, {_name(Filter())}"]
    return {
        "queue_100k_ms": beside(everything, "ms", "SELECT id FROM article", bare),
        "queue_100k_slowest_ms": beside(costs[slowest], "ms", f"SELECT id FROM article ({slowest})", bare),
    }


def _look(project: Project, wanted: Filter, order: Order) -> None:
    ids = project.queue.ids(wanted, order)
    project.queue.rows(ids[:SCREENFUL])


def _name(wanted: Filter) -> str:
    given = [name for name in wanted.__slots__ if getattr(wanted, name)]
    return "by " + " and ".join(given) if given else "all"
