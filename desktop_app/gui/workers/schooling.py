"""When the open project learns, with which model it works, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.errors import TooFewReviewed
from desktop_app.extraction.learning import LearningOutcome
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill
from desktop_app.gui.workers.learner import Learner
from desktop_app.paths import models_dir, resources_dir
from desktop_app.review.suggestions import learning
from desktop_app.store import Project


class Schooling(QObject):
    """Lets the project learn after every few reviewed articles and hands its model to the suggester.

    `said` carries a line for the user, `failed` a UserError, `model_changed` the model's name as the status line
    shows it, `published` a Change to be told to every view, `again` is sent when suggestions are to be made anew.
    `every` tells after how many newly reviewed articles learning is due.
    """

    said = Signal(str)
    failed = Signal(object)
    crashed = Signal(object)
    model_changed = Signal(str)
    published = Signal(object)
    again = Signal()

    def __init__(
        self, process: SuggesterProcess, project: Callable[[], Project | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.every: Callable[[], int] = lambda: learning.LEARN_EVERY
        self.learner = Learner(self)
        self.learner.begun.connect(self._tell_model)
        self.learner.learnt.connect(self._on_learnt)
        self.learner.failed.connect(self.failed)
        self.learner.crashed.connect(self.crashed)
        self.learner.ended.connect(self._tell_model)
        self._process, self._project = process, project
        self._model = ""

    def project_opened(self) -> None:
        """Let the project's own model answer from now on."""
        self.learner.stop()
        project = self._project()
        if project is None:
            return
        lost = learning.lost_model(project, models_dir(), resources_dir())
        self._process.use_model(learning.model_folder(project, models_dir(), resources_dir()))
        if lost and self.every() and learning.can_learn(project):
            QTimer.singleShot(0, self, self.learn)

    def on_changed(self, change: Change) -> None:
        """Look, after the present event, whether learning is due."""
        if Kind.ARTICLE in change.kinds and change.step_id and not change.undo:
            QTimer.singleShot(0, self, self.learn_if_due)

    def learn_if_due(self) -> None:
        """Learn when enough articles were reviewed since the last time."""
        project = self._project()
        if project is not None and not self.learner.busy and learning.is_due(project, self.every()):
            self.learn()

    def learn(self) -> None:
        """Learn now; says so when there is too little to learn from."""
        project = self._project()
        if project is None or self.learner.busy:
            return
        try:
            task = learning.learning_task(project, models_dir(), resources_dir())
        except TooFewReviewed as error:
            self.failed.emit(error)
            return
        learning.note_tried(project)
        self.learner.start(task)

    def use_model(self, name: str) -> None:
        """Work with another version from now on, "" for the model that ships."""
        project = self._project()
        if project is not None:
            self._take(project, learning.use_model(project, name))

    def name_model(self, name: str) -> None:
        """Take note which model answers."""
        self._model = name
        self._tell_model()

    def _on_learnt(self, outcome: LearningOutcome) -> None:
        project = self._project()
        if project is None:
            return
        change = learning.take_over(project, outcome)
        if change is not None:
            self._take(project, change)
        self.said.emit(self._summary(outcome))

    def _take(self, project: Project, change: Change) -> None:
        self._process.use_model(learning.model_folder(project, models_dir(), resources_dir()))
        self.published.emit(change)
        self.again.emit()

    def _summary(self, outcome: LearningOutcome) -> str:
        if not outcome.kept:
            text = self.tr("Model {new} was not better (F1 {now}, was {before}); {old} stays.")
        else:
            text = self.tr("Model {new}: F1 {before} → {now} on {count} articles not seen. In use.")
        return fill(
            text,
            new=outcome.version,
            old=outcome.old_version,
            before=f"{outcome.old_f1:.2f}",
            now=f"{outcome.new_f1:.2f}",
            count=str(outcome.unseen),
        )

    def _tell_model(self) -> None:
        name = names.model(self._model)
        if name and self.learner.busy:
            name = fill(self.tr("{name} · learning…"), name=name)
        self.model_changed.emit(name)
