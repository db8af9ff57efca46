"""Discontinuous mentions: the selection becomes a further part of the mention that was current before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.domain.edits import AddPart
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.commands.edges import EdgeCommands
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill


class Parts(QObject):
    """Remembers which mention was current last: selecting elsewhere lets the current one go."""

    def __init__(
        self, session: Session, edges: EdgeCommands, say: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._edges, self._say = session, edges, say
        self._last: int | None = None
        session.current_changed.connect(self._on_current_changed)

    def _on_current_changed(self, mention_id: int | None) -> None:
        if mention_id is not None:
            self._last = mention_id

    def add(self) -> bool:
        """Add the selection (or the word at the caret) to the mention that was current last."""
        span = self._edges.chosen_span(exact=False)
        mention = self._target(span) if span is not None else None
        if span is None or mention is None:
            self._say(
                QCoreApplication.translate("ReviewCommands", "Select the other part of the mention first")
            )
            return False
        if self._session.apply(AddPart(mention.id, span)) is None:
            return False
        self._edges.let_go()
        self._session.set_current(mention.id)
        changed = self._session.current
        count = len(changed.parts) if changed else 0
        self._say(
            fill(QCoreApplication.translate("ReviewCommands", "One mention of {n} parts"), n=count)
            if count > 1
            else QCoreApplication.translate("ReviewCommands", "The parts touch: one mention without gap")
        )
        return True

    def _target(self, span: Span) -> Mention | None:
        mention = self._session.mention(self._last)
        if mention is None or mention.decision is Decision.REJECTED:
            return None
        return None if any(span.overlaps(p) for p in mention.parts) else mention
