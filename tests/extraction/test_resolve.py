from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.hits import Hit
from desktop_app.extraction.resolve import believed, merged, resolved

ORIGINS = ["tagger", "pattern", "gazetteer", "alias", "lexicon", "a plug-in"]
HITS = st.builds(
    lambda start, length, label, sure, origin: Hit(start, start + length, label, sure, origin),
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(["PS", "OG", "DT", "QT", "EV"]),
    st.floats(0.05, 1),
    st.sampled_from(ORIGINS),
)


@given(st.lists(HITS, max_size=20))
def test_the_result_is_flat_sorted_and_proposed(hits: list[Hit]) -> None:
    kept = resolved(hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(kept))
    assert {hit[:3] for hit in kept} <= {hit[:3] for hit in hits}
    assert all(0 < hit.confidence <= 1 for hit in kept)


@given(st.lists(HITS, max_size=12))
def test_order_of_the_hits_does_not_matter(hits: list[Hit]) -> None:
    assert [h[:3] for h in resolved(sorted(hits))] == [h[:3] for h in resolved(sorted(hits, reverse=True))]


def test_what_a_project_decided_wins() -> None:
    decided = Hit(0, 3, "OG", 0.9, "lexicon")
    assert resolved([Hit(0, 6, "LC", 0.99, "tagger"), decided]) == [decided]


def test_a_number_belongs_to_the_longer_name() -> None:
    event = Hit(0, 17, "EV", 0.8, "tagger")
    assert resolved([event, Hit(0, 5, "QT", 0.92, "pattern")]) == [event]


def test_a_certain_pattern_mends_the_number_of_the_tagger() -> None:
    pattern = Hit(0, 7, "QT", 0.92, "pattern")
    assert resolved([Hit(3, 7, "QT", 0.9, "tagger"), pattern]) == [pattern]


def test_agreement_makes_surer() -> None:
    (hit,) = merged([Hit(0, 3, "OG", 0.7, "tagger"), Hit(0, 3, "OG", 0.8, "gazetteer", "", "경기도")])
    assert hit.origin == "tagger"
    assert hit.confidence > 0.7
    assert hit.concept == "경기도"


def test_a_title_in_quotes_is_one_name() -> None:
    title = Hit(0, 20, "CV_POLICY", 0.93, "pattern", "quoted.title")
    assert resolved([Hit(0, 6, "LC", 0.9, "tagger"), Hit(8, 20, "EV", 0.9, "tagger"), title]) == [title]


def test_doubtful_spans_need_a_second_witness() -> None:
    doubtful = Hit(0, 3, "PS", 0.2, "tagger")
    assert believed([doubtful]) == []
    witness = Hit(0, 3, "PS", 0.7, "pattern", "person.name_post")
    assert believed([doubtful, witness]) == [doubtful, witness]
    assert believed([witness]) == []
