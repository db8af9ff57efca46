"""CSV tables of `resources/`: UTF-8, head comments that begin with `#`, a line of column names, rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import BrokenResource


class CsvTable(NamedTuple):
    """A table as read: its column names and its rows, each as long as `header`."""

    path: Path
    header: list[str]
    rows: list[list[str]]

    def columns(self, *wanted: str, optional: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """Each row's cells of `wanted`, then of `optional` ("" for a column that the table lacks).

        Raises BrokenResource when a wanted column is missing.
        """
        missing = [name for name in wanted if name not in self.header]
        if missing:
            raise BrokenResource(path=self.path, reason=f"no column {', '.join(missing)}")
        blank = len(self.header)
        places = [self.header.index(n) if n in self.header else blank for n in (*wanted, *optional)]
        cells_of = itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
        for row in self.rows:
            yield cells_of([*row, ""])


def read_table(path: Path) -> CsvTable:
    """Read one table. Raises BrokenResource when it is missing, not UTF-8, empty or has a row of another length."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenResource(path=path, reason=_reason(error)) from error
    head = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    try:
        header, *rows = csv.reader(lines[head:], strict=True)
    except (csv.Error, ValueError) as error:
        raise BrokenResource(path=path, reason="no table in it") from error
    for number, row in enumerate(rows, start=head + 2):
        if len(row) != len(header):
            raise BrokenResource(path=path, reason=f"line {number}: {len(row)} cells, not {len(header)}")
    return CsvTable(path, header, rows)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, OSError):
        return error.strerror or "cannot be read"
    return f"not UTF-8 at byte {error.start}"
