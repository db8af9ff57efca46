"""Actions that ask something about the current mention or the article: note, value, concept."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain import edits
from desktop_app.domain.mention import Mention, Note
from desktop_app.domain.spans import Span
from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.concept import ConceptPicker
from desktop_app.gui.dialogs.mention import NoteDialog, ValueDialog
from desktop_app.gui.frame.workspace import Workspace


class MentionDoings:
    """Opens the dialogs and applies what they answer."""

    def __init__(self, bench: Bench, workspace: Workspace) -> None:
        self._bench, self._workspace = bench, workspace
        self._session = bench.session

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {"note": self.note, "value": self.value, "concept": self.concept}

    def note(self) -> None:
        """Write the note on the current mention, on the selection, or on the article."""
        article, mention = self._session.article, self._session.current
        if article is None:
            return
        span = None if mention else self._workspace.view.selected_raw()
        standing = next((n for n in article.notes if _is_on(n, mention, span)), None)
        about = self._session.surface(mention) if mention else span.of(article.raw) if span else ""
        dialog = NoteDialog(
            about or article.article.metadata.title, standing.text if standing else "", self._workspace
        )
        mention_id = mention.id if mention else None
        dialog.accepted.connect(
            lambda: self._session.apply(edits.WriteNote(article.article.id, dialog.text(), mention_id, span))
        )
        dialog.finished.connect(lambda _: self._workspace.view.setFocus())
        dialog.open()

    def value(self) -> None:
        """Write the current mention's normalised value."""
        mention = self._session.current
        if mention is None:
            return
        dialog = ValueDialog(mention, self._session.surface(mention), self._workspace)
        dialog.accepted.connect(lambda: self._session.apply(dialog.edit()))
        dialog.finished.connect(lambda _: self._workspace.view.setFocus())
        dialog.open()

    def concept(self) -> None:
        """Link the current mention, and those that read the same in the article, to a concept."""
        mention = self._session.current
        if mention is None:
            return
        concepts = self._session.desk.project.concepts
        current = concepts.get(mention.concept_id) if mention.concept_id is not None else None
        surface = self._session.surface(mention)
        same_label = [c for c in concepts.all() if c.label == mention.label]
        dialog = ConceptPicker(same_label, surface, current, self._workspace)
        dialog.accepted.connect(lambda: self._session.apply(dialog.edit(self._alike(mention, surface))))
        dialog.finished.connect(lambda _: self._workspace.view.setFocus())
        dialog.open()

    def _alike(self, mention: Mention, surface: str) -> tuple[int, ...]:
        alike = [
            m
            for m in self._session.shown()
            if m.label == mention.label and self._session.surface(m) == surface
        ]
        return tuple(m.id for m in alike)


def _is_on(note: Note, mention: Mention | None, span: Span | None) -> bool:
    if mention is not None:
        return note.mention_id == mention.id
    if note.mention_id is not None:
        return False
    return (note.start, note.end) == ((span.start, span.end) if span else (None, None))
