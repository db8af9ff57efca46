"""The displayed text: folds in their raw place, anchored on raw, placeholders of the same length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction, Role
from desktop_app.domain.spans import Span
from desktop_app.gui.article.layout.display import display_of, harmless

LETTERS = "가나다 .a1😀\n\u1112\u1161\u11ab\u0301\r\x00\u202e\u2028"


def fold_line(lines: int) -> str:
    return f"… {lines}"


@st.composite
def articles(draw):
    """Raw text in blocks that tile it, roles and reading order mixed, some corrections."""
    pieces = draw(st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=7))
    roles = [draw(st.sampled_from([Role.BODY, Role.TITLE, Role.BOILERPLATE, Role.LIST])) for _ in pieces]
    order = draw(st.permutations(range(len(pieces))))
    blocks, at = [], 0
    for place, (text, role) in enumerate(zip(pieces, roles, strict=True)):
        blocks.append(Block(place + 1, 1, 1, at, at + len(text), role, order[place]))
        at += len(text)
    raw = "".join(pieces)
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=4)))
    corrections = [
        Correction(a, b, draw(st.text("나 ", max_size=2)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return raw, sorted(blocks, key=lambda b: (b.order, b.start)), corrections


@given(articles(), st.booleans())
def test_what_is_read_stands_in_the_display_and_leads_to_the_same_raw(made, opened):
    raw, blocks, corrections = made
    reading = textmap.build(raw, blocks, corrections)
    starts = frozenset(range(len(raw))) if opened else frozenset()
    shown = display_of(raw, blocks, corrections, fold_line=fold_line, opened=starts, reading=reading)
    assert len(shown.text) == len(shown.map.text)
    read = [reading.text[b.start : b.end] for b in reading.blocks]
    displayed = [shown.map.text[b.start : b.end] for b in shown.blocks if b.role != Role.BOILERPLATE]
    assert displayed == read
    for block, text in zip(reading.blocks, read, strict=True):
        raw_span = reading.raw_span(Span(block.start, block.end))
        if raw_span is not None and text:
            here, there = reading.reading_span(raw_span), shown.map.reading_span(raw_span)
            assert here is not None
            assert there is not None
            assert there.of(shown.map.text) == here.of(reading.text)


@given(articles())
def test_units_are_those_of_qt(made):
    raw, blocks, corrections = made
    shown = display_of(raw, blocks, corrections, fold_line=fold_line)
    encoded = shown.text.encode("utf-16-le")
    for at in range(len(shown.text)):
        span = shown.units_of(Span(at, at + 1))
        assert encoded[2 * span.start : 2 * span.end].decode("utf-16-le") == shown.text[at]


@given(st.text())
def test_placeholders_keep_the_length_and_leave_no_control(text):
    made = harmless(text)
    assert len(made) == len(text)
    assert not any(c in made for c in "\x00\r\x1b\u2028\u2029\u202e\ufdd0\ufeff\ufffc")
    made.encode("utf-8")


def _blocks(*parts: tuple[Role, str]) -> tuple[str, list[Block]]:
    blocks, at = [], 0
    for place, (role, text) in enumerate(parts):
        blocks.append(
            Block(place + 1, 1, 1, at, at + len(text), role, 0 if role is Role.BOILERPLATE else place)
        )
        at += len(text)
    return "".join(t for _, t in parts), blocks


def test_neighbours_fold_to_one_line_in_their_raw_place():
    raw, blocks = _blocks(
        (Role.BOILERPLATE, "홈\n"),
        (Role.BOILERPLATE, "\n경제\n"),
        (Role.TITLE, "제목\n"),
        (Role.BODY, "본문\n"),
        (Role.BOILERPLATE, "끝\n"),
        (Role.BODY, "더\n"),
    )
    shown = display_of(raw, blocks, [], fold_line=fold_line)
    assert shown.text == "… 2\n제목\n본문\n… 1\n더"
    assert [f.span.of(raw) for f in shown.folds] == ["홈\n\n경제", "끝"]
    opened = display_of(raw, blocks, [], fold_line=fold_line, opened=frozenset({0}))
    assert opened.text == "홈\n경제\n제목\n본문\n… 1\n더"


def test_a_mention_in_a_fold_is_not_where_the_fold_line_is_read():
    raw, blocks = _blocks((Role.BOILERPLATE, "홈 화면\n"), (Role.BODY, "본문\n"))
    shown = display_of(raw, blocks, [], fold_line=fold_line)
    assert shown.is_folded(0)
    assert not shown.is_folded(1)
    assert shown.fold_at(0) is not None
    assert shown.fold_at(len(shown.text)) is None
