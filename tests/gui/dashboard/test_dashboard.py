"""The dashboard: its numbers, its pace, its exports."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app.domain import edits
from desktop_app.domain.mention import Decision
from desktop_app.gui.dashboard.pace import seconds_per_article
from desktop_app.store.tallies import Tallies


@pytest.fixture
def judged(made):
    ids = [m.id for m in made.article.mentions]
    made.session.apply(edits.Decide(tuple(ids[:3]), Decision.ACCEPTED))
    made.session.apply(edits.Relabel((ids[3],), "AF"))
    made.session.apply(edits.Decide((ids[4],), Decision.REJECTED))
    start = made.article.raw.index("공기")
    from desktop_app.domain.spans import Span

    made.session.apply(edits.AddMention(made.session.article_id, (Span(start, start + 2),), "AF"))
    return made


@pytest.fixture
def dashboard(judged):
    judged.window.run("dashboard")
    found = next(
        w for w in QApplication.topLevelWidgets() if type(w).__name__ == "Dashboard" and w.isVisible()
    )
    yield found
    if isValid(found):
        found.close()


def test_what_became_of_suggestions_is_counted(judged):
    tallies = Tallies(judged.project.db)
    total = {
        n: sum(getattr(t, n) for t in tallies.by_label())
        for n in ("accepted", "corrected", "rejected", "missed")
    }
    assert total == {"accepted": 3, "corrected": 1, "rejected": 1, "missed": 1}
    assert [t.name for t in tallies.by_origin()] == ["tagger"]
    assert sum(t.decided for t in tallies.by_origin()) == 5
    assert {(c, r) for _, _, c, r in tallies.corrected_surfaces()} == {(1, 0), (0, 1)}


def test_the_figures_stand_on_top(dashboard):
    assert dashboard.figures()[:3] == [
        ("0 / 2", "검토 완료한 기사"),
        ("5", "결정한 제안"),
        ("60%", "그대로 수락"),
    ]


@pytest.mark.parametrize(
    ("moments", "pace"),
    [
        ([], None),
        (["2026-11-24T01:00:00Z"], None),
        (["2026-11-24T01:03:00Z", "2026-11-24T01:00:00Z", "2026-11-24T01:01:00Z"], 90),
        (["2026-11-24T01:00:00Z", "2026-11-24T01:02:00Z", "2026-11-24T09:00:00Z"], 120),
    ],
)
def test_pace_leaves_breaks_out(moments, pace):
    assert seconds_per_article(moments) == pace


def test_it_is_exported_as_picture_and_as_table(dashboard, tmp_path: Path):
    for ending in ("png", "svg", "csv"):
        dashboard.write(tmp_path / f"현황.{ending}")
    assert QImage(str(tmp_path / "현황.png")).width() > 800
    assert "<svg" in (tmp_path / "현황.svg").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "현황.csv").read_text("utf-8-sig"))))
    assert {r["kind"] for r in rows} == {"label", "suggester"}
    assert sum(int(r["rejected"]) for r in rows if r["kind"] == "label") == 1


def test_escape_closes_it_and_the_theme_redraws_it(judged, dashboard, qtbot):
    judged.window.run("theme")
    assert dashboard._grid.count() == 5
    QTest.keyClick(dashboard, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dashboard))
