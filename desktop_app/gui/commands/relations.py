"""Relations by two keys: mark where one begins, go to where it ends, press again; a digit names it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.edits import AddRelation, RemoveRelation
from desktop_app.domain.labels import RelationKind
from desktop_app.domain.mention import Mention
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.article.words import korean
from desktop_app.gui.commands.choices import Choices
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill

Link = tuple[RelationKind, Mention, Mention]


class Relations:
    """Remembers the first mention until the second is named."""

    def __init__(
        self, session: Session, view: ArticleView, choices: Choices, say: Callable[[str], None]
    ) -> None:
        self._session, self._view, self._choices, self._say = session, view, choices, say
        session.article_opened.connect(self._on_article_opened)

    def _on_article_opened(self, _article: object) -> None:
        self._view.set_linked(None)

    def relate(self) -> bool:
        """First press: remember the current mention; second, on another: relate the two."""
        current, first = self._session.current, self._session.mention(self._view.linked_id)
        if current is None:
            return False
        if first is None or first.id == current.id:
            self._view.set_linked(None if first is not None else current.id)
            if first is None:
                text = QCoreApplication.translate(
                    "ReviewCommands", "“{surface}” with which? Go there, press again"
                )
                self._say(fill(text, surface=self._session.surface(current)))
            return True
        self._view.set_linked(None)
        return self._between(first, current)

    def _between(self, first: Mention, second: Mention) -> bool:
        schema = self._session.desk.schema
        links: list[Link] = [(k, first, second) for k in schema.relations_between(first.label, second.label)]
        links += [(k, second, first) for k in schema.relations_between(second.label, first.label)]
        if not links:
            self._say(QCoreApplication.translate("ReviewCommands", "The label schema relates no such two"))
            return False
        if len(links) == 1:
            return self._link(links[0])
        self._choices.offer([(self._text(link), partial(self._link, link)) for link in links])
        return True

    def _text(self, link: Link) -> str:
        kind, source, target = link
        name = kind.name_ko if korean() else kind.name_en
        return f"{self._session.surface(source)} –{name}→ {self._session.surface(target)}"

    def _link(self, link: Link) -> bool:
        """Relate, or take the relation away where it stands already."""
        kind, source, target = link
        article = self._session.article
        standing = next(
            (
                r.id
                for r in (article.relations if article else ())
                if (r.kind, r.from_mention, r.to_mention) == (kind.code, source.id, target.id)
            ),
            None,
        )
        if standing is not None:
            return self._session.apply(RemoveRelation(standing)) is not None
        return self._session.apply(AddRelation(source.id, target.id, kind.code)) is not None
