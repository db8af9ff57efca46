"""Broken lines are joined with or without a blank as the language demands."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.textmap import build
from desktop_app.reading import read_text
from desktop_app.reading.cleaning.joins import Judge
from desktop_app.reading.cleaning.lines import split_lines
from desktop_app.reading.spacing import model as spacing
from desktop_app.reading.spacing.training import examples, sentences, train
from desktop_app.reading.spacing.words import WordFilter

WRAPPED = """시는 다음 달부터 시내버스의 혼잡한
정도를 정류장 전광판에서 알려 준다
고 25일 밝혔다. 우선 급행 노선 넷에
서 시작해 연말까지 모든 노선으로 넓
힌다. 시 관계자는 “출근길 승객들
이 다음 차를 기다릴지 정하는 데 도
움이 될 것”이라고 말했다."""


def joined(raw: str) -> str:
    draft = read_text(raw, "a")
    return build(draft.raw, [b for b in draft.blocks if b.article == 0], draft.corrections).text


def test_a_column_becomes_a_paragraph() -> None:
    assert joined(WRAPPED) == (
        "시는 다음 달부터 시내버스의 혼잡한 정도를 정류장 전광판에서 알려 준다고 25일 밝혔다. 우선 급행 노선 넷에서 "
        "시작해 연말까지 모든 노선으로 넓힌다. 시 관계자는 “출근길 승객들이 다음 차를 기다릴지 정하는 데 "
        "도움이 될 것”이라고 말했다."
    )


def test_letters_spaced_out_are_drawn_together_and_lost_blanks_of_headlines_put_back() -> None:
    raw = f"어느시,버스혼잡도안내…다음달부터시작\n\n{WRAPPED}\n\n어 느 특 별 자 치 도\n\n{WRAPPED}"
    draft = read_text(raw, "a")
    kinds = {c.kind for c in draft.corrections}
    assert kinds == {"join", "blank"}
    assert "어느시, 버스" in joined(raw)
    assert "어느특별자치도" in joined(raw)


def test_what_the_text_writes_elsewhere_decides() -> None:
    lines = split_lines("가람누리가 열렸다.\n우리는 가람누리를 본다.")
    judge = Judge(lines)
    assert judge.score("문을 연 가람", "누리에서") < Judge([]).score("문을 연 가람", "누리에서")


def test_words_cut_at_random_are_mended(shared_dir: Path) -> None:
    """Training text cut every 14 to 20 characters: the shipped model has seen it, so this only guards the file."""
    text = [t for t in sentences(shared_dir / "training" / "policy.txt") if len(t) > 60][:120]
    rng, right, total = random.Random(5), 0, 0
    for line in text:
        cuts = [
            at
            for at in range(14, len(line) - 6, rng.randint(14, 20))
            if re.match(r"[가-힣]{2}", line[at - 1 : at + 1])
        ]
        judge = Judge([])
        for at in cuts:
            right += not judge.blank(line[:at], line[at:])
            total += 1
    assert total > 100
    assert right / total > 0.95


def test_training_learns_and_its_file_is_read_back() -> None:
    words = WordFilter()
    words.add_all(["n도시", "n회의"])
    texts = ["도시 회의가 열린다.", "도시가 회의를 연다.", "회의는 도시에서 열린다."] * 20
    model = spacing.SpacingModel.from_bytes(train(texts, words).to_bytes())
    assert model.probability("도시", "회의가") > 0.5
    assert model.probability("도", "시가") < 0.5
    assert ("n도시" in model.words, "n나라" in model.words) == (True, False)


def test_examples_cover_every_boundary_once() -> None:
    assert [(left, right, blank) for left, right, blank in examples("가 나다")] == [
        ("가", "나다", True),
        ("가 나", "다", False),
    ]


def test_a_damaged_model_is_reported_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"nothing of the kind")
    monkeypatch.setattr(spacing, "model_path", lambda: path)
    spacing.shipped_model.cache_clear()
    with pytest.raises(BrokenResource, match="not a spacing model"):
        spacing.shipped_model()
    spacing.shipped_model.cache_clear()
