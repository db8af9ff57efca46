"""What would be done in the whole project, waiting for a look at its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.edits import AddMention, Decide, Edit, Relabel, Resize, Teach
from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.article.words import label_name
from desktop_app.gui.commands.edges import Move
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.desk import ReviewDesk
from desktop_app.review.elsewhere.propagation import Place, everywhere, standing
from desktop_app.review.elsewhere.spreading import unmarked_everywhere


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
    surface: str
    heading: str
    places: Sequence[Place]

    def edits(self, chosen: Sequence[Mention]) -> list[Edit]:
        """What carrying it out on the chosen mentions means."""
        raise NotImplementedError


@dataclass(frozen=True)
class LabelProposal(Proposal):
    """Give a label; with "" reject."""

    label: str = ""
    unmarked: Iterator[Mention | None] = field(default_factory=lambda: iter(()))
    never: bool = False

    def edits(self, chosen: Sequence[Mention]) -> list[Edit]:
        if self.label:
            marked = [m for m in chosen if m.id > 0]
            return [*labelled(marked, self.label), *_added(chosen, self.label)]
        made: list[Edit] = [Decide(tuple(m.id for m in chosen), Decision.REJECTED)] if chosen else []
        return [*made, Teach(self.mention.article_id, self.surface, "")] if self.never else made


def _added(chosen: Sequence[Mention], label: str) -> Iterator[Edit]:
    new = sorted((m for m in chosen if m.id < 0), key=lambda m: (m.article_id, m.start))
    for article_id, places in groupby(new, key=lambda m: m.article_id):
        yield AddMention(article_id, tuple(m.span for m in places), label)


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


def label_proposal(session: Session, label: str | None, *, never: bool = False) -> Proposal | None:
    """Give the current mention's likes a label in the whole project (None: its own, "": reject them).

    A label is also offered for places that are not marked yet; `never` lets the lexicon learn not to suggest it.
    """
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
    heading = fill(text, surface=surface, label=name)
    project = session.desk.project
    unmarked = unmarked_everywhere(project, surface, wanted) if wanted else iter(())
    return LabelProposal(current, surface, heading, places, wanted, unmarked, never)


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
    return EdgeProposal(current, surface, heading, places, session.desk, move)
