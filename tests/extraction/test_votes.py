from __future__ import annotations

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.votes import listed_alike, named_alike


def _hits(text: str, *labelled: tuple[str, str]) -> list[Hit]:
    hits, place = [], 0
    for surface, label in labelled:
        start = text.index(surface, place)
        place = start + len(surface)
        hits.append(Hit(start, place, label, 0.9))
    return hits


def _nothing(surface: str, label: str) -> bool:
    del surface, label
    return False


def test_the_odd_one_of_a_list_follows() -> None:
    text = "가온칩스·세메스·미코·유니테스트"
    hits = _hits(text, ("가온칩스", "OG"), ("세메스", "OG"), ("미코", "PS"), ("유니테스트", "OG"))
    assert {hit.label for hit in listed_alike(hits, text, _nothing)} == {"OG"}
    assert listed_alike(hits, text, lambda surface, label: surface == "미코") == hits


def test_short_lists_and_mixed_lists_stay() -> None:
    text = "서울·삼성·엘지"
    hits = _hits(text, ("서울", "LC"), ("삼성", "OG"), ("엘지", "OG"))
    assert listed_alike(hits, text, _nothing) == hits


def test_one_surface_has_one_label_but_governments_keep_their_role() -> None:
    text = "리오 리오 리오"
    hits = _hits(text, ("리오", "AF"), ("리오", "PS"), ("리오", "AF"))
    assert {hit.label for hit in named_alike(hits, text, _nothing)} == {"AF"}
    text = "경기도 경기도 경기도"
    roles = _hits(text, ("경기도", "OG"), ("경기도", "LC"), ("경기도", "OG"))
    assert named_alike(roles, text, lambda *_: True) == roles
