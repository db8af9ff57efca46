"""Particles after Hangul, digits, letters, brackets; marks in templates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.gui.words.josa import fill, josa, several


@pytest.mark.parametrize(
    ("word", "pair", "particle"),
    [
        ("경기도", "을/를", "를"),
        ("경기북", "을/를", "을"),
        ("서울", "이/가", "이"),
        ("서울", "으로/로", "로"),
        ("부산", "으로/로", "으로"),
        ("제주", "으로/로", "로"),
        ("누리온 5", "은/는", "는"),
        ("제3", "은/는", "은"),
        ("2028", "으로/로", "로"),
        ("10", "과/와", "과"),
        ("100", "이/가", "이"),
        ("ESG", "을/를", "를"),
        ("URL", "으로/로", "로"),
        ("STEM", "을/를", "을"),
        ("book", "을/를", "을"),
        ("export", "을/를", "를"),
        ("model", "으로/로", "로"),
        ("name", "을/를", "을"),
        ("note", "을/를", "를"),
        ("file", "으로/로", "로"),
        ("경기도경제과학진흥원(경과원)", "이/가", "이"),
        ("“다듬”", "을/를", "을"),
        ("", "을/를", "를"),
    ],
)
def test_the_particle_follows_the_sound(word: str, pair: str, particle: str):
    assert josa(word, pair) == particle


def test_a_mark_looks_at_what_was_filled_in():
    assert fill("{a}[을/를] {b}[으로/로] 내보냈어요.", a="기사", b="부산") == "기사를 부산으로 내보냈어요."


def test_a_mark_follows_literal_text_too():
    assert fill("라벨[이/가] 없어요") == "라벨이 없어요"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_is_filled_in_stays_as_it_is(value: str):
    assert fill("<{value}>", value=value) == f"<{value}>"


def test_brackets_inside_a_value_are_no_mark():
    assert fill("{name}[은/는] 없어요", name="가[을/를]나") == "가[을/를]나는 없어요"


def test_one_and_many():
    assert several(1, "{n} article", "{n} articles") == "1 article"
    assert several(1200, "{n} article", "{n} articles") == "1,200 articles"
