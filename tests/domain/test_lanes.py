from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.lanes import LineIndex, lanes
from desktop_app.domain.spans import Span

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 40), st.integers(1, 15))


@given(st.lists(spans, max_size=20))
def test_no_two_of_a_lane_overlap(items: list[Span]) -> None:
    placed = lanes((s, i) for i, s in enumerate(items))
    assert sorted(p.key for p in placed) == list(range(len(items)))
    for i, a in enumerate(placed):
        for b in placed[i + 1 :]:
            assert a.lane != b.lane or not a.span.overlaps(b.span)


@given(st.lists(spans, max_size=15))
def test_an_outer_span_lies_below_what_it_holds(items: list[Span]) -> None:
    placed = lanes((s, i) for i, s in enumerate(items))
    for a in placed:
        for b in placed:
            if a.span.contains(b.span) and a.span != b.span:
                assert a.lane > b.lane


def test_the_index_gives_what_touches_a_line() -> None:
    placed = lanes([(Span(0, 3), "a"), (Span(2, 9), "b"), (Span(12, 14), "c")])
    index = LineIndex([0, 5, 10], placed)
    assert {p.key for p in index.on_line(0)} == {"a", "b"}
    assert {p.key for p in index.on_line(1)} == {"b"}
    assert {p.key for p in index.on_line(2)} == {"c"}
    assert index.on_line(7) == []
