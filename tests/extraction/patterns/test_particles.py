from __future__ import annotations

from desktop_app.extraction.patterns.particles import ends_name, starts_word, stems, words


def test_a_name_ends_before_its_particle() -> None:
    text = "경기도는 밝혔다"
    assert ends_name(text, 3)
    assert not ends_name(text, 2)
    assert ends_name(text, 4)


def test_a_name_starts_a_word() -> None:
    assert starts_word("(경기도", 1)
    assert not starts_word("남경기도", 1)


def test_stems_and_words() -> None:
    assert stems("원장은") == ("원장은", "원장")
    assert words("김 지사, AI·로봇") == [(0, 1), (2, 4), (6, 11)]
