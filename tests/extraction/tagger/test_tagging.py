"""The shipped model at work, and models that are missing or damaged."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise

import numpy as np
import pytest

from desktop_app.domain.errors import BrokenResource
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.tagger import LABELS, Tagger
from desktop_app.paths import resources_dir


@pytest.fixture(scope="module")
def morphemes() -> Morphemes:
    return Morphemes(workers=1)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


TEXTS = [
    "경기도는 지난 14일 오후 3시 수원컨벤션센터에서 ‘2031 경기 수소 박람회’를 열었다고 15일 밝혔다.",
    "박서윤 경기도 미래산업과장은 “예산 42억원을 들여 기업 30여 곳을 돕겠다”고 말했다.",
    "🎉 이 사업은 「탄소중립기본법」에 따라 2027년까지 이어진다.",
]


def _found(tagger, morphemes, texts):
    tagged = tagger.tag(list(morphemes.units(texts)))
    return [
        {(text[s.start : s.end], s.label) for s in spans} for text, spans in zip(texts, tagged, strict=True)
    ]


def test_plain_news_sentences_are_read(tagger, morphemes):
    first, second, third = _found(tagger, morphemes, TEXTS)
    assert {("경기도", "OG"), ("지난 14일", "DT"), ("오후 3시", "TI"), ("15일", "DT")} <= first
    assert {("박서윤", "PS"), ("42억원", "QT"), ("30여 곳", "QT")} <= second
    assert {("탄소중립기본법", "CV_POLICY"), ("2027년", "DT")} <= third


def test_spans_are_sorted_without_overlap_inside_the_text(tagger, morphemes):
    for text, spans in zip(TEXTS, tagger.tag(list(morphemes.units(TEXTS))), strict=True):
        assert all(0 <= s.start < s.end <= len(text) and s.label in LABELS for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(0 <= s.confidence <= 1 for s in spans)
        assert not any(text[s.start].isspace() or text[s.end - 1].isspace() for s in spans)


def test_company_and_order_do_not_change_the_answer(tagger, morphemes):
    units = list(morphemes.units(TEXTS))
    together = tagger.tag(units)
    alone = [tagger.tag([one])[0] for one in units]
    backwards = tagger.tag(units[::-1])[::-1]
    for spans, other, third in zip(together, alone, backwards, strict=True):
        assert [s[:3] for s in spans] == [s[:3] for s in other] == [s[:3] for s in third]
        assert [s.confidence for s in spans] == pytest.approx([s.confidence for s in other], abs=2e-3)


def test_a_fresh_tagger_answers_the_same(tagger, morphemes):
    units = list(morphemes.units(TEXTS))
    assert Tagger.load().tag(units) == tagger.tag(units)


def test_a_unit_met_again_after_forgetting_is_scored_alike(tagger, morphemes):
    units = list(morphemes.units(TEXTS))
    before = tagger.tag(units)
    tagger.forget()
    assert tagger.tag(units) == before


def test_quotation_marks_of_every_kind_are_alike(tagger, morphemes):
    sentence = "시는 {}탄소중립 실천 한마당{} 행사를 연다."
    kinds = [("‘", "’"), ("'", "'")]
    answers = _found(tagger, morphemes, [sentence.format(*marks) for marks in kinds])
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "text", ["", "ㅋㅋㅋㅋ", "國立臺灣大學", "😀😀😀", "\x00\x07", "plain English words only", "가" * 900]
)
def test_odd_texts_give_lists(tagger, morphemes, text):
    (spans,) = tagger.tag(list(morphemes.units([text])))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_nothing_to_tag_gives_nothing(tagger):
    assert tagger.tag([]) == []
    assert tagger.tag([[], []]) == [[], []]


def test_the_sure_threshold_is_a_confidence(tagger):
    assert 0.5 < tagger.sure <= 1


def test_without_its_network_the_perceptron_answers(tmp_path, morphemes):
    from desktop_app.extraction.tagger.model_file import read_model
    from desktop_app.extraction.tagger.training import lexicality

    weights, description = read_model(resources_dir() / "model")
    alone = Tagger(weights, lexicality(), {**description, "blend": 1.0})
    assert ("42억원", "QT") in _found(alone, morphemes, TEXTS)[1]


@pytest.mark.parametrize("name", ["tagger.npz", "model.json"])
@pytest.mark.parametrize("content", [None, b"", b"not a model at all"])
def test_a_missing_or_damaged_file_is_said_plainly(tmp_path, name, content):
    folder = tmp_path / "model"
    shutil.copytree(resources_dir() / "model", folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(BrokenResource):
        Tagger.load(folder)


@pytest.mark.parametrize("name", ["network.npz", "words.npz"])
def test_damaged_tables_are_said_plainly(tmp_path, name):
    folder = tmp_path / "model"
    shutil.copytree(resources_dir() / "model", folder)
    (folder / name).write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(BrokenResource):
        Tagger.load(folder)


def test_a_model_of_another_format_is_refused(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(resources_dir() / "model", folder)
    description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    (folder / "model.json").write_text(json.dumps({**description, "format": 0}), encoding="utf-8")
    with pytest.raises(BrokenResource, match="another format"):
        Tagger.load(folder)


def test_weights_survive_the_file_to_a_quarter(tmp_path):
    from desktop_app.extraction.tagger.labels import STATES, legal_transitions
    from desktop_app.extraction.tagger.model_file import Weights, read_model, write_model

    rows = np.zeros((3, STATES), np.float32)
    rows[1, 4], rows[2, 7] = 3.25, -11.5
    weights = Weights(np.array([5, 4_000_000_000], np.uint32), rows, legal_transitions())
    write_model(tmp_path, weights, {"blend": 1.0})
    again, description = read_model(tmp_path)
    assert description["blend"] == 1.0
    assert again.keys.tolist() == weights.keys.tolist()
    np.testing.assert_array_equal(again.rows, rows)
