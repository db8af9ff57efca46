"""The caret moves by morphemes, with Alt by characters; Shift extends the selection."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop_app.gui.article.edges import Edges
from desktop_app.gui.article.layout.page import Page
from desktop_app.gui.keys import Chord


def moved(cursor: QTextCursor, chord: Chord, page: Page, edges: Edges) -> bool:
    """Move the cursor as an arrow chord says; False when the chord is no such move."""
    if chord.key not in {"Left", "Right"} or chord.ctrl or chord.meta:
        return False
    mode = QTextCursor.MoveMode.KeepAnchor if chord.shift else QTextCursor.MoveMode.MoveAnchor
    right = chord.key == "Right"
    if chord.alt:
        step = (
            QTextCursor.MoveOperation.NextCharacter if right else QTextCursor.MoveOperation.PreviousCharacter
        )
        cursor.movePosition(step, mode)
    else:
        cursor.setPosition(next_edge(cursor.position(), page, edges, right=right), mode)
    return True


def next_edge(unit: int, page: Page, edges: Edges, *, right: bool) -> int:
    """The next morpheme edge from a place in the document, over the edges of blocks."""
    display = page.display
    shown = display.units.to_points(unit)
    index = display.block_at(shown)
    if index < 0:
        return unit
    block = display.blocks[index]
    if right and shown >= block.end:
        return display.units.to_utf16(min(block.end + 1, len(display.map)))
    if not right and shown <= block.start:
        return display.units.to_utf16(max(0, block.start - 1))
    local = _block_edges(page, edges, index, shown - block.start, right=right)
    return display.units.to_utf16(block.start + local)


def _block_edges(page: Page, edges: Edges, index: int, offset: int, *, right: bool) -> int:
    display, boundaries = page.display, edges.now()
    block = display.blocks[index]
    length = block.end - block.start
    raw = display.raw_of_block(index)
    read = page.article.map.reading_span(raw) if page.article else None
    if boundaries is None or read is None or len(read) != length:
        return length if right else 0
    at = next((i for i, b in enumerate(page.article.map.blocks) if b.start == read.start), -1)  # type: ignore[union-attr]
    if at < 0:
        return length if right else 0
    return max(0, min(length, boundaries.block(at).step(offset, right=right)))
