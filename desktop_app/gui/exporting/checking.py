"""Checking and previewing an export on a thread of its own, so that any number of articles may be looked at."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.errors import UserError
from desktop_app.exchange import Exporter, ExportOptions
from desktop_app.exchange.preview import preview
from desktop_app.exchange.validate import validate
from desktop_app.review.label_schema import project_schema
from desktop_app.review.transfer.export_dataset import Selection, articles, dataset, selection_ids
from desktop_app.store import Project

TELL_EVERY = 50  # articles between two signals of progress


class Checking(QThread):
    """`advanced` carries articles done and all, `checked` the findings, `previewed` the first article as written.

    `failed` carries a UserError. `stop` ends it soon; it then tells nothing more.
    """

    advanced = Signal(int, int)
    checked = Signal(list)
    previewed = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        project: Project,
        selection: Selection,
        exporter: Exporter,
        options: ExportOptions,
        parent: QObject,
        *,
        previews: bool,
    ) -> None:
        super().__init__(parent)
        self._project, self._selection = project, selection
        self._exporter, self._options, self._previews = exporter, options, previews
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End after the article in hand."""
        self._stopped.set()

    def run(self) -> None:
        project = self._project.again()
        try:
            if self._previews:
                self._preview(project)
            else:
                self._check(project)
        except UserError as error:
            if not self._stopped.is_set():
                self.failed.emit(error)
        finally:
            project.close()

    def _preview(self, project: Project) -> None:
        data = dataset(project, project_schema(project), self._selection)
        text = preview(self._exporter, data, self._options)
        if not self._stopped.is_set():
            self.previewed.emit(text)

    def _check(self, project: Project) -> None:
        schema = project_schema(project)
        ids = selection_ids(project, self._selection)
        found = validate(
            articles(project, schema, ids),
            schema,
            self._options,
            self._exporter.holds,
            lambda done: self._told(done, len(ids)),
        )
        if not self._stopped.is_set():
            self.checked.emit(found)

    def _told(self, done: int, total: int) -> bool:
        if done % TELL_EVERY == 0 and not self._stopped.is_set():
            self.advanced.emit(done, total)
        return not self._stopped.is_set()
