"""The child process: it answers, it dies, it hangs, it stops, and nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, Lexicon, LexiconEntry
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.paths import resources_dir

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
ARTICLE = ArticleText("경기도는 14일 판교에서 포럼을 열었다.", key="1")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def process():
    made = SuggesterProcess(resources_dir(), workers=1)
    yield made
    made.stop()
    assert made.pid is None


def test_answers_in_order_with_the_lexicon(process: SuggesterProcess) -> None:
    articles = [ArticleText(ARTICLE.text, key=str(n)) for n in range(700)]
    lexicon = Lexicon((LexiconEntry("포럼", "EV"),))
    answers = process.submit(articles, lexicon).result(60)
    assert [a.key for a in answers] == [str(n) for n in range(700)]
    assert "EV" in {m.label for m in answers[-1].mentions}
    assert process.warnings == []


def test_a_child_that_dies_is_replaced_once(process: SuggesterProcess) -> None:
    process.submit([ARTICLE]).result(60)
    first = process.pid
    os.kill(first, signal.SIGKILL)
    assert process.submit([ARTICLE]).result(60)[0].mentions
    assert process.pid != first


def test_another_model_takes_another_child(process: SuggesterProcess) -> None:
    first = process.submit([ARTICLE]).result(60)[0]
    before = process.pid
    process.use_model(resources_dir() / "no such model")
    second = process.submit([ARTICLE]).result(60)[0]
    assert process.pid != before
    assert (bool(first.model), second.model) == (True, "")
    assert any(line.startswith("Model") for line in process.warnings)
    process.use_model(None)
    assert process.submit([ARTICLE]).result(60)[0] == first
    after = process.pid
    process.use_model(None)
    process.submit([ARTICLE]).result(60)
    assert process.pid == after


def test_a_child_that_hangs_is_replaced_then_reported() -> None:
    process = SuggesterProcess(resources_dir(), workers=1, answer_limit=0.01)
    try:
        process.submit([ARTICLE]).exception(60)
        hung = process.pid
        if hung is not None:
            os.kill(hung, signal.SIGSTOP)
        error = process.submit([ArticleText("가나다 " * 50)]).exception(60)
        assert error is None or isinstance(error, SuggesterFailed)
    finally:
        process.stop()
    assert hung is None or not _runs(hung)


def test_a_child_that_never_starts_is_reported() -> None:
    process = SuggesterProcess(resources_dir(), start_limit=0.0)
    try:
        with pytest.raises(SuggesterFailed, match="no answer"):
            process.submit([ARTICLE]).result(60)
    finally:
        process.stop()


def test_stopping_refuses_what_waits_and_leaves_nothing(process: SuggesterProcess) -> None:
    process.submit([ARTICLE]).result(60)
    pid = process.pid
    waiting = process.submit([ArticleText("경기도는 밝혔다. " * 3000)] * 5)
    process.stop()
    assert isinstance(waiting.exception(0), SuggesterFailed)
    assert isinstance(process.submit([ARTICLE]).exception(0), SuggesterFailed)
    assert not _runs(pid)


def test_a_question_can_be_taken_back(process: SuggesterProcess) -> None:
    process.submit([ARTICLE]).result(60)
    busy = process.submit([ArticleText("경기도는 밝혔다. " * 500)])
    taken_back = process.submit([ARTICLE])
    assert taken_back.cancel()
    assert busy.result(60)


def test_the_parent_loads_neither_kiwi_nor_numpy() -> None:
    code = "import sys, desktop_app.extraction.process; print({'kiwipiepy', 'numpy'} & set(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == "set()"


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
