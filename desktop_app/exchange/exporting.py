"""The frame of every built-in exporter: shape, split, write, count; whole or not at all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import orjson

from desktop_app.domain.dataset import DataArticle, DataConcept, Dataset
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange.atomic import check_name, digest, whole
from desktop_app.exchange.contract import ExportReport, Holds, Progress
from desktop_app.exchange.failures import BadName, TextNotHeld
from desktop_app.exchange.options import ExportOptions
from desktop_app.exchange.shaping import shaper
from desktop_app.exchange.shaping.split import PARTS, assigned

_BUFFER = 1 << 20


@dataclass(frozen=True)
class Head:
    """What a format may write besides articles; it counts in `dropped` what it has to leave out itself."""

    project: str
    schema: LabelSchema
    guideline: str
    version: str
    licence: str
    concepts: tuple[DataConcept, ...]
    options: ExportOptions
    target: Path
    dropped: Counter[str] = field(default_factory=Counter)


class Sink(ABC):
    """Takes the articles of one part, one after the other; a context that closes what it opened."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(failed=error is not None)

    @abstractmethod
    def add(self, article: DataArticle) -> None:
        """Write one article."""

    @abstractmethod
    def close(self, *, failed: bool) -> None:
        """Write what ends the part (not when `failed`) and close its files."""


class FileSink(Sink):
    """A sink into one file, buffered."""

    def __init__(self, path: Path) -> None:
        self.file: BinaryIO = path.open("wb", buffering=_BUFFER)

    def close(self, *, failed: bool) -> None:
        try:
            if not failed:
                self.end()
        finally:
            self.file.close()

    def end(self) -> None:
        """Write what stands after the last article."""


class _Cancelled(Exception):
    """The user asked to stop."""


class StreamExporter(ABC):
    """An exporter that writes articles as they come; a format gives its facts and its sinks."""

    name: str
    suffix: str
    title_ko: str
    title_en: str
    is_folder: bool = False
    holds: Holds = Holds()

    @abstractmethod
    def sink(self, path: Path, part: str, head: Head) -> Sink:
        """A sink for one part ("" without a split). `path` is a free file name, or a folder that exists."""

    def finish(self, folder: Path, head: Head, report: ExportReport) -> None:  # noqa: B027
        """Write what a folder holds besides its parts."""

    def place(self, root: Path, part: str) -> Path:
        """Where a part goes; by default a file or folder of the part's name within `root`."""
        if not part:
            return root
        return root / (part if self.is_folder else f"{part}{self.suffix}")

    def ready(self, target: Path) -> None:  # noqa: B027
        """Raise ExportFailed when the format cannot be written at all (a package is missing)."""

    def write(
        self,
        dataset: Dataset,
        target: Path,
        options: ExportOptions = ExportOptions(),  # noqa: B008
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write `dataset` to `target`, whole or not at all; see `contract.Exporter`."""
        fault = check_name(target.name)
        if fault:
            raise BadName(path=str(target), reason=fault)
        self.ready(target)
        head = Head(
            dataset.project, dataset.schema, dataset.guideline, dataset.version, dataset.licence,
            _concepts(dataset, options), options, target,
        )  # fmt: skip
        run = _Run(self, head, progress)
        folder = self.is_folder or options.split is not None
        try:
            with whole(target, folder=folder, kind=self.name) as temporary:
                run.write(dataset.articles, temporary)
        except _Cancelled:
            run.report.cancelled = True
            return run.report
        except UnicodeEncodeError as error:
            raise ExportFailed(
                path=str(target), reason=f"an article holds half a character ({error})"
            ) from error
        run.report.sha256 = digest(target)
        return run.report


def _concepts(dataset: Dataset, options: ExportOptions) -> tuple[DataConcept, ...]:
    """The concepts that may be written; those of anonymised labels are names themselves."""
    hidden = options.anonymise.labels if options.anonymise else frozenset()
    return tuple(c for c in dataset.concepts if c.label not in hidden)


@dataclass
class _Run:
    """One export under way."""

    exporter: StreamExporter
    head: Head
    progress: Progress | None
    report: ExportReport = field(init=False)

    def __post_init__(self) -> None:
        head = self.head
        self.report = ExportReport(
            head.target,
            self.exporter.name,
            project=head.project,
            guideline=head.guideline,
            schema=f"{head.schema.name} {head.schema.version}",
            version=head.version,
            licence=head.licence,
            dropped=head.dropped,
        )
        split = head.options.split
        if split:
            self.report.parts = dict.fromkeys(PARTS, 0)
            self.report.split_seed = split.seed

    def write(self, articles: Iterator[DataArticle], root: Path) -> None:
        options = self.head.options
        shape = shaper(self.head.schema, options, self.exporter.holds, self.report.dropped)
        with ExitStack() as stack:
            sinks: dict[str, Sink] = {}
            parted = assigned(articles, options.split) if options.split else ((a, "") for a in articles)
            for part in PARTS if options.split else ("",):
                sinks[part] = stack.enter_context(self._open(root, part))
            for article, part in parted:
                shaped = shape(article)
                self._add(sinks[part], shaped)
                self._count(shaped, part)
        if root.is_dir():
            self.exporter.finish(root, self.head, self.report)

    def _add(self, sink: Sink, article: DataArticle) -> None:
        try:
            sink.add(article)
        except (UnicodeEncodeError, orjson.JSONEncodeError) as error:
            path = str(self.head.target)
            raise TextNotHeld(path=path, article=article.id, reason=f"half a character ({error})") from error

    def _open(self, root: Path, part: str) -> Sink:
        path = self.exporter.place(root, part)
        if self.exporter.is_folder:
            path.mkdir(parents=True, exist_ok=True)
        return self.exporter.sink(path, part, self.head)

    def _count(self, article: DataArticle, part: str) -> None:
        report = self.report
        report.articles += 1
        report.characters += len(article.text)
        report.mentions += len(article.mentions)
        report.relations += len(article.relations)
        report.labels.update([m.label for m in article.mentions])
        report.tags.update([t.tag for t in article.tags])
        report.outlets[article.metadata.outlet] += 1
        report.states[article.state] += 1
        if part:
            report.parts[part] += 1
        self._date(article.metadata.published[:10])
        if self.progress and self.progress(report.articles) is False:
            raise _Cancelled

    def _date(self, day: str) -> None:
        if day:
            first, last = self.report.first_published, self.report.last_published
            self.report.first_published = min(first or day, day)
            self.report.last_published = max(last, day)
