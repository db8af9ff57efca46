from __future__ import annotations

import pytest

from desktop_app.extraction.patterns.quoted import find_quoted, label_of_title


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("2024 경기도 ESG 컨퍼런스", "EV"),
        ("제9회 세계인권도시포럼", "EV"),
        ("CES 2024", "EV"),
        ("한국형 나이버트 프로그램 운영사업", "CV_POLICY"),
        ("분산에너지 활성화 특별법", "CV_POLICY"),
        ("평생 배운 공부 방법", ""),
        ("사람이 먼저다", ""),
    ],
)
def test_the_head_word_decides(title: str, label: str) -> None:
    assert label_of_title(title) == label


def test_marks_stay_outside() -> None:
    text = "‘팹리스 시제품 제작 지원사업’에 참여할"
    (hit,) = find_quoted(text)
    assert hit.surface(text) == "팹리스 시제품 제작 지원사업"
