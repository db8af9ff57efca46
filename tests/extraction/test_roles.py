from __future__ import annotations

import pytest

from desktop_app.extraction.roles import role_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[전북특별자치도]는 포럼을 개최했다.", "OG"),
        ("[경기도] 내 중소기업", "LC"),
        ("[경기도]에서 열렸다.", "LC"),
        ("[광주시] 제공", "OG"),
        ("[경기도](도지사 김동연)와", "OG"),
        ("[부산] 지역 기업", "LC"),
        ("[전남]까지 이어진다", "LC"),
        ("[수원시]와 용인시는 손을 잡았다", "OG"),
        ("[서울] 더플라자호텔", "LC"),
    ],
)
def test_roles(text: str, role: str) -> None:
    start, end = text.index("["), text.index("]")
    plain = text.replace("[", "").replace("]", "")
    assert role_of(plain, start, end - 1)[0] == role
