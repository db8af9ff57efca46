"""The sheet of paper: a page's document, centred at its measure, with everything painted under its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink import arcs
from desktop_app.gui.article.ink.painting import Look, small_font
from desktop_app.gui.article.ink.under import Under, paint_caret
from desktop_app.gui.article.layout.document import build_document
from desktop_app.gui.article.layout.page import Page
from desktop_app.gui.article.layout.typography import Typography
from desktop_app.gui.looks.theme import Theme

GUTTER, NARROW = 4.8, 1.4  # em beside the text: with room for roles, and without

SPILL = 2.5
"""How far beyond its line a mark is painted, in em."""


class Looks(Protocol):
    """Where theme and reading font come from; `changed` says that they are others now."""

    theme: Theme

    @property
    def changed(self) -> Any: ...  # noqa: ANN401

    def reading_font(self) -> QFont: ...


class Paper(QTextEdit):
    """Shows a page, read-only. Positions of the document are UTF-16 units; raw spans are what others speak of."""

    zoomed = Signal(float)

    def __init__(self, page: Page, schema: LabelSchema, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.schema, self.looks = page, schema, looks
        self._sure = 0.9
        self.current_id: int | None = None
        self.linked_id: int | None = None
        self._zoom = 1.0
        self._show_confidence = False
        self._shown: QTextDocument | None = None
        self._look_now: Look | None = None
        self._caret_at = 0
        self._hits: list[Span] = []
        self._hit_units: list[Span] = []
        self.typography = Typography(looks.reading_font())
        self._set_up()
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setCursorWidth(0)
        self.setMouseTracking(True)
        self.colour()

    def colour(self) -> None:
        """Take the theme's colours."""
        palette = self.palette()
        paper = self.looks.theme.colour("paper")
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, paper)
        palette.setColor(palette.ColorRole.Text, self.looks.theme.colour("ink"))
        selection = self.looks.theme.colour("accent")
        selection.setAlphaF(0.28)
        palette.setColor(palette.ColorRole.Highlight, selection)
        palette.setColor(palette.ColorRole.HighlightedText, self.looks.theme.colour("ink"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # a style sheet's change leaves the viewport its old colours
        self.setAutoFillBackground(True)

    def show_page(self) -> None:
        """Show the page as it is laid out now; the document is made whole before it is laid out."""
        old, self._shown = self._shown, None
        document = build_document(self.page.display, self.typography, self.looks.theme, self)
        self._set_margins(document)
        self.setDocument(document)
        self.setCursorWidth(0)
        self._shown = document
        self._place_hits()
        if old is not None:
            old.deleteLater()

    @property
    def sure(self) -> float:
        """From which confidence on a suggestion counts as sure, 0 to 1."""
        return self._sure

    @sure.setter
    def sure(self, confidence: float) -> None:
        self._sure = confidence
        self._look_now = None
        self.viewport().update()

    def set_linked(self, mention_id: int | None) -> None:
        """Outline the mention that a relation is being drawn from."""
        self.linked_id = mention_id
        self.viewport().update()

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Mark spans of raw, for what was searched or what a tag rests on; none takes the marks away."""
        self._hits = sorted(hits)
        self._place_hits()
        self.viewport().update()

    def _place_hits(self) -> None:
        shown = (self.page.display.unit_span(raw) for raw in self._hits)
        self._hit_units = sorted(span for span in shown if span)

    def take_look(self) -> None:
        """Take font and theme anew; the page has to be shown again."""
        font = self.looks.reading_font()
        font.setPointSizeF(max(5.0, font.pointSizeF() * self._zoom))
        self.typography = Typography(font)
        self._look_now = None
        self.colour()

    def set_confidence_shown(self, *, on: bool) -> None:
        """Show every mention's confidence beside its label."""
        self._show_confidence = on
        self._look_now = None
        self.viewport().update()

    def toggle_confidence(self) -> None:
        """Show or hide confidences."""
        self.set_confidence_shown(on=not self._show_confidence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Centre the page; text is laid out anew only where its own width changes."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar
        width, left, right = self._widths(room)
        outside = max(0, int((room - (left + width + right)) / 2))
        self.setViewportMargins(outside, 0, outside, 0)
        whole = int(left + width + right)
        if self.lineWrapColumnOrWidth() != whole:
            self.setLineWrapColumnOrWidth(whole)
        self._set_margins(self.document())

    def _room(self) -> tuple[float, float, float]:
        return self._widths(self.width() - self.verticalScrollBar().sizeHint().width())

    def _widths(self, room: int) -> tuple[float, float, float]:
        """Width of the column, of the gutter left and right of it."""
        em, column = self.typography.em, self.typography.column
        if room >= column + 2 * GUTTER * em:
            return column, GUTTER * em, GUTTER * em
        if room >= 24 * em + (GUTTER + NARROW) * em:
            return min(column, room - (GUTTER + NARROW) * em), GUTTER * em, NARROW * em
        return max(8 * em, room - 2 * NARROW * em), NARROW * em, NARROW * em

    def _set_margins(self, document: Any) -> None:  # noqa: ANN401
        _, left, right = self._room()
        frame = document.rootFrame().frameFormat()
        if (frame.leftMargin(), frame.rightMargin()) != (left, right):
            frame.setLeftMargin(left)
            frame.setRightMargin(right)
            document.rootFrame().setFrameFormat(frame)

    def column(self) -> QRect:
        """The text's column in this widget's coordinates."""
        width, left, _ = self._room()
        return QRect(self.viewport().x() + int(left), 0, int(width), self.height())

    def reveal(self, raw: Span) -> None:
        """Scroll so that a span of raw stands in the middle third."""
        self.comfort(self.page.display.unit_of_raw(raw.start))

    def comfort(self, unit: int) -> None:
        """Scroll as little as brings a place of the document into the middle third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(unit, self.document().characterCount() - 1))
        rect, height, bar = self.cursorRect(cursor), self.viewport().height(), self.verticalScrollBar()
        top, bottom = height // 3, 2 * height // 3
        if rect.top() < -height or rect.bottom() > 2 * height:
            bar.setValue(bar.value() + rect.top() - int(0.42 * height))
        elif rect.top() < top:
            bar.setValue(bar.value() + rect.top() - top)
        elif rect.bottom() > bottom:
            bar.setValue(bar.value() + rect.bottom() - bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, scrolled = self._look(), self.verticalScrollBar().value()
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -scrolled)
            top = event.rect().top() + scrolled
            seen = (top - SPILL * look.em, top + event.rect().height() + SPILL * look.em)
            self._under(look).paint(painter, self._visible(event.rect()), seen)
            arcs.paint(painter, self.document(), self.page, look)
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.translate(0, -scrolled)
                paint_caret(painter, self.textCursor(), self.page, look)

    def _under(self, look: Look) -> Under:
        left = self._room()[1]
        roles = left > 2 * NARROW * look.em
        return Under(self.page, look, left - 1.2 * look.em if roles else None, self._hit_units)

    def _on_caret_moved(self) -> None:
        for position in (self._caret_at, self.textCursor().position()):
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.viewport().update(self.cursorRect(cursor).adjusted(-3, 0, 3, 0))
        self._caret_at = self.textCursor().position()

    def _look(self) -> Look:
        if self._look_now is None:
            em = self.typography.em
            font = small_font(self.font(), em)
            self._look_now = Look(
                self.looks.theme, self.schema, em, font, None, self._sure, self._show_confidence
            )
        self._look_now.current = self.current_id
        self._look_now.focused = self.hasFocus()
        self._look_now.linked = self.linked_id
        self._look_now.noted = self.page.noted()
        return self._look_now

    def update_blocks(self, indexes: Iterable[int]) -> None:
        """Repaint some blocks of the page, with the small type below their last lines."""
        layout, display, scrolled = (
            self.document().documentLayout(),
            self.page.display,
            self.verticalScrollBar().value(),
        )
        slack = 1.6 * self.typography.em
        for index in set(indexes):
            if not 0 <= index < len(display.blocks):
                continue
            span = display.units_of(Span(display.blocks[index].start, display.blocks[index].end))
            top = layout.blockBoundingRect(self.document().findBlock(span.start)).top() - slack
            bottom = layout.blockBoundingRect(self.document().findBlock(span.end)).bottom() + slack
            self.viewport().update(0, int(top - scrolled), self.viewport().width(), int(bottom - top))

    def _visible(self, dirty: QRect) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, dirty.top())).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and layout.blockBoundingRect(block).top() - scrolled <= dirty.bottom():
            yield block
            block = block.next()
