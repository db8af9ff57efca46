"""Discontinuous mentions: parts are added, joined where they touch, refused where they overlap, undone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.edits import AddMention, AddPart, Resize
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.review.editing.parts import _joined
from desktop_app.store import Project
from tests.made import add, desk, plain_draft

TEXT = "초등 및 중등 교육을 한빛시와 새솔군이 맡는다.\n다음 줄.\n"


def _span(text):
    at = TEXT.index(text)
    return Span(at, at + len(text))


@pytest.fixture
def at(tmp_path):
    project = Project.create(tmp_path / "a.dadeum")
    add(project, plain_draft(TEXT))
    made = desk(project)
    made.apply(AddMention(1, (_span("초등"),), "CV_POLICY"))
    yield made
    project.close()


def _only(at):
    [mention] = at.project.mentions.of(1)
    return mention


def test_a_part_makes_a_mention_discontinuous(at):
    at.apply(AddPart(_only(at).id, _span("교육")))
    mention = _only(at)
    assert [p.of(TEXT) for p in mention.parts] == ["초등", "교육"]
    assert mention.span.of(TEXT) == "초등 및 중등 교육"
    assert mention.decision is Decision.ACCEPTED
    assert mention.edited
    at.undo()
    assert [p.of(TEXT) for p in _only(at).parts] == ["초등"]
    at.redo()
    assert len(_only(at).parts) == 2


def test_parts_that_touch_become_one(at):
    first = _only(at)
    at.apply(Resize(((first.id, first.start, first.start + 1),)))
    at.apply(AddPart(first.id, Span(first.start + 1, first.start + 2)))
    assert _only(at).fragments == ()
    assert _only(at).span == _span("초등")


def test_overlapping_parts_and_other_blocks_are_refused(at):
    mention = _only(at)
    for span, why in ((mention.span, "part_overlaps"), (_span("다음 줄"), "across_blocks")):
        with pytest.raises(EditRefused) as refused:
            at.apply(AddPart(mention.id, span))
        assert refused.value.why == why
    assert _only(at) == mention


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), min_size=1, max_size=8))
def test_joined_parts_cover_the_same_characters_with_gaps_between(pairs):
    spans = [Span(start, start + length) for start, length in pairs]
    parts = _joined(spans)
    assert {i for p in parts for i in range(p.start, p.end)} == {
        i for s in spans for i in range(s.start, s.end)
    }
    assert all(a.end < b.start for a, b in pairwise(parts))
