"""The columns of a table are asked about, and remembered."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.importing.table_dialog import TableDialog
from desktop_app.reading import TableMapping
from desktop_app.review.transfer.reader_process import ReaderProcess

HEADERS = ["가", "나", "다"]
ROWS = [
    ["첫 소식", "다온시는 회의를 열었다. 여러 사람이 왔다.", "2026-03-01"],
    ["둘째", "가온누리 시장이 말했다.", ""],
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "표.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *ROWS])
    return path


def asked(made, qtbot) -> TableDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in made.window.findChildren(TableDialog)))
    return next(d for d in made.window.findChildren(TableDialog) if d.isVisible())


def choose(dialog: TableDialog, field: str, column: str) -> None:
    combo = dialog.columns[field]
    combo.setCurrentIndex(combo.findData(column))


def test_columns_are_asked_about_and_go_to_the_import(made, table, qtbot):
    made.window.projects.import_paths([table])
    dialog = asked(made, qtbot)
    assert dialog.mapping().text == "나"
    choose(dialog, "title", "가")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    mapping = TableMapping(text="나", title="가")
    assert made.services.asked == [("import", [table], {table: mapping})]


def test_the_answer_is_remembered(made, table, qtbot):
    for _ in range(2):
        made.window.projects.import_paths([table])
        dialog = asked(made, qtbot)
        if not made.services.asked:
            choose(dialog, "published", "다")
        assert dialog.mapping().published == "다"
        dialog.accept()
        qtbot.waitUntil(lambda: not made.window.findChildren(TableDialog))
    assert len(made.services.asked) == 2


def test_without_a_text_column_nothing_is_imported(made, table, qtbot):
    made.window.projects.import_paths([table])
    dialog = asked(made, qtbot)
    choose(dialog, "text", "")
    assert not dialog.ok.isEnabled()
    dialog.reject()
    assert made.services.asked == []


def test_tables_alike_are_asked_about_once_and_other_files_come_along(made, table, tmp_path, qtbot):
    other, text = tmp_path / "둘째.csv", tmp_path / "글.txt"
    other.write_bytes(table.read_bytes())
    text.write_text("글", encoding="utf-8")
    made.window.projects.import_paths([table, text, other])
    asked(made, qtbot).accept()
    (_, paths, tables) = made.services.asked[0]
    assert paths == [table, text, other]
    assert set(tables) == {table, other}


def test_a_table_that_cannot_be_read_is_left_to_the_report(made, tmp_path, qtbot):
    path = tmp_path / "깨짐.json"
    path.write_text("{", encoding="utf-8")
    made.window.projects.import_paths([path])
    qtbot.waitUntil(lambda: bool(made.services.asked))
    assert made.services.asked == [("import", [path])]


def test_the_child_reads_by_the_mapping(table):
    mapping = TableMapping(text="가")
    with ReaderProcess([table], lambda: False, {table: mapping}) as reader:
        drafts = reader.read(table)
    assert [d.raw for d in drafts] == ["첫 소식", "둘째"]
