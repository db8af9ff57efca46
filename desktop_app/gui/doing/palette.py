"""The command palette: every action, label, concept and article by a few letters of its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.gui.bench import Bench
    from desktop_app.gui.dialogs.palette import Entry
    from desktop_app.gui.window import MainWindow

ARTICLES_SHOWN = 20


class PaletteDoings(QObject):
    """Opens the palette and does what is chosen there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def _bench(self) -> Bench | None:
        return self._window.bench

    def open(self) -> None:
        """Open the command palette."""
        from desktop_app.gui.dialogs.palette import Palette

        window = self._window
        before = QApplication.focusWidget()
        palette = Palette(window.appearance, self._entries(), self._article_entries, window)
        if before is not None:
            palette.finished.connect(lambda _: before.setFocus())
        palette.open()

    def _entries(self) -> Iterator[Entry]:
        from desktop_app.gui.dialogs.palette import Entry

        window = self._window
        for action_id, name, key in window.actions_by_id.texts():
            action = window.actions_by_id.by_id.get(action_id)
            if action_id != "palette" and (action is None or action.isEnabled()):
                kind = self.tr("Label") if action_id.startswith("relabel.") else ""
                yield Entry(name.rstrip("…"), kind, key, partial(window.run, action_id))
        bench = self._bench()
        for concept in bench.session.desk.project.concepts.all() if bench else ():
            yield Entry(concept.name, self.tr("Concept"), "", partial(self._go_to_concept, concept.id))

    def _article_entries(self, text: str) -> list[Entry]:
        from desktop_app.gui.dialogs.palette import Entry
        from desktop_app.store.queue import Filter

        bench = self._bench()
        if bench is None:
            return []
        queue, session = bench.session.desk.project.queue, bench.session
        rows = queue.rows(queue.ids(Filter(text=text))[:ARTICLES_SHOWN])
        kind = self.tr("Article")
        return [Entry(r.title or r.source, kind, "", partial(session.open_article, r.id)) for r in rows]

    def _go_to_concept(self, concept_id: int) -> None:
        bench = self._bench()
        if bench is None:
            return
        project = bench.session.desk.project
        for mention_id in project.concepts.mention_ids(concept_id)[:1]:
            bench.session.open_article(project.mentions.get(mention_id).article_id, mention_id=mention_id)
