"""What the first article looks like in a format, before the export is made."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop_app.domain.dataset import Dataset
from desktop_app.exchange.atomic import MARKER
from desktop_app.exchange.contract import Exporter
from desktop_app.exchange.options import ExportOptions

_BINARY = frozenset({".parquet", ".spacy", ".xlsx"})


def preview(exporter: Exporter, dataset: Dataset, options: ExportOptions, *, most: int = 20_000) -> str:
    """The text that an export of the first article would hold, at most `most` characters.

    A folder is shown file by file under its names; of binary files only the size. Raises ExportFailed.
    """
    first = replace(dataset, articles=islice(dataset.articles, 1))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"preview{exporter.suffix}"
        exporter.write(first, target, replace(options, split=None))
        if target.is_file():
            return _shown(target, most)
        files = sorted(p for p in target.rglob("*") if p.is_file() and p.name != MARKER)
        return "\n".join(f"── {p.relative_to(target).as_posix()}\n{_shown(p, most)}" for p in files)[:most]


def _shown(path: Path, most: int) -> str:
    if path.suffix in _BINARY:
        return f"({path.stat().st_size:,} bytes)"
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return file.read(most)
