"""Changing where mentions begin and end: by morpheme or character, particles, splitting, merging, adding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.edits import AddMention, MergeMentions, Resize, SplitMention
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.commands.navigation import Navigation
from desktop_app.gui.session import Session
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.elsewhere.propagation import same_mentions

Move = Callable[[ArticleBoundaries, Span], Span]


def moving(side: str, steps: int, *, by_character: bool = False) -> Move:
    """Moves an edge ("start" or "end") right, or left with negative steps."""
    return lambda b, span: b.moved(span, side=side, steps=steps, by_character=by_character)


def particle(boundaries: ArticleBoundaries, span: Span) -> Span:
    """Leaves out the particle at the end, or takes in the one that follows."""
    return boundaries.particle_toggled(span)


class EdgeCommands:
    """Changes the span of the current mention, or makes a new one of the selection."""

    def __init__(
        self, session: Session, view: ArticleView, navigation: Navigation, say: Callable[[str], None]
    ) -> None:
        self._session, self._view, self._navigation, self._say = session, view, navigation, say

    def move(self, move: Move, *, alike: bool = False) -> bool:
        """Move an edge of the current mention (and of everything that reads the same)."""
        return self._resize(move, alike=alike)

    def toggle_particle(self, *, alike: bool = False) -> bool:
        """Leave out the particle at the end, or take in the one that follows."""
        done = self._resize(particle, alike=alike)
        if not done and self._session.current is not None:
            self._say(QCoreApplication.translate("ReviewCommands", "There is no particle here"))
        return done

    def _resize(self, move: Move, *, alike: bool) -> bool:
        current, boundaries, article = self._session.current, self._view.edges.now(), self._session.article
        if current is None or boundaries is None or article is None:
            return False
        mentions = same_mentions(article, current) if alike else [current]
        moved = [
            (m.id, m.span, move(boundaries, m.span)) for m in mentions if m.decision is not Decision.REJECTED
        ]
        spans = tuple((i, new.start, new.end) for i, old, new in moved if new != old)
        if not spans or self._session.apply(Resize(spans)) is None:
            return False
        self._session.set_current(current.id)
        return True

    def split(self) -> bool:
        """Cut the current mention at the caret; with the caret elsewhere, put it where a cut is likely first."""
        current, boundaries = self._session.current, self._view.edges.now()
        if current is None or boundaries is None or len(current.span) < 2:
            return False
        at = self._view.caret_raw()
        if at is not None and current.start < at < current.end:
            return self._session.apply(SplitMention(current.id, at)) is not None
        cuts = boundaries.cuts(current.span)
        if len(cuts) == 1:
            return self._session.apply(SplitMention(current.id, cuts[0])) is not None
        middle = (current.start + current.end) // 2
        self._view.put_caret_raw(min(cuts, key=lambda c: abs(c - middle)) if cuts else middle)
        self._say(QCoreApplication.translate("ReviewCommands", "← → choose the place, then split again"))
        return True

    def merge(self) -> bool:
        """Make one mention of the current one and the next in its block."""
        current = self._session.current
        if current is None:
            return False
        following = self._navigation.order.after(
            current, current.start, lambda m: m.start >= current.end and m.decision is not Decision.REJECTED
        )
        if following is None:
            return False
        if self._session.apply(MergeMentions((current.id, following.id))) is None:
            return False
        self._session.set_current(current.id)
        return True

    def chosen_span(self, *, exact: bool) -> Span | None:
        """What a label key would mark: the selection without particles, or the word at the caret."""
        boundaries, raw = self._view.edges.now(), self._view.selected_raw()
        if boundaries is None:
            return None
        if raw is not None:
            return raw if exact or self._view.exact else boundaries.snapped(raw)
        at = self._view.caret_raw()
        return boundaries.word_at(at) if at is not None else None

    def let_go(self) -> None:
        """Let the selection go."""
        self._view.clear_selection()

    def add(self, label: str, *, exact: bool = False) -> bool:
        """Mark the selection (or the word at the caret) with a label."""
        article, span = self._session.article, self.chosen_span(exact=exact)
        if article is None or span is None:
            return False
        contradicted = self._contradicts(span, label)
        change = self._session.apply(AddMention(article.article.id, (span,), label))
        if change is None:
            return False
        self._view.clear_selection()
        added = change.focus if change.focus is not None else self._standing(span)
        self._session.set_current(added)
        if contradicted:
            self._say(contradicted)
        return True

    def _standing(self, span: Span) -> int | None:
        mentions: list[Mention] = self._session.article.mentions if self._session.article else []
        return next((m.id for m in mentions if span.overlaps(m.span) and m.decided), None)

    def _contradicts(self, span: Span, label: str) -> str:
        """A gentle word where a person has rejected this before, here or elsewhere; else ""."""
        article = self._session.article
        if article is None:
            return ""
        rejected = any(
            m.span == span and m.decision is Decision.REJECTED and m.label == label for m in article.mentions
        )
        if rejected:
            return QCoreApplication.translate(
                "ReviewCommands", "This was rejected here before; it is marked now"
            )
        read = article.map.reading_span(span)
        surface = read.of(article.map.text) if read else ""
        lexicon = self._session.desk.project.lexicon
        if lexicon.row(surface, "", label) and not lexicon.row(surface, label, ""):
            return QCoreApplication.translate(
                "ReviewCommands", "This was rejected elsewhere before; it is marked now"
            )
        return ""
