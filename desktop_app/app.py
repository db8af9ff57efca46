"""The composition root: builds settings, looks, words, services and the window, and joins them."""

from __future__ import annotations

import gc
import getpass
import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import settings as settings_file
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.crash import CrashGuard
from desktop_app.gui.dialogs.crash import show_crash
from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.window import MainWindow
from desktop_app.gui.words.language import Language
from desktop_app.gui.workers.app_services import AppServices
from desktop_app.paths import resources_dir, user_config_dir, user_log_dir
from desktop_app.review.label_schema import default_schema
from desktop_app.settings import Settings

KEEP_AFTER_MS = 500
"""After a move, so that deciding at speed does not write the settings at every key."""


@dataclass
class Desk:
    """A window with all that it works with. `close` ends everything, child processes included."""

    settings: Settings
    services: AppServices
    window: MainWindow

    def close(self) -> None:
        """Keep where one was, end jobs, close the project, stop the child."""
        self.window.remember()
        self.services.stop()
        self.window.close()


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, made when there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Dadeum")
    app.setDesktopFileName("dadeum")
    return app


def build(settings: Settings, process: SuggesterProcess) -> Desk:
    """The window on its welcome page, not shown yet."""
    resources = resources_dir()
    appearance = Appearance(settings, resources)
    appearance.apply()
    language = Language(resources / "translations")
    language.use(settings.general.language)
    services = AppServices(settings.general.reviewer or default_reviewer(), process)
    window = MainWindow(settings, appearance, language, services, default_schema(), resources)
    services.project_opened.connect(window.set_session)
    services.said.connect(window.messages.info)
    services.learn_every = lambda: settings.review.learn_every
    return Desk(settings, services, window)


def run_window(project: Path | None = None, *, welcome: bool = False) -> int:
    """Open the window and stay until it is closed; the samples are opened where no project is named.

    The project is opened and the suggester's child started after the first paint.
    """
    _keep_log()
    app = application()
    path = user_config_dir() / "settings.json"
    settings = settings_file.load(path)
    desk = build(settings, SuggesterProcess(resources_dir()))
    guard = CrashGuard(lambda report: show_crash(desk.window, report))
    guard.install()
    desk.services.crashed.connect(_raise)
    _show(desk.window)
    AfterPaint(desk.window, lambda: _begin(desk, project, welcome=welcome))
    keep_place(desk, path)
    code = app.exec()
    desk.close()
    settings_file.save(settings, path)
    guard.uninstall()
    return code


def keep_place(desk: Desk, path: Path) -> None:
    """Write down where one is soon after one moved: a program that is killed opens there again."""
    soon = QTimer(desk.window, singleShot=True, interval=KEEP_AFTER_MS)

    def begin() -> None:
        if not soon.isActive():
            soon.start()

    def keep() -> None:
        desk.window.remember()
        with suppress(OSError):  # told when the program ends
            settings_file.save(desk.settings, path)

    soon.timeout.connect(keep)
    desk.window.moved.connect(begin)


def _show(window: MainWindow) -> None:
    """Show the window, filling the screen where it would not fit with its frame."""
    room = window.screen().availableGeometry()
    frame = 40
    if window.width() + frame > room.width() or window.height() + frame > room.height():
        window.showMaximized()
    else:
        window.show()


class AfterPaint(QObject):
    """Does something once, after a widget was painted for the first time and that paint is on the screen."""

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._act)
        return super().eventFilter(watched, event)


def _begin(desk: Desk, project: Path | None, *, welcome: bool) -> None:
    desk.window.tell_once()
    _open_first(desk, project, welcome=welcome)
    QTimer.singleShot(0, _spare_garbage)


def _open_first(desk: Desk, project: Path | None, *, welcome: bool) -> None:
    if project is not None:
        desk.services.open_project(project)
    elif not welcome:
        desk.services.open_samples()


def _spare_garbage() -> None:
    """Leave what the window is made of out of every garbage collection: a full one takes longer than a frame."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)


def _raise(error: BaseException) -> None:
    raise error


def default_reviewer() -> str:
    """The name that decisions are signed with until the user gives one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"


def _keep_log() -> None:
    handler = RotatingFileHandler(
        user_log_dir() / "dadeum.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
