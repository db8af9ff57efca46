"""What an exporter and an importer are: the protocols that built-ins and plug-ins fulfil."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_app.domain.dataset import DataArticle, Dataset
from desktop_app.exchange.options import ExportOptions, ImportOptions

Progress = Callable[[int], bool]
"""Called with the number of articles done; returning False cancels."""


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format can hold; what it cannot is dropped from the export and told beforehand by `validate`.

    `exact` says that every character of the text and every boundary comes back from it; `rows` that its rows may
    be 어절, which two mentions cannot share; `tags_to` names the tag set it is bound to ("klue", "tta") or is "".
    """

    nesting: bool = True
    discontinuous: bool = False
    relations: bool = False
    tags: bool = False
    notes: bool = False
    metadata: bool = False
    decisions: bool = False
    concepts: bool = False
    exact: bool = True
    rows: bool = False
    tags_to: str = ""


@dataclass
class ExportReport:
    """What an export did.

    `dropped` counts by reason what did not go out; `sha256` is `atomic.digest` of the target; `parts` counts
    articles per part of a split made from `split_seed`; the other counters what was written.
    """

    path: Path
    format: str
    project: str = ""
    guideline: str = ""
    schema: str = ""
    version: str = ""
    licence: str = ""
    articles: int = 0
    characters: int = 0
    mentions: int = 0
    relations: int = 0
    sha256: str = ""
    cancelled: bool = False
    first_published: str = ""
    last_published: str = ""
    dropped: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    parts: dict[str, int] = field(default_factory=dict)
    split_seed: int | None = None


class Exporter(Protocol):
    """Writes a dataset in one format."""

    name: str
    suffix: str
    title_ko: str
    title_en: str
    is_folder: bool
    holds: Holds

    def write(
        self,
        dataset: Dataset,
        target: Path,
        options: ExportOptions = ...,
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write `dataset` to `target`, which appears whole or not at all; raises ExportFailed.

        With `options.split` the target is a folder with one part each for train, dev and test.
        """
        ...


@dataclass
class ImportRun:
    """Articles as they stream in, and what was met on the way (complete when `articles` is exhausted).

    `labels` counts the labels as the file has them, `unknown` those that no label of the schema answers to
    (their mentions are left out). `warnings` are one clear line each.
    """

    articles: Iterator[DataArticle]
    labels: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)


class Importer(Protocol):
    """Reads annotated articles from one format."""

    name: str
    suffixes: tuple[str, ...]
    title_ko: str
    title_en: str

    def recognises(self, path: Path) -> bool:
        """Whether the file or folder looks like this format (its beginning is looked at)."""
        ...

    def read(self, path: Path, options: ImportOptions = ...) -> ImportRun:
        """Stream the articles; raises UnreadableFile, also while streaming.

        Ids count from 1 within the run. Where the format knows no source text, `source_text` is the text itself.
        """
        ...
