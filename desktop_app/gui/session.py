"""What the window's parts share: the desk, the open article, the current mention, and news of changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import Change
from desktop_app.domain.edits import Edit
from desktop_app.domain.errors import UserError
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.review.reading_order import ReadingOrder

if TYPE_CHECKING:
    from desktop_app.review.desk import OpenArticle, ReviewDesk


class Session(QObject):
    """The change hub: edits go in through `apply`, every view hears what changed and re-reads its own part.

    `article_opened` carries the new OpenArticle or None; `article_changed` the open article as it is now and
    the Change; `changed` every Change, of whichever article; `current_changed` the current mention's id or
    None; `failed` a UserError for the one place that shows messages. `held` are mentions that a dialog asks
    about: new suggestions leave them alone.
    """

    article_opened = Signal(object)
    article_changed = Signal(object, object)
    changed = Signal(object)
    current_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: ReviewDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.article: OpenArticle | None = None
        self.order = ReadingOrder()
        self._current: int | None = None
        self.held: set[int] = set()

    @property
    def article_id(self) -> int | None:
        """The open article's id."""
        return self.article.article.id if self.article else None

    @property
    def current(self) -> Mention | None:
        """The current mention."""
        return self.mention(self._current)

    def mention(self, mention_id: int | None) -> Mention | None:
        """A mention of the open article by id."""
        if self.article is None or mention_id is None:
            return None
        return self.article.by_id.get(mention_id)

    def open_article(self, article_id: int | None, *, mention_id: int | None = None) -> None:
        """Open an article (None closes it) at a mention, or at its first undecided one."""
        try:
            self.article = None if article_id is None else self.desk.open(article_id)
        except KeyError:
            self.article = None
        self._current = None
        self.order.take(self.article)
        self.article_opened.emit(self.article)
        wanted = self.mention(mention_id) or next(iter(self.undecided()), None)
        self.set_current(wanted.id if wanted else None)

    def set_current(self, mention_id: int | None) -> None:
        """Make a mention the current one."""
        if mention_id is not None and self.mention(mention_id) is None:
            mention_id = None
        self._current = mention_id
        self.current_changed.emit(mention_id)

    def shown(self) -> list[Mention]:
        """The open article's mentions that are read and not rejected, by reading position, outer before inner."""
        return self.order.all()

    def undecided(self) -> list[Mention]:
        """Those of `shown` that are not decided yet."""
        return self.order.undecided()

    def reading_span(self, mention: Mention) -> Span | None:
        """Where a mention stands in the reading text."""
        return None if self.article is None else self.article.map.reading_span(mention.span)

    def surface(self, mention: Mention) -> str:
        """How a mention reads."""
        span = self.reading_span(mention)
        return span.of(self.article.map.text) if span and self.article else ""

    def apply(self, edit: Edit) -> Change | None:
        """Apply an edit and tell every view; None when it was refused (which is told through `failed`)."""
        return self.apply_all([edit], type(edit).__name__)

    def apply_all(self, several: Sequence[Edit], kind: str) -> Change | None:
        """Apply several edits as one step."""
        try:
            change = self.desk.apply_all(several, kind=kind)
        except UserError as error:
            self.failed.emit(error)
            return None
        self.publish(change)
        return change

    def undo(self) -> Change | None:
        """Take back the newest step and go where it was."""
        return self._replayed(self.desk.undo())

    def redo(self) -> Change | None:
        """Bring back the step undone last and go where it was."""
        return self._replayed(self.desk.redo())

    def _replayed(self, change: Change | None) -> Change | None:
        if change is None:
            return None
        elsewhere = self.article_id not in change.article_ids
        self.publish(change)
        target = next(iter(sorted(change.article_ids)), None)
        if (
            change.article_ids
            and elsewhere
            and target is not None
            and self.desk.project.articles.exists(target)
        ):
            self.open_article(target, mention_id=change.focus)
        elif change.focus is not None:
            self.set_current(change.focus)
        return change

    def publish(self, change: Change) -> None:
        """Let every view know of a change, one made in the background too."""
        if self.article is not None and self.article.article.id in change.article_ids:
            self._reload(change)
        self.changed.emit(change)

    def _reload(self, change: Change) -> None:
        before = self.article
        try:
            self.article = self.desk.refreshed(before, change) if before is not None else None
        except KeyError:
            self.open_article(None)
            return
        self.order.take(self.article, change.mention_ids if change.step_id else None)
        self.article_changed.emit(self.article, change)
        if self._current is not None and self.mention(self._current) is None:
            self.set_current(None)
        if self._current is None and not change.step_id:  # the first suggestions have come in
            first = next(iter(self.undecided()), None)
            if first is not None:
                self.set_current(first.id)
