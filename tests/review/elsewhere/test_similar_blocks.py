"""Blocks that look like one whose role was set, in the outlet's other articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain import edits
from desktop_app.domain.article import Role
from desktop_app.review.elsewhere.similar_blocks import similar_blocks
from desktop_app.store import Project
from tests.made import add, desk, plain_draft


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "a.dadeum") as made:
        for n in range(3):
            text = f"새 소식 {n} 번째 이야기입니다.\n조회수 {n}12 공유하기\n다른 줄.\n"
            add(made, plain_draft(text, f"{n}.txt", title=f"소식 {n}", outlet="한빛일보"))
        add(made, plain_draft("조회수 77 공유하기\n", "x.txt", title="밖", outlet="새솔신문"))
        yield made


def _line(project: Project, article_id: int, text: str):
    raw = project.sources.raw(project.sources.source_of(article_id))
    return next(b for b in project.sources.blocks_of(article_id) if text in b.span.of(raw))


def test_the_same_outlet_is_looked_through(project):
    ids = project.articles.ids()
    block = _line(project, ids[0], "조회수")
    found = similar_blocks(project, ids[0], [block], Role.BOILERPLATE)
    assert found == [_line(project, i, "조회수").id for i in ids[1:3]]


def test_what_a_person_set_is_left_out(project):
    ids = project.articles.ids()
    desk(project).apply(edits.SetRole((_line(project, ids[1], "조회수").id,), Role.BODY))
    found = similar_blocks(project, ids[0], [_line(project, ids[0], "조회수")], Role.BOILERPLATE)
    assert found == [_line(project, ids[2], "조회수").id]


def test_nothing_is_alike(project):
    ids = project.articles.ids()
    assert similar_blocks(project, ids[0], [_line(project, ids[0], "다른 줄")], Role.BODY) == []


def test_it_can_be_given_up(project):
    ids = project.articles.ids()
    block = _line(project, ids[0], "조회수")
    assert similar_blocks(project, ids[0], [block], Role.BOILERPLATE, lambda: True) == []
