from __future__ import annotations

import pytest

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.patterns.people import People

PEOPLE = People(load_gazetteer())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("강성천 원장은 말했다", {("PS", "강성천"), ("CV_POSITION", "원장")}),
        ("김 지사는 밝혔다", {("PS", "김"), ("CV_POSITION", "지사")}),
        ("(원장 김응태)은", {("PS", "김응태"), ("CV_POSITION", "원장")}),
        ("서채린 기자", {("PS", "서채린"), ("CV_POSITION", "기자")}),
        ("옥강호(74) 선생", {("PS", "옥강호")}),
        ("A씨는", {("PS", "A")}),
        ("△산업기술시장과장 서근배", {("PS", "서근배"), ("CV_POSITION", "산업기술시장과장")}),
    ],
)
def test_persons_and_posts(text: str, wanted: set[tuple[str, str]]) -> None:
    found = {(hit.label, hit.surface(text)) for hit in PEOPLE.find(text)}
    assert wanted <= found


@pytest.mark.parametrize("text", ["전 장관은", "현 시장은", "정부는 기업을 지원한다", "최근 이어진 가뭄"])
def test_former_and_present_are_no_surnames(text: str) -> None:
    assert not [hit for hit in PEOPLE.find(text) if hit.label == "PS"]


def test_a_post_keeps_its_compound() -> None:
    assert PEOPLE.post_length("사회혁신경제과장은") == len("사회혁신경제과장")
    assert PEOPLE.post_length("경제를") == 0
