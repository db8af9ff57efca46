from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.offsets import Utf16Offsets

texts = st.text(alphabet=st.sampled_from("가a\n😀𠮷é"), max_size=40)


@given(texts)
def test_every_offset_comes_back(text: str) -> None:
    offsets = Utf16Offsets(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_utf16(point) == units
        assert offsets.to_points(units) == point
    assert len(offsets) == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert Utf16Offsets("a😀b").to_points(2) == 1


def test_offsets_outside_are_cut() -> None:
    offsets = Utf16Offsets("가😀")
    assert offsets.to_utf16(99) == 3
    assert offsets.to_points(99) == 2
    assert offsets.to_points(-5) == 0
