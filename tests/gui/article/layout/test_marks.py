"""Marks: lanes block by block, only what an edit touches worked out anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.article import Block, Role
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.layout.display import display_of
from desktop_app.gui.article.layout.marks import Marks

RAW = "다온시 교통국 😀 나래\n가온누리 시장은 웃었다\n"
FIRST_END = RAW.index("\n") + 1
BLOCKS = [Block(1, 1, 1, 0, FIRST_END, Role.BODY, 0), Block(2, 1, 1, FIRST_END, len(RAW), Role.BODY, 1)]


def display():
    return display_of(RAW, BLOCKS, [], fold_line=str)


def mention(number: int, start: int, end: int, decision=Decision.UNDECIDED) -> Mention:
    return Mention(number, 1, start, end, "OG", "tagger", 0.5, decision)


@st.composite
def mentions(draw):
    made = []
    for number in range(draw(st.integers(0, 12))):
        low, high = draw(st.sampled_from([(0, FIRST_END - 1), (FIRST_END, len(RAW) - 1)]))
        start = draw(st.integers(low, high - 1))
        made.append(
            mention(number + 1, start, draw(st.integers(start + 1, high)), draw(st.sampled_from(Decision)))
        )
    return sorted(made, key=lambda m: (m.start, -m.end, m.id))


@given(mentions(), st.data())
def test_updating_equals_marking_anew(before, data):
    marks = Marks(display(), before)
    for index in (0, 1):
        marks.in_block(index)
    if not before:
        return
    old = data.draw(st.sampled_from(before))
    new = replace(old, decision=data.draw(st.sampled_from(Decision)), end=old.start + 1)
    after = sorted([new, *(m for m in before if m is not old)], key=lambda m: (m.start, -m.end, m.id))
    marks.update(after, [old.span, new.span])
    fresh = Marks(display(), after)
    assert [marks.in_block(i) for i in (0, 1)] == [fresh.in_block(i) for i in (0, 1)]


@given(mentions())
def test_no_two_marks_of_a_lane_overlap_and_rejected_ones_are_left_out(found):
    marks = Marks(display(), found)
    shown = [m for i in (0, 1) for m in marks.in_block(i)]
    assert {m.mention.id for m in shown} == {m.id for m in found if m.decision is not Decision.REJECTED}
    for one in shown:
        for other in shown:
            assert one is other or one.lane != other.lane or not one.span.overlaps(other.span)


def test_the_innermost_is_hit_first_behind_an_emoji():
    outer, inner = mention(1, 0, 12), mention(2, 10, 12)
    marks = Marks(display(), [outer, inner])
    assert RAW[10:12] == "나래"
    assert [m.mention.id for m in marks.at(11)] == [2, 1]
    assert marks.of(inner).span == Span(11, 13)
    assert [m.mention.id for m in marks.at(13, touching=True)] == [2, 1]
    assert marks.at(13) == []


def test_a_rejected_one_can_be_shown_as_the_current_one():
    gone = mention(1, 0, 3, Decision.REJECTED)
    marks = Marks(display(), [gone])
    assert marks.of(gone) is None
    marks.show_also(gone)
    assert marks.of(gone) is not None
    marks.show_also(None)
    assert marks.of(gone) is None
