"""The split: seeded, stratified, near-duplicates on one side, whatever the order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange import SplitOptions
from desktop_app.exchange.shaping.split import assigned, likeness, near_duplicates, planned, row_of, sketch
from tests.exchange.made import article, sample_articles, several

WORDS = [
    "경기도",
    "정책",
    "회의",
    "예산",
    "주민",
    "시장",
    "축제",
    "도로",
    "공원",
    "학교",
    "병원",
    "기업",
    "수출",
    "농가",
]


def text_of(number: int, length: int = 60) -> str:
    """A text of its own for every number."""
    state, words = number * 7919 + 13, []
    for _ in range(length):
        state = (state * 1103515245 + 12345) % 2**31
        words.append(WORDS[state // 65536 % len(WORDS)] + str(state // 1000 % 97))
    return " ".join(words)


def corpus(count: int = 200) -> list[DataArticle]:
    return [
        article(
            text_of(i), [], i, metadata=Metadata(outlet=f"신문{i % 3}", published=f"2024-0{i % 4 + 1}-01")
        )
        for i in range(count)
    ]


def test_shares_hold_overall_and_in_every_outlet() -> None:
    rows = [row_of(a) for a in corpus()]
    parts = planned(rows, SplitOptions(0.8, 0.1, 0.1))
    assert Counter(parts) == {"train": 160, "dev": 20, "test": 20}
    for outlet in ("신문0", "신문1", "신문2"):
        own = Counter(p for p, r in zip(parts, rows, strict=True) if r.stratum[0] == outlet)
        assert abs(own["train"] - 0.8 * own.total()) <= 3
        assert own["dev"] >= 4


def test_seed_decides_and_order_does_not() -> None:
    rows = [row_of(a) for a in corpus(60)]
    first = planned(rows, SplitOptions(seed=1))
    assert planned(rows[::-1], SplitOptions(seed=1))[::-1] == first
    assert planned(rows, SplitOptions(seed=2)) != first


def test_near_duplicates_stay_together() -> None:
    made = corpus(40)
    changed = [
        replace(a, id=100 + a.id, text=a.text.replace("경기도", "충청도", 1) + " 끝") for a in made[:20]
    ]
    rows = [row_of(a) for a in [*made, *changed]]
    parts = planned(rows, SplitOptions(1, 1, 1))
    assert parts[:20] == parts[40:]
    assert sorted(map(len, near_duplicates(rows))) == [1] * 20 + [2] * 20


def test_likeness_tells_copies_from_strangers() -> None:
    one, other = text_of(1), text_of(2)
    assert likeness(sketch(one), sketch(one)) == 1.0
    assert likeness(sketch(one), sketch(one[: len(one) * 9 // 10])) > 0.7
    assert likeness(sketch(one), sketch(other)) < 0.1
    assert likeness(sketch(""), sketch("")) == 0.0


def test_part_without_a_share_stays_empty() -> None:
    parts = planned([row_of(a) for a in corpus(30)], SplitOptions(1, 0, 1))
    assert Counter(parts) == {"train": 15, "test": 15}


@given(several(), st.integers(0, 5))
@settings(deadline=None, max_examples=40)
def test_articles_come_through_unchanged(made: list[DataArticle], seed: int) -> None:
    assert [a for a, _ in assigned(iter(made), SplitOptions(seed=seed))] == made


def test_sample_comes_through_unchanged() -> None:
    assert [a for a, _ in assigned(iter(sample_articles()), SplitOptions())] == sample_articles()
