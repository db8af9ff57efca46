"""What a reviewer corrects on one page holds for the same outlet's other pages."""

from __future__ import annotations

import pytest

from desktop_app.domain.article import Role
from desktop_app.reading import RoleExample, RoleModel, learn_roles, read_bytes, read_text, with_learnt_roles

PAGE = """도시가 {n}번째 회의를 연다
하누리 기자
입력 2024-05-{n} 09:00
편집국 추천 여행지 {n}곳
도시는 {n}일 회의를 열고 예산을 논의했다고 밝혔다.

회의는 사흘 동안 이어지며 시민 {n}명이 참석한다.
Copyright ⓒ 새벽신문. 무단 전재 금지
"""


def roles_of(raw: str, model: RoleModel | None = None) -> dict[str, Role]:
    draft = read_text(raw, "a", roles=model)
    return {raw[b.start : b.end].strip(): b.role for b in draft.blocks}


def test_a_correction_generalises_within_the_outlet_and_not_beyond() -> None:
    line = "편집국 추천 여행지 12곳"
    assert roles_of(PAGE.format(n=12))[line] is not Role.BOILERPLATE
    model = learn_roles([RoleExample("새벽신문", line, Role.BOILERPLATE)])
    other = PAGE.format(n=17)
    assert roles_of(other, model)["편집국 추천 여행지 17곳"] is Role.BOILERPLATE
    foreign = other.replace("새벽신문", "저녁신문")
    assert roles_of(foreign, model)["편집국 추천 여행지 17곳"] is not Role.BOILERPLATE


def test_corrections_that_disagree_teach_nothing() -> None:
    model = learn_roles([RoleExample("a", "같은 줄", Role.CAPTION), RoleExample("a", "같은 줄", Role.LIST)])
    assert model.suggest("a", "같은 줄") is None


def test_an_opening_needs_two_corrections() -> None:
    first = RoleExample("a", "오늘의 추천: 바다 여행", Role.BOILERPLATE)
    second = RoleExample("a", "오늘의 추천: 산골 여행", Role.BOILERPLATE)
    assert learn_roles([first]).suggest("a", "오늘의 추천: 섬 여행") is None
    assert learn_roles([first, second]).suggest("a", "오늘의 추천: 섬 여행") is Role.BOILERPLATE


def test_the_model_is_stored_as_text() -> None:
    model = learn_roles([RoleExample("a", "하나 둘 셋 4", Role.LIST)])
    assert RoleModel.from_json(model.to_json()).suggest("a", "하나 둘 셋 5") is Role.LIST
    with pytest.raises(ValueError, match="role model"):
        RoleModel.from_json("[]")


def test_a_draft_of_any_format_can_be_relabelled_and_stays_tiled() -> None:
    (draft,) = read_bytes(PAGE.format(n=17).encode(), "a.txt")
    model = learn_roles([RoleExample("새벽신문", "편집국 추천 여행지 12곳", Role.CONTACT)])
    changed = with_learnt_roles(draft, model)
    assert [b.span for b in changed.blocks] == [b.span for b in draft.blocks]
    assert [b.role for b in changed.blocks].count(Role.CONTACT) == 1
