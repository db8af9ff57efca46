"""One export from plain choices: what is written, or only checked, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange import Exporter, ExportOptions, ExportReport, exporters
from desktop_app.exchange.card import save_card
from desktop_app.exchange.validate import Weight, validate
from desktop_app.review.label_schema import project_schema
from desktop_app.review.transfer.choosing import filter_from
from desktop_app.review.transfer.export_dataset import Selection, articles, dataset, selection_ids
from desktop_app.review.transfer.exporting import card_path, export_options, exporter_for, label_mapping
from desktop_app.store.project import Project


@dataclass
class ExportRun:
    """An export that is ready to run. `failed` says afterwards that checking found wrong data."""

    project: Project
    target: Path
    schema: LabelSchema
    exporter: Exporter
    options: ExportOptions
    selection: Selection
    card: bool = False
    validate: bool = False
    failed: bool = False

    @classmethod
    def of(
        cls,
        project: Project,
        target: Path,
        name: str,
        *,
        all_articles: bool = False,
        filters: Sequence[str] = (),
        labels: str = "",
        card: bool = False,
        validate: bool = False,
        **choices: Any,  # noqa: ANN401
    ) -> ExportRun:
        """From the command line's words; raises ExportFailed. `choices` are those of `export_options`."""
        schema = project_schema(project)
        return cls(
            project,
            target,
            schema,
            exporter_for(exporters(), name, target),
            export_options(**choices, labels=label_mapping(labels, schema)),
            Selection(all_articles, wanted=filter_from(filters) if filters else None),
            card,
            validate,
        )

    @property
    def total(self) -> int:
        """How many articles it is about."""
        return len(selection_ids(self.project, self.selection))

    def __call__(self, progress: Callable[[int], bool]) -> list[str]:
        """Write the export (or check it) and say in lines what came of it; raises ExportFailed."""
        return list(self._checked(progress) if self.validate else self._written(progress))

    def _checked(self, progress: Callable[[int], bool]) -> Iterator[str]:
        found = articles(self.project, self.schema, selection_ids(self.project, self.selection))
        findings = validate(found, self.schema, self.options, self.exporter.holds, progress)
        self.failed = any(f.weight is Weight.ERROR for f in findings)
        yield from (f"{finding.weight}: {finding.text}" for finding in findings)
        if not findings:
            yield "Nothing is lost and nothing looks wrong."

    def _written(self, progress: Callable[[int], bool]) -> Iterator[str]:
        data = dataset(self.project, self.schema, self.selection)
        report = self.exporter.write(data, self.target, self.options, progress)
        yield from _told(report)
        if self.card:
            path = card_path(report.path)
            save_card(report, path)
            yield f"{path}: dataset card"


def _told(report: ExportReport) -> Iterator[str]:
    yield f"{report.path}: {report.articles} articles, {report.mentions} mentions"
    for reason, count in sorted(report.dropped.items()):
        if count:
            yield f"  left out: {reason} ({count})"
    if report.articles == 0:
        yield "No article is marked reviewed; --all writes the others too."
