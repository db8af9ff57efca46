"""Where the reading text differs from raw, shown in the article while raw stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink.painting import segments, x_on
from desktop_app.gui.article.view import ArticleView


class ReadingMarks(QWidget):
    """Lies over the view and lets the mouse through: a tick where something fell away, dots under what was written."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._spans: list[Span] = []
        self._starts: list[int] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        self.stackUnder(view.card)
        self._cover()

    def take(self) -> None:
        """Read anew from the displayed text where it is not verbatim; blocks' ends and folded lines are left out."""
        display = self._view.page.display
        ends = {b.start for b in display.blocks} | {a.end for a, _ in pairwise(display.blocks)}
        folded = [f.span for f in display.folds if not f.open]
        changed = [
            read
            for read, raw, verbatim in display.map.pieces()
            if not verbatim and not (read.end in ends and read.start in ends) and raw not in folded
        ]
        self._spans = [display.units_of(span) for span in changed]
        self._starts = [span.start for span in self._spans]
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._view.viewport().geometry())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        view = self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -view.verticalScrollBar().value())
        colour = view.looks.theme.colour("accent")
        em = view.typography.em
        for block in self._seen():
            first, last = block.position(), block.position() + block.length()
            for span in self._within(first, last):
                if span:
                    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DotLine))
                    for s in segments(block, span):
                        painter.drawLine(
                            QPointF(s.left, s.baseline + 0.3 * em), QPointF(s.right, s.baseline + 0.3 * em)
                        )
                else:
                    painter.setPen(QPen(colour, 1.4))
                    _tick(painter, block, span.start, em)
        painter.end()

    def _within(self, first: int, last: int) -> Iterator[Span]:
        for span in self._spans[bisect_left(self._starts, first) :]:
            if span.start >= last:
                return
            yield span

    def _seen(self) -> Iterator[QTextBlock]:
        view = self._view
        layout, scrolled = view.document().documentLayout(), view.verticalScrollBar().value()
        block = view.cursorForPosition(self.rect().topLeft()).block()
        while block.isValid() and layout.blockBoundingRect(block).top() - scrolled <= self.height():
            yield block
            block = block.next()


def _tick(painter: QPainter, block: QTextBlock, unit: int, em: float) -> None:
    """A small wedge below the line, at the joint."""
    row = block.layout().lineForTextPosition(unit - block.position())
    if not row.isValid():
        return
    origin = block.layout().position()
    x = origin.x() + x_on(row, unit - block.position())
    y = origin.y() + row.y() + row.ascent() + 0.42 * em
    painter.drawPolyline([QPointF(x - 3, y), QPointF(x, y - 4.5), QPointF(x + 3, y)])
