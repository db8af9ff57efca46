"""The whole program with the samples open, on folders of its own, without a suggester's child."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog

from desktop_app import app, paths
from desktop_app.app import Desk
from desktop_app.gui.workers.app_services import fill_with_samples
from desktop_app.settings import Settings
from desktop_app.store import Project
from tests.made import suggest

SURFACES = [
    ("경기도", "OG"),
    ("경기", "LC"),
    ("ESG", "CV_POLICY"),
    ("14일", "DT"),
    ("전북", "LC"),
    ("전북특별자치도", "OG"),
]


class NoSuggester:
    """A suggester's child that never answers."""

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def use_model(self, model: Path | None) -> None: ...

    def submit(self, *_: Any) -> Future[Any]:
        return Future()


@pytest.fixture
def desk(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.chdir(tmp_path)
    for kind in ("data", "config", "log"):
        monkeypatch.setattr(type(paths._DIRS), f"user_{kind}_dir", str(tmp_path / kind))
    for ask, nothing in (
        ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, nothing=nothing, **__: nothing)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor())
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    path = tmp_path / "samples.dadeum"
    fill_with_samples(path)
    with Project.open(path) as project:
        for article_id in project.articles.ids():
            suggest(project, article_id, SURFACES)
    made = app.build(Settings(), NoSuggester())  # type: ignore[arg-type]
    made.window.show()
    made.services.open_project(path)
    QApplication.processEvents()
    yield made
    made.close()
    made.window.language.use("en")  # takes its translators off the application
    made.window.deleteLater()
    made.services.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
