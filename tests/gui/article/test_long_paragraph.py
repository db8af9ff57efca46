"""A paragraph of thousands of lines: only what is seen of it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.gui.article.ink.painting import MarkPainter
from desktop_app.store import Project
from tests.made import add, plain_draft, suggest

SENTENCE = "한빛시는 14일 수소버스를 들여왔다고 밝혔다. "


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project.create(tmp_path / "긴 줄.dadeum")
    (article_id,) = add(made, plain_draft(SENTENCE * 1_000))
    suggest(made, article_id, [("한빛시", "OG")])
    yield made
    made.close()


def test_marks_out_of_sight_are_not_painted(made, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = []
    paint_line = MarkPainter._paint_line
    monkeypatch.setattr(
        MarkPainter,
        "_paint_line",
        lambda self, mark, segment: (painted.append(mark.mention.id), paint_line(self, mark, segment)),
    )
    made.workspace.view.viewport().repaint()
    assert 5 < len(set(painted)) < 60
    last = made.article.mentions[-1]
    made.session.set_current(last.id)
    painted.clear()
    made.workspace.view.viewport().repaint()
    assert last.id in painted, "what is scrolled to is painted"
