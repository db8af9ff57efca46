"""The work of the jobs: import and export, on a connection of their own."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from desktop_app.exchange import exporters
from desktop_app.exchange.card import save_card
from desktop_app.gui.services import ExportRequest, Job, JobReport, Outcome, ReportLine
from desktop_app.gui.workers.job_thread import Teller, Work
from desktop_app.reading import TableMapping, iter_paths
from desktop_app.review.label_schema import project_schema
from desktop_app.review.transfer.export_dataset import Selection, dataset, selection_ids
from desktop_app.review.transfer.exporting import card_path, exporter_for
from desktop_app.review.transfer.importing import ImportLine, ImportReport, import_paths
from desktop_app.review.transfer.reader_process import ReaderProcess
from desktop_app.store import Project


class ImportWork:
    """Reads files and folders into a project. `report` is what the review room told of it."""

    def __init__(
        self,
        project: Project,
        paths: Sequence[Path],
        tables: Mapping[Path, TableMapping] = MappingProxyType({}),
    ) -> None:
        self._project, self._tables = project, tables
        self._paths = list(paths)
        self.report = ImportReport()

    def __call__(self, tell: Teller) -> JobReport:
        begun = time.monotonic()
        tell(0, 0, "")
        files = list(iter_paths(self._paths))
        project = self._project.again()
        try:
            with ReaderProcess(files, lambda: tell.cancelled, self._tables) as reader:
                self.report = import_paths(
                    project, files, reader.read, lambda p: tell(p.done, p.total, "") and not tell.cancelled
                )
        finally:
            project.close()
        lines = tuple(_line(line) for line in self.report.lines)
        return JobReport(
            Job.IMPORT, len(self.report.article_ids), time.monotonic() - begun, self.report.cancelled, lines
        )


def _line(line: ImportLine) -> ReportLine:
    return ReportLine(line.file, Outcome(line.status), line.articles, line.message, line.error)


def export_work(project: Project, request: ExportRequest) -> Work:
    """Work that writes a dataset."""

    def work(tell: Teller) -> JobReport:
        begun = time.monotonic()
        again = project.again()
        try:
            selection = _selection(again, request)
            total = len(selection_ids(again, selection))
            exporter = exporter_for(exporters(), request.format, request.target)
            data = dataset(again, project_schema(again), selection)
            data = replace(data, project=project.name)
            report = exporter.write(data, request.target, request.options, lambda done: tell(done, total))
            if request.card and not report.cancelled:
                save_card(report, card_path(report.path))
        finally:
            again.close()
        return JobReport(
            Job.EXPORT,
            report.articles,
            time.monotonic() - begun,
            report.cancelled,
            target=None if report.cancelled else report.path,
            dropped=tuple(sorted(report.dropped.items())),
        )

    return work


def _selection(project: Project, request: ExportRequest) -> Selection:
    if request.article_ids is not None:
        return Selection(article_ids=request.article_ids)
    wanted = [i for state in request.states for i in project.articles.ids(state)]
    return Selection(article_ids=tuple(sorted(wanted)))
