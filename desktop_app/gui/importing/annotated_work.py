"""An annotated dataset: looked through for its labels, then stored, both off the window's thread."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.dataset import DataArticle
from desktop_app.domain.errors import UserError
from desktop_app.exchange import ImportOptions, ImportRun, JsonMapping, importers
from desktop_app.gui.services import AnnotatedRequest, Job, JobReport, Outcome, ReportLine
from desktop_app.gui.workers.job_thread import Teller
from desktop_app.review.transfer.import_annotated import AnnotatedReport, import_annotated
from desktop_app.store import Project

MOST_WARNINGS = 1000


@dataclass(frozen=True)
class Contents:
    """What a dataset holds: articles, mentions by the labels of the file, the first warnings."""

    articles: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    warnings: tuple[str, ...] = ()


def look_through(
    path: Path, importer: str, mapping: JsonMapping | None, cancelled: Callable[[], bool]
) -> Contents:
    """Read a dataset to its end without storing anything; raises UnreadableFile."""
    run = importers()[importer].read(path, ImportOptions(mapping=mapping))
    articles = 0
    for _ in run.articles:
        articles += 1
        if cancelled():
            break
    return Contents(articles, run.labels, tuple(run.warnings[:20]))


class AnnotatedWork:
    """Stores a dataset. What was stored before the file broke off, or before Cancel, stays."""

    def __init__(self, project: Project, request: AnnotatedRequest) -> None:
        self._project, self._request = project, request
        self._broken: UserError | None = None
        self.report = AnnotatedReport()

    def __call__(self, tell: Teller) -> JobReport:
        begun, request = time.monotonic(), self._request
        tell(0, request.expected, request.path.name)
        run = importers()[request.importer].read(request.path, request.options)
        project = self._project.again()
        try:
            self.report = import_annotated(
                project,
                self._whole_sources(run),
                lambda done: tell(done, request.expected, request.path.name) and not tell.cancelled,
            )
        finally:
            project.close()
        lines = tuple(self._lines(run))
        done = len(self.report.article_ids)
        return JobReport(Job.IMPORT, done, time.monotonic() - begun, self.report.cancelled, lines)

    def _whole_sources(self, run: ImportRun) -> Iterator[DataArticle]:
        """The articles source by source; where the file breaks off, the source in hand is left out."""
        waiting: list[DataArticle] = []
        try:
            for article in run.articles:
                if waiting and waiting[0].source_sha256 != article.source_sha256:
                    yield from waiting
                    waiting = []
                waiting.append(article)
        except UserError as error:
            self._broken = error
            return
        yield from waiting

    def _lines(self, run: ImportRun) -> Iterator[ReportLine]:
        name, report = self._request.path.name, self.report
        if self._broken is not None:
            yield ReportLine(name, Outcome.FAILED, error=self._broken)
        for label, count in run.unknown.most_common():
            yield ReportLine(name, Outcome.WARNING, detail=f"{label}: {count:,}")
        for warning in run.warnings[:MOST_WARNINGS]:
            yield ReportLine(name, Outcome.WARNING, detail=warning)
        for known in report.known[:MOST_WARNINGS]:
            yield ReportLine(known, Outcome.KNOWN)
        if report.article_ids:
            yield ReportLine(name, Outcome.ADDED, len(report.article_ids))

    def change(self) -> Change:
        """What the import amounts to."""
        ids = frozenset(self.report.article_ids)
        kinds = frozenset({Kind.SOURCE, Kind.ARTICLE, Kind.MENTION, Kind.TAG}) if ids else frozenset[Kind]()
        return Change(kind="ImportAnnotated", kinds=kinds, article_ids=ids)
