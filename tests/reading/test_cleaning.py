"""Pages of many layouts come out with the right roles, articles and reading order."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.article import Role
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.textmap import build
from desktop_app.reading import read_file, read_text
from tests.gold import SEEDS, TEXTS, marked
from tests.reading.scoring import PAGES, gold_of, load_page, shares


def reading(draft: SourceDraft, article: int = 0) -> str:
    return build(draft.raw, [b for b in draft.blocks if b.article == article], draft.corrections).text


def texts(draft: SourceDraft, role: Role) -> list[str]:
    return [draft.raw[b.start : b.end].strip() for b in draft.blocks if b.role is role]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.page")), ids=lambda p: p.stem)
def test_a_page_is_understood(path: Path) -> None:
    gold = load_page(path)
    boilerplate, role, article = shares(gold, read_text(gold.raw, path.stem))
    assert boilerplate >= 0.92
    assert role >= 0.8
    assert article >= 0.92


def test_all_pages_together_reach_the_aim() -> None:
    golds = [load_page(path) for path in sorted(PAGES.glob("*.page"))]
    found = [shares(gold, read_text(gold.raw, "page")) for gold in golds]
    boilerplate, role, article = (sum(column) / len(found) for column in zip(*found, strict=True))
    assert boilerplate >= 0.99
    assert role >= 0.97
    assert article >= 0.99


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_the_samples_come_out_as_their_gold(path: Path) -> None:
    gold = marked(path)
    (draft,) = read_file(path)
    boilerplate, role, article = shares(gold_of(draft.raw, gold), draft)
    assert (boilerplate, article) == (1.0, 1.0)
    assert role >= 0.97
    for found, wanted in zip(draft.metadata, gold["articles"], strict=True):
        assert found.title == wanted["title"]
        assert found.reporter == wanted["reporter"]
        assert found.published == wanted["published"]


def test_headlines_far_from_their_bodies_come_first_in_reading_order() -> None:
    (draft,) = read_file(SEEDS / "003_newspaper_page.txt")
    for number in range(4):
        lines = reading(draft, number).splitlines()
        assert lines[0].replace(" ", "") == draft.metadata[number].title.replace(" ", "")


def test_the_real_files_hold_the_articles_they_hold(shared_dir: Path) -> None:
    found = [read_file(path)[0] for path in sorted((shared_dir / "seeds").glob("*.txt"))]
    assert [len(draft.metadata) for draft in found] == [1, 2, 1, 4, 1]
    assert sum(block.repeat and block.role is Role.CAPTION for block in found[0].blocks) == 5
    assert found[1].metadata[0].published == "2025-06-26"
    assert found[2].metadata[0].published == "2025-05-29"
    assert {m.reporter for m in found[3].metadata} == {"김재훈"}
    assert "전북특별자치도 누리집(www.jeonbuk.go.kr)의" in reading(found[3], 1)
    assert "간부공무원과 출연기관장, 직원 등 300여명이" in reading(found[3])


@pytest.mark.parametrize(
    "text",
    [
        "경기도는 14일 판교에서 회의를 열었다.",
        "비가 온다.",
        "홈",
        "내일 뵙겠습니다",
        "The council met on Monday.",
        "  \n 경기도는 회의를 열었다.\n\n",
    ],
)
def test_a_single_line_is_body_and_nothing_is_lost(text: str) -> None:
    draft = read_text(text, "a")
    assert reading(draft) == text.strip()
    assert {b.role for b in draft.blocks} == {Role.BODY}


def test_a_plain_article_keeps_every_line() -> None:
    lines = [
        "도시 회의가 열린다",
        "도시는 회의를 연다고 밝혔다.",
        "회의는 사흘 동안 이어진다.",
        "누구나 올 수 있다.",
    ]
    draft = read_text("\n\n".join(lines), "a")
    assert reading(draft).splitlines() == lines
    assert draft.metadata[0].title == lines[0]


def test_a_byline_behind_the_last_sentence_is_split_off() -> None:
    draft = read_text("도시가 회의를 연다고 밝혔다. /하누리 기자", "a")
    assert texts(draft, Role.BYLINE) == ["/하누리 기자"]
    assert draft.metadata[0].reporter == "하누리"


def test_decomposed_text_is_read_as_the_composed_one() -> None:
    for name in ("01_localdaily", "18_newspaper2", "06_daily2"):
        raw = load_page(PAGES / f"{name}.page").raw
        composed = read_text(raw, "a")
        decomposed = read_text(unicodedata.normalize("NFD", raw), "a")
        assert [b.role for b in composed.blocks] == [b.role for b in decomposed.blocks]
        assert reading(composed) == reading(decomposed)
        assert composed.metadata == decomposed.metadata


def check_tiles(draft: SourceDraft) -> None:
    assert [b.start for b in draft.blocks] == [0, *[b.end for b in draft.blocks[:-1]]]
    assert draft.blocks[-1].end == len(draft.raw)
    assert all(b.end > b.start for b in draft.blocks)
    assert all((b.article is None) == (b.role is Role.BOILERPLATE) for b in draft.blocks)
    assert all(b.article is None or b.article < len(draft.metadata) for b in draft.blocks)
    last = 0
    for c in draft.corrections:
        assert last <= c.start <= c.end <= len(draft.raw)
        assert not draft.raw[c.start : c.end].strip()
        last = c.end


_LINES = st.sampled_from(
    [
        "메뉴 건너뛰기",
        "로그인",
        "관련기사",
        "2024.05.21 (화)",
        "입력 2024.03.05 10:22",
        "홍길동 기자 hong@a.example",
        "ⓒ 어느신문",
        "사진=어느시 제공",
        "도시 회의 열린다… 시민 300명 참석",
        "도시는 14일 회의를 열고 예산을 논의했다고 밝혔다.",
        "“우리는 모두의 도시를 만들겠습니다. 약속합니다.”",
        "무단 전재 및 재배포 금지",
        "□ 도시는 올해 사업을 넓힌다.",
        "▲ 대상 : 누구나",
        "전 북 특 별 자 치 도",
        "지난해까지 실과장 이상 간부공무원",
        "70여명이 참여해 이뤄졌던 포럼을 팀",
        "문의: 061-000-0000",
        "----------",
        "",
        "\xa0",
        "😀 이모지",
        "ㄱㄴㄷ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_LINES, min_size=1, max_size=40), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]), st.booleans()
)
def test_any_page_is_tiled_by_its_blocks(lines: list[str], newline: str, decomposed: bool) -> None:
    raw = newline.join(lines)
    raw = unicodedata.normalize("NFD", raw) if decomposed else raw
    if raw:
        check_tiles(read_text(raw, "a"))


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_tiled_by_its_blocks(raw: str) -> None:
    check_tiles(read_text(raw, "a"))
