"""The map between raw and reading text is exact both ways, whatever is laid over raw."""

import itertools
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain import textmap
from desktop_app.domain.article import Correction, Role
from desktop_app.domain.drafts import BlockDraft
from desktop_app.domain.spans import Span

raws = st.text(alphabet=st.sampled_from("가나다 \n\r\tab😀각ᄒ́"), min_size=1, max_size=60)


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, list[BlockDraft], list[Correction]]:
    raw = draw(raws)
    cuts = sorted(draw(st.sets(st.integers(1, len(raw)), max_size=5)) | {0, len(raw)})
    orders = draw(st.permutations(range(len(cuts) - 1)))
    roles = st.sampled_from([Role.BODY, Role.TITLE, Role.BOILERPLATE])
    blocks = [
        BlockDraft(a, b, draw(roles), 0, order=orders[i]) for i, (a, b) in enumerate(itertools.pairwise(cuts))
    ]
    edges = st.integers(0, len(raw))
    texts = st.sampled_from(["", " ", "가", "다다", "\n"])
    pairs = draw(st.lists(st.tuples(edges, edges, texts), max_size=5))
    return raw, blocks, [Correction(min(a, b), max(a, b), text) for a, b, text in pairs]


@settings(max_examples=300)
@given(sources())
def test_pieces_tile_reading_text_and_copy_raw(
    source: tuple[str, list[BlockDraft], list[Correction]],
) -> None:
    raw, blocks, corrections = source
    mapped = textmap.build(raw, blocks, corrections)
    at = 0
    for read, behind, verbatim in mapped.pieces():
        assert read.start == at
        at = read.end
        if verbatim:
            assert read.of(mapped.text) == behind.of(raw)
    assert at == len(mapped.text) == len(mapped)


@settings(max_examples=300)
@given(sources())
def test_every_verbatim_character_goes_there_and_back(
    source: tuple[str, list[BlockDraft], list[Correction]],
) -> None:
    raw, blocks, corrections = source
    mapped = textmap.build(raw, blocks, corrections)
    for read, behind, verbatim in mapped.pieces():
        if not verbatim:
            continue
        for i in range(len(read)):
            one = Span(read.start + i, read.start + i + 1)
            other = Span(behind.start + i, behind.start + i + 1)
            assert mapped.raw_span(one) == other
            assert mapped.reading_span(other) == one
            assert mapped.raw_offset(one.start) == other.start


@settings(max_examples=300)
@given(sources(), st.data())
def test_a_span_that_shows_raw_survives_the_round_trip(
    source: tuple[str, list[BlockDraft], list[Correction]], data: st.DataObject
) -> None:
    raw, blocks, corrections = source
    mapped = textmap.build(raw, blocks, corrections)
    if not mapped.blocks:
        return
    block = data.draw(st.sampled_from(mapped.blocks))
    a = data.draw(st.integers(block.start, block.end))
    b = data.draw(st.integers(block.start, block.end))
    span = Span(min(a, b), max(a, b))
    behind = mapped.raw_span(span)
    if not behind:
        return
    back = mapped.reading_span(behind)
    assert back is not None
    # What comes back holds the span's own raw characters; only replaced stretches may widen it.
    assert mapped.raw_span(back) == behind


@given(sources())
def test_boilerplate_is_not_read(source: tuple[str, list[BlockDraft], list[Correction]]) -> None:
    raw, blocks, _ = source
    mapped = textmap.build(raw, blocks)
    read = {i for _, behind, _ in mapped.pieces() for i in range(behind.start, behind.end)}
    for block in blocks:
        if block.role is Role.BOILERPLATE:
            assert not read & set(range(block.start, block.end))


def test_decomposed_text_reads_composed() -> None:
    raw = unicodedata.normalize("NFD", "경기도는 웃었다\r\n그래")
    mapped = textmap.build(raw, [BlockDraft(0, len(raw), Role.BODY, 0)])
    assert mapped.text == "경기도는 웃었다\n그래"
    assert mapped.raw_span(Span(0, 3)) == Span(0, len(unicodedata.normalize("NFD", "경기도")))


def test_a_joined_word_is_one_span_over_the_break() -> None:
    raw = "혁\n신도시가 문을 열었다."
    mapped = textmap.build(raw, [BlockDraft(0, len(raw), Role.BODY, 0)], [Correction(1, 2, "")])
    assert mapped.text == "혁신도시가 문을 열었다."
    assert mapped.raw_span(Span(0, 4)) == Span(0, 5)
    assert mapped.reading_span(Span(0, 5)) == Span(0, 4)


def test_blocks_are_read_in_their_own_order() -> None:
    raw = "본문이다.\n제목"
    blocks = [BlockDraft(0, 6, Role.BODY, 0, order=1), BlockDraft(6, 8, Role.TITLE, 0, order=0)]
    mapped = textmap.build(raw, blocks)
    assert mapped.text == "제목\n본문이다."
    assert [(b.start, b.end, b.role) for b in mapped.blocks] == [(0, 2, "title"), (3, 8, "body")]
    assert mapped.raw_span(Span(3, 5)) == Span(0, 2)
    assert mapped.block_at(1) == mapped.blocks[0]


def test_a_million_characters_map_quickly_enough_to_build() -> None:
    raw = "가나다라 " * 200_000
    mapped = textmap.build(raw, [BlockDraft(0, len(raw), Role.BODY, 0)])
    assert len(mapped) == len(raw) - 1
    assert mapped.reading_span(Span(500_000, 500_004)) == Span(500_000, 500_004)
