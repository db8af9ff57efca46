"""What would be done in the whole project, waiting for a look at its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.edits import Decide, Edit, Relabel, Resize
from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.article.words import label_name
from desktop_app.gui.commands.edges import Move
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.desk import ReviewDesk
from desktop_app.review.propagation import Place, everywhere, standing


def labelled(mentions: Sequence[Mention], label: str) -> list[Edit]:
    """Accept mentions under a label; those that carry another one are relabelled."""
    same = tuple(m.id for m in mentions if m.label == label)
    others = tuple(m.id for m in mentions if m.label != label)
    made: list[Edit] = []
    if same:
        made.append(Decide(same, Decision.ACCEPTED))
    if others:
        made.append(Relabel(others, label))
    return made


@dataclass(frozen=True)
class Proposal:
    """A decision about one mention, to be made wherever it reads the same."""

    mention: Mention
    heading: str
    places: Sequence[Place]

    def edits(self, chosen: Sequence[Mention]) -> list[Edit]:
        """What carrying it out on the chosen mentions means."""
        raise NotImplementedError


@dataclass(frozen=True)
class LabelProposal(Proposal):
    """Give a label; with "" reject."""

    label: str = ""

    def edits(self, chosen: Sequence[Mention]) -> list[Edit]:
        if not self.label:
            return [Decide(tuple(m.id for m in chosen), Decision.REJECTED)] if chosen else []
        return labelled(chosen, self.label)


@dataclass(frozen=True)
class EdgeProposal(Proposal):
    """Move the same edge in the same way."""

    desk: ReviewDesk
    move: Move

    def edits(self, chosen: Sequence[Mention]) -> list[Edit]:
        made: list[Edit] = []
        by_article = sorted(chosen, key=lambda m: m.article_id)
        for article_id, mentions in groupby(by_article, key=lambda m: m.article_id):
            tokens = self.desk.project.articles.tokens(article_id)
            boundaries = ArticleBoundaries(self.desk.text_map(article_id), tokens)
            moved = [(m, self.move(boundaries, m.span)) for m in mentions]
            spans = tuple((m.id, new.start, new.end) for m, new in moved if new != m.span)
            if spans:
                made.append(Resize(spans))
        return made


def label_proposal(session: Session, label: str | None) -> Proposal | None:
    """Give the current mention's likes a label in the whole project (None: its own, "": reject them)."""
    current = session.current
    if current is None:
        return None
    surface = session.surface(current)
    wanted = current.label if label is None else label
    if wanted:
        name = label_name(session.desk.schema, wanted)
    else:
        name = QCoreApplication.translate("PropagationDialog", "rejected")
    text = QCoreApplication.translate("PropagationDialog", "“{surface}” → {label}")
    places = everywhere(session.desk.project, current, surface, wanted)
    return LabelProposal(current, fill(text, surface=surface, label=name), places, wanted)


def edge_proposal(session: Session, boundaries: ArticleBoundaries, move: Move) -> Proposal | None:
    """Move an edge of everything in the project that reads as the current mention; None where it cannot move."""
    current, article = session.current, session.article
    if current is None or article is None:
        return None
    read = article.map.reading_span(move(boundaries, current.span))
    surface = session.surface(current)
    if read is None or read.of(article.map.text) == surface:
        return None
    text = QCoreApplication.translate("PropagationDialog", "“{surface}” → “{moved}”")
    heading = fill(text, surface=surface, moved=read.of(article.map.text))
    places = standing(session.desk.project, current, surface)
    return EdgeProposal(current, heading, places, session.desk, move)
