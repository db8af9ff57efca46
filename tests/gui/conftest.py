"""The real window on a small project, in Korean, with services that only write down what was asked of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.session import Session
from desktop_app.gui.window import MainWindow
from desktop_app.gui.words.language import Language
from desktop_app.paths import resources_dir
from desktop_app.review.label_schema import project_schema
from desktop_app.settings import Settings
from desktop_app.store import Project
from tests.made import desk, made_project, schema

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class WrittenDown(QObject):
    """Services that keep what they were asked."""

    progressed = Signal(object)
    finished = Signal(object)
    model_changed = Signal(str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []
        self.reloaded: Callable[[], None] = lambda: None

    def import_paths(self, paths, tables=None):
        self.asked.append(("import", list(paths), *([dict(tables)] if tables else [])))

    def import_annotated(self, request):
        self.asked.append(("annotated", request))

    def export(self, request):
        self.asked.append(("export", request))

    def suggest_now(self, article_id):
        self.asked.append(("suggest", article_id))

    def open_project(self, path):
        self.asked.append(("open", path))

    def new_project(self, path):
        self.asked.append(("new", path))

    def open_samples(self):
        self.asked.append(("samples",))

    def reload(self):
        self.asked.append(("reload",))
        self.reloaded()

    def close_project(self):
        self.asked.append(("close",))

    def cancel(self):
        self.asked.append(("cancel",))


@dataclass
class Made:
    """A window with its parts, and what was told in it."""

    window: MainWindow
    settings: Settings
    services: WrittenDown
    appearance: Appearance
    language: Language
    project: Project | None = None
    session: Session | None = None
    told: list[Any] = field(default_factory=list)

    @property
    def workspace(self):
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def article(self):
        assert self.session is not None
        assert self.session.article is not None
        return self.session.article

    def show_anew(self) -> None:
        """What the application's services do when another label schema is in use."""
        old = self.session
        assert old is not None
        self.window.set_session(None)
        made = desk(old.desk.project)
        made.schema = project_schema(made.project)
        self.session = Session(made)
        self.window.set_session(self.session)
        old.deleteLater()

    def key(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
    ) -> None:
        """Press a key where the focus is in the article."""
        QTest.keyClick(self.workspace.view, text or key, held)


@pytest.fixture
def made_window(qapp, qtbot) -> Iterator[Callable[..., Made]]:
    windows: list[Made] = []

    def make(
        project: Project | None = None, *, language: str = "ko", theme: str = "light", settings=None
    ) -> Made:
        settings = settings or Settings()
        settings.general.language, settings.general.theme = language, theme
        appearance = Appearance(settings, resources_dir())
        appearance.apply()
        words = Language(resources_dir() / "translations")
        words.use(language)
        services = WrittenDown()
        window = MainWindow(settings, appearance, words, services, schema(), resources_dir())
        made = Made(window, settings, services, appearance, words)
        window.messages.told.connect(made.told.append)
        services.reloaded = made.show_anew
        windows.append(made)
        with qtbot.waitActive(window):
            window.resize(1280, 800)
            window.show()
            window.activateWindow()
        if project is not None:
            made.project = project
            made.session = Session(desk(project))
            window.set_session(made.session)
            qtbot.waitUntil(lambda: _has_read(made))
        return made

    yield make
    for made in windows:
        made.window.set_session(None)
        made.window.close()
        made.window.deleteLater()
        made.language.use("en")
        if made.session is not None:
            made.session.deleteLater()


def _has_read(made: Made) -> bool:
    """Whether the panels, which wait for the article's first paint, show the open article."""
    assert made.session is not None
    if made.session.article is None:
        return True
    workspace = made.workspace
    return bool(workspace.header.finish.text()) and workspace.inspector.review.tags.field.isEnabled()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = made_project(tmp_path / "견본.dadeum")
    yield made
    made.close()


@pytest.fixture
def made(made_window: Callable[..., Made], project: Project) -> Made:
    return made_window(project)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint())


@pytest.fixture(autouse=True)
def _nothing_lingers() -> Iterator[None]:
    """What a test told to be deleted later is gone before the next one, which has another project.

    The offscreen clipboard outlives Python; an object of Python's left on it would be destroyed too late.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
