"""What the keys and menus of the reading text do in the window of one project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.article import Correction
from desktop_app.domain.spans import Span
from desktop_app.gui.bench import Bench
from desktop_app.gui.frame.workspace import Workspace
from desktop_app.gui.reading_text.beside.side_by_side import ROOM, SideBySide
from desktop_app.gui.reading_text.blocks import BlockCommands
from desktop_app.gui.reading_text.correcting import CorrectionCommands
from desktop_app.gui.reading_text.corrections import CorrectionsDialog
from desktop_app.gui.reading_text.place import Place


class ReadingTextDoings(QObject):
    """Blocks, corrections and raw beside the reading text."""

    def __init__(self, bench: Bench, workspace: Workspace) -> None:
        super().__init__(workspace.view)
        self._bench, self._workspace = bench, workspace
        self.place = Place(bench.session, workspace.view)
        self.blocks = BlockCommands(self.place, bench.messages)
        self.correcting = CorrectionCommands(self.place, bench.messages)
        self.side: SideBySide | None = None
        self.corrections: CorrectionsDialog | None = None

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {
            **dict(self.blocks.commands()),
            **dict(self.correcting.commands()),
            "side_by_side": self.toggle_side,
            "corrections": self.list_corrections,
        }

    def toggle_side(self) -> None:
        """Show raw beside the article, or put it away."""
        if self.side is None:
            self.side = SideBySide(self._bench, self.place, self._workspace.beside)
            self.side.text.hide()
        on = not self.side.shown
        self._workspace.make_room(ROOM if on else 0)
        self.side.show(on=on)

    def list_corrections(self) -> None:
        """List the article's corrections."""
        if self._bench.session.article is None:
            return
        if self.corrections is None:
            self.corrections = CorrectionsDialog(
                self._bench.session, self.correcting.take_away, self._go_to, self.place.view.window()
            )
            self.corrections.destroyed.connect(self._on_list_gone)
        self.corrections.show()
        self.corrections.activateWindow()

    def _on_list_gone(self) -> None:
        self.corrections = None

    def _go_to(self, correction: Correction) -> None:
        view = self.place.view
        view.put_caret_raw(correction.start)
        view.reveal(Span(correction.start, max(correction.end, correction.start + 1)))
