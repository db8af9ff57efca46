"""An Excel workbook with the tables as sheets; the same dataset gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.sheets.tables import HEADINGS, Cell, Row, article_rows, concept_row

_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


class _XlsxSink(Sink):
    def __init__(self, path: Path, head: Head) -> None:
        from openpyxl import Workbook

        path.touch()
        self.path = path
        self.head = head
        self.book = Workbook(write_only=True)
        self.sheets: dict[str, Any] = {}
        self.lengths: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        for name in HEADINGS:
            self._new_sheet(name)
        for concept in head.concepts:
            self._append("concepts", concept_row(concept))

    def _new_sheet(self, name: str) -> None:
        self.numbers[name] = self.numbers.get(name, 0) + 1
        title = name if self.numbers[name] == 1 else f"{name} {self.numbers[name]}"
        sheet = self.book.create_sheet(title)
        sheet.freeze_panes = "A2"
        sheet.append(HEADINGS[name])
        self.sheets[name] = sheet
        self.lengths[name] = 1

    def _append(self, name: str, row: Row) -> None:
        if self.lengths[name] >= _MOST_ROWS:
            self._new_sheet(name)
        self.sheets[name].append([self._cell(cell) for cell in row])
        self.lengths[name] += 1

    def _cell(self, cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        clean = _NOT_IN_XML.sub(" ", str(cell))
        if len(clean) > _MOST_CHARACTERS:
            self.head.dropped["long_cell"] += 1
        return clean[:_MOST_CHARACTERS]

    def add(self, article: DataArticle) -> None:
        for table, row in article_rows(article):
            self._append(table, row)

    def close(self, *, failed: bool) -> None:
        try:
            if not failed:
                _save(self.book, self.path)
        finally:
            for sheet in self.book.worksheets:
                _discard(sheet)


def _discard(sheet: Any) -> None:  # noqa: ANN401
    """Close a sheet that was not saved and remove its temporary file, which openpyxl keeps until the program ends."""
    if not sheet.closed:
        sheet.close()
        sheet._writer.cleanup()  # noqa: SLF001


def _save(book: Any, path: Path) -> None:  # noqa: ANN401
    """Save without the time of saving: openpyxl writes it into the properties and the archive's entries."""
    draft = path.with_name(path.name + ".draft")
    try:
        _write(book, draft)
        with zipfile.ZipFile(draft) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
            for name in made.namelist():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with made.open(name) as source, kept.open(entry, "w", force_zip64=True) as out:
                    _copy(name, source, out)
    finally:
        draft.unlink(missing_ok=True)


def _write(book: Any, path: Path) -> None:  # noqa: ANN401
    """As `book.save`, but a full disk is told once: an archive left open would fail again when it is forgotten."""
    from openpyxl.writer.excel import ExcelWriter

    archive = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except BaseException:
        with suppress(OSError, ValueError):
            archive.close()
        raise


def _copy(name: str, source: Any, out: Any) -> None:  # noqa: ANN401
    if name == "docProps/core.xml":
        out.write(_TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read()))
        return
    while chunk := source.read(1 << 20):
        out.write(chunk)


class Xlsx(StreamExporter):
    """articles, mentions, tags, relations, notes and concepts as sheets."""

    name = "xlsx"
    suffix = ".xlsx"
    title_ko = "엑셀 (XLSX)"
    title_en = "Excel workbook (XLSX)"
    holds = Holds(relations=True, tags=True, notes=True, metadata=True, decisions=True, concepts=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _XlsxSink(path, head)
