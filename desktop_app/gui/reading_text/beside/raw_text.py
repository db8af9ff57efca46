"""The source's raw text: blocks tinted by role, the current mention, what is read otherwise."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from desktop_app.domain.article import Block, Correction
from desktop_app.domain.offsets import Utf16Offsets
from desktop_app.domain.spans import Span
from desktop_app.gui.article.layout.display import harmless
from desktop_app.gui.bench import Bench
from desktop_app.gui.keys import chord_of
from desktop_app.gui.reading_text.beside import raw_ink
from desktop_app.gui.words.josa import fill

GUTTER = 74
LONGEST_LINE = 2000
_TOO_LONG = re.compile(rf"([^\n]{{{LONGEST_LINE},}}?)[ \t]")


class RawText(QPlainTextEdit):
    """Read-only. Offsets are code points of raw; the document's are UTF-16 units.

    `triggered` carries the id of an action that a key asked for.
    """

    triggered = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.units = Utf16Offsets("")
        self.raw = ""
        self._source: int | None = None
        self._blocks: list[Block] = []
        self._starts: list[int] = []
        self._corrections: list[Correction] = []
        self._article: int | None = None
        self.mention: Span | None = None
        self.hue = "#6B7280"
        self._set_up()
        self.gutter = raw_ink.Gutter(self, GUTTER)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self.updateRequest.connect(lambda *_: self.gutter.update())
        bench.appearance.changed.connect(self.relook)
        self.relook()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setProperty("sheet", True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumWidth(240)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word in the language in use."""
        self.setAccessibleName(self.tr("Source text"))

    def relook(self) -> None:
        """Take font and theme anew."""
        theme = self.bench.appearance.theme
        font = self.bench.appearance.reading_font()
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
        self.setFont(font)
        palette = self.palette()
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, theme.colour("paper"))
        palette.setColor(palette.ColorRole.Text, theme.colour("ink"))
        selection = theme.colour("accent")
        selection.setAlphaF(0.28)
        palette.setColor(palette.ColorRole.Highlight, selection)
        palette.setColor(palette.ColorRole.HighlightedText, theme.colour("ink"))
        self.setPalette(palette)
        self.viewport().update()

    # -- what is shown -------------------------------------------------------------------------------------

    def show_source(self, source_id: int, raw: str) -> None:
        """Show a source's text; the one shown already is not laid out anew."""
        if source_id != self._source:
            self._source, self.raw = source_id, raw
            shown = _one_for_one(raw)
            self.units = Utf16Offsets(shown)
            self.setPlainText(shown)

    def show_cut(self, article: int, blocks: Sequence[Block], corrections: Sequence[Correction]) -> None:
        """How the source is cut and corrected, in raw order, and which article is the open one."""
        self._article, self._blocks = article, list(blocks)
        self._starts = [b.start for b in self._blocks]
        self._corrections = list(corrections)
        self.viewport().update()
        self.gutter.update()

    def show_mention(self, span: Span | None, hue: str) -> None:
        """Mark the current mention."""
        self.mention, self.hue = span, hue
        self.viewport().update()

    # -- places --------------------------------------------------------------------------------------------

    def selected_raw(self) -> Span | None:
        """The selection, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(
            self.units.to_points(cursor.selectionStart()), self.units.to_points(cursor.selectionEnd())
        )

    def caret_raw(self) -> int:
        """The offset of the character behind the caret."""
        return self.units.to_points(self.textCursor().position())

    def select_raw(self, span: Span) -> None:
        """Select a span."""
        cursor = self.textCursor()
        cursor.setPosition(self.units.to_utf16(span.start))
        cursor.setPosition(self.units.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        data, selected = QMimeData(), self.selected_raw()
        data.setText(selected.of(self.raw).encode("utf-8", "replace").decode() if selected else "")
        return data

    def raw_at(self, y: int) -> int:
        """The offset of the line at a height of the viewport."""
        return self.units.to_points(self.cursorForPosition(QPoint(1, y)).position())

    def align(self, offset: int, y: int) -> None:
        """Scroll so that the line of an offset stands at a height of the viewport, as near as whole lines allow."""
        unit = self.units.to_utf16(min(offset, len(self.raw)))
        block = self.document().findBlock(unit)
        self.blockBoundingGeometry(block)
        line = block.layout().lineForTextPosition(unit - block.position()).lineNumber()
        wanted = round((y - self.line_height()) / self.line_height()) - max(0, line)
        while wanted > 0 and block.previous().isValid():
            block = block.previous()
            self.blockBoundingGeometry(block)
            wanted -= block.lineCount()
        self.verticalScrollBar().setValue(block.firstLineNumber() + max(0, -wanted))

    def line_height(self) -> float:
        """The height of a row, in pixels."""
        return max(1.0, self.fontMetrics().lineSpacing())

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = list(self.visible())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, top in lines:
            raw_ink.paint_under(painter, self, line, top)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, top in lines:
            raw_ink.paint_over(painter, self, line, top)
        painter.end()

    def visible(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The lines of raw that are seen, with where they begin in the viewport."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(offset)
            if rect.top() > self.viewport().height():
                return
            yield block, rect.topLeft()
            block = block.next()

    def raw_of(self, line: QTextBlock) -> Span:
        """The span of a line of raw, its line break included."""
        start = self.units.to_points(line.position())
        return Span(
            start, max(start, self.units.to_points(min(line.position() + line.length(), self._end())))
        )

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def blocks_in(self, span: Span) -> Iterator[Block]:
        """The blocks that share a character with a span."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(self._blocks) and self._blocks[at].start < span.end:
            if self._blocks[at].span.overlaps(span):
                yield self._blocks[at]
            at += 1

    def corrections_in(self, span: Span) -> Iterator[Correction]:
        """The corrections that begin in a span, or reach into it."""
        at = bisect_right(self._corrections, span.start, key=lambda c: c.start)
        while at and (c := self._corrections[at - 1]) and (c.end > span.start or c.start == span.start):
            at -= 1
        for correction in self._corrections[at:]:
            if correction.start >= span.end:
                return
            yield correction

    def is_own(self, block: Block) -> bool:
        """Whether a block is of the open article."""
        return block.article_id == self._article

    # -- events --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.gutter.setGeometry(0, 0, GUTTER, self.height())

    def event(self, event: QEvent) -> bool:
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.bench.keymap.action_for(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.gutter.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.bench.keymap.action_of(chord_of(event))
        if action is not None:
            self.triggered.emit(action)
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.units.to_points(self.cursorForPosition(event.pos()).position())
            found = [c for c in self.corrections_in(Span(max(0, at - 1), at + 1)) if c.start <= at <= c.end]
            if found:
                QToolTip.showText(event.globalPos(), self._told(found[0]), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _told(self, correction: Correction) -> str:
        was = visible_blanks(correction.span.of(self.raw))
        return fill(self.tr("{was} reads {text}"), was=was, text=visible_blanks(correction.text))


def visible_blanks(text: str) -> str:
    """A text with its blanks made visible; ∅ for none."""
    return text.replace("\n", "⏎").replace(" ", "␣").replace("\t", "⇥") or "∅"


def _one_for_one(raw: str) -> str:
    """Raw as Qt can show it, every character in its place; a carriage return shows nothing.

    A line that Qt would take seconds to lay out is broken at a blank every LONGEST_LINE characters.
    """
    shown = harmless(raw.replace("\r\n", " \n").replace("\r", "\n"))
    return _TOO_LONG.sub(r"\1\n", shown) if len(shown) > LONGEST_LINE else shown
