"""A program that is killed opens again at the very mention."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app import app, settings
from desktop_app.app import Desk


def test_where_one_is_is_written_down_while_reviewing(desk: Desk, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "settings.json"
    app.keep_place(desk, path)
    assert desk.window.bench is not None
    session = desk.window.bench.session
    for _ in range(3):
        QTest.keyClick(desk.window.workspace.view, Qt.Key.Key_Space)
    here = [session.article_id, session.current.id]
    place = str(session.desk.project.path)
    qtbot.waitUntil(lambda: path.exists() and settings.load(path).window.places.get(place) == here)
