from pathlib import Path

import pytest

from desktop_app.domain.edits import AddTag, Decide, Finish
from desktop_app.domain.mention import Decision
from desktop_app.store import Project
from desktop_app.store.queue import Filter, Order
from tests import made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made.made_project(tmp_path / "a.dadeum")
    made.add(
        project, made.plain_draft("울림구의 100% 재생에너지", title="울림구 소식", published="2026-05-01")
    )
    yield project
    project.close()


def test_filters(project: Project) -> None:
    desk = made.desk(project)
    desk.apply(AddTag(2, "에너지"))
    desk.apply(Finish(1))
    assert project.queue.ids() == [1, 2, 3]
    assert project.queue.ids(Filter(states=("reviewed",))) == [1]
    assert project.queue.ids(Filter(states=("new", "started"))) == [2, 3]
    assert project.queue.ids(Filter(outlet="새솔신문")) == [2]
    assert project.queue.ids(Filter(since="2026-04-01")) == [3]
    assert project.queue.ids(Filter(until="2026-04-01")) == [1]
    assert project.queue.ids(Filter(tag="에너지")) == [2]
    assert project.queue.ids(Filter(label="PS")) == [1]
    assert project.queue.ids(Filter(reviewer="가람")) == [1]
    assert project.queue.ids(Filter(undecided=True)) == []
    assert project.queue.ids(Filter(text="수소버스")) == [1]
    assert project.queue.ids(Filter(text="100% 재생")) == [3]
    assert project.queue.ids(Filter(text="울림")) == [3]
    assert project.queue.ids(Filter(text='"')) == []


def test_orders(project: Project) -> None:
    assert project.queue.ids(order=Order.DATE) == [3, 1, 2]
    assert project.queue.ids(order=Order.TITLE) == [2, 3, 1]
    assert project.queue.ids(order=Order.UNDECIDED)[0] == 1
    assert sorted(project.queue.ids(order=Order.UNCERTAINTY)) == [1, 2, 3]


def test_rows_count_what_is_undecided(project: Project) -> None:
    (row,) = project.queue.rows([1, 99])
    assert (row.undecided, row.accepted, row.outlet, row.state) == (8, 0, "한빛일보", "new")
    made.desk(project).apply(Decide((project.mentions.of(1)[0].id,), Decision.ACCEPTED))
    (row,) = project.queue.rows([1])
    assert (row.undecided, row.accepted, row.state) == (7, 1, "started")


def test_the_next_article_goes_round(project: Project) -> None:
    made.desk(project).apply(Finish(2))
    assert project.queue.next_after(1) == 3
    assert project.queue.next_after(3) == 1
    made.desk(project).apply(Finish(1))
    made.desk(project).apply(Finish(3))
    assert project.queue.next_after(3) is None
