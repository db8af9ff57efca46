"""What is seen: states told apart without colour, the current one loud, nothing painted over letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from desktop_app.domain.article import Role
from desktop_app.domain.edits import Decide
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink.painting import GAP, segments


def _image(at) -> QImage:
    return at.view.viewport().grab().toImage()


def _segment(at, mention):
    mark = at.view.page.mark_of(mention)
    return next(segments(at.view.document().findBlock(mark.span.start), mark.span))


def _ground(at, mention, image) -> QColor:
    """Between the letters' tops and the line above, at the mention's beginning."""
    s = _segment(at, mention)
    y = s.baseline - 0.9 * at.view.typography.em - at.view.verticalScrollBar().value()
    return image.pixelColor(QPoint(int(s.left + 1), int(y)))


def _line(at, mention, image) -> list[bool]:
    """Which pixels along the mention's underline differ from paper."""
    s = _segment(at, mention)
    y = round(s.baseline + GAP * at.view.typography.em - at.view.verticalScrollBar().value())
    paper = at.view.looks.theme.colour("paper")
    rows = [
        [image.pixelColor(x, y + dy) != paper for x in range(int(s.left) + 2, int(s.right) - 2)]
        for dy in (-1, 0)
    ]
    return max(rows, key=sum)


@pytest.fixture
def states(at):
    accepted, sure, unsure = at.find("가온누리"), at.find("20억 원"), at.find("전기버스", 1)
    at.session.apply(Decide((accepted.id,), Decision.ACCEPTED))
    at.session.set_current(at.find("나래울").id)
    return at, at.session.mention(accepted.id), sure, unsure


def test_states_differ_without_colour(states):
    at, accepted, sure, unsure = states
    image = _image(at)
    assert all(_line(at, sure, image))
    assert all(_line(at, accepted, image))
    dashes = _line(at, unsure, image)
    assert 0.3 < sum(dashes) / len(dashes) < 0.9
    assert _ground(at, sure, image).saturationF() == 0
    assert _ground(at, unsure, image).saturationF() == 0
    assert _ground(at, accepted, image).saturationF() > 0.05


def test_the_current_one_is_the_loudest(states):
    at, accepted, *_ = states
    current = at.session.current
    image = _image(at)
    paper = at.view.looks.theme.colour("paper")

    def distance(colour: QColor) -> int:
        return sum(abs(a - b) for a, b in zip(colour.getRgb()[:3], paper.getRgb()[:3], strict=True))

    s = _segment(at, current)
    y = int(s.baseline - 0.8 * at.view.typography.em - at.view.verticalScrollBar().value())
    fill = image.pixelColor(int(s.left) - 1, y)
    assert distance(fill) > 1.5 * distance(_ground(at, accepted, image))


def test_an_edit_repaints_as_a_whole_new_page_would(states):
    at, *_ = states
    at.view.grab()
    for action in ("accept", "previous_mention", "reject", "undo", "end_right", "next_mention", "skip"):
        at.commands.run(action)
        at.view.grab()
        seen = _image(at)
        at.view.viewport().update()
        assert seen == _image(at), action


def test_bars_and_roles_leave_the_text_alone(at):
    """The painter underneath never draws in ink's own colour over a letter: text pixels stay the same."""
    plain = _image(at)
    at.view.page.marks.update([], [m.span for m in at.mentions()])
    bare = _image(at)
    ink = at.view.looks.theme.colour("ink")
    for x in range(0, bare.width(), 7):
        for y in range(0, bare.height(), 3):
            if bare.pixelColor(x, y) == ink:
                assert plain.pixelColor(x, y) == ink


def test_a_line_holds_a_comfortable_measure(make_desk):
    at = make_desk([(Role.BODY, "가나다라 " * 200 + "\n")], [], size=(1400, 700))
    block = at.view.document().firstBlock()
    assert at.view.grab()
    lengths = [block.layout().lineAt(i).textLength() for i in range(1, block.layout().lineCount() - 1)]
    blanks = 1 / 5
    hangul = [n * (1 - blanks) + n * blanks * 0.3 for n in lengths]
    assert all(36 <= n <= 45 for n in hangul)


def test_parts_of_a_discontinuous_mention_are_marked_apart(at):
    start = at.find("14일").start
    parts = (Span(start, start + 3), Span(start + 6, start + 8))
    at.project.db.execute(
        "UPDATE mention SET end = ?, fragments = ? WHERE id = ?",
        [
            parts[1].end,
            f"[[{parts[0].start},{parts[0].end}],[{parts[1].start},{parts[1].end}]]",
            at.find("14일").id,
        ],
    )
    at.session.open_article(at.session.article_id)
    mention = next(m for m in at.mentions() if m.fragments)
    mark = at.view.page.mark_of(mention)
    assert [len(p) for p in mark.parts] == [3, 2]
    assert mark not in at.view.page.marks.at(mark.parts[0].end + 1)
    assert not at.view.grab().isNull()
