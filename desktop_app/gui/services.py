"""What the window is handed to work with: the things that run elsewhere, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.errors import UserError

if TYPE_CHECKING:
    from desktop_app.exchange.options import ExportOptions, ImportOptions
    from desktop_app.reading import TableMapping


class Job(StrEnum):
    """What runs in the background."""

    IMPORT = "import"
    EXPORT = "export"
    SUGGEST = "suggest"
    LEARN = "learn"
    BACKUP = "backup"


class Outcome(StrEnum):
    """What became of one file of a job."""

    ADDED = "added"
    KNOWN = "known"
    FAILED = "failed"
    WARNING = "warning"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a job is: `total` is 0 while unknown, `rate` in things a second, `name` the thing in hand."""

    job: Job
    done: int
    total: int = 0
    rate: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One file of a report: what became of it, how many articles it holds, and why where it failed."""

    name: str
    outcome: Outcome
    articles: int = 0
    detail: str = ""
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class JobReport:
    """What a job did. `target` is the file or folder that an export wrote; `dropped` counts what it left out."""

    job: Job
    done: int = 0
    seconds: float = 0.0
    cancelled: bool = False
    lines: tuple[ReportLine, ...] = ()
    target: Path | None = None
    dropped: tuple[tuple[str, int], ...] = ()
    error: UserError | None = None


def _usual_options() -> ExportOptions:
    from desktop_app.exchange.options import ExportOptions  # not needed before something is exported

    return ExportOptions()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: the format's name, the target, which articles (None: all in one of `states`).

    `card` says that a dataset card is to stand beside the target.
    """

    format: str
    target: Path
    article_ids: tuple[int, ...] | None = None
    states: tuple[str, ...] = ("reviewed",)
    options: ExportOptions = field(default_factory=_usual_options)
    card: bool = False


def _usual_import_options() -> ImportOptions:
    from desktop_app.exchange.options import ImportOptions  # not needed before something is taken in

    return ImportOptions()


@dataclass(frozen=True, slots=True)
class AnnotatedRequest:
    """An annotated dataset to take in: file or folder, the importer's name, how it is read, its number of articles."""

    path: Path
    importer: str
    options: ImportOptions = field(default_factory=_usual_import_options)
    expected: int = 0


class Services(Protocol):
    """What app.py hands the window. Signals come on the window's thread.

    `progressed` carries a JobProgress, `finished` a JobReport, `model_changed` the name of the model that makes
    suggestions ("" while it is not ready), `failed` a UserError outside any job. Opening another project ends
    in `MainWindow.set_session`; `close_project` in `set_session(None)`.
    """

    progressed: SignalInstance
    finished: SignalInstance
    model_changed: SignalInstance
    failed: SignalInstance

    def import_paths(self, paths: Sequence[Path], tables: Mapping[Path, TableMapping] = ...) -> None:
        """Read files and folders into the project; `tables` says which column of a table is what."""
        ...

    def import_annotated(self, request: AnnotatedRequest) -> None:
        """Take an annotated dataset into the project."""
        ...

    def export(self, request: ExportRequest) -> None:
        """Write a dataset."""
        ...

    def suggest_now(self, article_id: int) -> None:
        """Make suggestions for an article before all others."""
        ...

    def open_project(self, path: Path) -> None:
        """Open another project in the place of this one."""
        ...

    def new_project(self, path: Path) -> None:
        """Make a project and open it."""
        ...

    def open_samples(self) -> None:
        """Open the project of sample articles, made when missing."""
        ...

    def reload(self) -> None:
        """Show the open project anew, with the label schema that it has now."""
        ...

    def close_project(self) -> None:
        """Close the project and show the welcome page."""
        ...

    def learn(self) -> None:
        """Learn from the reviewed articles now, in the background."""
        ...

    def use_model(self, name: str) -> None:
        """Let another version of the project's model make suggestions, "" for the one that ships."""
        ...

    def cancel(self) -> None:
        """Stop the job in progress after the thing in hand; learning, where there is none."""
        ...
