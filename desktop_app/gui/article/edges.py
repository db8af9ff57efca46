"""Where mentions of the open article may begin and end, kept until its text or morphemes are others."""

from __future__ import annotations

from desktop_app.gui.session import Session
from desktop_app.review.boundaries import ArticleBoundaries


class Edges:
    """Hands out the boundaries of the session's open article."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made_for: tuple[object, int] | None = None
        self._boundaries: ArticleBoundaries | None = None

    def now(self) -> ArticleBoundaries | None:
        """The boundaries of the open article; None when there is none."""
        article = self._session.article
        if article is None:
            return None
        key = (article.map, len(article.tokens))
        if self._boundaries is None or self._made_for != key:
            self._boundaries, self._made_for = ArticleBoundaries(article.map, article.tokens), key
        return self._boundaries
