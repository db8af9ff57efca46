"""Actions on projects and files: new, open, import, export, and what is said when a job is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop_app.gui.messages import Messages
from desktop_app.gui.services import Job, JobReport, Outcome, Services
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.josa import fill, several
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.gui.window import MainWindow
    from desktop_app.reading import TableMapping

SUFFIX = ".dadeum"
TABLES = frozenset({".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson"})


class ProjectDoings(QObject):
    """Asks for files and hands them to the services; reports come back as a line, with details on demand."""

    def __init__(
        self, services: Services, settings: Settings, messages: Messages, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._services, self._settings = services, settings
        self._messages, self._window = messages, window
        services.finished.connect(self.tell)
        services.failed.connect(messages.error)

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {
            "new": self.new,
            "open": self.open,
            "samples": self._services.open_samples,
            "import": self.import_files,
            "import_folder": self.import_folder,
            "close": self._services.close_project,
        }

    def new(self) -> None:
        """Ask where a new project should be, and make it."""
        suggested = str(self._folder() / (self.tr("New project") + SUFFIX))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), suggested, self._kinds())
        if name:
            path = Path(name)
            self._services.new_project(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def open(self) -> None:
        """Ask for a project, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), str(self._folder()), self._kinds()
        )
        if name:
            self._services.open_project(Path(name))

    def import_files(self) -> None:
        """Ask for files, and read them in."""
        kinds = ";;".join([self.tr("All files") + " (*)", self.tr("Text") + " (*.txt *.md)"])
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Import articles"), str(self._folder()), kinds
        )
        self.import_paths([Path(n) for n in names])

    def import_folder(self) -> None:
        """Ask for a folder, and read everything in it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"), str(self._folder()))
        self.import_paths([Path(name)] if name else [])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders in; columns of tables are asked about before."""
        if not any(p.suffix.lower() in TABLES for p in paths):
            self._import(paths, {})
            return
        from desktop_app.gui.importing.asking_columns import AskingColumns

        AskingColumns(self._settings, self._window, self._import, self._offer_annotated).begin(paths)

    def _offer_annotated(self, path: Path) -> None:
        from desktop_app.gui.importing.asking_dataset import ask_dataset

        text = fill(self.tr("{name} is an annotated dataset."), name=path.name)
        self._messages.info(text, self.tr("Import it so…"), lambda: ask_dataset(self._window, path))

    def _import(self, paths: Sequence[Path], tables: Mapping[Path, TableMapping]) -> None:
        if tables:
            self._services.import_paths(paths, tables)
        elif paths:
            self._services.import_paths(paths)

    def take_dropped(self, paths: Sequence[Path], *, project_open: bool) -> None:
        """A project that was dropped is opened, anything else is imported."""
        projects = [p for p in paths if p.suffix == SUFFIX]
        if projects:
            self._services.open_project(projects[0])
        elif project_open:
            self.import_paths(paths)
        else:
            self._messages.warn(self.tr("Open or make a project first; then drop articles on it."))

    def tell(self, report: JobReport) -> None:
        """Say how a job ended: one line, details on demand; files that failed are shown at once."""
        if report.error is not None:
            self._messages.error(report.error)
        elif report.job is Job.IMPORT:
            self._tell_import(report)
        elif report.job is Job.EXPORT and report.target is not None:
            self._tell_export(report)
        elif report.cancelled:
            self._messages.info(self.tr("Cancelled."))

    def _tell_import(self, report: JobReport) -> None:
        failed = [line for line in report.lines if line.outcome is Outcome.FAILED]
        known = sum(1 for line in report.lines if line.outcome is Outcome.KNOWN)
        text = several(report.done, self.tr("{n} article was added."), self.tr("{n} articles were added."))
        if known:
            text += " " + several(
                known, self.tr("{n} file was there already."), self.tr("{n} files were there already.")
            )
        if failed:
            text += " " + several(
                len(failed), self.tr("{n} file could not be read."), self.tr("{n} files could not be read.")
            )
        if report.cancelled:
            text += " " + self.tr("The rest was cancelled.")
        if len(report.lines) == 1 and failed and failed[0].error is not None:
            text = sentence(failed[0].error)
        tell = self._messages.warn if failed else self._messages.info
        details = any(line.outcome is not Outcome.ADDED or line.detail for line in report.lines)
        if details:
            tell(text, self.tr("Details"), lambda: self.show_report(report))
        else:
            tell(text)

    def _tell_export(self, report: JobReport) -> None:
        target = report.target
        assert target is not None
        text = several(
            report.done,
            self.tr("{n} article was exported to {name}."),
            self.tr("{n} articles were exported to {name}."),
            name=target.name,
        )
        self._messages.info(text, self.tr("Open folder"), lambda: _show_folder(target))

    def show_report(self, report: JobReport) -> None:
        """Every file of a job, with what became of it."""
        from desktop_app.gui.dialogs.report import ReportDialog

        ReportDialog(report, self._window).open()

    def _folder(self) -> Path:
        recent = [Path(p).parent for p in self._settings.general.recent]
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return next((p for p in recent if p.is_dir()), Path(documents))

    def _kinds(self) -> str:
        return self.tr("Dadeum projects") + f" (*{SUFFIX})"


def _show_folder(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
