"""Learning on top of the shipped model: what is learnt, what is kept, the child, the versions on disk."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import LearningFailed
from desktop_app.domain.suggestions import ArticleText, Lexicon
from desktop_app.extraction.learning import LearningTask, ReviewedArticle, SettledTags
from desktop_app.extraction.learning.material import as_annotated
from desktop_app.extraction.learning.on_top import Lesson, Pace, best_with, learn_on_top
from desktop_app.extraction.learning.process import learn_in_child
from desktop_app.extraction.learning.retraining import added, folds, learn, unseen_by_old
from desktop_app.extraction.learning.topic_weights import topic_weights
from desktop_app.extraction.learning.versions import ModelVersions, shipped_version
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.pipeline import Extractor
from desktop_app.extraction.tagger import Tagger
from desktop_app.extraction.tagger.labels import STATES, legal_transitions
from desktop_app.extraction.tagger.model_file import Weights
from desktop_app.extraction.topics import load_topics
from desktop_app.paths import resources_dir

RESOURCES = resources_dir()
pytestmark = pytest.mark.timeout(300)  # a run reads the whole shipped model, in the child once more
NAMES = ("누리솔", "가온빛", "마루터", "한들샘", "바람꽃", "도담이", "새결", "푸른솔")
FRAMES = (
    "{} 3호가 이달 시험 운행에 들어간다.",
    "시민은 {} 3호를 무료로 내려받을 수 있다.",
    "연구진은 {} 3호의 성능을 두 배로 높였다.",
)


def taught(text: str, *found: tuple[str, str], key: str = "a") -> ReviewedArticle:
    marks = [(text.index(s), text.index(s) + len(s), label) for s, label in found]
    return ReviewedArticle(key, text, tuple(sorted(marks)))


def convention() -> list[ReviewedArticle]:
    """Articles of people who mark “새결 3호” whole, as a person: nothing that the shipped model would do."""
    made = []
    for i, name in enumerate(NAMES):
        text, marks = "", []
        for frame in FRAMES:
            line = frame.format(name) + "\n"
            at = len(text) + line.index(name)
            marks.append((at, at + len(f"{name} 3호"), "PS"))
            if "이달" in line:
                marks.append((len(text) + line.index("이달"), len(text) + line.index("이달") + 2, "DT"))
            text += line
        made.append(ReviewedArticle(f"k{i}", text, tuple(sorted(marks))))
    return made


def base_text(tmp_path: Path) -> Path:
    """Nine articles of the training text: enough to be held by, quick to read."""
    folder = tmp_path / "base"
    if not folder.exists():
        folder.mkdir()
        text = (RESOURCES / "training" / "general.txt").read_text(encoding="utf-8")
        (folder / "some.txt").write_text("###".join(text.split("###")[:10]), encoding="utf-8")
    return folder


def task(tmp_path: Path, articles: list[ReviewedArticle], **changes: object) -> LearningTask:
    given_ = {
        "articles": tuple(articles),
        "resources": RESOURCES,
        "base": base_text(tmp_path),
        "out": tmp_path / "v1",
        "version": "v1",
        "old_version": shipped_version(RESOURCES),
        "when": "2026-11-24T08:00:00+00:00",
    }
    return LearningTask(**{**given_, **changes})


def test_a_new_convention_is_learnt_and_nothing_else_is_lost(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    outcome = learn(task(tmp_path, convention()), lambda done, total: steps.append((done, total)))
    assert outcome.kept
    assert outcome.new_f1 > outcome.old_f1 + 0.3
    assert outcome.new_base_f1 >= outcome.old_base_f1 - 0.01
    assert (outcome.articles, outcome.unseen) == (8, 8)
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    tagger = Tagger.load(tmp_path / "v1")
    (units,) = Morphemes(1).units(["시민은 햇살눈 3호를 무료로 내려받을 수 있다."])
    assert [(s.start, s.end, s.label) for s in tagger.tag([units])[0]] == [(4, 10, "PS")]
    (version,) = ModelVersions(tmp_path).all()
    assert (version.name, version.articles, version.unseen) == ("v1", 8, 8)
    assert version.learnt_from == {a.key for a in convention()}
    assert version.on == shipped_version(RESOURCES)


def test_what_is_no_better_is_not_kept(tmp_path: Path) -> None:
    """Articles marked as the shipped model marks them teach nothing."""
    text = "김하늘 한빛시장은 14일 서울에서 열린 포럼에 참석했다.\n"
    articles = [
        taught(
            text, ("김하늘", "PS"), ("한빛시장", "CV_POSITION"), ("14일", "DT"), ("서울", "LC"), key=str(i)
        )
        for i in range(5)
    ]
    outcome = learn(task(tmp_path, articles), lambda *_: None)
    assert not outcome.kept
    assert not (tmp_path / "v1").exists()


def test_a_child_learns_and_is_gone_afterwards(tmp_path: Path) -> None:
    outcome = learn_in_child(task(tmp_path, convention()), lambda *_: True)
    assert outcome is not None
    assert outcome.kept
    assert multiprocessing.active_children() == []


def test_cancelling_ends_the_child(tmp_path: Path) -> None:
    looks = iter([True, True, False])
    assert learn_in_child(task(tmp_path, convention()), lambda *_: next(looks)) is None
    assert multiprocessing.active_children() == []
    assert not (tmp_path / "v1").exists()


def test_a_child_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(LearningFailed, match=r"words\.npz"):
        learn_in_child(task(tmp_path, convention(), resources=tmp_path), lambda *_: True)
    assert multiprocessing.active_children() == []


def test_sentences_are_cut_and_open_ones_left_out() -> None:
    text = "한빛시는 밝혔다.\n새솔군은 14일 답했다.\n"
    start = text.index("14일")
    article = ReviewedArticle("a", text, ((0, 3, "OG"), (start, start + 3, "DT")), ((10, 13),))
    (sentence,) = as_annotated(article).sentences
    assert sentence.text.strip() == "한빛시는 밝혔다."
    assert [tuple(s)[:3] for s in sentence.spans] == [(0, 3, "OG")]
    second = as_annotated(ReviewedArticle("a", text, article.mentions))
    assert [tuple(s)[:3] for s in second.sentences[1].spans] == [(5, 8, "DT")]


@given(st.integers(1, 60), st.integers(0, 60))
def test_every_unseen_article_is_held_out_once(count: int, known: int) -> None:
    articles = [ReviewedArticle(f"k{i}", "", ()) for i in range(count)]
    unseen = unseen_by_old(articles, frozenset(f"k{i}" for i in range(known)))
    parts = list(folds(articles, unseen))
    assert sorted(i for part in parts for i in part) == sorted(unseen)
    assert all(0 <= i < count for i in unseen)
    assert known >= count or all(i >= known for i in unseen)


def test_learning_moves_only_what_is_wrong() -> None:
    """Two sentences of one unit: the model is right on the first; only the second one's feature gets weights."""
    scores = np.zeros((2, STATES), np.float32)
    scores[0, 1] = scores[1, 1] = 10.0
    lesson = Lesson(
        np.array([[1], [2]], np.int32),
        scores,
        np.array([1, 3], np.int64),
        np.array([0, 1], np.int64),
        np.array([1, 1], np.int64),
    )
    often = np.ones(2, np.int64)
    rows = learn_on_top(lesson, legal_transitions(), 3, often, Pace(epochs=40, longest_step=1.0, lead=1.0))
    assert not rows[1].any()
    assert rows[2, 3] > 0 > rows[2, 1]
    assert best_with(lesson, rows, legal_transitions(), np.array([0, 1])) == [[1], [3]]
    assert best_with(lesson, None, legal_transitions(), np.array([0, 1])) == [[1], [1]]


