"""The open article as the view shows it: displayed text, marks, folds; kept in step with the session."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.gui.article.layout.display import Display, Fold, display_of
from desktop_app.gui.article.layout.marks import Mark, Marks
from desktop_app.gui.words.josa import fill
from desktop_app.review.desk import OpenArticle
from desktop_app.store.project import Project

MANY = 500  # mentions: past this everything is marked anew


class Page:
    """What is on the page of the open article."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.article: OpenArticle | None = None
        self.display = Display(TextMap())
        self.marks = Marks(self.display, [])
        self.rejected = False
        self._opened: frozenset[int] = frozenset()

    def open(self, article: OpenArticle | None) -> None:
        """Lay out another article, its boilerplate folded."""
        self._opened = frozenset()
        self.lay_out(article)

    def lay_out(self, article: OpenArticle | None) -> None:
        """Lay out the article anew with the folds as they are."""
        self.article = article
        self.display = Display(TextMap()) if article is None else self._displayed(article)
        self._mark()

    def _displayed(self, article: OpenArticle) -> Display:
        return display_of(
            article.raw,
            article.blocks,
            self._project.sources.corrections(article.article.source_id),
            fold_line=_fold_line,
            opened=self._opened,
            reading=article.map,
        )

    def _mark(self) -> None:
        mentions = self.article.mentions if self.article else []
        self.marks = Marks(self.display, mentions, rejected=self.rejected)

    def take(self, article: OpenArticle, change: Change) -> set[int] | None:
        """Take over a change of the article: the indexes of the blocks whose marks are others now.

        None when the text is another and the page was laid out anew.
        """
        before = self.article
        if before is None or article.map is not before.map or article.blocks != before.blocks:
            self.lay_out(article)
            return None
        self.article = article
        if not change.step_id or len(change.mention_ids) > MANY:
            self._mark()
            return set(range(len(self.display.blocks)))
        if Kind.MENTION in change.kinds:
            ids = change.mention_ids
            both = [m for i in ids for m in (before.by_id.get(i), article.by_id.get(i)) if m]
            return self.marks.update(article.mentions, {m.span for m in both})
        return set()

    def show_rejected(self, *, on: bool) -> None:
        """Show rejected mentions, struck through, or leave them out."""
        self.rejected = on
        self._mark()

    def show_also(self, mention: Mention | None) -> None:
        """Show one mention even though it is rejected: the current one."""
        self.marks.show_also(mention)

    def toggle_fold(self, fold: Fold) -> None:
        """Open a fold or close it."""
        self._opened ^= {fold.span.start}
        self.lay_out(self.article)

    def toggle_folds(self) -> None:
        """Open all folds, or close them when one is open."""
        self._opened = frozenset() if self._opened else frozenset(f.span.start for f in self.display.folds)
        self.lay_out(self.article)

    def block_at_unit(self, unit: int) -> int:
        """The index of the block at a position of the document; -1 without blocks."""
        return self.display.block_at(self.display.units.to_points(unit))

    def noted(self) -> frozenset[int]:
        """The ids of the mentions that carry a note."""
        notes = self.article.notes if self.article else []
        return frozenset(n.mention_id for n in notes if n.mention_id is not None)

    def noted_spans(self) -> list[Span]:
        """Where notes on stretches of text stand in the document."""
        notes = self.article.notes if self.article else []
        raw = [Span(n.start, n.end) for n in notes if n.start is not None and n.end is not None]
        return sorted(span for r in raw if (span := self.display.unit_span(r)))

    def mark_of(self, mention: Mention | None) -> Mark | None:
        """Where a mention is shown."""
        return None if mention is None else self.marks.of(mention)

    def mark_by_id(self, mention_id: int) -> Mark | None:
        """Where a mention is shown, by its id."""
        return self.mark_of(self.article.by_id.get(mention_id) if self.article else None)

    def raw_selection(self, start: int, end: int) -> Span | None:
        """The raw characters behind units of the document; None in a folded line and where nothing is."""
        raw = self.display.raw_span_of_units(start, end)
        if raw is None or self.display.is_folded(self.block_at_unit(start)):
            return None
        return raw


def _fold_line(lines: int) -> str:
    if lines == 1:
        return QCoreApplication.translate("ArticleView", "… (1 line of boilerplate)")
    return fill(QCoreApplication.translate("ArticleView", "… ({n} lines of boilerplate)"), n=lines)
