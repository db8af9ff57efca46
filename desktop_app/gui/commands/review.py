"""Every action of the article by its id: what keys, menus and the palette run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from desktop_app.domain.changes import Change
from desktop_app.domain.edits import Edit, Finish
from desktop_app.domain.mention import Mention
from desktop_app.gui.article.finish_dialog import FinishDialog
from desktop_app.gui.article.propagation_dialog import PropagationDialog
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.commands.choices import Choices
from desktop_app.gui.commands.decisions import Decisions
from desktop_app.gui.commands.edges import EdgeCommands, Move, moving, particle
from desktop_app.gui.commands.navigation import Navigation
from desktop_app.gui.commands.parts import Parts
from desktop_app.gui.commands.proposals import LabelProposal, Proposal, edge_proposal, label_proposal
from desktop_app.gui.commands.relations import Relations
from desktop_app.gui.keymap import ARTICLE, CHARACTER, EXACT, PROJECT, RELABEL
from desktop_app.gui.session import Session
from desktop_app.gui.words import steps
from desktop_app.gui.words.josa import fill

Command = Callable[[], bool]
EDGES = {
    "start_left": ("start", -1),
    "start_right": ("start", 1),
    "end_left": ("end", -1),
    "end_right": ("end", 1),
}


class ReviewCommands(QObject):
    """Runs actions by id on the session's open article.

    What has no command here is passed on through `requested`: the window's dialogs and panels (value, note,
    tags, concept, find, palette, …). `said` carries a short line for the status bar, `finished` the id of an
    article that was just marked reviewed, so that the window opens the next.
    """

    requested = Signal(str)
    said = Signal(str)
    finished = Signal(int)

    def __init__(self, session: Session, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.view = session, view
        self.threshold = view.sure
        self.navigation = Navigation(session, view)
        self.choices = Choices(view)
        self.decisions = Decisions(session, view, self.navigation, self.said.emit)
        self.edges = EdgeCommands(session, view, self.navigation, self.said.emit)
        self.parts = Parts(session, self.edges, self.said.emit, self)
        self.relations = Relations(session, view, self.choices, self.said.emit)
        self._commands = self._registered()
        view.triggered.connect(self.run)
        session.current_changed.connect(self._on_current_changed)

    @property
    def ids(self) -> list[str]:
        """The ids of all actions that run here."""
        return list(self._commands)

    def run(self, action_id: str) -> bool:
        """Run an action; False when it had nothing to do. An unknown one is requested of the window."""
        self.choices.drop()
        command = self._commands.get(action_id)
        if command is None:
            self.requested.emit(action_id)
            return True
        before = bool(self.session.undecided())
        done = command()
        if before and done and self.session.article is not None and not self.session.undecided():
            self._say_all_decided()
        return done

    def _say_all_decided(self) -> None:
        text = self.tr("Everything is decided. {key} finishes the article.")
        self.said.emit(fill(text, key=self.view.keymap.text("finish")))

    def enabled(self, action_id: str) -> bool:
        """Whether an action has something to work on now."""
        if self.session.article is None:
            return action_id in {"undo", "redo"} or action_id not in self._commands
        if action_id == "undo":
            return self.session.desk.next_undo() is not None
        if action_id == "redo":
            return self.session.desk.next_redo() is not None
        needs_mention = self.view.keymap.actions[action_id].group in {"decide", "boundary"}
        return not needs_mention or self.session.current is not None

    def _registered(self) -> dict[str, Command]:
        decide, go, view = self.decisions, self.navigation, self.view
        commands: dict[str, Command] = {
            "accept": decide.accept,
            "reject": decide.reject,
            "reopen": decide.reopen,
            "remove": decide.remove,
            "sublabel": self.choose_sublabel,
            "accept_sentence": decide.accept_sentence,
            "accept_article": decide.accept_article,
            "always": self._always,
            "never": partial(decide.reject_alike, teach=True),
            "never" + PROJECT: partial(self.propose, "", never=True),
            "accept" + ARTICLE: decide.accept_alike,
            "reject" + ARTICLE: decide.reject_alike,
            "reopen" + ARTICLE: decide.reopen_alike,
            "remove" + ARTICLE: decide.remove_alike,
            "accept" + PROJECT: partial(self.propose, None),
            "reject" + PROJECT: partial(self.propose, ""),
            "remove" + PROJECT: partial(self.propose, ""),
            "next_undecided": partial(go.go, undecided=True, right=True),
            "previous_undecided": partial(go.go, undecided=True, right=False),
            "next_mention": partial(go.go, undecided=False, right=True),
            "previous_mention": partial(go.go, undecided=False, right=False),
            "skip": go.skip,
            "back": go.back,
            "particle": self.edges.toggle_particle,
            "particle" + ARTICLE: partial(self.edges.toggle_particle, alike=True),
            "particle" + PROJECT: partial(self.propose_edge, particle),
            "split": self.edges.split,
            "merge": self.edges.merge,
            "part": self.parts.add,
            "relation": self.relations.relate,
            "finish": self.finish,
            "undo": self.undo,
            "redo": self.redo,
            "fold": partial(_done, view.toggle_folds),
            "rejected": partial(_done, view.toggle_rejected),
            "confidence": partial(_done, view.toggle_confidence),
            "zoom_in": partial(_done, partial(view.zoom_by, 1)),
            "zoom_out": partial(_done, partial(view.zoom_by, -1)),
            "zoom_reset": partial(_done, partial(view.set_zoom, 1.0)),
        }
        for action_id, (side, step) in EDGES.items():
            move = moving(side, step)
            commands[action_id] = partial(self.edges.move, move)
            commands[action_id + CHARACTER] = partial(self.edges.move, moving(side, step, by_character=True))
            commands[action_id + ARTICLE] = partial(self.edges.move, move, alike=True)
            commands[action_id + PROJECT] = partial(self.propose_edge, move)
        for label in self.session.desk.schema.codes:
            commands[RELABEL + label] = partial(self.label, label)
            commands[RELABEL + label + EXACT] = partial(self.label, label, exact=True)
            commands[RELABEL + label + ARTICLE] = partial(self.label_alike, label)
            commands[RELABEL + label + PROJECT] = partial(self.propose, label)
        return commands

    # -- labels ------------------------------------------------------------------------------------------

    def label(self, label: str, *, exact: bool = False) -> bool:
        """Mark the selection with a label; without one relabel the current mention, else mark the word here."""
        if self.view.selected_raw() is not None or self.session.current is None:
            return self.edges.add(label, exact=exact)
        return self.decisions.relabel(label)

    def label_alike(self, label: str) -> bool:
        """The same for everything identical in the article."""
        new = self.view.selected_raw() is not None or self.session.current is None
        return (not new or self.edges.add(label)) and self.decisions.relabel_alike(label)

    def choose_sublabel(self) -> bool:
        """Offer the finer codes of the current mention's label."""
        current = self.session.current
        label = self.session.desk.schema.by_code.get(current.label) if current else None
        if label is None or not label.sublabels:
            return False
        self.choices.offer(
            [
                (s.name_ko or s.name_en, partial(self.decisions.relabel, label.code, s.code))
                for s in label.sublabels
            ]
        )
        return True

    def _always(self) -> bool:
        current = self.session.current
        return current is not None and self.decisions.relabel_alike(current.label, teach=True)

    # -- the whole project -------------------------------------------------------------------------------

    def propose(self, label: str | None, *, never: bool = False) -> bool:
        """Show what a label (None: the current one, "": rejecting) would touch in the whole project."""
        return self._ask(label_proposal(self.session, label, never=never))

    def propose_edge(self, move: Move) -> bool:
        """Show what moving an edge would touch in the whole project."""
        boundaries = self.view.edges.now()
        return boundaries is not None and self._ask(edge_proposal(self.session, boundaries, move))

    def _ask(self, proposal: Proposal | None) -> bool:
        if proposal is None:
            return False
        unmarked = proposal.unmarked if isinstance(proposal, LabelProposal) else iter(())
        dialog = PropagationDialog(self.session, proposal.heading, proposal.places, self.view, unmarked)
        dialog.accepted.connect(lambda: self._carry_out(proposal, dialog.chosen()))
        self._open_over(dialog, [place.mention for place in proposal.places])
        return True

    def _open_over(self, dialog: QDialog, mentions: Iterable[Mention]) -> None:
        """Open a dialog about mentions, which stay as they are until it is closed."""
        self.session.held = {m.id for m in mentions}
        dialog.finished.connect(self.session.held.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _carry_out(self, proposal: Proposal, chosen: Sequence[Mention]) -> None:
        made = proposal.edits(chosen)
        if made and self.session.apply_all(made, type(made[0]).__name__) is not None:
            self.said.emit(fill(self.tr("{n} in the project"), n=len(chosen)))
            if isinstance(proposal, LabelProposal):
                self.navigation.go_on(proposal.mention)

    # -- finishing ---------------------------------------------------------------------------------------

    def finish(self) -> bool:
        """Accept what is sure, ask about the rest in one list, mark the article reviewed."""
        if self.session.article is None:
            return False
        unsure = [m for m in self.session.undecided() if m.confidence < self.threshold]
        if not unsure:
            return self._finish([])
        dialog = FinishDialog(self.session, unsure, self.view)
        dialog.accepted.connect(lambda: self._finish(dialog.edits()))
        self._open_over(dialog, unsure)
        return True

    def _finish(self, before: Sequence[Edit]) -> bool:
        article_id = self.session.article_id
        if article_id is None or self.session.apply_all([*before, Finish(article_id)], "Finish") is None:
            return False
        self.finished.emit(article_id)
        return True

    # -- undo --------------------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Take back the newest step and say which."""
        step = self.session.desk.next_undo()
        change = self.session.undo() if step else None
        if step is None or change is None:
            return False
        self._go_where_it_was(change)
        self.said.emit(fill(self.tr("Undone: {step}"), step=steps.kind(step.kind)))
        return True

    def redo(self) -> bool:
        """Bring back the step undone last and say which."""
        step = self.session.desk.next_redo()
        change = self.session.redo() if step else None
        if step is None or change is None:
            return False
        self._go_where_it_was(change)
        self.said.emit(fill(self.tr("Done again: {step}"), step=steps.kind(step.kind)))
        return True

    def _go_where_it_was(self, change: Change) -> None:
        """A step over many mentions has no one place: its first in the article."""
        if change.focus is None:
            first = next((m for m in self.session.shown() if m.id in change.mention_ids), None)
            if first is not None:
                self.session.set_current(first.id)

    def _on_current_changed(self, _mention_id: int | None) -> None:
        self.choices.drop()


def _done(act: Callable[[], object]) -> bool:
    act()
    return True
