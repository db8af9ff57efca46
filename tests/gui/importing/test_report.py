"""The import report can be saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.gui.dialogs.report import ReportDialog
from desktop_app.gui.services import Job, JobReport, Outcome, ReportLine


@pytest.fixture
def dialog(made):
    lines = (
        ReportLine("가.txt", Outcome.ADDED, 2),
        ReportLine("나.txt", Outcome.WARNING, detail="한 줄 빠짐"),
    )
    shown = ReportDialog(JobReport(Job.IMPORT, 2, lines=lines), made.window)
    shown.open()
    yield shown
    shown.close()


def test_it_is_written_as_a_table(dialog, tmp_path: Path):
    path = tmp_path / "보고.tsv"
    dialog.save(path)
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert [row.split("\t")[0] for row in rows] == ["나.txt", "가.txt"]
    assert rows[0].endswith("한 줄 빠짐")


def test_a_place_that_cannot_be_written_says_so(dialog, tmp_path: Path):
    dialog.save(tmp_path / "없는 폴더" / "보고.tsv")
    assert dialog._heading.text().startswith("보고.tsv: ")
