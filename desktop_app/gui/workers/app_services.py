"""The window's services: projects, jobs, suggestions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.changes import Change
from desktop_app.domain.errors import UserError
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.services import AnnotatedRequest, ExportRequest, Job, JobReport
from desktop_app.gui.session import Session
from desktop_app.gui.workers.job_thread import JobThread, Work
from desktop_app.paths import seeds_dir, user_data_dir

if TYPE_CHECKING:
    from desktop_app.gui.workers.feeder import SuggestionFeeder
    from desktop_app.gui.workers.indexer import Indexer
    from desktop_app.gui.workers.keeper import Keeper
    from desktop_app.gui.workers.schooling import Schooling
    from desktop_app.reading import TableMapping
    from desktop_app.store import Project

# The store, reading and exchange rooms are imported where they are first needed, which is after the first paint.

SAMPLES = "samples.dadeum"


class AppServices(QObject):
    """The window's Services: projects, jobs and suggestions. Everything here happens on the window's thread.

    `project_opened` carries the Session of the project that is open now, or None, `said` a line for the user.
    """

    progressed = Signal(object)
    finished = Signal(object)
    model_changed = Signal(str)
    failed = Signal(object)
    crashed = Signal(object)
    project_opened = Signal(object)
    said = Signal(str)

    def __init__(self, reviewer: str, process: SuggesterProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reviewer = reviewer
        self.session: Session | None = None
        self.learn_every: Callable[[], int] | None = None
        self._process = process
        self._thread: JobThread | None = None

    @cached_property
    def feeder(self) -> SuggestionFeeder:
        """Asks for suggestions."""
        from desktop_app.gui.workers.feeder import SuggestionFeeder

        feeder = SuggestionFeeder(self._process, self)
        feeder.kept.connect(self._on_kept)
        feeder.failed.connect(self.failed)
        feeder.model_changed.connect(self.schooling.name_model)
        return feeder

    @cached_property
    def schooling(self) -> Schooling:
        """Learns from reviewed articles."""
        from desktop_app.gui.workers.schooling import Schooling

        schooling = Schooling(self._process, lambda: self.project, self)
        if self.learn_every is not None:
            schooling.every = self.learn_every
        schooling.model_changed.connect(self.model_changed)
        schooling.said.connect(self.said)
        schooling.failed.connect(self.failed)
        schooling.crashed.connect(self.crashed)
        schooling.published.connect(self._publish)
        schooling.again.connect(self._suggest_all_again)
        return schooling

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps suggestions in step with decisions."""
        from desktop_app.gui.workers.keeper import Keeper

        return Keeper(self.feeder, lambda: self.session, self)

    @cached_property
    def _indexer(self) -> Indexer:
        from desktop_app.gui.workers.indexer import Indexer

        return Indexer(self)

    @property
    def project(self) -> Project | None:
        """The project that is open."""
        return self.session.desk.project if self.session else None

    def open_project(self, path: Path) -> None:
        """Open another project; what is wrong with it is told through `failed` and the old one stays."""
        self._open(path, new=False)

    def new_project(self, path: Path) -> None:
        """Make a project and open it."""
        self._open(path, new=True)

    def open_samples(self) -> None:
        """Open the project of the sample articles, made when it is missing."""
        path = user_data_dir() / SAMPLES
        if not path.exists():
            try:
                fill_with_samples(path)
            except UserError as error:
                self.failed.emit(error)
                return
        self._open(path, new=False)

    def _open(self, path: Path, *, new: bool) -> None:
        if self.busy:
            return
        if self.project is not None and self.project.path == path:
            return
        from desktop_app.review.desk import ReviewDesk
        from desktop_app.review.label_schema import project_schema
        from desktop_app.store import Project

        try:
            project = Project.create(path) if new else Project.open(path)
        except UserError as error:
            self.failed.emit(error)
            return
        try:
            session = Session(ReviewDesk(project, project_schema(project), self.reviewer), self)
        except UserError as error:
            project.close()
            self.failed.emit(error)
            return
        self.close_project()
        self._show(session)
        QTimer.singleShot(0, self._feed)

    def _show(self, session: Session) -> None:
        self.session = session
        session.changed.connect(self._on_changed)
        session.article_opened.connect(self._on_article_opened)
        self.project_opened.emit(session)

    def _feed(self) -> None:
        self.schooling.project_opened()
        self.feeder.set_project(self.project)
        self.keeper.forget()
        self.keeper.on_article_opened()
        self._indexer.wake(self.project)

    def close_project(self) -> None:
        """Close the project that is open, if any."""
        if self.session is None:
            return
        session, self.session = self.session, None
        self.schooling.learner.stop()
        self.feeder.set_project(None)
        self._indexer.stop()
        self.project_opened.emit(None)
        session.desk.project.close()
        session.deleteLater()

    def reload(self) -> None:
        """Show the open project anew, with the label schema that it has now."""
        if self.session is None:
            return
        from desktop_app.review.desk import ReviewDesk
        from desktop_app.review.label_schema import project_schema

        old = self.session
        project = old.desk.project
        self.session = None
        self.project_opened.emit(None)
        self._show(Session(ReviewDesk(project, project_schema(project), self.reviewer), self))
        old.deleteLater()

    def import_paths(
        self, paths: Sequence[Path], tables: Mapping[Path, TableMapping] = MappingProxyType({})
    ) -> None:
        """Read files and folders into the project; `tables` says which column of a table is what."""
        if self.project is None:
            return
        from desktop_app.gui.workers.jobs import ImportWork
        from desktop_app.review.transfer.importing import imported

        work = ImportWork(self.project, paths, tables)
        thread = self._run(Job.IMPORT, work)
        if thread is not None:
            thread.reported.connect(lambda _: self._on_imported(imported(work.report)))

    def import_annotated(self, request: AnnotatedRequest) -> None:
        """Take an annotated dataset into the project."""
        if self.project is None:
            return
        from desktop_app.gui.importing.annotated_work import AnnotatedWork  # importers are loaded when wanted

        work = AnnotatedWork(self.project, request)
        thread = self._run(Job.IMPORT, work)
        if thread is not None:
            thread.reported.connect(lambda _: self._on_imported(work.change()))

    def export(self, request: ExportRequest) -> None:
        """Write a dataset."""
        if self.project is not None:
            from desktop_app.gui.workers.jobs import export_work

            self._run(Job.EXPORT, export_work(self.project, request))

    def suggest_now(self, article_id: int) -> None:
        """Make suggestions for an article before all others."""
        self.feeder.ask_first(article_id)

    def learn(self) -> None:
        """Learn from the reviewed articles now, in the background."""
        self.schooling.learn()

    def use_model(self, name: str) -> None:
        """Let another version of the project's model make suggestions, "" for the one that ships."""
        self.schooling.use_model(name)

    def _suggest_all_again(self) -> None:
        self.keeper.forget()
        if self.session is not None and self.session.article_id is not None:
            self.keeper.renew(self.session.article_id)
        self.feeder.wake()

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._thread is not None

    def _run(self, job: Job, work: Work) -> JobThread | None:
        if self.busy:
            return None
        thread = JobThread(job, work, self)
        thread.progressed.connect(self.progressed)
        thread.reported.connect(self._on_reported)
        thread.crashed.connect(self.crashed)
        thread.finished.connect(self._on_thread_finished)
        self._thread = thread
        thread.start()
        return thread

    def cancel(self) -> None:
        """Stop the job in progress after the thing in hand; learning, where there is none."""
        if self._thread is not None:
            self._thread.cancel()
        elif self.session is not None:
            self.schooling.learner.cancel()

    def stop(self) -> None:
        """End everything: the job, the project, the child process."""
        if self._thread is not None:
            self._thread.cancel()
            self._thread.wait()
            self._thread = None
        self.close_project()
        self._process.stop()

    def _on_reported(self, report: JobReport) -> None:
        self.finished.emit(report)

    def _on_thread_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()

    def _on_imported(self, change: Change) -> None:
        self._publish(change)
        if self.session is not None and self.session.article is None and change.article_ids:
            self.session.open_article(min(change.article_ids))
        QTimer.singleShot(0, self.feeder.wake)
        self._indexer.wake(self.project)

    def _on_kept(self, change: Change) -> None:
        self._publish(change)

    def _publish(self, change: Change) -> None:
        if self.session is not None and change.kinds:
            self.session.publish(change)

    def _on_changed(self, change: Change) -> None:
        if change.reading_changed:
            QTimer.singleShot(0, self.feeder.wake)
            self._indexer.wake(self.project)
        self.schooling.on_changed(change)
        self.keeper.on_changed(change)

    def _on_article_opened(self, opened: object) -> None:
        if opened is not None:
            self.keeper.on_article_opened()


def fill_with_samples(path: Path) -> None:
    """Make a project of the sample articles; raises UserError, and then no file is left."""
    from desktop_app.reading import read_file
    from desktop_app.review.transfer.importing import import_paths
    from desktop_app.store import Project

    files = sorted(p for p in seeds_dir().iterdir() if p.suffix == ".txt")
    try:
        with Project.create(path) as project:
            import_paths(project, files, read_file)
    except UserError:
        path.unlink(missing_ok=True)
        raise
