"""A rewritten stretch becomes corrections that read exactly so, and leave what they need not touch."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain import textmap
from desktop_app.domain.article import Block, Correction, Role
from desktop_app.domain.edits import CorrectText
from desktop_app.domain.spans import Span
from desktop_app.gui.reading_text.overlay import BlockText

LETTERS = st.text(alphabet="가나 다\nAé\u1112\u1161\u11ab😀", max_size=24)


def _block(raw: str) -> Block:
    return Block(1, 1, 1, 0, len(raw), Role.BODY)


def _laid(raw: str, standing: list[Correction], steps: list[CorrectText]) -> list[Correction]:
    """What the desk makes of the steps."""
    now = list(standing)
    for step in steps:
        now = [
            c
            for c in now
            if not (step.start <= c.start and c.end <= step.end)
            and not c.span.overlaps(Span(step.start, step.end))
        ]
        if raw[step.start : step.end] != step.text:
            now.append(Correction(step.start, step.end, step.text, "text", "가람"))
    return sorted(now, key=lambda c: (c.start, c.end))


@st.composite
def cases(draw):
    raw = "시작" + draw(LETTERS) + "끝끝"
    standing: list[Correction] = []
    at = 1
    while at < len(raw) - 1 and draw(st.booleans()):
        start = draw(st.integers(at, len(raw) - 1))
        end = draw(st.integers(start, min(len(raw) - 1, start + 2)))
        text = draw(st.text(alphabet="나 ㄱ", max_size=2))
        if raw[start:end] != text:
            standing.append(Correction(start, end, text))
        at = end + 1
    whole = BlockText(raw, _block(raw), standing)
    start = draw(st.integers(0, len(whole.text)))
    end = draw(st.integers(start, len(whole.text)))
    return raw, standing, Span(start, end), draw(LETTERS)


@settings(max_examples=400)
@given(cases())
def test_the_stretch_reads_as_written_and_the_rest_as_before(case):
    raw, standing, part, wanted = case
    before = BlockText(raw, _block(raw), standing)
    after_raw = _laid(raw, standing, before.rewritten(1, part, wanted))
    after = textmap.build(raw, [_block(raw)], after_raw).text
    expected = before.text[: part.start] + wanted + before.text[part.end :]
    assert after == expected or _composed(after) == _composed(expected)


def _composed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


def test_the_same_text_needs_no_correction():
    text = BlockText("가나다 라마바", _block("가나다 라마바"), [])
    assert text.rewritten(1, Span(0, 7), "가나다 라마바") == []


def test_only_the_letter_that_differs_is_corrected():
    raw = "한빛시가 수소뻐스를 들였다"
    text = BlockText(raw, _block(raw), [])
    assert text.rewritten(1, Span(0, len(raw)), "한빛시가 수소버스를 들였다") == [CorrectText(1, 7, 8, "버")]


def test_places_far_apart_are_corrected_one_by_one():
    raw = "한빛시가 수소뻐스를 들였따"
    text = BlockText(raw, _block(raw), [])
    steps = text.rewritten(1, Span(0, len(raw)), "한빛시가 수소버스를 들였다")
    assert [(s.start, s.end, s.text) for s in steps] == [(7, 8, "버"), (13, 14, "다")]


def test_a_blank_beside_a_blank_that_was_put_in_keeps_it():
    raw = "수소버스도입"
    text = BlockText(raw, _block(raw), [Correction(2, 2, " ")])
    steps = text.rewritten(1, Span(0, len(text.text)), "수소 뻐스도입")
    assert (
        textmap.build(raw, [_block(raw)], _laid(raw, [Correction(2, 2, " ")], steps)).text == "수소 뻐스도입"
    )


def test_a_huge_selection_is_compared_quickly():
    raw = "가나다라마" * 20_000
    text = BlockText(raw, _block(raw), [])
    other = "바" + raw[1:-1] + "바"
    (step,) = text.rewritten(1, Span(0, len(raw)), other)
    assert (step.start, step.end, step.text) == (0, len(raw), other)
