from __future__ import annotations

import pytest

from desktop_app.domain.suggestions import Lexicon, LexiconEntry
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.lexicon import LearntNames


def _learnt(*entries: LexiconEntry) -> LearntNames:
    return LearntNames(Lexicon(entries))


@pytest.mark.parametrize("particle", ["", "은", "이", "에서", "으로부터"[:2], "과의", "이라고"])
def test_an_accepted_name_is_found_under_every_particle(particle: str) -> None:
    text = f"어제 새봄연구회{particle} 모였다"
    hits = list(_learnt(LexiconEntry("새봄연구회", "OG")).find(text))
    assert [(hit.surface(text), hit.label, hit.origin) for hit in hits] == [("새봄연구회", "OG", "lexicon")]


def test_a_name_inside_another_word_is_not_found() -> None:
    assert not list(_learnt(LexiconEntry("새봄", "OG")).find("늘새봄은 새봄맞이"))


def test_the_longest_accepted_name_wins_and_blanks_may_break() -> None:
    learnt = _learnt(LexiconEntry("새봄", "PS"), LexiconEntry("새봄 연구회", "OG"))
    text = "새봄  연구회가"
    assert [hit.surface(text) for hit in learnt.find(text)] == ["새봄  연구회"]


def test_a_refused_surface_is_not_proposed_the_same_way() -> None:
    text = "예산은"
    place, money = Hit(0, 2, "LC", 0.9), Hit(0, 2, "OG", 0.9)
    assert list(_learnt(LexiconEntry("예산", "", scope="LC")).allowed([place, money], text)) == [money]
    assert list(_learnt(LexiconEntry("예산", "")).allowed([place, money], text)) == []


def test_the_last_decision_counts() -> None:
    learnt = _learnt(LexiconEntry("예산", "", scope="LC"), LexiconEntry("예산", "LC"))
    assert [hit.label for hit in learnt.find("예산에서")] == ["LC"]
    assert list(learnt.allowed([Hit(0, 2, "LC", 0.9)], "예산에서"))
    again = _learnt(LexiconEntry("예산", "LC"), LexiconEntry("예산", "", scope="LC"))
    assert not list(again.find("예산에서"))


def test_numbers_are_left_to_the_patterns_and_emptiness_is_no_name() -> None:
    learnt = _learnt(LexiconEntry("3개", "QT"), LexiconEntry(" ", "OG"), LexiconEntry("(", "OG"))
    assert not list(learnt.find("3개 기업 ("))


def test_no_lexicon_changes_nothing() -> None:
    hit = Hit(0, 1, "OG", 0.5)
    assert list(LearntNames(None).find("아무것")) == []
    assert list(LearntNames(None).allowed([hit], "아")) == [hit]


def test_an_accepted_name_does_not_break_a_longer_one_that_is_believed() -> None:
    learnt = _learnt(LexiconEntry("새봄", "LC"))
    text = "새봄 연구회가 새봄에서 모였다"
    believed, doubtful = Hit(0, 6, "OG", 0.8, "tagger"), Hit(0, 6, "OG", 0.3, "tagger")
    assert [hit.start for hit in learnt.find_apart(text, [believed])] == [8]
    assert [hit.start for hit in learnt.find_apart(text, [doubtful])] == [0, 8]
    assert [hit.start for hit in learnt.find_apart(text, [Hit(0, 2, "OG", 0.9)])] == [0, 8]


def test_a_longer_name_that_was_refused_does_not_hold_the_accepted_one_back() -> None:
    learnt = _learnt(LexiconEntry("새봄", "LC"), LexiconEntry("새봄 연구회", "", scope="OG"))
    assert [h.start for h in learnt.find_apart("새봄 연구회가", [Hit(0, 6, "OG", 0.8)])] == [0]
