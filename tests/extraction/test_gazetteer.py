"""The lists that ship, the loader, and finding names in a text."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BrokenResource
from desktop_app.extraction.gazetteer import LABEL_OF_LIST, Entry, load_gazetteer
from desktop_app.extraction.name_index import NameIndex
from desktop_app.paths import resources_dir


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(resources_dir() / "gazetteer", tmp_path / "gazetteer")


def named(gazetteer, text):
    return [(text[m.start : m.end], m.label) for m in gazetteer.matches(text)]


def test_divisions_are_complete(gazetteer):
    standing = [
        e for e in gazetteer.by_code.values() if e.listing == "divisions" and e.valid_on("2025-06-30")
    ]
    kinds = Counter(e.kind for e in standing)
    assert kinds["sido"] == 17
    assert kinds["si"] + kinds["gun"] + kinds["gu"] == 226
    assert kinds["si_admin"] == 2
    for entry in standing:
        assert entry.kind == "sido" or entry.parent in gazetteer.by_code, entry


@pytest.mark.parametrize(
    ("surface", "day", "code"),
    [
        ("전라북도", "2023-12-31", "45"),
        ("전북특별자치도", "2024-01-18", "52"),
        ("강원도", "2023-06-10", "42"),
        ("강원특별자치도", "2024-05-01", "51"),
        ("군위군", "2023-06-30", "47720"),
        ("군위군", "2023-07-01", "27720"),
        ("미추홀구", "2020-01-01", "28177"),
        ("영통구", "2024-01-01", "41117"),
        ("환경부", "2025-10-01", None),
    ],
)
def test_names_are_valid_in_their_time(gazetteer, surface, day, code):
    valid = [e.code for e in gazetteer.lookup(surface) if e.valid_on(day) and e.name == surface]
    assert valid == ([] if code is None else [code])


def test_abolished_names_lead_to_what_they_became(gazetteer):
    def current(surface):
        return gazetteer.current(gazetteer.lookup(surface)[0]).name

    assert current("전라북도") == "전북특별자치도"
    assert current("지식경제부") == "산업통상부"
    assert current("통계청") == "국가데이터처"
    assert current("서울특별시") == "서울특별시"


def test_districts_lie_in_their_city_and_province(gazetteer):
    def entry(code):
        return gazetteer.by_code[code]

    assert gazetteer.lies_in(entry("41117"), entry("41110"))
    assert gazetteer.lies_in(entry("41117"), entry("41"))
    assert not gazetteer.lies_in(entry("41117"), entry("11"))
    assert not gazetteer.lies_in(entry("41"), entry("41"))


def test_the_longest_name_is_found(gazetteer):
    assert named(gazetteer, "수원시의회와 경기도경제과학진흥원") == [
        ("수원시의회", "OG"),
        ("경기도경제과학진흥원", "OG"),
    ]
    assert named(gazetteer, "분산에너지활성화특별법에 따라") == [("분산에너지활성화특별법", "CV_POLICY")]
    assert named(gazetteer, "여수ㆍ순천 10ㆍ19사건") == [("여수ㆍ순천 10ㆍ19사건", "EV")]


def test_latin_names_are_not_cut_out_of_words(gazetteer):
    assert named(gazetteer, "EUV 장비") == []
    assert named(gazetteer, "EU가") == [("EU", "OG")]


def test_hanja_of_headlines_stand_alone(gazetteer):
    assert named(gazetteer, "美·中 정상 통화… 日 반발") == [("美", "LC"), ("中", "LC"), ("日", "LC")]
    assert named(gazetteer, "美術 中央 中間") == []
    assert named(gazetteer, "일본(日本)") == [("일본", "LC"), ("日本", "LC")]


def test_everyday_words_are_weak(gazetteer):
    assert all(m.weak for m in gazetteer.matches("예산 편성, 부여, 공주"))
    assert not any(m.weak for m in gazetteer.matches("예산군, 부여군, 공주시"))


def test_current_names_come_before_former_ones(gazetteer):
    assert [e.name for e in gazetteer.lookup("산업부")] == ["산업통상부", "산업통상자원부"]


def test_posts_suffixes_surnames_and_stops(gazetteer):
    assert gazetteer.posts["지사"].glued
    assert gazetteer.posts["원장"].compounds
    assert not gazetteer.posts["수석비서관"].glued
    assert gazetteer.suffixes["og"]["진흥원"]
    assert gazetteer.suffixes["og"]["과"] is False
    assert set(gazetteer.suffixes) == {"og", "lc", "ev", "cv_policy", "af"}
    assert gazetteer.surnames["김"] > gazetteer.surnames["박"] > gazetteer.surnames["남궁"]
    assert {"AI", "ESG", "탄소중립", "관계자"} <= gazetteer.stop


def test_no_strong_name_is_a_stop_word_or_one_character(gazetteer):
    for stop in gazetteer.stop:
        assert all(e.weak for e in gazetteer.lookup(stop)), stop


def test_every_country_has_its_own_code(gazetteer):
    codes = [e.code for e in gazetteer.by_code.values() if e.kind == "country" and e.listing == "places"]
    assert len(codes) == len(set(codes)) >= 195


@pytest.mark.parametrize("listing", LABEL_OF_LIST)
def test_lists_say_where_their_facts_come_from_and_repeat_no_name(listing):
    path = resources_dir() / "gazetteer" / f"{listing}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) == len(set(rows))
    if listing not in {"divisions", "government"}:  # the same name may stand in several provinces or times
        names = [row.split(",")[0] for row in rows]
        assert [n for n, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("listing", ["divisions", "organisations", "posts", "suffixes", "surnames", "stop"])
def test_a_missing_list_is_named(copied, listing):
    (copied / f"{listing}.csv").unlink()
    with pytest.raises(BrokenResource, match=rf"{listing}\.csv"):
        load_gazetteer(copied)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no table"),
        (b"# only a comment\n", "no table"),
        (b"name,kind\n\xff\xfe,x\n", "not UTF-8"),
        ("name,kind\n가나,x\n".encode(), "no column"),
        ("name,aliases,weak_aliases,kind\n가나,,\n".encode(), "line 2"),
        (b'name,aliases,weak_aliases,kind\n"open,,,\n', "no table"),
    ],
)
def test_a_damaged_list_is_refused_in_one_line(copied, content, reason):
    (copied / "products.csv").write_bytes(content)
    with pytest.raises(BrokenResource, match=reason) as caught:
        load_gazetteer(copied)
    assert "\n" not in str(caught.value)


def test_a_surname_without_a_number_is_refused(copied):
    (copied / "surnames.csv").write_text("surname,per_mille\n김,many\n", encoding="utf-8")
    with pytest.raises(BrokenResource, match="surnames"):
        load_gazetteer(copied)


def test_the_gazetteer_is_read_once(gazetteer):
    assert load_gazetteer() is gazetteer


KNOWN = ["가나", "가나다", "나다라마", "ab", "a가"]


@given(st.text(alphabet="가나다라마ab ", max_size=40))
def test_matches_are_known_longest_in_order_and_not_nested(text):
    index = NameIndex(Entry(s, s, "OG", "test", "") for s in KNOWN)
    found = index.matches(text)
    for match in found:
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] in KNOWN
        longer = [s for s in KNOWN if s.startswith(match.name) and s != match.name]
        assert not any(text.startswith(s, match.start) for s in longer)
    assert all(a.start < b.start and a.end < b.end for a, b in pairwise(found))
    for start in range(len(text)):
        if text.startswith("나다라마", start):
            assert any(m.start <= start and m.end >= start + 4 for m in found)


def test_empty_and_strange_texts_have_no_names(gazetteer):
    for text in ("", " ", "가", "\0\0\0", "😀" * 50, "ㅋㅋㅋㅋ", "漢字文章"):
        assert gazetteer.matches(text) == []
