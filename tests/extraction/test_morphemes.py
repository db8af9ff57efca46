"""Units and sentences: offsets are code points of the text that went in, whatever the text is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.morphemes import LONGEST_PIECE, Morphemes, sentences, units_of


@dataclass
class _Token:
    form: str
    tag: str
    start: int
    len: int
    id: int = 7
    oov: bool = False


@pytest.fixture(scope="module")
def morphemes() -> Morphemes:
    return Morphemes(workers=1)


def test_overlapping_tokens_become_one_unit_and_empty_ones_go():
    text = "지난 날이"
    tokens = [
        _Token("지나", "VV", 0, 2),
        _Token("ᆫ", "ETM", 1, 1),
        _Token("날", "NNG", 3, 1),
        _Token("", "JX", 4, 0),
        _Token("이", "JKS", 4, 1),
    ]
    units = units_of(text, tokens)
    assert [(u.surface, u.tag, u.spaced) for u in units] == [
        ("지난", "VV+ETM", True),
        ("날", "NNG", True),
        ("이", "JKS", False),
    ]
    assert units[0].form == "지나+ᆫ"


def test_offsets_are_code_points_after_an_emoji(morphemes):
    text = "🎉 서울시는 😀 문을 열었다."
    (units,) = morphemes.units([text])
    assert all(text[u.start : u.end] == u.surface for u in units)
    assert any(u.surface in {"서울시", "서울"} for u in units)


def test_texts_without_words_give_empty_lists(morphemes):
    assert morphemes.analyse(["", "   ", "\n"]) == [[], [], []]


def test_a_pretokenized_span_stays_whole():
    whole = Morphemes(
        1, pretokenized=lambda text: [(text.index("새누리별"), text.index("새누리별") + 4, "NNP")]
    )
    (tokens,) = whole.analyse(["오늘 새누리별이 문을 열었다."])
    assert ("새누리별", "NNP") in {(t.form, t.tag) for t in tokens}


@pytest.mark.parametrize(
    "text", ["\x00\x01제어\x7f문자", "ㅋㅋㅋㅠㅠ", "國立臺灣大學", "only English here", "서울" * 900]
)
def test_odd_texts_keep_their_offsets(morphemes, text):
    (units,) = morphemes.units([text])
    assert all(0 <= u.start < u.end <= len(text) for u in units)
    assert all(a.end <= b.start for a, b in pairwise(units))


def test_sentences_end_at_marks_and_lines():
    text = "첫 문장이다. 둘째인가?\n제목 없이 이어진 줄\n\n“끝났다.” 그는 갔다."
    assert [s.of(text) for s in sentences(text)] == [
        "첫 문장이다.",
        "둘째인가?",
        "제목 없이 이어진 줄",
        "“끝났다.”",
        "그는 갔다.",
    ]


def test_a_sentence_end_inside_an_open_quotation_does_not_cut():
    text = "그는 “어렵다. 그래도 한다”고 말했다. 다음이다."
    assert [s.of(text) for s in sentences(text)] == ["그는 “어렵다. 그래도 한다”고 말했다.", "다음이다."]


def test_a_number_with_a_point_is_not_cut():
    assert len(sentences("비율은 3.5% 올랐다.")) == 1


@given(st.text(alphabet="가나 .!?\n“”다12", max_size=400))
def test_sentences_cover_everything_but_blanks(text):
    spans = sentences(text)
    inside = {i for s in spans for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 < len(s) <= LONGEST_PIECE for s in spans)


def test_one_endless_line_is_chopped_quickly():
    text = "가나다 라마바사" * 100_000
    spans = sentences(text)
    assert max(len(s) for s in spans) <= LONGEST_PIECE
    assert sum(len(s) for s in spans) > 0.99 * len(text.replace(" ", ""))
