"""Keeps the suggester's child busy: the open article first, then the next one, then the rest of the project."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import CancelledError, Future

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Change
from desktop_app.domain.errors import SuggesterFailed, UserError
from desktop_app.domain.suggestions import ArticleText, Suggestions
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.workers.storing import SuggestionStore
from desktop_app.review.suggestions.suggesting import article_text, keep
from desktop_app.store import Project

BATCH_CHARACTERS = 6_000
BATCH_ARTICLES = 8
Answer = Future[list[Suggestions]]


class SuggestionFeeder(QObject):
    """Asks for suggestions and lets them be stored, one article after the other.

    Those of the article `in_hand` are stored on the window's thread: between its old mentions and its new ones there
    must be no key press. All others are stored on a thread of their own.

    `kept` carries the Change of each article, `failed` a SuggesterFailed (then nothing more is asked until
    `ask_first`), `model_changed` the model's name when the first answer is there, `progressed` the number of
    articles still without suggestions. `spared` names mentions that no answer takes away.
    """

    kept = Signal(object)
    failed = Signal(object)
    model_changed = Signal(str)
    progressed = Signal(int)
    _answered = Signal(object)
    _stored = Signal(object)

    def __init__(self, process: SuggesterProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self._project: Project | None = None
        self._first: list[int] = []
        self._given_up: set[str] = set()
        self._asked: list[Answer] = []
        self._waiting: deque[Suggestions] = deque()
        self._store: SuggestionStore | None = None
        self._storing: tuple[Suggestions, Future[Change | None]] | None = None
        self._model = ""
        self._halted = False
        self.spared: Callable[[], Collection[int]] = tuple
        self.in_hand: Callable[[int], bool] = lambda _article_id: False
        self._answered.connect(self._on_answered)
        self._stored.connect(self._on_stored)

    @property
    def halted(self) -> bool:
        """Whether nothing is asked for because the child failed."""
        return self._halted

    def set_project(self, project: Project | None) -> None:
        """Work for another project; answers for the old one are dropped."""
        for future in self._asked:
            future.cancel()
        self._project, self._first, self._asked, self._halted = project, [], [], False
        self._given_up.clear()
        self._waiting.clear()
        self._storing = None
        if self._store is not None:
            self._store.close()
        self._store = None if project is None else SuggestionStore(project)
        if project is not None:
            self._process.start()
            self.wake()

    def ask_first(self, *article_ids: int) -> None:
        """Let these articles come before all others, in this order."""
        self._first = [*article_ids, *(i for i in self._first if i not in article_ids)]
        self._halted = False
        self.wake()

    def wake(self) -> None:
        """Ask for what has none, unless a question is under way already."""
        if self._project is None or self._asked or self._waiting or self._storing or self._halted:
            return
        batch = self._next_batch(self._project)
        if batch:
            future = self._process.submit(batch, self._project.lexicon.all())
            self._asked.append(future)
            future.add_done_callback(self._answered.emit)

    def _next_batch(self, project: Project) -> list[ArticleText]:
        first, self._first = self._first[:1], self._first[1:]
        wanted = [i for i in first if project.articles.exists(i)] or project.articles.without_suggestions(64)
        batch: list[ArticleText] = []
        size = 0
        for article_id in wanted:
            article = article_text(project, article_id)
            if article.key in self._given_up and article_id not in first:
                continue
            batch.append(article)
            size += len(article.text)
            if size >= BATCH_CHARACTERS or len(batch) == BATCH_ARTICLES:
                break
        return batch

    def _on_answered(self, future: Answer) -> None:
        if future not in self._asked:
            return
        self._asked.remove(future)
        try:
            answers = future.result()
        except CancelledError:
            answers = []
        except SuggesterFailed as error:
            self._halted = True
            self.failed.emit(error)
            return
        self._waiting.extend(answers)
        self._keep_next()

    def _keep_next(self) -> None:
        if not self._waiting or self._project is None or self._store is None:
            self.wake()
            return
        answer = self._waiting.popleft()
        if self.in_hand(int(answer.key.partition(":")[0])):
            self._tell(answer, keep(self._project, answer, self.spared()))
            QTimer.singleShot(0, self, self._keep_next)
            return
        future = self._store.keep(answer, self.spared())
        self._storing = answer, future
        future.add_done_callback(self._stored.emit)

    def _on_stored(self, future: Future[Change | None]) -> None:
        if self._storing is None or self._storing[1] is not future:
            return  # of a project that is closed
        (answer, _), self._storing = self._storing, None
        try:
            change = future.result()
        except UserError as error:
            self._halted = True
            self._waiting.clear()
            self.failed.emit(error)
            return
        self._tell(answer, change)
        self._keep_next()

    def _tell(self, answer: Suggestions, change: Change | None) -> None:
        if change is None:
            self._given_up.add(answer.key)
            return
        if answer.model and answer.model != self._model:
            self._model = answer.model
            self.model_changed.emit(answer.model)
        self.kept.emit(change)
