"""The main window: menus, the workspace of the open project or the welcome page, notices, progress."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.labels import LabelSchema
from desktop_app.gui.actions import Actions, load_window_actions
from desktop_app.gui.doing.project import ProjectDoings
from desktop_app.gui.doing.window import WindowDoings
from desktop_app.gui.frame.notice import Notice
from desktop_app.gui.frame.progress import ProgressStrip
from desktop_app.gui.frame.welcome import WelcomePage
from desktop_app.gui.keymap import ActionInfo, KeyMap, load_actions
from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.looks.fonts import hangul_package, has_hangul
from desktop_app.gui.messages import Messages
from desktop_app.gui.words.josa import fill
from desktop_app.gui.words.language import Language
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.domain.changes import Change
    from desktop_app.gui.bench import Bench
    from desktop_app.gui.commands.review import ReviewCommands
    from desktop_app.gui.frame.workspace import Workspace
    from desktop_app.gui.services import Services
    from desktop_app.gui.session import Session

FIRST_SIZE = (1280, 800)
SMALLEST = (560, 420)


class MainWindow(QMainWindow):
    """The one window. `set_session` shows a project, or with None the welcome page.

    `moved` says that another article or mention is the current one.

    `appearance` must have been applied and `language` used before. Every action runs through `run`.
    """

    moved = Signal()

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        language: Language,
        services: Services,
        schema: LabelSchema,
        resources: Path,
    ) -> None:
        super().__init__()
        self.settings, self.appearance, self.language, self.services = (
            settings,
            appearance,
            language,
            services,
        )
        self.resources = resources
        self.messages = Messages(self)
        self._own_actions, icons = load_window_actions(resources / "window_actions.toml")
        self.keymap = KeyMap(self._all_actions(schema), self)
        self.keymap.use({k: v.split() for k, v in settings.keys.items()})
        self.bench: Bench | None = None
        self.workspace: Workspace | None = None
        self.commands: ReviewCommands | None = None
        self.actions_by_id = Actions(self.keymap, icons, appearance, self.run, self)
        self.projects = ProjectDoings(services, settings, self.messages, self)
        self.doings = WindowDoings(self)
        self._newcomer = False
        self._acts: dict[str, Callable[[], object]] = {**self.projects.by_id(), **self.doings.by_id()}
        self._build()
        self._connect()
        self._restore_geometry()
        self.set_session(None)

    def _all_actions(self, schema: LabelSchema) -> list[ActionInfo]:
        return [*load_actions(self.resources / "shortcuts.toml", schema), *self._own_actions]

    def _build(self) -> None:
        self.pages = QStackedWidget()
        self.welcome = WelcomePage(self.appearance, self.settings, self.run)
        self.pages.addWidget(self.welcome)
        self.progress = ProgressStrip(self.services)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.progress)
        self.setCentralWidget(whole)
        self.notice = Notice(self.appearance, whole)
        self.actions_by_id.fill(self.menuBar())
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)

    def _connect(self) -> None:
        self.messages.told.connect(self.notice.tell)
        self.welcome.chosen.connect(self.services.open_project)
        self.actions_by_id.recent.aboutToShow.connect(self.doings.list_recent)
        self.appearance.changed.connect(self._retitle)
        self.keymap.changed.connect(self._keep_keys)

    # -- the open project ----------------------------------------------------------------------------------

    def set_session(self, session: Session | None) -> None:
        """Show another project, or the welcome page."""
        self._take_down()
        if session is not None:
            self._set_up(session)
        self.welcome.refresh()
        self.pages.setCurrentWidget(self.workspace or self.welcome)
        self.doings.offer()
        self._retitle()

    def _take_down(self) -> None:
        if self.workspace is None:
            return
        self.remember()
        self.setFocus()  # a note being written is kept when its field loses the focus
        if self.bench is not None:
            self.bench.session.open_article(None)
            self.bench.closed = True
        self.pages.removeWidget(self.workspace)
        self.workspace.hide()
        self.workspace.deleteLater()  # one of its own keys may be what closed it
        self.workspace = self.bench = self.commands = None
        self._acts = {**self.projects.by_id(), **self.doings.by_id()}

    def _on_changed(self, change: Change) -> None:
        from desktop_app.gui.schema.applying import reload_after

        reload_after(self.services, change, self)

    def _set_up(self, session: Session) -> None:
        # Loaded now, not with the window: the store and the article view take half a second to import.
        from desktop_app.gui.bench import Bench
        from desktop_app.gui.commands.review import ReviewCommands
        from desktop_app.gui.doing.mention import MentionDoings
        from desktop_app.gui.frame.workspace import Workspace
        from desktop_app.gui.reading_text.doings import ReadingTextDoings

        self.keymap.replace(self._all_actions(session.desk.schema))
        self.bench = Bench(
            session,
            self.settings,
            self.appearance,
            self.language,
            self.messages,
            self.services,
            self.keymap,
            run=self.run,
        )
        self.workspace = Workspace(self.bench, self.resources / "guidelines")
        self.pages.addWidget(self.workspace)
        self.workspace.fit(self.width())
        self.pages.setCurrentWidget(self.workspace)  # laid out before the mention is scrolled to
        self.commands = ReviewCommands(session, self.workspace.view, self.workspace)
        self.commands.threshold = self.settings.review.ask
        self.workspace.view.sure = self.settings.review.sure
        self.commands.requested.connect(self.run)
        self.commands.said.connect(self.messages.info)
        self.commands.finished.connect(self.doings.go_on_after)
        session.failed.connect(self.messages.error)
        session.changed.connect(self._on_changed)
        for signal in (session.article_opened, session.changed, session.current_changed):
            signal.connect(self.doings.offer)
        for signal in (session.article_opened, session.current_changed):
            signal.connect(lambda _: self.moved.emit())
        self._acts = {
            **self.projects.by_id(),
            **self.doings.by_id(),
            **MentionDoings(self.bench, self.workspace).by_id(),
            **ReadingTextDoings(self.bench, self.workspace).by_id(),
        }
        self.settings.remember_project(session.desk.project.path)
        self._go_where_one_was(session)
        if self._newcomer:
            self._newcomer = False
            self.settings.general.told.append("tour")
            QTimer.singleShot(0, self, self.doings.dialogs.show_tour)

    def _go_where_one_was(self, session: Session) -> None:
        place = self.settings.window.places.get(str(session.desk.project.path), [])
        article_id = place[0] if place else None
        if article_id is None or not session.desk.project.articles.exists(article_id):
            article_id = next(iter(self._workspace().queue.model.ids), None)
        if article_id is not None:
            session.open_article(article_id, mention_id=place[1] if len(place) > 1 else None)
        self._workspace().view.setFocus()

    def _workspace(self) -> Workspace:
        assert self.workspace is not None
        return self.workspace

    def remember(self) -> None:
        """Keep where one was, and how the window looked, in the settings."""
        if self.bench is not None and self.workspace is not None:
            session = self.bench.session
            current = session.current
            if session.article_id is not None:
                place = [session.article_id, *([current.id] if current else [])]
                self.settings.window.places[str(session.desk.project.path)] = place
            self.workspace.remember()
        geometry = bytes(self.saveGeometry().data())
        self.settings.window.geometry = base64.b64encode(geometry).decode("ascii")

    def _restore_geometry(self) -> None:
        self.resize(*FIRST_SIZE)
        saved = self.settings.window.geometry
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii")))
        else:
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    # -- actions -------------------------------------------------------------------------------------------

    def run(self, action_id: str) -> object:
        """Do an action by its id; an unknown one does nothing."""
        act = self._acts.get(action_id)
        if act is not None:
            return act()
        if self.commands is not None and action_id in self.commands.ids:
            return self.commands.run(action_id)
        return None

    def _keep_keys(self) -> None:
        self.settings.keys = {k: " ".join(v) for k, v in self.keymap.own().items()}

    def _retitle(self) -> None:
        name = self.bench.session.desk.project.name if self.bench else ""
        self.setWindowTitle(f"{name} — Dadeum" if name else "Dadeum")
        self.setWindowIcon(
            QIcon(self.appearance.icons.pixmap("dadeum", 64, self.appearance.theme.colour("ink")))
        )

    # -- events --------------------------------------------------------------------------------------------

    def tell_once(self) -> None:
        """Say, once for this user, that no installed font has Hangul; show a newcomer round the first project."""
        self._newcomer = "tour" not in self.settings.general.told
        if not has_hangul() and "hangul" not in self.settings.general.told:
            self.settings.general.told.append("hangul")
            text = self.tr(
                "No installed font can write Hangul. Install the package {package} to read articles."
            )
            self.messages.warn(fill(text, package=hangul_package()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_by_id.retranslate()
            self.doings.offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.notice.hide()
        if self.workspace is not None:
            self.workspace.read_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.workspace is not None:
            self.workspace.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and any(u.isLocalFile() for u in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        is_open = self.bench is not None
        QTimer.singleShot(0, self, lambda: self.projects.take_dropped(paths, project_open=is_open))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        super().closeEvent(event)
