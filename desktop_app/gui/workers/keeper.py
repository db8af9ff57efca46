"""Keeps the suggestions of the open article and the next one in step with what was just decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.article import ArticleState
from desktop_app.domain.changes import Change, Kind
from desktop_app.gui.session import Session
from desktop_app.gui.workers.feeder import SuggestionFeeder
from desktop_app.store import Project

IDLE_MS = 1_000
"""After the last decision; whoever decides at speed is not interrupted by lists that move."""


class Keeper(QObject):
    """Asks again once the reviewer pauses: what was accepted is found elsewhere too, what was refused goes.

    An article counts as fresh when its suggestions were asked for after the last decision of this session.
    """

    def __init__(
        self, feeder: SuggestionFeeder, session: Callable[[], Session | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._feeder, self._session = feeder, session
        self._fresh: set[int] = set()
        self._pause = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._pause.timeout.connect(self._on_pause)
        feeder.spared = self._spared
        feeder.in_hand = self._in_hand

    def forget(self) -> None:
        """Count no article as fresh."""
        self._fresh.clear()

    def renew(self, *article_ids: int) -> None:
        """Ask for these articles before all others, those that are fresh or reviewed left out."""
        session = self._session()
        if session is None:
            return
        project = session.desk.project
        wanted = [i for i in article_ids if i not in self._fresh and _not_reviewed(project, i)]
        if self._feeder.halted:  # what has suggestions can wait until the child is well again
            wanted = [i for i in wanted if not project.articles.get(i).suggested_hash]
        if wanted:
            self._fresh.update(wanted)
            self._feeder.ask_first(*wanted)

    def on_changed(self, change: Change) -> None:
        """Wait for a pause after what the lexicon learnt something from."""
        if Kind.LEXICON in change.kinds and change.step_id:
            self.forget()
            self._pause.start()

    def on_article_opened(self) -> None:
        """Ask for the article and for the one after it."""
        session = self._session()
        if session is None or session.article_id is None:
            return
        following = session.desk.project.queue.next_after(session.article_id)
        self.renew(session.article_id, *([] if following is None else [following]))

    def _on_pause(self) -> None:
        self.on_article_opened()

    def _spared(self) -> set[int]:
        """The mention in hand and those that a dialog asks about stay, whatever is suggested now."""
        session = self._session()
        if session is None:
            return set()
        return session.held | ({session.current.id} if session.current is not None else set())

    def _in_hand(self, article_id: int) -> bool:
        """Whether an article is open with mentions that a key may be about; one without has nothing to lose."""
        session = self._session()
        article = session.article if session is not None else None
        return article is not None and article.article.id == article_id and bool(article.mentions)


def _not_reviewed(project: Project, article_id: int) -> bool:
    return (
        project.articles.exists(article_id)
        and project.articles.get(article_id).state is not ArticleState.REVIEWED
    )
