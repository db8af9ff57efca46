"""A folder of CSV tables, UTF-8 with a mark so that spreadsheets read Korean."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.sheets.tables import HEADINGS, article_rows, concept_row


class _CsvSink(Sink):
    def __init__(self, folder: Path, head: Head) -> None:
        self.stack = ExitStack()
        self.tables = {}
        for name, heading in HEADINGS.items():
            file = (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            self.stack.enter_context(file)
            self.tables[name] = csv.writer(file, lineterminator="\r\n")
            self.tables[name].writerow(heading)
        self.tables["concepts"].writerows(concept_row(c) for c in head.concepts)

    def add(self, article: DataArticle) -> None:
        for table, row in article_rows(article):
            self.tables[table].writerow(row)

    def close(self, *, failed: bool) -> None:  # noqa: ARG002
        self.stack.close()


class CsvTables(StreamExporter):
    """articles, mentions, tags, relations, notes and concepts as CSV (RFC 4180)."""

    name = "csv"
    suffix = ""
    title_ko = "CSV 표 (폴더)"
    title_en = "CSV tables (folder)"
    is_folder = True
    holds = Holds(relations=True, tags=True, notes=True, metadata=True, decisions=True, concepts=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _CsvSink(path, head)
