from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import pytest

from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.analysis import (
    Analysis,
    tagged_hits,
    tokens_of,
)
from desktop_app.extraction.batches import CHARACTERS
from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.tagger.labels import TaggedSpan


class Words:
    """Morphemes that are words between blanks; remembers in which threads it was asked."""

    def __init__(self, fails_at: int = -1) -> None:
        self.threads: list[str] = []
        self.fails_at = fails_at

    def units(self, texts: Iterable[str]) -> Iterator[list[Unit]]:
        self.threads.append(threading.current_thread().name)
        if len(self.threads) == self.fails_at:
            raise RuntimeError("broken")
        for text in texts:
            place, units = 0, []
            for word in text.split():
                start = text.index(word, place)
                place = start + len(word)
                units.append(Unit(start, place, word, "NNG", word, 0, False, True))
            yield units


class FirstWord:
    def __init__(self) -> None:
        self.description: dict[str, object] = {}

    def tag(self, sentences: list[list[Unit]], klue: list[bool] | None = None) -> list[list[TaggedSpan]]:
        self.klue = klue
        return [[TaggedSpan(u[0].start, u[0].end, "OG", 0.9)] if u else [] for u in sentences]


def _articles(count: int) -> list[ArticleText]:
    return [ArticleText(f"가나 다라. 마바\n{n} 사아자차" * 20, key=str(n)) for n in range(count)]


def test_sentences_keep_their_place() -> None:
    article = ArticleText("\n 가나 다라. 마바\n사")
    ((same, read),) = Analysis(Words(), FirstWord()).read([article])
    assert same is article
    assert [article.text[t.start : t.end] for t in tokens_of(read)] == ["가나", "다라.", "마바", "사"]
    assert [h.surface(article.text) for h in tagged_hits(read)] == ["가나", "마바", "사"]


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_order_is_kept_whatever_the_batches(count: int) -> None:
    articles = _articles(count)
    words = Words()
    answers = list(Analysis(words, FirstWord()).read(articles))
    assert [article.key for article, _ in answers] == [str(n) for n in range(count)]
    for article, read in answers:
        assert all(article.text[t.start : t.end] == t.form for t in tokens_of(read))
    assert len(words.threads) >= sum(len(a.text) for a in articles) // (2 * CHARACTERS)
    assert not [t for t in threading.enumerate() if t.name.startswith("morphemes")]


def test_a_failure_ahead_is_raised_and_leaves_no_thread() -> None:
    with pytest.raises(RuntimeError, match="broken"):
        list(Analysis(Words(fails_at=2), FirstWord()).read(_articles(400)))
    assert not [t for t in threading.enumerate() if t.name.startswith("morphemes")]


def test_both_parts_may_be_missing() -> None:
    ((_, read),) = Analysis(None, None).read([ArticleText("가나 다라")])
    assert [(r.units, r.tagged) for r in read] == [([], [])]


@pytest.mark.parametrize("lone", [True, False])
def test_lone_sentences_are_read_as_klue_reads_them(lone: bool) -> None:
    tagger = FirstWord()
    list(Analysis(Words(), tagger).read([ArticleText("한 문장이다.", sentence=lone)]))
    assert set(tagger.klue) == {lone}
