from __future__ import annotations

import pytest

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.mending import mended
from desktop_app.extraction.patterns.people import People


def _mended(text: str, surface: str, label: str) -> list[tuple[str, str]]:
    start = text.index(surface)
    hits = mended([Hit(start, start + len(surface), label, 0.9)], text)
    return [(hit.label, hit.surface(text)) for hit in hits]


@pytest.mark.parametrize(
    ("text", "surface", "label", "wanted"),
    [
        ("회의(INC-5)가", "INC", "EV", ("EV", "INC-5")),
        ("발전소(EDUⅡ)와", "EDU", "OG", ("OG", "EDUⅡ")),
        ("코엑스 3층 E홀에서", "코엑스", "LC", ("LC", "코엑스 3층 E홀")),
        ("제주 국제컨벤션센터 201호에서", "제주 국제컨벤션센터", "OG", ("LC", "제주 국제컨벤션센터 201호")),
        ("고리 1호기는", "고리", "LC", ("LC", "고리")),
        ("사업자인 (주)에이더블유피는", "(주)에이더블유피", "OG", ("OG", "에이더블유피")),
        ("‘한빛 포럼", "‘한빛 포럼", "EV", ("EV", "한빛 포럼")),
        ("(가칭) 재단", "(가칭) 재단", "OG", ("OG", "(가칭) 재단")),
        ("성장률 -1.42%에", "-1.42%", "QT", ("QT", "-1.42%")),
    ],
)
def test_boundaries(text: str, surface: str, label: str, wanted: tuple[str, str]) -> None:
    assert _mended(text, surface, label) == [wanted]


def test_posts_and_what_is_glued_to_them() -> None:
    text = "전해솔 경과원장은"
    people = People(load_gazetteer())
    for hit in (Hit(4, 6, "OG", 0.6), Hit(6, 8, "CV_POSITION", 0.9)):
        (whole,) = mended([hit], text, people.post_length)
        assert (whole.label, whole.surface(text)) == ("CV_POSITION", "경과원장")
    byline = [Hit(1, 4, "PS", 0.9), Hit(4, 6, "CV_POSITION", 0.9)]
    assert mended(byline, "/한누리기자") == byline


def test_nationalities_are_no_places_and_inside_is_a_place() -> None:
    assert _mended("중국인 A씨", "중국", "LC") == []
    assert _mended("경기도 내 중소기업", "경기도", "OG") == [("LC", "경기도")]
    assert _mended("경기도는 내년에", "경기도", "OG") == [("OG", "경기도")]
    assert _mended("한빛센터에서 포럼을 열었다", "한빛센터", "OG") == [("LC", "한빛센터")]


def test_what_is_nothing_but_marks_goes() -> None:
    assert _mended("가 ‘ 나", "‘", "OG") == []


def test_a_grown_hit_swallows_what_it_covers() -> None:
    text = "S2W는"
    hits = mended([Hit(0, 1, "OG", 0.6), Hit(1, 3, "QT", 0.9)], text)
    assert [hit.surface(text) for hit in hits] == ["S2W"]
