"""The article view: text to read, mentions painted under it, keys by their place, one thing loud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from desktop_app.domain.changes import Change
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article import arcs, caret, margin
from desktop_app.gui.article.card import MentionCard
from desktop_app.gui.article.document import build_document
from desktop_app.gui.article.edges import Edges
from desktop_app.gui.article.page import Page
from desktop_app.gui.article.painting import Look, MarkPainter, segments, small_font
from desktop_app.gui.article.pointing import card_text, menu_of, tip_of
from desktop_app.gui.article.typography import ZOOMS, Typography
from desktop_app.gui.article.words import described
from desktop_app.gui.keymap import KeyMap
from desktop_app.gui.keys import Chord, chord_of
from desktop_app.gui.looks.theme import Theme
from desktop_app.gui.session import Session
from desktop_app.review.desk import OpenArticle

NO_REPEAT = frozenset({"decide", "label", "article"})
GUTTER, NARROW = 6.2, 1.6  # em beside the text: with room for roles, and without


class Looks(Protocol):
    """Where theme and reading font come from; `changed` says that they are others now."""

    theme: Theme

    @property
    def changed(self) -> Any: ...  # noqa: ANN401

    def reading_font(self) -> QFont: ...


class ArticleView(QTextEdit):
    """Shows the session's open article, read-only.

    `triggered` carries the id of an action that a key or the menu asked for; `interceptor` may take a chord
    before that. Positions of the document are UTF-16 units and stay inside; outside everything is raw spans.
    """

    triggered = Signal(str)
    zoomed = Signal(float)

    def __init__(self, session: Session, keymap: KeyMap, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.keymap, self.looks = session, keymap, looks
        self.page = Page(session.desk.project)
        self.edges = Edges(session)
        self.interceptor: Callable[[Chord], bool] | None = None
        self.exact = False
        self.sure = 0.9
        self._zoom = 1.0
        self._show_confidence = False
        self._hits: list[Span] = []
        self._shown: QTextDocument | None = None
        self._typography = Typography(looks.reading_font())
        self.card = MentionCard(self)
        self.card_wanted = True
        self.choices: tuple[tuple[str, str], ...] = ()
        self._set_up()
        session.article_opened.connect(self._on_article_opened)
        session.article_changed.connect(self._on_article_changed)
        session.current_changed.connect(self._on_current_changed)
        looks.changed.connect(self.relook)
        keymap.changed.connect(self._refresh_card)
        self.verticalScrollBar().valueChanged.connect(self._place_card)

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
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        self._colour()

    @property
    def schema(self) -> LabelSchema:
        """The label schema of the project."""
        return self.session.desk.schema

    # -- what is shown ---------------------------------------------------------------------------------

    def _on_article_opened(self, article: OpenArticle | None) -> None:
        self._hits = []
        self.page.open(article)
        self._set_document()
        title = article.article.metadata.title if article else ""
        self.setAccessibleName(self.tr("Article: {title}").format(title=title) if title else self.tr("Article"))

    def _set_document(self) -> None:
        old, self._shown = self._shown, None
        document = build_document(self.page.display, self._typography, self.looks.theme, self)
        self._set_margins(document)
        self.setDocument(document)
        self.setCursorWidth(2)
        self._shown = document
        if old is not None:
            old.deleteLater()
        self._show_hits()

    def _on_article_changed(self, article: OpenArticle, change: Change) -> None:
        top, caret_raw = self.verticalScrollBar().value(), self.caret_raw()
        if self.page.take(article, change):
            self._set_document()
            self._put_caret(self.page.display.unit_of_raw(caret_raw or 0))
            self.verticalScrollBar().setValue(top)
        self._refresh_card()
        self.viewport().update()

    def relook(self) -> None:
        """Take font and theme anew."""
        font = self.looks.reading_font()
        font.setPointSizeF(max(5.0, font.pointSizeF() * self._zoom))
        self._typography = Typography(font)
        self._colour()
        self._rebuilt()

    def _rebuilt(self) -> None:
        caret_raw = self.caret_raw()
        self._set_document()
        self._arrange()
        self._put_caret(self.page.display.unit_of_raw(caret_raw or 0))
        self._on_current_changed(self.session.current.id if self.session.current else None)

    def _colour(self) -> None:
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
        self.setAutoFillBackground(True)

    def set_zoom(self, zoom: float) -> None:
        """Show the text at a multiple of its own size, 0.7 to 3."""
        self._zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        self.relook()
        self.zoomed.emit(self._zoom)

    def zoom_by(self, steps: int) -> None:
        """The next larger or smaller size."""
        place = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, place + steps))])

    def set_rejected_shown(self, *, on: bool) -> None:
        """Show rejected mentions, struck through."""
        self.page.show_rejected(on=on)
        self.viewport().update()

    def set_confidence_shown(self, *, on: bool) -> None:
        """Show every mention's confidence beside its label."""
        self._show_confidence = on
        self.viewport().update()

    def toggle_rejected(self) -> None:
        """Show or hide rejected mentions."""
        self.set_rejected_shown(on=not self.page.rejected)

    def toggle_confidence(self) -> None:
        """Show or hide confidences."""
        self.set_confidence_shown(on=not self._show_confidence)

    def toggle_folds(self) -> None:
        """Open all boilerplate, or fold it."""
        self.page.toggle_folds()
        self._rebuilt()

    # -- layout ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
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
        self._place_card()

    def _widths(self, room: int) -> tuple[float, float, float]:
        """Width of the column, of the gutter left and right of it."""
        em, column = self._typography.em, self._typography.column
        if room >= column + 2 * GUTTER * em:
            return column, GUTTER * em, GUTTER * em
        if room >= 24 * em + (GUTTER + NARROW) * em:
            return min(column, room - (GUTTER + NARROW) * em), GUTTER * em, NARROW * em
        return max(8 * em, room - 2 * NARROW * em), NARROW * em, NARROW * em

    def _set_margins(self, document: Any) -> None:  # noqa: ANN401
        _, left, right = self._widths(self.width() - self.verticalScrollBar().sizeHint().width())
        frame = document.rootFrame().frameFormat()
        if (frame.leftMargin(), frame.rightMargin()) != (left, right):
            frame.setLeftMargin(left)
            frame.setRightMargin(right)
            document.rootFrame().setFrameFormat(frame)

    def _column(self) -> QRect:
        """The text's column in this widget's coordinates."""
        width, left, _ = self._widths(self.width() - self.verticalScrollBar().sizeHint().width())
        return QRect(self.viewport().x() + int(left), 0, int(width), self.height())

    def reveal(self, raw: Span) -> None:
        """Scroll so that a span of raw stands in the middle third."""
        self._comfort(self.page.display.unit_of_raw(raw.start))

    def _comfort(self, unit: int) -> None:
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

    # -- painting ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_under(event.rect())
        super().paintEvent(event)

    def _paint_under(self, dirty: QRect) -> None:
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        look = self._look()
        marks = MarkPainter(painter, look)
        _, left, _ = self._widths(self.width() - self.verticalScrollBar().sizeHint().width())
        roles = left > 2 * NARROW * look.em
        for block in self._visible(dirty):
            index = self.page.display.block_at(self.page.display.units.to_points(block.position()))
            if index < 0:
                continue
            if roles and self._begins(block, index):
                right = left - 1.4 * look.em
                margin.paint_role(
                    painter, self.page.display, index, block, look.theme, look.label_font, right
                )
            margin.paint_bar(painter, self.page.display.blocks[index].role, block, look.theme, look.em)
            marks.paint(block, self.page.marks.in_block(index))
        arcs.paint(painter, self.document(), self.page, look)
        painter.end()

    def _look(self) -> Look:
        theme, em = self.looks.theme, self._typography.em
        current = self.session.current
        return Look(
            theme,
            self.schema,
            em,
            small_font(self.font(), em),
            current.id if current else None,
            self.sure,
            self._show_confidence,
        )

    def _begins(self, block: QTextBlock, index: int) -> bool:
        return self.page.display.units.to_utf16(self.page.display.blocks[index].start) == block.position()

    def _visible(self, dirty: QRect) -> Iterator[QTextBlock]:
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, dirty.top())).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and layout.blockBoundingRect(block).top() - scrolled <= dirty.bottom():
            yield block
            block = block.next()

    # -- the current mention -----------------------------------------------------------------------------

    def _on_current_changed(self, mention_id: int | None) -> None:
        mention = self.session.mention(mention_id)
        mark = self.page.mark_of(mention)
        if mark is not None:
            if not mark.span.start <= self.textCursor().position() <= mark.span.end:
                self._put_caret(mark.span.start)
            self._comfort(mark.span.start)
        self._refresh_card()
        self._announce(mention)
        self.viewport().update()

    def _put_caret(self, unit: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(unit, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def _announce(self, mention: Mention | None) -> None:
        if mention is None:
            return
        said = described(self.schema, mention, self.session.surface(mention))
        self.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def ask(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show choices (key, text) on the card in place of the keys; none takes them away."""
        self.choices = tuple(choices)
        self._refresh_card()

    def _refresh_card(self) -> None:
        mention = self.session.current
        if mention is None or not self.card_wanted or self.page.mark_of(mention) is None:
            self.card.hide()
            return
        said = card_text(self.session, self.keymap, mention, self.choices)
        self.card.say(said, self.looks.theme, self.font())
        self._place_card()

    def _place_card(self) -> None:
        mark = self.page.mark_of(self.session.current)
        if mark is None or not self.card_wanted:
            self.card.hide()
            return
        rect = self._rect_of(mark.span)
        shown = rect.bottom() > 0 and rect.top() < self.height()
        self.card.setVisible(shown)
        if shown:
            line = QRect(0, rect.top(), self.width(), rect.height())
            self.card.place(line, rect, self._column())

    def _rect_of(self, span: Span) -> QRect:
        """Where the first line of a stretch of the document is, in this widget's coordinates."""
        block = self.document().findBlock(span.start)
        self.document().documentLayout().blockBoundingRect(block)
        first = next(segments(block, span), None)
        if first is None:
            return QRect()
        em = self._typography.em
        rect = QRectF(
            QPointF(first.left, first.baseline - 1.1 * em), QPointF(first.right, first.baseline + 0.95 * em)
        )
        return rect.translated(
            self.viewport().x(), self.viewport().y() - self.verticalScrollBar().value()
        ).toRect()

    # -- caret and selection -----------------------------------------------------------------------------

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
        self._put_caret(self.page.display.unit_of_raw(offset))

    def select_raw(self, raw: Span) -> None:
        """Select a span of raw."""
        shown = self.page.display.unit_span(raw)
        if shown:
            cursor = QTextCursor(self.document())
            cursor.setPosition(shown.start)
            cursor.setPosition(shown.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _follow_caret(self) -> None:
        """The mention under the caret becomes the current one."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        under = self.page.marks.at(cursor.position()) or self.page.marks.at(cursor.position(), touching=True)
        current = self.session.current
        if current is not None and any(m.mention.id == current.id for m in under):
            return
        self.session.set_current(under[0].mention.id if under else None)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        cursor, display = self.textCursor(), self.page.display
        start, end = (display.units.to_points(u) for u in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(display.map.text[start:end].encode("utf-8", "replace").decode())
        return data

    # -- find --------------------------------------------------------------------------------------------

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Mark spans of raw, for what was searched or what a tag rests on; none takes the marks away."""
        self._hits = list(hits)
        self._show_hits()

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

    def _show_hits(self) -> None:
        shown = []
        colour = self.looks.theme.colour("warning")
        colour.setAlphaF(0.35)
        for raw in self._hits:
            span = self.page.display.unit_span(raw)
            if span is None:
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor  # type: ignore[attr-defined]
            look = QTextCharFormat()
            look.setBackground(colour)
            selection.format = look  # type: ignore[attr-defined]
            shown.append(selection)
        self.setExtraSelections(shown)

    # -- keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.keymap.action_for(event):
                event.accept()
                return True
        if event.type() == QEvent.Type.LanguageChange and self.page.article is not None:
            self.page.lay_out(self.page.article)
            self._rebuilt()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        return False

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # noqa: ANN401
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chord = chord_of(event)
        if chord is None:
            event.ignore()
            return
        if self.interceptor is not None and self.interceptor(chord):
            return
        action = self.keymap.action_of(chord)
        if action is not None:
            if not (event.isAutoRepeat() and self.keymap.actions[action].group in NO_REPEAT):
                self.triggered.emit(action)
            return
        self._read_on(event, chord)

    def _read_on(self, event: QKeyEvent, chord: Chord) -> None:
        """Keys that only read: move the caret, select, copy."""
        cursor = self.textCursor()
        if caret.moved(cursor, chord, self.page, self.edges):
            self.setTextCursor(cursor)
            self._after_caret()
        elif chord.key in {"Up", "Down", "Home", "End", "PageUp", "PageDown"}:
            super().keyPressEvent(event)
            self._after_caret()
        elif chord == Chord("C", ctrl=True):
            self.copy()
        elif chord == Chord("A", ctrl=True):
            self.selectAll()
        elif chord == Chord("Escape") and self.textCursor().hasSelection():
            self.clear_selection()
        else:
            event.ignore()

    def _after_caret(self) -> None:
        self.exact = False
        self._follow_caret()
        self._comfort(self.textCursor().position())

    # -- mouse -------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.textCursor().hasSelection():
            return
        unit = self.unit_at(event.position().toPoint())
        display = self.page.display
        index = display.block_at(display.units.to_points(unit))
        fold = display.fold_at(display.units.to_points(unit)) if index >= 0 and display.is_folded(index) else None
        if fold is not None:
            self.page.toggle_fold(fold)
            self._rebuilt()
            return
        self._follow_caret()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        boundaries = self.edges.now()
        unit = self.unit_at(event.position().toPoint())
        word = boundaries.word_at(self.page.display.raw_of_unit(unit)) if boundaries else None
        if word is None:
            super().mouseDoubleClickEvent(event)
            return
        self.select_raw(word)
        event.accept()

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

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mention = self.mention_at(event.pos())
            if mention is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip_of(self.session, mention), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mention = self.mention_at(event.pos())
        if mention is not None and not self.textCursor().hasSelection():
            self.session.set_current(mention.id)
        menu = menu_of(self, self.keymap, self.schema, with_mention=self.session.current is not None)
        menu.triggered.connect(lambda action: self.triggered.emit(action.data()))
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
