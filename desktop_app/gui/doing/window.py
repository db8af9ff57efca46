"""Actions of the window itself: panes, find, theme, language, what comes after an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop_app.gui.doing.dialogs import DialogDoings
from desktop_app.gui.doing.palette import PaletteDoings

if TYPE_CHECKING:
    from desktop_app.gui.bench import Bench
    from desktop_app.gui.frame.workspace import Workspace
    from desktop_app.gui.window import MainWindow


class WindowDoings(QObject):
    """Does what menus, keys and the palette ask of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialogs = DialogDoings(window)
        self._palette = PaletteDoings(window)

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {
            "next_article": lambda: self._in_queue(1),
            "previous_article": lambda: self._in_queue(-1),
            "tags": lambda: self._with(self._ask_tag),
            "guideline": lambda: self._with(self._guideline),
            "history": lambda: self._show_page("history"),
            "concepts": lambda: self._show_page("concepts"),
            "find": lambda: self._with(lambda w: w.findbar.ask()),
            "search": lambda: self._with(lambda w: w.show_search()),
            "queue_search": lambda: self._with(self._search_queue),
            "toggle_queue": lambda: self._toggle("queue"),
            "toggle_inspector": lambda: self._toggle("inspector"),
            "next_pane": lambda: self._with(lambda w: w.next_pane()),
            "suggest": self._suggest,
            "palette": self._palette.open,
            "theme": self._switch_theme,
            "language": self._switch_language,
            "full_screen": self._full_screen,
            "quit": self._window.close,
            **self.dialogs.by_id(),
        }

    def _bench(self) -> Bench | None:
        return self._window.bench

    def _with(self, act: Callable[[Workspace], object]) -> None:
        if self._window.workspace is not None:
            act(self._window.workspace)

    # -- what can be done now ------------------------------------------------------------------------------

    def offer(self) -> None:
        """Enable and tick the actions of the menus."""
        window, bench = self._window, self._bench()
        actions = window.actions_by_id
        article = bench is not None and bench.session.article is not None
        actions.offer(project=bench is not None, article=article)
        commands = window.commands
        if commands is not None and bench is not None:
            for action_id in ("undo", "redo"):
                actions.by_id[action_id].setEnabled(commands.enabled(action_id))
        for name in ("queue", "inspector"):
            actions.by_id[f"toggle_{name}"].setChecked(getattr(window.settings.window, name))
        actions.by_id["full_screen"].setChecked(window.isFullScreen())

    # -- articles ------------------------------------------------------------------------------------------

    def _in_queue(self, by: int) -> None:
        self._with(lambda w: w.queue.go(by))

    def go_on_after(self, article_id: int) -> None:
        """Open the next article that is not reviewed: down the queue as it is filtered, else anywhere."""
        bench, workspace = self._bench(), self._window.workspace
        if bench is None or workspace is None:
            return
        wanted = workspace.queue.next_unreviewed(article_id)
        if wanted is None:
            bench.messages.info(self.tr("Every article in the queue is reviewed."))
        else:
            bench.session.open_article(wanted)
        workspace.view.setFocus()

    def _suggest(self) -> None:
        bench = self._bench()
        if bench is not None and bench.session.article_id is not None:
            bench.services.suggest_now(bench.session.article_id)

    # -- panes ---------------------------------------------------------------------------------------------

    def _toggle(self, name: str) -> None:
        shown = not getattr(self._window.settings.window, name)
        self._with(lambda w: w.show_pane(name, visible=shown))
        self.offer()

    def _show_inspector(self) -> None:
        self._with(lambda w: w.show_pane("inspector", visible=True))

    def _show_page(self, name: str) -> None:
        self._show_inspector()
        self._with(lambda w: w.inspector.show_page(name))

    def _guideline(self, workspace: Workspace) -> None:
        current = workspace.bench.session.current
        self._show_inspector()
        workspace.inspector.show_guideline(current.label if current else "")

    def _ask_tag(self, workspace: Workspace) -> None:
        self._show_inspector()
        workspace.inspector.ask_tag()

    def _search_queue(self, workspace: Workspace) -> None:
        workspace.show_pane("queue", visible=True)
        workspace.queue.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        workspace.queue.search.selectAll()

    def _full_screen(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.offer()

    # -- looks and language --------------------------------------------------------------------------------

    def _switch_theme(self) -> None:
        window = self._window
        window.settings.general.theme = "light" if window.appearance.theme.dark else "dark"
        window.appearance.apply()

    def _switch_language(self) -> None:
        self.use_language("en" if self._window.language.code == "ko" else "ko")

    def use_language(self, code: str) -> None:
        """Speak another language from now on."""
        self._window.settings.general.language = code
        self._window.language.use(code)

    # -- recent projects -----------------------------------------------------------------------------------

    def list_recent(self) -> None:
        """Fill the menu of recent projects."""
        window = self._window
        menu = window.actions_by_id.recent
        menu.clear()
        for text in window.settings.general.recent:
            path = Path(text)
            if path.is_file():
                menu.addAction(path.stem, partial(window.services.open_project, path)).setToolTip(text)
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)
