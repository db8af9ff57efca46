from __future__ import annotations

import pytest

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.values.places import place_of

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("surface", "code"),
    [("경기도", "41"), ("경기도 포천시", "41650"), ("전북특별자치도", "52"), ("광주광역시", "29")],
)
def test_codes(surface: str, code: str) -> None:
    value = place_of(surface, "LC", GAZETTEER)
    assert value is not None
    assert value.text.split()[0] == code


def test_a_former_name_says_so() -> None:
    value = place_of("전라북도", "LC", GAZETTEER)
    assert value is not None
    assert value.rule == "place.former"


def test_unknown_places_have_no_value() -> None:
    assert place_of("어느 마을 회관", "LC", GAZETTEER) is None
