"""Commands on blocks: role, split, merge; on articles of a source: move, split off, merge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect

from desktop_app.domain import edits
from desktop_app.domain.article import Article, Block, Role
from desktop_app.domain.changes import Change
from desktop_app.domain.edits import Edit
from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.messages import Messages
from desktop_app.gui.reading_text.alike import RolesAlike
from desktop_app.gui.reading_text.chooser import KEYS, Chooser, Option
from desktop_app.gui.reading_text.place import Place
from desktop_app.gui.session import Session
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill, several

ROLE_KEYS = {
    Role.TITLE: "T",
    Role.SUBTITLE: "U",
    Role.BODY: "B",
    Role.QUOTE: "Q",
    Role.LIST: "L",
    Role.TABLE: "A",
    Role.CAPTION: "C",
    Role.BYLINE: "Y",
    Role.DATELINE: "D",
    Role.CONTACT: "O",
    Role.BOILERPLATE: "X",
}


class BlockCommands(QObject):
    """Each command is one step through the session."""

    def __init__(self, place: Place, messages: Messages) -> None:
        super().__init__(place.view)
        self.place, self.messages = place, messages
        self.alike = RolesAlike(place, messages)
        self.chooser: Chooser | None = None

    @property
    def _session(self) -> Session:
        return self.place.session

    @property
    def _view(self) -> ArticleView:
        return self.place.view

    # -- roles, splitting, merging -------------------------------------------------------------------------

    def choose_role(self) -> bool:
        """Ask for the role of the blocks that are meant."""
        blocks = self.place.blocks()
        if not blocks:
            return self._nothing()
        roles = {b.role for b in blocks}
        options = [
            Option(key, names.role(role), partial(self.set_role, blocks, role), roles == {role})
            for role, key in ROLE_KEYS.items()
        ]
        title = several(len(blocks), self.tr("Role of this block"), self.tr("Role of {n} blocks"))
        self._offer(title, options)
        return True

    def set_role(self, blocks: Sequence[Block], role: Role) -> Change | None:
        """Give blocks a role; what belonged to no article and is no boilerplate any more comes into the open one."""
        ids = tuple(b.id for b in blocks)
        steps: list[Edit] = [edits.SetRole(ids, role)]
        strays = tuple(b.id for b in blocks if b.article_id is None)
        article_id = self._session.article_id
        if strays and role is not Role.BOILERPLATE and article_id is not None:
            steps.append(edits.MoveBlocks(strays, article_id))
        change = self._session.apply_all(steps, "SetRole")
        if change is not None:
            self.alike.ask(blocks, role)
        return change

    def split(self) -> bool:
        """Cut the block at the caret."""
        stretch = self.place.stretch()
        block = self.place.block()
        if block is None or stretch is None:
            return self._nothing()
        text, part = stretch
        at = text.map.raw_offset(part.start)
        return self._session.apply(edits.SplitBlock(block.id, at)) is not None

    def merge(self) -> bool:
        """Join the selected blocks, or the block at the caret and the next one."""
        blocks = self.place.blocks()
        if len(blocks) == 1:
            following = [b for b in self.place.all_blocks() if b.start >= blocks[0].end]
            blocks += following[:1]
        if len(blocks) < 2:
            return self._nothing()
        return self._session.apply(edits.MergeBlocks(tuple(b.id for b in blocks))) is not None

    # -- articles of the source ----------------------------------------------------------------------------

    def choose_article(self) -> bool:
        """Ask which article of the source the blocks belong to."""
        blocks = self.place.blocks()
        if not blocks:
            return self._nothing()
        own = {b.article_id for b in blocks}
        options = [Option("N", self.tr("New article"), partial(self.make_article, blocks))]
        options.append(Option("0", self.tr("No article"), partial(self.move, blocks, None), own == {None}))
        keys = [k for k in KEYS if k not in "N0"]
        for place, article in enumerate(self._siblings()):
            act = partial(self.move, blocks, article.id)
            key = keys[place] if place < len(keys) else ""
            options.append(Option(key, self._title(article), act, own == {article.id}))
        self._offer(
            several(len(blocks), self.tr("Move this block to"), self.tr("Move {n} blocks to")), options
        )
        return True

    def move(self, blocks: Sequence[Block], article_id: int | None) -> Change | None:
        """Put blocks into another article of the source, or into none."""
        return self._session.apply(edits.MoveBlocks(tuple(b.id for b in blocks), article_id))

    def make_article(self, blocks: Sequence[Block]) -> bool:
        """Make an article of blocks; strays pass through the open one, so that it is one step."""
        article_id = self._session.article_id
        if article_id is None:
            return False
        ids = tuple(b.id for b in blocks)
        away = tuple(b.id for b in blocks if b.article_id != article_id)
        steps: list[Edit] = [edits.MoveBlocks(away, article_id)] if away else []
        before = {a.id for a in self._siblings()}
        change = self._session.apply_all([*steps, edits.SplitArticle(article_id, ids)], "SplitArticle")
        made = [a.id for a in self._siblings() if a.id not in before] if change else []
        if made:
            self.messages.info(
                self.tr("A new article was made."),
                self.tr("Open it"),
                partial(self._session.open_article, made[0]),
            )
        return bool(made)

    def split_off(self) -> bool:
        """Make a new article of the block at the caret and all that is read after it."""
        article, first = self._session.article, self.place.block()
        if article is None or first is None:
            return self._nothing()
        at = next((i for i, b in enumerate(article.blocks) if b.id == first.id), -1)
        return at >= 0 and self.make_article(article.blocks[at:])

    def merge_article(self, by: int) -> bool:
        """Join the article with the one before it (-1) or behind it (1) in the source; the earlier one stays."""
        siblings = self._siblings()
        at = next((i for i, a in enumerate(siblings) if a.id == self._session.article_id), -1)
        if at < 0 or not 0 <= at + by < len(siblings):
            self.messages.info(self.tr("The source has no such article."))
            return False
        first, second = sorted((at, at + by))
        current = self._session.current
        change = self._session.apply(edits.MergeArticles(siblings[first].id, siblings[second].id))
        if change is None:
            return False
        if self._session.article_id != siblings[first].id:
            self._session.open_article(siblings[first].id, mention_id=current.id if current else None)
        return True

    def _siblings(self) -> list[Article]:
        article = self._session.article
        if article is None:
            return []
        return self._session.desk.project.articles.of_source(article.article.source_id)

    def _title(self, article: Article) -> str:
        return article.metadata.title or fill(self.tr("Article {n}"), n=article.ordinal + 1)

    # -- where it is asked ---------------------------------------------------------------------------------

    def _offer(self, title: str, options: Sequence[Option]) -> None:
        if self.chooser is not None:
            self.chooser.close()
        self.chooser = Chooser(title, options, self._view)
        self.chooser.destroyed.connect(self._on_chooser_gone)
        self.chooser.open_at(spot(self._view))

    def _on_chooser_gone(self) -> None:
        self.chooser = None

    def _nothing(self) -> bool:
        self.messages.info(self.tr("There is no block here."))
        return False

    def commands(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Action ids with what they do."""
        yield "block_role", self.choose_role
        yield "block_split", self.split
        yield "block_merge", self.merge
        yield "block_move", self.choose_article
        yield "article_split", self.split_off
        yield "article_merge_previous", partial(self.merge_article, -1)
        yield "article_merge_next", partial(self.merge_article, 1)


def spot(view: ArticleView) -> QRect:
    """Where the selection begins, or the caret is, in the view's coordinates; in the middle where that is not seen."""
    cursor = view.textCursor()
    start = cursor.selectionStart()
    rect = view.rect_of(Span(start, start + 1))
    if rect.isNull():
        cursor.setPosition(start)
        rect = view.cursorRect(cursor).translated(view.viewport().pos())
    seen = QRect(0, 0, view.width(), view.height())
    return rect if seen.intersects(rect) else QRect(seen.center(), rect.size())
