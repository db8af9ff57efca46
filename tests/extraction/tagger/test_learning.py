"""Learning: what a perceptron learns from full and from partial annotation, calibration, copies with other names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.tagger.calibration import calibrated, fitted, sure_threshold
from desktop_app.extraction.tagger.data import marked, read_annotated
from desktop_app.extraction.tagger.evaluation import strict_scores
from desktop_app.extraction.tagger.key_table import KeyTable
from desktop_app.extraction.tagger.labels import OUTSIDE, STATES, TaggedSpan, begin
from desktop_app.extraction.tagger.perceptron import Examples, learn
from desktop_app.extraction.tagger.tagging import Tagger
from desktop_app.extraction.tagger.training import train
from desktop_app.extraction.tagger.variation import names_of, varied


def _examples(features, allowed, length=1):
    count = len(features)
    states = np.zeros((count, STATES), bool)
    for row, kinds in enumerate(allowed):
        states[row, kinds] = True
    first = np.arange(0, count, length)
    return Examples(np.array(features, np.int32), states, first, np.full(len(first), length))


def test_each_feature_learns_its_state():
    examples = _examples([[1], [2]] * 8, [[begin("OG")], [OUTSIDE]] * 8)
    rows = learn(examples, 3, epochs=3).rows
    assert rows[1].argmax() == begin("OG")
    assert rows[2].argmax() == OUTSIDE
    assert not rows[0].any()


def test_where_a_label_was_not_looked_for_it_is_not_unlearnt():
    told = [([1, 2], [begin("EV")])] * 8
    untold = [([1, 3], [OUTSIDE, begin("EV")])] * 8
    features, allowed = zip(*told, *untold, strict=True)
    rows = learn(_examples(features, allowed), 4, epochs=4).rows
    assert (rows[1] + rows[3]).argmax() == begin("EV")


def test_learning_is_repeatable():
    examples = _examples([[1, 2], [2, 3], [3, 1]] * 6, [[0], [begin("PS")], [begin("DT")]] * 6)
    first, second = (learn(examples, 4, epochs=2, seed=3) for _ in range(2))
    np.testing.assert_array_equal(first.rows, second.rows)


def test_key_tables_sum_what_they_know_and_pass_over_the_rest():
    table = KeyTable(np.array([3, 9], np.uint32), np.array([[1, 10], [2, 20]], np.float32))
    keys = np.array([[3, 9, 0], [0, 7, 0], [9, 9, 4_000_000_000]], np.uint32)
    assert table.summed(keys).tolist() == [[3, 30], [0, 0], [4, 40]]


def test_calibration_rises_and_follows_the_precision():
    chance = np.random.default_rng(0)
    raw = chance.random(4000)
    right = chance.random(4000) < raw**2
    points = fitted(raw, right)
    assert all(a[1] <= b[1] for a, b in pairwise(points))
    assert calibrated(np.array([0.5]), points)[0] == pytest.approx(0.25, abs=0.08)


def test_the_sure_threshold_is_the_lowest_that_keeps_the_precision():
    confidence = [0.9, 0.8, 0.7, 0.6]
    assert sure_threshold(confidence, [True, True, False, True], wanted=1.0) == 0.8
    assert sure_threshold(confidence, [False, True, True, True], wanted=1.0) > 1


def test_scores_count_spans_with_their_label():
    gold = [[TaggedSpan(0, 3, "OG"), TaggedSpan(4, 6, "DT")]]
    proposed = [[TaggedSpan(0, 3, "LC"), TaggedSpan(4, 6, "DT", 0.4)]]
    scores = strict_scores(proposed, gold)
    assert scores["all"] == (1, 2, 2)
    assert scores["DT"].f1 == 1
    assert scores["OG"].recall == 0
    assert strict_scores(proposed, gold, {"DT"})["all"].f1 == 1


ARTICLES = (
    "### a\n⟦OG|새봄시⟧는 ⟦DT|14일⟧ ⟦LC|푸른공원⟧에서 ‘⟦EV|별빛 포럼⟧’을 열었다.\n"
    "⟦PS|이서준⟧ ⟦OG|새봄시⟧ ⟦CV_POSITION|시장⟧은 ⟦QT|3억원⟧을 쓰겠다고 했다.\n"
    "### b\n⟦OG|한빛도⟧는 ⟦DT|올해⟧ ⟦CV_POLICY|청년 안심 사업⟧에 ⟦QT|20명⟧을 뽑는다.\n"
)


@pytest.fixture
def article_file(tmp_path):
    file = tmp_path / "own.txt"
    file.write_text(ARTICLES, encoding="utf-8")
    return file


def test_copies_keep_labels_particles_and_everything_between(article_file):
    articles = read_annotated([article_file])
    names = names_of(articles, load_gazetteer())
    copies = varied(articles, names, share=1.0, seed=1)
    for article, copy in zip(articles, copies, strict=True):
        for sentence, other in zip(article.sentences, copy.sentences, strict=True):
            assert [s.label for s in sentence.spans] == [s.label for s in other.spans]
            assert _between(sentence) == _between(other)
            assert "⟦" in marked(other)
    assert varied(articles, names, share=1.0, seed=1) == copies


def _between(sentence):
    bounds = [0, *(x for s in sentence.spans for x in (s.start, s.end)), len(sentence.text)]
    return [sentence.text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


def test_a_model_learnt_from_few_articles_knows_them(article_file, tmp_path):
    morphemes = Morphemes(1)
    out = tmp_path / "model"
    description = train([article_file], out, extra=read_annotated([article_file]), morphemes=morphemes)
    assert description["sentences"] == 6
    assert description["version"] == Tagger.load(out).description["version"]
    text = "한빛도는 올해 청년 안심 사업에 20명을 뽑는다."
    (spans,) = Tagger.load(out).tag(list(morphemes.units([text])))
    assert ("20명", "QT") in {(text[s.start : s.end], s.label) for s in spans}
