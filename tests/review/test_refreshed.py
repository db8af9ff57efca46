"""After an edit the article is read again only in part, and equals the article read whole."""

from __future__ import annotations

import pytest

from desktop_app.domain.edits import (
    AddMention,
    Decide,
    Relabel,
    RemoveMention,
    Resize,
    SplitMention,
    WriteNote,
)
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from tests.made import desk, made_project


@pytest.fixture
def at(tmp_path):
    project = made_project(tmp_path / "a.dadeum")
    yield desk(project)
    project.close()


def _edits(article):
    first, second = article.mentions[0], article.mentions[1]
    body = article.blocks[1].start
    return [
        Decide((first.id, second.id), Decision.ACCEPTED),
        Relabel((second.id,), "LC"),
        Resize(((first.id, first.start, first.end - 1),)),
        AddMention(article.article.id, (Span(body, body + 2),), "PS"),
        SplitMention(second.id, second.start + 1),
        RemoveMention((first.id,)),
        WriteNote(article.article.id, "여기", mention_id=second.id),
    ]


@pytest.mark.parametrize("number", range(7))
def test_refreshed_equals_opened(at, number):
    before = at.open(1)
    change = at.apply(_edits(before)[number])
    assert at.refreshed(before, change) == at.open(1)
    changed = at.refreshed(before, change)
    assert changed != before
    undone = at.undo()
    assert undone is not None
    assert at.refreshed(changed, undone) == at.open(1)


def test_what_is_no_step_is_read_whole(at):
    from desktop_app.domain.changes import Change, Kind
    from tests.made import suggest

    before = at.open(1)
    suggest(at.project, 1, [("수소버스", "AF")])
    change = Change(kinds=frozenset({Kind.MENTION}), article_ids=frozenset({1}))
    assert at.refreshed(before, change) == at.open(1)
    assert [m.label for m in at.refreshed(before, change).mentions] != [m.label for m in before.mentions]
