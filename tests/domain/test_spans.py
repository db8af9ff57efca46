import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.spans import Span, longest_first, snapped, trimmed

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 50), st.integers(0, 20))


def test_a_span_may_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
    with pytest.raises(ValueError, match="not a span"):
        Span(-1, 2)


@given(spans, spans)
def test_overlap_is_a_shared_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a and b:
        assert a.overlaps(b) == bool(shared)
    assert a.crosses(b) == b.crosses(a)


@given(spans, spans)
def test_the_hull_contains_both(a: Span, b: Span) -> None:
    hull = a.hull(b)
    assert hull.contains(a)
    assert hull.contains(b)


@given(st.text(alphabet="가 \n\t나", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_trimming_takes_only_blanks(text: str, a: int, b: int) -> None:
    span = Span(min(a, b), max(a, b))
    kept = trimmed(span, text)
    assert kept.of(text) == span.of(text).strip()
    assert span.contains(kept)


@given(st.lists(spans.filter(bool), max_size=12))
def test_longest_first_is_flat_and_keeps_the_longest(items: list[Span]) -> None:
    kept = longest_first(items)
    assert kept == sorted(kept)
    assert all(not a.overlaps(b) for i, a in enumerate(kept) for b in kept[i + 1 :])
    assert all(any(item.overlaps(k) for k in kept) for item in items)
    if items:
        assert max(len(s) for s in items) == max(len(s) for s in kept)


def test_snapping_covers_whole_tokens() -> None:
    tokens = [Span(0, 3), Span(3, 4), Span(5, 8)]
    assert snapped(Span(1, 6), tokens) == Span(0, 8)
    assert snapped(Span(9, 12), tokens) == Span(9, 12)
