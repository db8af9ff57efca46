"""Files into a project: read, cut, stored in batches, with a report of what happened to each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UserError
from desktop_app.reading import shown_name, with_learnt_roles
from desktop_app.review.suggestions.role_learning import role_model
from desktop_app.store.project import Project

Reader = Callable[[Path], list[SourceDraft]]
BATCH_SECONDS = 0.2
BATCH_DRAFTS = 256


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What became of a file: "added" (with `articles`), "known", "warning" or "failed", and a plain message."""

    file: str
    status: str
    message: str = ""
    articles: int = 0
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is; `rate` is files a second, `left` seconds still to go (None: not known yet)."""

    done: int
    total: int
    articles: int
    rate: float
    left: float | None


@dataclass
class ImportReport:
    """What an import did, file by file; `cancelled` tells that the rest was not looked at."""

    lines: list[ImportLine] = field(default_factory=list)
    article_ids: list[int] = field(default_factory=list)
    cancelled: bool = False
    seconds: dict[str, float] = field(default_factory=lambda: {"reading": 0.0, "storing": 0.0})

    def count(self, status: str) -> int:
        """How many files ended so."""
        return sum(line.status == status for line in self.lines)

    def text(self) -> str:
        """The report as plain text, one line a file that needs a word, and a summary."""
        told = [f"{line.file}: {line.message}" for line in self.lines if line.message]
        return "\n".join([*told, self.summary()])

    def summary(self) -> str:
        """One line: how many files were added, known already, failed; how many articles they hold."""
        parts = [f"{self.count('added')} files added ({len(self.article_ids)} articles)"]
        parts += [f"{self.count('known')} already in the project"] if self.count("known") else []
        parts += [f"{self.count('failed')} not readable"] if self.count("failed") else []
        return ", ".join(parts) + (" – cancelled" if self.cancelled else "")


def import_paths(
    project: Project,
    paths: Sequence[Path],
    reader: Reader,
    progress: Callable[[ImportProgress], bool] | None = None,
) -> ImportReport:
    """Import files; one that cannot be read is reported and the rest goes on.

    `progress` is called about five times a second and cancels by returning False; what is stored by then
    stays. A file is stored whole or not at all.
    """
    run = _Run(project, reader, len(paths), progress)
    for path in paths:
        run.take(path)
        if run.report.cancelled:
            break
    run.flush()
    if run.report.article_ids:
        with project.db.atomic():
            project.history.note_machine("Import", run.report.summary())
    return run.report


class _Run:
    """One import under way: drafts wait in a batch, because a commit costs more than a draft."""

    def __init__(
        self, project: Project, reader: Reader, total: int, progress: Callable[[ImportProgress], bool] | None
    ) -> None:
        self.report = ImportReport()
        self._project = project
        self._reader = reader
        self._total = total
        self._progress = progress
        self._waiting: list[tuple[str, list[SourceDraft]]] = []
        self._waiting_since = self._begun = time.monotonic()
        self._roles = role_model(project)
        self._done = 0

    def take(self, path: Path) -> None:
        """Read one file and store the batch when it is due."""
        begun = time.monotonic()
        try:
            self._waiting.append((shown_name(str(path)), self._reader(path)))
        except UserError as error:
            file = shown_name(str(path))
            self.report.lines.append(ImportLine(file, "failed", _reason(error), error=error))
        now = time.monotonic()
        self.report.seconds["reading"] += now - begun
        self._done += 1
        if now - self._waiting_since > BATCH_SECONDS or len(self._waiting) >= BATCH_DRAFTS:
            self.flush()
            self._waiting_since = now

    def flush(self) -> None:
        """Store what waits in one transaction and tell how far it is."""
        begun = time.monotonic()
        with self._project.db.atomic():
            for file, drafts in self._waiting:
                self._store(file, drafts)
        self._waiting.clear()
        self.report.seconds["storing"] += time.monotonic() - begun
        if self._progress is not None and not self._progress(self._now()):
            self.report.cancelled = True

    def _store(self, file: str, drafts: list[SourceDraft]) -> None:
        added = 0
        ids: list[int] = []
        for draft in drafts:
            new = self._project.sources.add(with_learnt_roles(draft, self._roles) if self._roles else draft)
            known = not new and self._project.sources.known(draft.sha256) is not None and bool(draft.metadata)
            added += not known
            ids += new
            self.report.lines += [ImportLine(file, "warning", warning) for warning in draft.warnings]
        self.report.article_ids += ids
        if added or not drafts:
            self.report.lines.append(ImportLine(file, "added", articles=len(ids)))
        else:
            self.report.lines.append(
                ImportLine(file, "known", "already in the project (same bytes); nothing added")
            )

    def _now(self) -> ImportProgress:
        spent = max(time.monotonic() - self._begun, 1e-6)
        rate = self._done / spent
        left = (self._total - self._done) / rate if self._done else None
        return ImportProgress(self._done, self._total, len(self.report.article_ids), rate, left)


def _reason(error: UserError) -> str:
    return str(error.params.get("reason", error))


def imported(report: ImportReport) -> Change:
    """The change that an import amounts to."""
    kinds = frozenset({Kind.SOURCE, Kind.ARTICLE}) if report.article_ids else frozenset[Kind]()
    return Change(kind="Import", kinds=kinds, article_ids=frozenset(report.article_ids))
