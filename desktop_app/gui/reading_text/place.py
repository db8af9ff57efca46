"""Which blocks are meant: those under the selection, the one at the caret, all of a folded line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.article import Block, Correction
from desktop_app.domain.spans import Span, trimmed
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.reading_text.overlay import BlockText
from desktop_app.gui.session import Session

Stretch = tuple[BlockText, Span]
"""A block with a part of its reading text; an empty part is a place."""


class RawPane(Protocol):
    """The raw text beside the article, where a place can be pointed at too."""

    def hasFocus(self) -> bool: ...
    def selected_raw(self) -> Span | None: ...
    def caret_raw(self) -> int: ...


class Place:
    """Where the reviewer stands: in the raw text where that has the focus, else in the article."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        self.session, self.view = session, view
        self.raw_pane: RawPane | None = None

    def _raw_pane(self) -> RawPane | None:
        pane = self.raw_pane
        return pane if pane is not None and pane.hasFocus() else None

    def raw(self) -> Span:
        """What is meant, in raw: the selection, else the folded line or the block at the caret."""
        pane = self._raw_pane()
        if pane is not None:
            return pane.selected_raw() or Span(pane.caret_raw(), pane.caret_raw() + 1)
        selected = self._selected()
        if selected:
            shown = self.view.page.display.map.raw_span(selected)
            if shown:
                return shown
        return self._shown_block()

    def _selected(self) -> Span:
        """The selection in the displayed text; empty at the caret where nothing is selected."""
        cursor, units = self.view.textCursor(), self.view.page.display.units
        return Span(units.to_points(cursor.selectionStart()), units.to_points(cursor.selectionEnd()))

    def _shown_block(self) -> Span:
        display = self.view.page.display
        at = self._selected().start
        fold = display.fold_at(at)
        return fold.span if fold is not None and not fold.open else display.raw_of_block(display.block_at(at))

    def caret(self) -> int:
        """The raw offset of the character behind the caret."""
        pane = self._raw_pane()
        return pane.caret_raw() if pane is not None else self.view.caret_raw() or 0

    def blocks(self) -> list[Block]:
        """The blocks that are meant, in raw order; those without text are left out."""
        article, span = self.session.article, self.raw()
        if article is None:
            return []
        found = [b for b in self.all_blocks() if b.span.overlaps(span)]
        return [b for b in found if trimmed(b.span, article.raw)]

    def block(self) -> Block | None:
        """The first of `blocks`."""
        return next(iter(self.blocks()), None)

    def all_blocks(self) -> Sequence[Block]:
        """The article's blocks in raw order; in the raw text every block of the source."""
        article = self.session.article
        if article is None:
            return []
        if self._raw_pane() is None:
            return sorted(article.blocks, key=lambda b: b.start)
        return self.session.desk.project.sources.blocks(article.article.source_id)

    def corrections(self) -> list[Correction]:
        """The source's corrections, in raw order."""
        article = self.session.article
        sources = self.session.desk.project.sources
        return [] if article is None else sources.corrections(article.article.source_id)

    def stretch(self) -> Stretch | None:
        """The selection, or the caret, in its block; None where that is not one block, or a folded one."""
        article, blocks = self.session.article, self.blocks()
        if article is None or len(blocks) != 1:
            return None
        text = BlockText(article.raw, blocks[0], self.corrections())
        pane = self._raw_pane()
        if pane is not None:
            selected = pane.selected_raw()
            place = text.place_of(pane.caret_raw())
            return text, text.span_of(selected) if selected else Span(place, place)
        return self._in_block(text)

    def _in_block(self, text: BlockText) -> Stretch | None:
        display, part = self.view.page.display, self._selected()
        index = display.block_at(part.start)
        if index < 0 or display.is_folded(index) or part.end > display.blocks[index].end:
            return None
        return text, part.shifted(-display.blocks[index].start)
