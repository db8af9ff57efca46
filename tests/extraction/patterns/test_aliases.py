from __future__ import annotations

import pytest

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.aliases import abbreviates, find_aliases


def _alias(text: str, name: str, label: str) -> list[str]:
    start = text.index(name)
    return [alias.surface for alias in find_aliases(text, [Hit(start, start + len(name), label, 0.9)])]


@pytest.mark.parametrize(
    ("text", "name", "label", "alias"),
    [
        ("경기도경제과학진흥원(이하 경과원)은", "경기도경제과학진흥원", "OG", "경과원"),
        ("경기도경제과학진흥원(경과원)이", "경기도경제과학진흥원", "OG", "경과원"),
        ("과학기술정책연구원(이하 STEPI, 원장 윤지웅)은", "과학기술정책연구원", "OG", "STEPI"),
        ("줄리안 퀸타르트(Julian Quintart)가", "줄리안 퀸타르트", "PS", "Julian Quintart"),
        ("쑨리화(孫麗華·41)씨는", "쑨리화", "PS", "孫麗華"),
        ("기업 지속가능성 실사 지침(CSDDD)을", "기업 지속가능성 실사 지침", "CV_POLICY", "CSDDD"),
    ],
)
def test_declared_aliases(text: str, name: str, label: str, alias: str) -> None:
    assert _alias(text, name, label) == [alias]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("노갑성(전남대)은", "노갑성", "PS"),
        ("옥강호(74) 선생", "옥강호", "PS"),
        ("경기도(도지사 김동연)와", "경기도", "OG"),
        ("다나카 레이(JAMSTEC)", "다나카 레이", "PS"),
        ("김하라(University of Iceland)", "김하라", "PS"),
    ],
)
def test_affiliations_ages_and_posts_are_no_aliases(text: str, name: str, label: str) -> None:
    assert _alias(text, name, label) == []


def test_abbreviations() -> None:
    assert abbreviates("경과원", "경기도경제과학진흥원")
    assert not abbreviates("원과경", "경기도경제과학진흥원")
    assert not abbreviates("경", "경기도")
