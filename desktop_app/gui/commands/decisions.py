"""Deciding: accept, reject, reopen, remove, relabel; here, in the article, in the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.edits import AddMention, Decide, Edit, Relabel, RemoveMention, Teach
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.commands.navigation import Navigation
from desktop_app.gui.commands.proposals import labelled
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.elsewhere.propagation import alike, unmarked
from desktop_app.review.elsewhere.spreading import COUNTED, SHORTEST


class Decisions:
    """Decides about the current mention and goes on to the next undecided one."""

    def __init__(
        self, session: Session, view: ArticleView, navigation: Navigation, say: Callable[[str], None]
    ) -> None:
        self._session, self._view, self._navigation, self._say = session, view, navigation, say

    # -- here --------------------------------------------------------------------------------------------

    def accept(self) -> bool:
        """Accept the current mention; without one go to the next undecided."""
        return self._decide(Decision.ACCEPTED)

    def reject(self) -> bool:
        """Reject the current mention."""
        return self._decide(Decision.REJECTED)

    def _decide(self, decision: Decision) -> bool:
        current = self._session.current
        if current is None:
            return self._navigation.go(undecided=True, right=True)
        if current.decision is not decision and not self._session.apply(Decide((current.id,), decision)):
            return False
        self._navigation.go_on(current)
        return True

    def reopen(self) -> bool:
        """Take the decision back; stay there."""
        current = self._session.current
        if current is None or not current.decided:
            return False
        return self._session.apply(Decide((current.id,), Decision.UNDECIDED)) is not None

    def remove(self) -> bool:
        """Take the current mention away: delete a person's, reject a suggestion."""
        current = self._session.current
        if current is None or self._session.apply(RemoveMention((current.id,))) is None:
            return False
        self._navigation.go_on(current)
        return True

    def relabel(self, label: str, sublabel: str = "") -> bool:
        """Give the current mention a label, which accepts it."""
        current = self._session.current
        if current is None or self._session.apply(Relabel((current.id,), label, sublabel)) is None:
            return False
        self._navigation.go_on(current)
        return True

    # -- a stretch ---------------------------------------------------------------------------------------

    def accept_sentence(self) -> bool:
        """Accept what is undecided from the current mention to the end of its sentence."""
        current, boundaries = self._session.current, self._view.edges.now()
        if current is None or boundaries is None:
            return False
        end = boundaries.sentence_end(current.span)
        return self._accept_those(lambda m: current.start <= m.start < end)

    def accept_article(self) -> bool:
        """Accept what is undecided from the current mention to the end of the article."""
        current = self._session.current
        behind = {m.id for m in self._from(current)}
        return self._accept_those(lambda m: m.id in behind)

    def _from(self, current: Mention | None) -> list[Mention]:
        ordered = self._navigation.order.all()
        if current is None:
            return ordered
        return ordered[next((i for i, m in enumerate(ordered) if m.id == current.id), 0) :]

    def _accept_those(self, wanted: Callable[[Mention], bool]) -> bool:
        waiting = [m for m in self._navigation.order.all() if not m.decided and wanted(m)]
        if not waiting:
            return False
        if self._session.apply(Decide(tuple(m.id for m in waiting), Decision.ACCEPTED)) is None:
            return False
        self._say(fill(QCoreApplication.translate("ReviewCommands", "{n} accepted"), n=len(waiting)))
        self._navigation.go_on(waiting[-1])
        return True

    # -- the same in the article -------------------------------------------------------------------------

    def accept_alike(self) -> bool:
        """Accept everything identical in the article under the current label, and mark what is not marked."""
        current = self._session.current
        return current is not None and self.relabel_alike(current.label, only_undecided=True)

    def relabel_alike(self, label: str, *, only_undecided: bool = False, teach: bool = False) -> bool:
        """Give everything identical in the article a label, marked there or not."""
        current, boundaries = self._session.current, self._view.edges.now()
        if current is None or boundaries is None:
            return False
        found = [m for m in self._alike(current, boundaries) if m.decision is not Decision.REJECTED]
        if only_undecided:
            found = [m for m in found if not m.decided or m.id == current.id]
        spans = self._unmarked(current, label, boundaries)
        made = labelled([current, *(m for m in found if m.id != current.id)], label)
        if spans:
            made.append(AddMention(current.article_id, tuple(spans), label))
        if teach:
            made.append(Teach(current.article_id, self._session.surface(current), label))
        return self._apply_alike(made, current, len(found), len(spans))

    def _unmarked(self, current: Mention, label: str, boundaries: ArticleBoundaries) -> list[Span]:
        article, surface = self._session.article, self._session.surface(current)
        if article is None or len(surface) < SHORTEST or label in COUNTED:
            return []
        return unmarked(article, surface, boundaries)

    def reject_alike(self, *, teach: bool = False) -> bool:
        """Reject everything identical with the current label in the article."""
        edit: list[Edit] = []
        current = self._session.current
        if teach and current is not None:
            edit = [Teach(current.article_id, self._session.surface(current), "")]
        return self._each_alike(
            lambda ids: Decide(ids, Decision.REJECTED),
            lambda m: m.decision is not Decision.REJECTED,
            edit,
        )

    def reopen_alike(self) -> bool:
        """Take back the decisions on everything identical in the article."""
        return self._each_alike(lambda ids: Decide(ids, Decision.UNDECIDED), lambda m: m.decided, go_on=False)

    def remove_alike(self) -> bool:
        """Take away everything identical with the current label in the article."""
        return self._each_alike(RemoveMention, lambda m: m.decision is not Decision.REJECTED)

    def _each_alike(
        self,
        make: Callable[[tuple[int, ...]], Edit],
        wanted: Callable[[Mention], bool],
        more: Sequence[Edit] = (),
        *,
        go_on: bool = True,
    ) -> bool:
        current, boundaries = self._session.current, self._view.edges.now()
        if current is None or boundaries is None:
            return False
        found = [
            m
            for m in self._alike(current, boundaries, concept=False)
            if m.label == current.label and wanted(m)
        ]
        made = [make(tuple(m.id for m in found))] if found else []
        return self._apply_alike([*made, *more], current, len(found), 0, go_on=go_on)

    def _alike(
        self, current: Mention, boundaries: ArticleBoundaries, *, concept: bool = True
    ) -> list[Mention]:
        """Aliases count when something is accepted; a wrong alias says nothing against the name itself."""
        article = self._session.article
        assert article is not None
        found = alike(article, current, boundaries)
        return found if concept else alike(article, _without_concept(current), boundaries)

    def _apply_alike(
        self,
        made: Sequence[Edit],
        current: Mention,
        decided: int,
        added: int,
        *,
        go_on: bool = True,
    ) -> bool:
        if not made or self._session.apply_all(made, type(made[0]).__name__) is None:
            return False
        said = fill(QCoreApplication.translate("ReviewCommands", "{n} in this article"), n=decided)
        if added:
            said += fill(QCoreApplication.translate("ReviewCommands", ", {n} added"), n=added)
        self._say(said)
        self._session.set_current(current.id)
        if go_on:
            self._navigation.go_on(current)
        return True


def _without_concept(mention: Mention) -> Mention:
    return replace(mention, concept_id=None)
