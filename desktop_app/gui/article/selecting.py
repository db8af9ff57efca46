"""Caret, selection and what lies under a point of the paper, in raw spans."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QTextCursor

from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.ink.painting import segments
from desktop_app.gui.article.layout.typography import BODY, SETTINGS
from desktop_app.gui.article.paper import Paper


class SelectablePaper(Paper):
    """Paper on which a place can be pointed at, selected and found."""

    def selected_raw(self) -> Span | None:
        """The selection in raw, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.page.raw_selection(cursor.selectionStart(), cursor.selectionEnd())

    def caret_raw(self) -> int | None:
        """The raw offset of the character behind the caret; None without an article."""
        if self.page.article is None:
            return None
        return self.page.display.raw_of_unit(self.textCursor().position())

    def clear_selection(self) -> None:
        """Let the selection go, the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def put_caret_raw(self, offset: int) -> None:
        """Put the caret before a raw character."""
        self.put_caret(self.page.display.unit_of_raw(offset))

    def select_raw(self, raw: Span) -> None:
        """Select a span of raw."""
        shown = self.page.display.unit_span(raw)
        if shown:
            cursor = QTextCursor(self.document())
            cursor.setPosition(shown.start)
            cursor.setPosition(shown.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        cursor, display = self.textCursor(), self.page.display
        start, end = (display.units.to_points(u) for u in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(display.map.text[start:end].encode("utf-8", "replace").decode())
        return data

    def put_caret(self, unit: int) -> None:
        """Put the caret at a place of the document."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(unit, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def find_text(self, text: str) -> list[Span]:
        """Where a text is read, letter case aside, as spans of raw."""
        mapped, wanted = self.page.display.map, text.casefold()
        whole, found, at = mapped.text.casefold(), [], -1
        if not wanted or len(whole) != len(mapped.text):
            whole, wanted = mapped.text, text
        while wanted and (at := whole.find(wanted, at + 1)) >= 0:
            raw = mapped.raw_span(Span(at, at + len(wanted)))
            if raw is not None:
                found.append(raw)
        return found

    def rect_of(self, span: Span) -> QRect:
        """Where the first line of a stretch of the document is, in this widget's coordinates."""
        block = self.document().findBlock(span.start)
        self.document().documentLayout().blockBoundingRect(block)
        first = next(segments(block, span), None)
        if first is None:
            return QRect()
        em = self.typography.em
        index = self.page.block_at_unit(span.start)
        above = 1.1 * em * SETTINGS.get(self.page.display.blocks[index].role, BODY).size
        rect = QRectF(
            QPointF(first.left, first.baseline - above), QPointF(first.right, first.baseline + 0.95 * em)
        )
        return rect.translated(
            self.viewport().x(), self.viewport().y() - self.verticalScrollBar().value()
        ).toRect()

    def unit_at(self, position: QPoint) -> int:
        """The unit of the document under a point of the viewport (not the gap nearest to it)."""
        layout = self.document().documentLayout()
        point = QPointF(position.x(), position.y() + self.verticalScrollBar().value())
        hit = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(hit)
        for unit in (hit - 1, hit):
            inside = Span(max(0, unit), max(0, unit) + 1)
            if block.contains(unit) and any(s.left <= point.x() < s.right for s in segments(block, inside)):
                return unit
        return max(0, hit)

    def mention_at(self, position: QPoint) -> Mention | None:
        """The innermost mention under a point of the viewport."""
        under = self.page.marks.at(self.unit_at(position))
        return under[0].mention if under else None
