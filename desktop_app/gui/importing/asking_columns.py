"""Before tables are read: their columns are looked at beside the window, and asked about one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import UserError
from desktop_app.exchange import recognised
from desktop_app.gui.importing.aside import Aside, Cancelled, again
from desktop_app.gui.importing.table_dialog import TableDialog, remember, remembered
from desktop_app.reading import TableMapping, columns, is_table
from desktop_app.settings import Settings

Ready = Callable[[Sequence[Path], Mapping[Path, TableMapping]], object]
Annotated = Callable[[Path], object]


@dataclass(frozen=True)
class Table:
    """A table as `columns` sees it."""

    path: Path
    headers: list[str]
    rows: list[list[str]]
    mapping: TableMapping


Seen = tuple[list[Table], list[Path]]


class AskingColumns(QObject):
    """Calls `ready` with the paths and their mappings once everything is answered; not at all after Cancel.

    Tables with the same headers are asked about once. What cannot be read is left to the import, which reports it.
    Annotated datasets are no tables: they are left out, and `annotated` is told of each.
    """

    def __init__(self, settings: Settings, window: QWidget, ready: Ready, annotated: Annotated) -> None:
        super().__init__(window)
        self._settings, self._window, self._ready = settings, window, ready
        self._annotated = annotated
        self._paths: list[Path] = []
        self._tables: list[Table] = []
        self._chosen: dict[Path, TableMapping] = {}
        self._look: Aside | None = None

    def begin(self, paths: Sequence[Path]) -> None:
        """Look at the tables among the paths, ask, and go on."""
        self._paths = list(paths)
        tables = [p for p in paths if is_table(p) and p.is_file()]
        if not tables:
            self._go_on()
            return
        self._look = Aside(partial(_looked_at, tables), self)
        self._look.found.connect(self._on_found)
        self._look.crashed.connect(again)
        self._look.start()

    def _on_found(self, seen: Seen) -> None:
        self._tables, datasets = seen
        self._paths = [p for p in self._paths if p not in datasets]
        self._ask_next()
        for path in datasets:
            self._annotated(path)

    def _ask_next(self) -> None:
        if not self._tables:
            self._go_on()
            return
        table = self._tables[0]
        standing = remembered(self._settings, table.headers) or table.mapping
        dialog = TableDialog(table.path.name, table.headers, table.rows, standing, self._window)
        dialog.accepted.connect(lambda: self._on_answered(table.headers, dialog.mapping()))
        dialog.rejected.connect(self._end)
        dialog.open()

    def _on_answered(self, headers: list[str], mapping: TableMapping) -> None:
        remember(self._settings, headers, mapping)
        alike = [t for t in self._tables if t.headers == headers]
        self._chosen.update({t.path: mapping for t in alike})
        self._tables = [t for t in self._tables if t not in alike]
        self._ask_next()

    def _go_on(self) -> None:
        if self._paths:
            self._ready(self._paths, self._chosen)
        self._end()

    def _end(self) -> None:
        if self._look is not None:
            self._look.wait()
        self.deleteLater()


def _looked_at(paths: Sequence[Path], cancelled: Cancelled) -> Seen:
    tables: list[Table] = []
    datasets: list[Path] = []
    for path in paths:
        if cancelled():
            break
        with suppress(UserError, OSError):
            if recognised(path) is not None:
                datasets.append(path)
            else:
                tables.append(Table(path, *columns(path)))
    return tables, datasets
