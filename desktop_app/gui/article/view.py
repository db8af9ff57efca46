"""The article view: text to read, mentions painted under it, keys by their place, one thing loud."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.mention import Mention
from desktop_app.gui.article import caret
from desktop_app.gui.article.card import MentionCard
from desktop_app.gui.article.edges import Edges
from desktop_app.gui.article.layout.page import Page
from desktop_app.gui.article.layout.typography import ZOOMS
from desktop_app.gui.article.paper import Looks
from desktop_app.gui.article.pointing import card_text, menu_of, tip_of
from desktop_app.gui.article.selecting import SelectablePaper
from desktop_app.gui.article.words import described
from desktop_app.gui.keymap import KeyMap
from desktop_app.gui.keys import Chord, chord_of
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.desk import OpenArticle

DRAWN = frozenset({Kind.NOTE, Kind.RELATION})  # painted beside mentions, wherever they stand
FEW = 40  # blocks: past this the whole viewport is repainted
NO_REPEAT = frozenset({"decide", "label", "article"})


class ArticleView(SelectablePaper):
    """Shows the session's open article and keeps in step with it.

    `triggered` carries the id of an action that a key or the menu asked for; `interceptor` may take a chord
    before that.
    """

    triggered = Signal(str)

    def __init__(self, session: Session, keymap: KeyMap, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(Page(session.desk.project), session.desk.schema, looks, parent)
        self.session, self.keymap = session, keymap
        self.edges = Edges(session)
        self.interceptor: Callable[[Chord], bool] | None = None
        self.exact = False
        self.card = MentionCard(self)
        self.card_wanted = True
        self.choices: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(self.tr("Article"))
        session.article_opened.connect(self._on_article_opened)
        session.article_changed.connect(self._on_article_changed)
        session.current_changed.connect(self._on_current_changed)
        looks.changed.connect(self.relook)
        keymap.changed.connect(self._refresh_card)
        self.verticalScrollBar().valueChanged.connect(self._place_card)

    def _on_article_opened(self, article: OpenArticle | None) -> None:
        self._hits = []
        self.page.open(article)
        self.show_page()
        title = article.article.metadata.title if article else ""
        self.setAccessibleName(
            fill(self.tr("Article: {title}"), title=title) if title else self.tr("Article")
        )

    def _on_article_changed(self, article: OpenArticle, change: Change) -> None:
        top, caret_raw = self.verticalScrollBar().value(), self.caret_raw()
        stale = self.page.take(article, change)
        if stale is None:
            self.show_page()
            self.put_caret(self.page.display.unit_of_raw(caret_raw or 0))
            self.verticalScrollBar().setValue(top)
        elif article.relations or not change.kinds.isdisjoint(DRAWN) or len(stale) > FEW:
            self.viewport().update()
        else:
            self.update_blocks(stale)
        self._refresh_card()

    def relook(self) -> None:
        """Take font and theme anew."""
        self.take_look()
        self._rebuilt()

    def _rebuilt(self) -> None:
        caret_raw = self.caret_raw()
        self.show_page()
        self.arrange()
        self.put_caret(self.page.display.unit_of_raw(caret_raw or 0))
        self._on_current_changed(self.session.current.id if self.session.current else None)

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

    def toggle_rejected(self) -> None:
        """Show or hide rejected mentions."""
        self.set_rejected_shown(on=not self.page.rejected)

    def toggle_folds(self) -> None:
        """Open all boilerplate, or fold it."""
        self.page.toggle_folds()
        self._rebuilt()

    def _on_current_changed(self, mention_id: int | None) -> None:
        mention, before = self.session.mention(mention_id), self.session.mention(self.current_id)
        self.current_id = mention_id
        self.page.show_also(mention)
        mark = self.page.mark_of(mention)
        if mark is not None:
            cursor = self.textCursor()
            if cursor.hasSelection() or not mark.span.start <= cursor.position() <= mark.span.end:
                self.put_caret(mark.span.start)
            self.comfort(mark.span.start)
        self._refresh_card()
        self._announce(mention)
        if self.page.article is not None and self.page.article.relations:
            self.viewport().update()
        self.update_blocks(i for m in (before, mention) if m for i in self.page.marks.blocks_of(m.span))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

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
        rect = self.rect_of(mark.span)
        shown = rect.bottom() > 0 and rect.top() < self.height()
        self.card.setVisible(shown)
        if shown:
            line = QRect(0, rect.top(), self.width(), rect.height())
            self.card.place(line, rect, self.column())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def event(self, event: QEvent) -> bool:
        wanted = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and self.keymap.action_for(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LanguageChange and self.page.article is not None:
            self.page.lay_out(self.page.article)
            self._rebuilt()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        return False

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
        self.comfort(self.textCursor().position())

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
        fold = (
            display.fold_at(display.units.to_points(unit))
            if index >= 0 and display.is_folded(index)
            else None
        )
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
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        mention = self.session.current if by_key else self.mention_at(event.pos())
        pointed = event.reason() is QContextMenuEvent.Reason.Mouse
        if pointed and not self.textCursor().hasSelection():
            self.put_caret(self.unit_at(event.pos()))
            self.session.set_current(mention.id if mention else None)
        menu = menu_of(self, self.keymap, self.schema, with_mention=self.session.current is not None)
        menu.triggered.connect(lambda action: self.triggered.emit(action.data()))
        menu.popup(self._menu_place() if by_key else event.globalPos())

    def _menu_place(self) -> QPoint:
        """Below the current mention, or the caret where there is none."""
        mark = self.page.mark_of(self.session.current)
        here = self.rect_of(mark.span) if mark else self.cursorRect().translated(self.viewport().pos())
        return self.mapToGlobal(here.bottomLeft())
