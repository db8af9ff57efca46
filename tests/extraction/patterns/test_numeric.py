"""Dates, times and quantities with exactly the boundaries of the annotation guidelines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.patterns import find_numeric
from desktop_app.extraction.resolve import resolved

MARK = re.compile(r"⟦(\w+)\|([^⟦⟧|]+)⟧")

MARKED = [
    "⟦DT|지난 14일⟧ 경기도에서 열렸다.",
    "⟦DT|올해⟧ ⟦QT|300여 명⟧이 참석했다.",
    "⟦DT|2024년⟧부터 ⟦DT|2028년⟧까지 ⟦QT|4061억원⟧을 투입한다.",
    "⟦DT|2024년~2028년⟧에 걸쳐",
    "⟦DT|2024~2028년⟧ 계획",
    "⟦DT|13일~15일⟧ 열린다.",
    "⟦DT|7월 12~13일⟧ 평가",
    "⟦DT|내년 9월⟧ 완성차 ⟦QT|10만대⟧ 양산",
    "약 ⟦QT|200억원⟧ 이상을 모은다.",
    "총⟦QT|1048억원⟧ 규모",
    "⟦QT|42MW⟧급 설비",
    "⟦QT|13개⟧ 기업이 뽑혔다.",
    "초당 ⟦QT|8.85조번⟧ 연산",
    "⟦QT|1억 5천만 원⟧ 지원",
    "⟦QT|2만4천여 명⟧이 찾았다.",
    "⟦TI|오후 6시⟧에 시작해",
    "⟦DT|5월 28일(수)⟧ ⟦TI|15시 20분⟧부터",
    "⟦TI|10:00~18:00⟧ 운영",
    "⟦DT|2025. 5. 28.(수)⟧ 개최",
    "⟦DT|3분기⟧ 매출이 ⟦QT|3.2%p⟧ 늘었다.",
    "⟦DT|올해 상반기⟧ 실적",
    "⟦DT|내달⟧ 착공한다.",
    "⟦DT|이달 말⟧까지 접수한다.",
    "⟦DT|석 달⟧ 동안",
    "⟦DT|사흘간⟧ 이어진다.",
    "⟦DT|5년째⟧ 이어온",
    "⟦TI|2시간 30분⟧ 동안",
    "⟦QT|제4차⟧ 회의",
    "⟦QT|두세 명⟧이 모였다.",
    "⟦QT|수십 종⟧을 들여왔다.",
    "⟦QT|3개국⟧ 대표",
    "⟦DT|3개월⟧ 과정",
    "「형법」 ⟦QT|제99조⟧에 따라",
    "⟦QT|1천637명⟧ 가운데 ⟦QT|3분의 1⟧",
    "최대 ⟦QT|16만6973㎡⟧ 부지",
    "⟦DT|1990년대⟧ 이후",
    "⟦DT|매주 수요일⟧ 쉰다.",
    "세계 각국에서",
    "시도지사와 일부 단체",
    "오월의 일본 도시",
    "만일의 사태에 대비한 세기의 대결",
]


@pytest.mark.parametrize("marked", MARKED)
def test_boundaries_follow_the_guidelines(marked: str) -> None:
    text, wanted = _unmarked(marked)
    found = {(h.start, h.end, h.label) for h in resolved(find_numeric(text))}
    assert found == wanted


def test_most_numbers_of_the_training_text_are_found(shared_dir) -> None:
    found_right = found = wished = 0
    for path in sorted((shared_dir / "training").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text, spans = _unmarked(line)
            if line.startswith("###"):
                continue
            wanted = {span for span in spans if span[2] in {"DT", "TI", "QT"}}
            ours = {(h.start, h.end, h.label) for h in resolved(find_numeric(text))}
            found_right += len(ours & wanted)
            found += len(ours)
            wished += len(wanted)
    assert found_right / wished > 0.93
    assert found_right / found > 0.88


@given(st.text(alphabet="0123456789 년월일시분초~.,:-%만억천원명개약제지난올해오후(수)가\n", max_size=60))
def test_hits_lie_in_the_text_and_hold_no_outer_blanks(text: str) -> None:
    for hit in find_numeric(text):
        surface = hit.surface(text)
        assert 0 <= hit.start < hit.end <= len(text)
        assert surface == surface.strip()
        assert "\n" not in surface.replace("\n", "\n", 1) or len(surface) > 2


def _unmarked(marked: str) -> tuple[str, set[tuple[int, int, str]]]:
    text, spans, end = "", set(), 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        spans.add((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        end = mark.end()
    return text + marked[end:], spans
