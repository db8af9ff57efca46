from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction import document
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.resolve import resolved


def _hit(text: str, surface: str, label: str, sure: float = 0.9, nth: int = 0) -> Hit:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return Hit(start, start + len(surface), label, sure, "tagger")


def _found(hits: list[Hit], text: str) -> list[tuple[str, str]]:
    return [(hit.label, hit.surface(text)) for hit in hits]


def test_a_declared_alias_is_found_under_every_particle() -> None:
    text = "경기도경제과학진흥원(이하 경과원)이 열었다. 경과원은 밝혔다. 경과원장은 말했다."
    hits = resolved(document.with_aliases([_hit(text, "경기도경제과학진흥원", "OG")], text))
    assert _found(hits, text) == [("OG", "경기도경제과학진흥원"), ("OG", "경과원"), ("OG", "경과원")]
    assert {hit.concept for hit in hits[1:]} == {"경기도경제과학진흥원"}


def test_the_surer_reading_of_name_and_gloss_counts_for_both() -> None:
    text = "중소벤처기업부 팁스(TIPS)에 뽑혔다."
    hits = [_hit(text, "팁스", "OG", 0.5), _hit(text, "TIPS", "CV_POLICY", 0.9)]
    assert _found(resolved(document.with_aliases(hits, text)), text) == [
        ("CV_POLICY", "팁스"),
        ("CV_POLICY", "TIPS"),
    ]


def test_a_name_is_found_again_and_swallows_its_pieces() -> None:
    text = "‘제주 평화포럼’이 열린다. 제주 평화포럼은 올해가 처음이다."
    hits = [_hit(text, "제주 평화포럼", "EV"), _hit(text, "제주", "LC", 0.8, nth=1)]
    assert _found(document.with_repetitions(hits, text), text) == [("EV", "제주 평화포럼")] * 2


def test_a_name_inside_a_longer_word_is_not_repeated() -> None:
    text = "대구은행이 열었다. 대구은행장은 말했다."
    assert len(document.with_repetitions([_hit(text, "대구은행", "OG")], text)) == 1


def test_surname_and_post_mean_the_person_named_in_full() -> None:
    text = "강성천 원장과 김영호 국장이 왔다. 강 원장은 말했다."
    hits = [_hit(text, "강성천", "PS"), _hit(text, "김영호", "PS"), _hit(text, "강", "PS", nth=1)]
    assert [hit.concept for hit in document.with_concepts(hits, text)] == ["강성천", "김영호", "강성천"]


def test_of_two_persons_with_one_surname_the_one_named_last() -> None:
    text = "김하나 과장이 말했다. 김두리 교수도 왔다. 김 교수는 웃었다."
    hits = [_hit(text, "김하나", "PS"), _hit(text, "김두리", "PS"), _hit(text, "김", "PS", nth=2)]
    assert document.with_concepts(hits, text)[-1].concept == "김두리"


@given(
    st.text(alphabet="경기도는 에서의AB", max_size=40), st.text(alphabet="경기도AB", min_size=1, max_size=4)
)
def test_occurrences_are_words(text: str, surface: str) -> None:
    for start, end in document.occurrences(text, surface):
        assert text[start:end] == surface
        assert start == 0 or not text[start - 1].isalnum()
