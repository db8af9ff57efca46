"""Going from mention to mention: the next undecided, the next at all, skipping, going back."""

from __future__ import annotations

from desktop_app.domain.mention import Mention
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.session import Session
from desktop_app.review.reading_order import ReadingOrder

TRAIL = 200


class Navigation:
    """Knows what was skipped in this article, and where the reviewer has been."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        self._session, self._view = session, view
        self._skipped: set[int] = set()
        self._trail: list[int] = []
        self._going_back = False
        session.article_opened.connect(self._on_article_opened)
        session.current_changed.connect(self._on_current_changed)

    @property
    def order(self) -> ReadingOrder:
        """The mentions in reading order."""
        return self._session.order

    def _on_article_opened(self, _article: object) -> None:
        self._skipped.clear()
        self._trail.clear()

    def _on_current_changed(self, mention_id: int | None) -> None:
        if mention_id is not None and not self._going_back and self._trail[-1:] != [mention_id]:
            self._trail = [*self._trail[-TRAIL:], mention_id]

    def go(self, *, undecided: bool, right: bool) -> bool:
        """Make the next or previous mention the current one; from the caret where there is none."""
        current, raw = self._session.current, self._view.caret_raw() or 0
        seek = self.order.after if right else self.order.before
        found = seek(current, raw, _is_undecided if undecided else _is_any)
        if found is None and undecided:
            found = self._round(right=right)
        if found is None or (current is not None and found.id == current.id):
            return False
        self._session.set_current(found.id)
        return True

    def _round(self, *, right: bool) -> Mention | None:
        """Past the end the first undecided mention comes again, before the beginning the last."""
        undecided = self.order.undecided()
        return undecided[0 if right else -1] if undecided else None

    def go_on(self, behind: Mention) -> bool:
        """After a decision: the next undecided mention, round the end, skipped ones last."""
        raw = behind.start
        found = (
            self.order.after(behind, raw, self._is_waiting)
            or next((m for m in self.order.all() if self._is_waiting(m)), None)
            or next((m for m in self.order.all() if not m.decided), None)
        )
        if found is None:
            return False
        self._session.set_current(found.id)
        return True

    def _is_waiting(self, mention: Mention) -> bool:
        return not mention.decided and mention.id not in self._skipped

    def skip(self) -> bool:
        """Leave the current mention undecided until the others are done."""
        current = self._session.current
        if current is None:
            return self.go(undecided=True, right=True)
        self._skipped.add(current.id)
        return self.go_on(current)

    def back(self) -> bool:
        """Go where the reviewer was before."""
        while len(self._trail) > 1:
            self._trail.pop()
            if self._session.mention(self._trail[-1]) is not None:
                self._going_back = True
                self._session.set_current(self._trail[-1])
                self._going_back = False
                return True
        return False


def _is_undecided(mention: Mention) -> bool:
    return not mention.decided


def _is_any(mention: Mention) -> bool:  # noqa: ARG001
    return True
