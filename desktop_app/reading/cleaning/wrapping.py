"""Lines cut by a column or a hard wrap: which of them go on in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.reading.cleaning.kinds import ends_like_prose
from desktop_app.reading.cleaning.lines import SURE_FURNITURE, Kind, Line

WIDEST = 110
_FEWEST = 4
_NARROW = 60
_BREAKS_RUN = SURE_FURNITURE | {Kind.STAMP, Kind.RULE, Kind.TABLE}
_SENTENCE = re.compile(r"[가-힣](?:다|요|까|죠|자)(?:[.?!]|[”\"](?:고|며|라))")
_ELLIPSIS = re.compile(r"(?:\.{2,}|…)[\"”’']?$")
_GOES_ON = re.compile(r"^(?:라?고|이?라며|며|면서|이?라는|이?라고|이?라면서|는|란)(?:[\s,]|$)")
_HARD_BULLET = re.compile(r"^(?:[□■○●◇◆▶▷☞※]|[-–] |[①-⑳]|ㅇ |[▲△] )")
_SIGNED = re.compile(r"[가-힣]{2,4}\s?기자(?:\s*[\w.+-]+@\S+)?\s*[\])]?$")
_ENDS_IN_PARTICLE = re.compile(r"[은는이가을를에서의로도과와며고해]$")
_QUOTED = re.compile(r"^[“\"‘'][^“”]{4,60}[”\"’']$")
_SUBJECT = re.compile(r"[가-힣](?:은|는|을|를|에서|으로|에|의|이|가)\s")


def mark_broken(lines: list[Line]) -> bool:
    """Set `broken` on every line that a column or hard wrap cut; returns whether there was any."""
    any_broken = False
    for run in _runs(lines):
        if _is_column(run):
            _mark(run)
            any_broken = True
    return any_broken


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Stretches of lines that could be one column: none very wide, no furniture or large gap between."""
    run: list[Line] = []
    for line in lines:
        wide = line.width > WIDEST or line.kind in _BREAKS_RUN or line.hint not in {"", "main"}
        if wide or line.gap > 3:
            if len(run) >= _FEWEST:
                yield run
            run = []
        if not wide:
            run.append(line)
    if len(run) >= _FEWEST:
        yield run


def _is_column(run: list[Line]) -> bool:
    """Whether a wrap cut these lines: those with another right below end open, at about the same width."""
    inner = [line for line, after in pairwise(run) if after.gap == 0]
    opened = [line for line in inner if not _closed(line)]
    if len(opened) < 3 or len(opened) < 0.5 * len(inner):
        return False
    widths = sorted(line.width for line in inner)
    full = widths[int(len(widths) * 0.85)]
    sentences = sum(len(_SENTENCE.findall(line.text)) for line in run)
    return (
        full >= 16
        and sum(line.width >= 0.72 * full for line in opened) >= 0.62 * len(opened)
        and sentences * 15 >= len(run)
        and len(run) >= 1.3 * sentences
    )


def _closed(line: Line) -> bool:
    return (
        ends_like_prose(line.text)
        or line.text in {"다.", "다”", "요."}
        or line.kind is Kind.BYLINE
        or bool(_ELLIPSIS.search(line.text) or _SIGNED.search(line.text))
    )


def _mark(run: list[Line]) -> None:
    local = [_column_width(run, at) for at in range(len(run))]
    noisy = _gaps_are_noise(run, local)
    for at in range(len(run) - 1):
        line, after = run[at], run[at + 1]
        before = run[at - 1] if at else None
        below = sorted(other.width for other in run[at + 1 : at + 6])
        line.broken = _goes_on(before, line, after, (local[at], below[len(below) // 2]), noisy=noisy)


def _column_width(run: list[Line], at: int) -> int:
    near = sorted(line.width for line in run[max(0, at - 4) : at + 5])
    return near[-2]


def _gaps_are_noise(run: list[Line], local: list[int]) -> bool:
    """Whether blank lines stand in the middle of sentences, as in text taken from a page's columns."""
    full_open = after_gap = 0
    for at in range(len(run) - 1):
        if not _closed(run[at]) and run[at].width >= 0.78 * local[at]:
            full_open += 1
            after_gap += run[at + 1].gap > 0
    return after_gap >= 3 and after_gap > 0.06 * full_open


def _goes_on(before: Line | None, line: Line, after: Line, widths: tuple[int, int], *, noisy: bool) -> bool:
    """`widths`: the column's around the line, and the usual one right below it."""
    width, below = widths
    if _closed(line) and not _GOES_ON.match(after.text):
        return (
            width >= _NARROW and line.width >= 0.86 * width and after.gap == 0 and after.indent <= line.indent
        )
    if after.gap and not noisy:
        return False
    if after.kind is Kind.BYLINE or _HARD_BULLET.match(after.text) or line.width < 0.62 * width:
        return False
    if line.width > 1.25 * width:
        return False
    return not _is_heading(before, line, after, width, below)


def _is_heading(before: Line | None, line: Line, after: Line, width: int, below: int) -> bool:
    """A headline that stands on its column or right on its text.

    It begins where nothing goes on from above. Blank lines around it, quotation marks around it, a verb without
    its full stop, or a width well below the column's show it.
    """
    if before is not None and before.broken:
        return False
    first = before is None or line.gap > 0 or not _closed(before)
    if first and (
        _QUOTED.match(line.text)
        or _lost_blanks(line)
        or (_lost_blanks(after) and line.gap > 0)
        or _before_speech(line, after)
        or line.width < 0.8 * below
        or _verb_last(line, after)
    ):
        return True
    if not (before is None or line.gap > 0) or not after.gap:
        return False
    runs_on = _SUBJECT.search(line.text) is not None and 0.75 * width <= line.width <= 1.08 * width
    return not runs_on


def _lost_blanks(line: Line) -> bool:
    """A headline whose blanks the page lost: running text has one every few syllables."""
    return len(line.text) >= 10 and len(line.text) >= 9 * (line.text.count(" ") + 1)


def _before_speech(line: Line, after: Line) -> bool:
    """A line without particle at its end, over one that opens a quotation."""
    return after.text[:1] in '“"' and not _ENDS_IN_PARTICLE.search(line.text) and line.text[-1:] not in ",’”)"


def _verb_last(line: Line, after: Line) -> bool:
    return line.text.endswith("다") and after.text[:1] not in '고며는면가.,”’"'