def test_weights_are_added_by_key() -> None:
    weights = Weights(np.array([3, 8], np.uint32), np.ones((3, STATES), np.float32), legal_transitions())
    weights.rows[0] = 0
    extra = np.zeros((4, STATES), np.float32)
    extra[1], extra[3] = 2, 5
    both = added(weights, np.array([1, 5, 8], np.uint32), extra)
    assert both.keys.tolist() == [1, 3, 8]
    assert both.rows[:, 0].tolist() == [0, 2, 1, 6]


def test_damaged_versions_count_as_absent(tmp_path: Path) -> None:
    versions = ModelVersions(tmp_path)
    assert versions.next_name() == "v1"
    (tmp_path / "v2").mkdir()
    (tmp_path / "v2" / "model.json").write_text("{", encoding="utf-8")
    (tmp_path / "v10").mkdir()
    (tmp_path / "v10" / "model.json").write_text(json.dumps({"when": "x"}), encoding="utf-8")
    assert versions.all() == []
    assert versions.get("../v2") is None
    assert versions.next_name() == "v11"


def test_settled_tags_move_topic_weights() -> None:
    text = "수소버스 보급 확대\n한빛시는 수소버스와 수소충전소를 늘린다. 수소충전소는 열 곳이 된다.\n"
    topics = load_topics(RESOURCES)
    (proposed, *_) = [t.tag for t in topics.suggest(text) if not t.tag.startswith("region.")]
    kept = ReviewedArticle("a", text, (), tags=SettledTags((proposed,), (proposed,)))
    assert topic_weights([kept], RESOURCES) == {}
    settled = ReviewedArticle("b", text, (), tags=SettledTags((proposed,), ("made.up",), ("보급",)))
    weights = topic_weights([kept, settled], RESOURCES)
    assert weights["made.up"]["보급"] > 0
    assert weights[proposed]
    assert all(weight < 0 for weight in weights[proposed].values())
    extractor = Extractor(None, topics=topics)
    plain, taught_ = (
        {t.tag: t.confidence for t in extractor.suggest([ArticleText(text)], lexicon)[0].tags}
        for lexicon in (None, Lexicon(topics=topic_weights([settled] * 4, RESOURCES)))
    )
    assert taught_.get(proposed, 0) < plain[proposed]
