"""Commands on the text itself: write it anew, put a blank in or take it out, take a correction back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain import edits
from desktop_app.domain.article import Correction
from desktop_app.domain.spans import Span
from desktop_app.gui.messages import Messages
from desktop_app.gui.reading_text.blocks import spot
from desktop_app.gui.reading_text.editor import InlineEditor
from desktop_app.gui.reading_text.overlay import BlockText
from desktop_app.gui.reading_text.place import Place


class CorrectionCommands(QObject):
    """Each command is one step; raw stays as it is, and so do mentions."""

    def __init__(self, place: Place, messages: Messages) -> None:
        super().__init__(place.view)
        self.place, self.messages = place, messages
        self.editor: InlineEditor | None = None

    def correct(self) -> bool:
        """Open a field with what is read of the selection, or of the word at the caret."""
        stretch = self.place.stretch()
        if stretch is None:
            self.messages.info(self.tr("Select text within one block to correct it."))
            return False
        text, part = stretch
        part = part or text.word_at(part.start)
        if not part:
            return False
        if self.editor is not None:
            self.editor.close()
        view = self.place.view
        self.editor = InlineEditor(part.of(text.text), view)
        self.editor.written.connect(partial(self._write, text, part))
        self.editor.destroyed.connect(self._on_editor_gone)
        self.editor.open_at(spot(view))
        return True

    def _on_editor_gone(self) -> None:
        self.editor = None

    def _write(self, text: BlockText, part: Span, wanted: str) -> bool:
        article_id = self.place.session.article_id
        if article_id is None:
            return False
        steps = text.rewritten(article_id, part, wanted)
        caret = self.place.caret()
        if not steps or self.place.session.apply_all(steps, "CorrectText") is None:
            return False
        self.place.view.put_caret_raw(caret)
        return True

    def blank(self) -> bool:
        """Take out the blank at the caret, or put one in where there is none."""
        stretch = self.place.stretch()
        if stretch is None:
            return False
        text, part = stretch
        at = part.start
        for spot_of_blank in (Span(at, at + 1), Span(max(0, at - 1), at)):
            if spot_of_blank.of(text.text).isspace():
                return self._write(text, spot_of_blank, "")
        return self._write(text, Span(at, at), " ")

    def take_back(self) -> bool:
        """Take back the corrections in the selection, or those at the caret."""
        stretch, article_id = self.place.stretch(), self.place.session.article_id
        if stretch is None or article_id is None:
            return False
        text, part = stretch
        found = list(_touched(text, part, self.place.corrections()))
        if not found:
            self.messages.info(self.tr("Nothing was corrected here."))
            return False
        return self.take_away(article_id, found)

    def take_away(self, article_id: int, corrections: Iterable[Correction]) -> bool:
        """Let raw be read as it is where it was corrected."""
        article = self.place.session.article
        if article is None:
            return False
        steps = [edits.CorrectText(article_id, c.start, c.end, c.span.of(article.raw)) for c in corrections]
        return self.place.session.apply_all(steps, "CorrectText") is not None

    def commands(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Action ids with what they do."""
        yield "correct_text", self.correct
        yield "correct_blank", self.blank
        yield "correction_back", self.take_back


def _touched(text: BlockText, part: Span, corrections: Iterable[Correction]) -> Iterator[Correction]:
    known = {(c.start, c.end): c for c in corrections}
    for read, raw, verbatim in text.map.pieces():
        near = read.start <= part.end and part.start <= read.end
        if not verbatim and near and (raw.start, raw.end) in known:
            yield known[raw.start, raw.end]
