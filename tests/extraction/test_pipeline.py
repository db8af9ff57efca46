"""The pipeline with its real parts, with parts missing, and with bad input."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.suggestions import ArticleText, Lexicon, LexiconEntry, SuggestedMention, Suggestions
from desktop_app.extraction.analysis import LONGEST_ARTICLE
from desktop_app.extraction.building import build_extractor
from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.pipeline import Extractor
from desktop_app.extraction.plugins import DictionarySuggester
from desktop_app.paths import resources_dir

TEXT = (
    "경기도, ‘청년 기회 포럼’ 개최\n"
    "경기도경제과학진흥원(이하 경과원)은 14일 판교에서 ‘청년 기회 포럼’을 열었다고 밝혔다.\n"
    "강성천 원장은 “300여 명이 참석했다”고 말했다. 강 원장은 4061억원을 언급했다. 문의 031-888-0000"
)
BAD = [
    "",
    " ",
    "\n\n",
    "😀" * 50,
    "ㅋㅋㅋㅋ ㅠㅠ",
    "Hello, world 2024.",
    "國立臺灣大學",
    "\x00\x01\x7f\u200b\ufeff",
    "가" * 3000,
    "((((‘‘‘「「",
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return build_extractor(resources_dir())


@pytest.fixture(scope="module")
def ruled() -> Extractor:
    return Extractor(None, None, load_gazetteer())


def surfaces(suggestions: Suggestions, text: str) -> set[tuple[str, str]]:
    return {(m.label, m.span.of(text)) for m in suggestions.mentions}


def check(suggestions: Suggestions, text: str) -> None:
    mentions = suggestions.mentions
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(0 < m.confidence <= 1 for m in mentions)
    tokens = suggestions.tokens
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert all(0 <= t.start < t.end <= len(text) for t in tokens)


def test_an_article_gets_mentions_values_concepts_and_tokens(extractor: Extractor) -> None:
    assert extractor.warnings == []
    (answer,) = extractor.suggest([ArticleText(TEXT, published="2024-11-15", key="k")])
    check(answer, TEXT)
    assert answer.key == "k"
    assert {
        ("OG", "경기도경제과학진흥원"),
        ("OG", "경과원"),
        ("EV", "청년 기회 포럼"),
        ("QT", "300여 명"),
    } <= surfaces(answer, TEXT)
    by_surface = {m.span.of(TEXT): m for m in answer.mentions}
    assert by_surface["경과원"].concept == "경기도경제과학진흥원"
    assert by_surface["14일"].value.text == "2024-11-14"
    assert by_surface["4061억원"].value.text == "406100000000 KRW"
    assert by_surface["강"].concept == "강성천"
    assert not any("888" in surface for surface in by_surface)
    assert [TEXT[t.start : t.end] for t in answer.tokens][:2] == ["경기도", ","]


def test_the_same_question_has_the_same_answer(extractor: Extractor) -> None:
    article = ArticleText(TEXT, published="2024-11-15")
    together = extractor.suggest([article, ArticleText("서울에서"), article])
    assert together[0] == together[2] == extractor.suggest([article])[0]


def test_rules_alone_work_without_model_and_morphemes(ruled: Extractor) -> None:
    (answer,) = ruled.suggest([ArticleText(TEXT)])
    check(answer, TEXT)
    assert {("DT", "14일"), ("PS", "강성천"), ("CV_POSITION", "원장"), ("OG", "경과원")} <= surfaces(
        answer, TEXT
    )
    assert answer.tokens == ()
    (bare,) = Extractor(None).suggest([ArticleText(TEXT)])
    assert ("QT", "4061억원") in surfaces(bare, TEXT)


@pytest.mark.parametrize("text", BAD)
def test_bad_input_gives_an_answer(extractor: Extractor, text: str) -> None:
    (answer,) = extractor.suggest([ArticleText(text)])
    check(answer, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet=st.sampled_from(list("경기도 김원장은14일()‘’“”「」·,.~%억원ABc-\n😀㈜제")), max_size=80)
)
def test_any_text_gives_flat_mentions_inside_it(ruled: Extractor, text: str) -> None:
    (answer,) = ruled.suggest([ArticleText(text)])
    check(answer, text)


def test_an_endless_line_is_cut_and_said(ruled: Extractor) -> None:
    text = "경기도는 14일 밝혔다 " * (LONGEST_ARTICLE // 10)
    (answer,) = ruled.suggest([ArticleText(text, title="긴 글")])
    assert answer.mentions[-1].end <= LONGEST_ARTICLE
    assert any("긴 글" in line for line in ruled.warnings)


def test_decisions_of_the_project_count_at_once(extractor: Extractor) -> None:
    text = "새봄누리는 문을 열었다. 경기도는 밝혔다."
    lexicon = Lexicon((LexiconEntry("새봄누리", "AF"), LexiconEntry("경기도", "", scope="OG")))
    (answer,) = extractor.suggest([ArticleText(text)], lexicon)
    assert ("AF", "새봄누리") in surfaces(answer, text)
    assert ("OG", "경기도") not in surfaces(answer, text)


def test_plug_ins_propose_beside_and_one_that_fails_is_left_out() -> None:
    class Failing:
        name = "failing"

        def suggest(self, article: ArticleText, tokens: object) -> list[SuggestedMention]:
            raise RuntimeError("broken")

    extractor = Extractor(None, suggesters=[DictionarySuggester({"새봄누리": "AF"}), Failing()])
    text = "새봄누리는 문을 열었다."
    for _ in range(2):
        (answer,) = extractor.suggest([ArticleText(text)])
        assert [(m.origin, m.label) for m in answer.mentions] == [("dictionary", "AF")]
    assert extractor.warnings == ["The suggester failing failed and is left out: broken"]


def test_missing_and_damaged_parts_become_warnings(tmp_path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.json").write_text("{", encoding="utf-8")
    extractor = build_extractor(tmp_path, workers=1)
    assert {line.split(":")[0] for line in extractor.warnings} >= {"Gazetteer", "Model"}
    (answer,) = extractor.suggest([ArticleText(TEXT)])
    assert ("DT", "14일") in surfaces(answer, TEXT)
    assert issubclass(BrokenResource, Exception)
