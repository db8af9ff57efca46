from __future__ import annotations

import pytest

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.veto import allowed, find_vetoes


@pytest.mark.parametrize(
    ("text", "vetoed"),
    [
        ("문의: 031-888-0000", "031-888-0000"),
        ("전화 02)123-4567 로", "전화 02)123-4567"),
        ("nek@example.com 으로", "nek@example.com"),
        ("https://example.kr/a?b=1 참조", "https://example.kr/a?b=1"),
        ("www.example.go.kr에서", "www.example.go.kr"),
        ("#기후위기 #탄소", "#기후위기"),
        ("ⓒ 연합통신 무단전재", "ⓒ 연합통신 무단전재"),
    ],
)
def test_addresses_numbers_and_credits_are_vetoed(text: str, vetoed: str) -> None:
    assert vetoed in [span.of(text) for span in find_vetoes(text)]


@pytest.mark.parametrize("text", ["2024-05-28 개최", "5·18 민주화운동", "4061억원", "10:00~18:00"])
def test_dates_and_amounts_are_not_vetoed(text: str) -> None:
    hit = Hit(0, len(text.split(maxsplit=1)[0]), "DT", 0.9)
    assert list(allowed([hit], text, find_vetoes(text))) == [hit]


def test_a_page_code_is_no_quantity() -> None:
    text = "A12면에 이어 1면 참조"
    hits = [Hit(0, 4, "QT", 0.9), Hit(8, 10, "QT", 0.9)]
    assert list(allowed(hits, text, [])) == []
