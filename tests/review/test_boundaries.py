"""Boundaries: morphemes or the plain rule, in blocks, on raw spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction, Role
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token
from desktop_app.review.boundaries import ArticleBoundaries, Boundaries

TEXT = "다온시는 14일 전기버스를 들였다."
TOKENS = [
    Token(0, 3, "NNP"),
    Token(3, 4, "JX"),
    Token(5, 7, "SN"),
    Token(7, 8, "NNB"),
    Token(9, 11, "NNG"),
    Token(11, 13, "NNG"),
    Token(13, 14, "JKO"),
    Token(15, 16, "VV"),
    Token(16, 17, "EP"),
    Token(17, 18, "EF"),
    Token(18, 19, "SF"),
]


@pytest.fixture(params=["morphemes", "plain"])
def boundaries(request):
    return Boundaries(TEXT, TOKENS if request.param == "morphemes" else ())


def test_particles_fall_off(boundaries):
    assert boundaries.snapped(Span(0, 4)) == Span(0, 3)
    assert boundaries.word_at(1) == Span(0, 3)
    assert boundaries.with_particle(Span(0, 3)) == Span(0, 4)
    assert boundaries.without_particle(Span(0, 4)) == Span(0, 3)
    assert boundaries.without_particle(Span(0, 3)) == Span(0, 3)


def test_edges_move_by_morpheme():
    at = Boundaries(TEXT, TOKENS)
    assert at.moved(Span(9, 14), side="end", steps=-1) == Span(9, 13)
    assert at.moved(Span(9, 13), side="end", steps=-1) == Span(9, 11)
    assert at.moved(Span(9, 13), side="start", steps=1) == Span(11, 13)
    assert at.moved(Span(9, 13), side="start", steps=-2) == Span(5, 13)
    assert at.moved(Span(9, 13), side="end", steps=1, by_character=True) == Span(9, 14)


@given(
    st.integers(0, 18),
    st.integers(1, 19),
    st.sampled_from(["start", "end"]),
    st.integers(-4, 4),
    st.booleans(),
)
def test_a_moved_span_is_never_empty_and_stays_inside(start, end, side, steps, by_character):
    if end <= start:
        return
    moved = Boundaries(TEXT, TOKENS).moved(
        Span(start, end), side=side, steps=steps, by_character=by_character
    )
    assert moved
    assert 0 <= moved.start < moved.end <= len(TEXT)


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("값은 3.5%다. 다음", 2, 9),
        ("“좋다.” 했다", 1, 5),
        ("끝이 없다", 0, 5),
        ("한 줄\n두 줄.", 0, 3),
        ("정말?! 응", 0, 4),
    ],
)
def test_where_a_sentence_ends(text, at, end):
    assert Boundaries(text).sentence_end(at) == end


RAW = "제목이다\n다온\n시는 새롭\u1112\u1161\u11ab 도시다. 나래는\n"
BLOCKS = [
    Block(1, 1, 1, 0, 5, Role.BODY, 1),
    Block(2, 1, 1, 5, len(RAW), Role.BODY, 0),
]
MAP = textmap.build(RAW, BLOCKS, [Correction(7, 8, "")])


def test_on_raw_spans_over_a_joined_line_and_in_another_order():
    assert MAP.text == "다온시는 새롭한 도시다. 나래는\n제목이다"
    at = ArticleBoundaries(MAP)
    assert at.word_at(5) == Span(5, 9)
    assert at.word_at(5).of(RAW) == "다온\n시"
    assert at.particle_toggled(Span(5, 9)) == Span(5, 10)
    assert at.particle_toggled(Span(5, 10)) == Span(5, 9)
    assert at.moved(Span(5, 10), side="end", steps=-1) == Span(5, 9)
    assert at.moved(Span(0, 2), side="start", steps=-3) == Span(0, 2)
    assert at.sentence_end(Span(5, 9)) == RAW.index(". ") + 1
    assert at.snapped(Span(5, 10)) == Span(5, 9)


@given(
    st.integers(0, len(RAW) - 1),
    st.integers(1, len(RAW)),
    st.sampled_from(["start", "end"]),
    st.integers(-3, 3),
)
def test_raw_spans_stay_in_their_block(start, end, side, steps):
    if end <= start or any(
        b.start < end and start < b.end and not b.span.contains(Span(start, end)) for b in BLOCKS
    ):
        return
    at = ArticleBoundaries(MAP)
    moved = at.moved(Span(start, end), side=side, steps=steps)
    block = next(b for b in BLOCKS if b.span.contains(Span(start, end)))
    assert moved
    assert block.span.contains(moved)


def test_cuts_are_raw_offsets_inside():
    text = "다온시교통국"
    tokens = [Token(0, 3, "NNP"), Token(3, 5, "NNG"), Token(5, 6, "NNG")]
    mapped = textmap.build(text, [Block(1, 1, 1, 0, 6, Role.BODY, 0)])
    assert ArticleBoundaries(mapped, tokens).cuts(Span(0, 6)) == [3, 5]


def test_an_edge_stops_where_it_would_pass_the_other():
    at = Boundaries(TEXT, TOKENS)
    assert at.moved(Span(0, 3), side="start", steps=1) == Span(0, 3)
    assert at.moved(Span(9, 13), side="start", steps=5) == Span(11, 13)
    assert at.moved(Span(9, 11), side="end", steps=-1) == Span(9, 11)
