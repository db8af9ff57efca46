"""Where the guidelines cut a place name."""

from __future__ import annotations

import pytest

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.tagger.labels import TaggedSpan
from desktop_app.extraction.tagger.places import cut_places


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("부산 사직구장", ["부산", "사직구장"]),
        ("이탈리아 베네치아", ["이탈리아", "베네치아"]),
        ("충북 청주시 흥덕구 오송읍", ["충북 청주시 흥덕구 오송읍"]),
        ("경북 포항", ["경북 포항"]),
        ("서울 은평구 역촌동 푸른도서관", ["서울 은평구 역촌동", "푸른도서관"]),
        ("코엑스 그랜드볼룸 101호", ["코엑스 그랜드볼룸 101호"]),
        ("강원 북부 산지", ["강원 북부 산지"]),
    ],
)
def test_levels_of_an_address_stay_and_venues_part(place, parts):
    text = f"행사는 {place}에서 열린다."
    spans = cut_places(text, [TaggedSpan(4, 4 + len(place), "LC", 0.9)], load_gazetteer())
    assert [text[s.start : s.end] for s in spans] == parts
    assert {s.confidence for s in spans} == {0.9}


def test_other_labels_stay_whole():
    text = "부산 사직구장"
    span = TaggedSpan(0, len(text), "EV")
    assert cut_places(text, [span], load_gazetteer()) == [span]
