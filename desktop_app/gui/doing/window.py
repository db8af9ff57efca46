"""Actions of the window itself: panes, find, palette, keys, theme, language, what comes after an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.article import ArticleState

if TYPE_CHECKING:
    from desktop_app.exchange.validate import Finding
    from desktop_app.gui.bench import Bench
    from desktop_app.gui.dialogs.palette import Entry
    from desktop_app.gui.exporting.form import Offer
    from desktop_app.gui.frame.workspace import Workspace
    from desktop_app.gui.window import MainWindow

ARTICLES_IN_PALETTE = 20


class WindowDoings(QObject):
    """Does what menus, keys and the palette ask of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {
            "next_article": lambda: self._in_queue(1),
            "previous_article": lambda: self._in_queue(-1),
            "tags": lambda: self._with(self._ask_tag),
            "guideline": lambda: self._with(self._guideline),
            "history": lambda: self._show_page("history"),
            "tag_vocabulary": self._vocabulary,
            "label_schema": self._schema,
            "edit_guideline": self._edit_guideline,
            "tour": self.show_tour,
            "dashboard": self._dashboard,
            "models": self._models,
            "concepts": lambda: self._show_page("concepts"),
            "find": lambda: self._with(lambda w: w.findbar.ask()),
            "search": lambda: self._with(lambda w: w.show_search()),
            "queue_search": lambda: self._with(self._search_queue),
            "toggle_queue": lambda: self._toggle("queue"),
            "toggle_inspector": lambda: self._toggle("inspector"),
            "next_pane": lambda: self._with(lambda w: w.next_pane()),
            "suggest": self._suggest,
            "palette": self.palette,
            "keys": self._keys,
            "shortcuts": partial(self._keys, changing=True),
            "preferences": self._preferences,
            "about": self._about,
            "theme": self._switch_theme,
            "language": self._switch_language,
            "full_screen": self._full_screen,
            "import_annotated": lambda: _ask_dataset(self._window),
            "export": self.export,
            "export_selected": partial(self.export, "selected"),
            "quit": self._window.close,
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

    def export(self, first: str = "") -> None:
        """Ask what to export and where to; `first` names the offer that is chosen beforehand."""
        from desktop_app.exchange import exporters
        from desktop_app.gui.exporting.dialog import ExportDialog

        workspace = self._window.workspace
        if workspace is None:
            return
        for standing in self._window.findChildren(ExportDialog):
            standing.reject()
        dialog = ExportDialog(workspace.bench, exporters(), list(_offers(workspace)), self._window)
        dialog.choose_articles(first)
        dialog.accepted.connect(lambda: self._window.services.export(dialog.request()))
        dialog.place_wanted.connect(self._go_to_finding)
        workspace.destroyed.connect(dialog.reject)
        dialog.show()

    def _go_to_finding(self, finding: Finding) -> None:
        workspace = self._window.workspace
        if workspace is not None and workspace.bench.session.desk.project.articles.exists(finding.article):
            workspace.bench.session.open_article(finding.article, mention_id=finding.mention)
            self._window.activateWindow()
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

    def _vocabulary(self) -> None:
        from desktop_app.gui.dialogs.vocabulary import VocabularyDialog
        from desktop_app.store.queue import Filter

        workspace = self._window.workspace
        if workspace is not None:
            dialog = VocabularyDialog(workspace.bench, self._window)
            dialog.articles_wanted.connect(lambda tag: workspace.queue.use_filter(Filter(tag=tag)))
            dialog.open()

    def _edit_guideline(self) -> None:
        from desktop_app.gui.schema.guideline import GuidelineDialog

        bench, window = self._bench(), self._window
        if bench is not None:
            code = bench.session.current.label if bench.session.current else ""
            GuidelineDialog(bench, window.resources / "guidelines", window, code).open()

    def _schema(self) -> None:
        from desktop_app.gui.schema.applying import use_schema
        from desktop_app.gui.schema.editor import SchemaDialog

        bench, window = self._bench(), self._window
        if bench is None:
            return
        dialog = SchemaDialog(bench, window.resources / "labels", window)

        def on_accepted() -> None:
            use_schema(window.services, bench.session, dialog.schema(), dialog.relabelled())

        dialog.accepted.connect(on_accepted)
        dialog.open()

    def show_tour(self) -> None:
        """Show the four cards for newcomers."""
        from desktop_app.gui.frame.onboarding import Onboarding

        page = self._window.centralWidget()
        if self._window.workspace is not None and page is not None:
            card = Onboarding(self._window.workspace, page)
            self._window.workspace.destroyed.connect(card.deleteLater)
            card.show()
            card.raise_()

    def _dashboard(self) -> None:
        bench = self._bench()
        if bench is not None:
            from desktop_app.gui.dashboard.window import Dashboard  # its plots take a second to load

            Dashboard(bench, self._window).show()

    def _models(self) -> None:
        bench = self._bench()
        if bench is not None:
            from desktop_app.gui.dialogs.models import ModelsDialog

            ModelsDialog(bench, self._window).open()

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

    # -- dialogs, loaded when first asked for ----------------------------------------------------------------

    def _keys(self, *, changing: bool = False) -> None:
        from desktop_app.gui.dialogs.keys import KeysDialog

        KeysDialog(self._window.keymap, self._window, changing=changing).open()

    def _preferences(self) -> None:
        from desktop_app.gui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self._window).open()

    def _about(self) -> None:
        from desktop_app.gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()

    # -- palette -------------------------------------------------------------------------------------------

    def palette(self) -> None:
        """Open the command palette."""
        from desktop_app.gui.dialogs.palette import Palette

        window = self._window
        before = QApplication.focusWidget()
        palette = Palette(window.appearance, self._entries(), self._article_entries, window)
        if before is not None:
            palette.finished.connect(lambda _: before.setFocus())
        palette.open()

    def _entries(self) -> Iterator[Entry]:
        from desktop_app.gui.dialogs.palette import Entry

        window = self._window
        for action_id, name, key in window.actions_by_id.texts():
            action = window.actions_by_id.by_id.get(action_id)
            if action_id != "palette" and (action is None or action.isEnabled()):
                kind = self.tr("Label") if action_id.startswith("relabel.") else ""
                yield Entry(name.rstrip("…"), kind, key, partial(window.run, action_id))
        bench = self._bench()
        for concept in bench.session.desk.project.concepts.all() if bench else ():
            yield Entry(concept.name, self.tr("Concept"), "", partial(self._go_to_concept, concept.id))

    def _article_entries(self, text: str) -> list[Entry]:
        from desktop_app.gui.dialogs.palette import Entry
        from desktop_app.store.queue import Filter

        bench = self._bench()
        if bench is None:
            return []
        queue, session = bench.session.desk.project.queue, bench.session
        rows = queue.rows(queue.ids(Filter(text=text))[:ARTICLES_IN_PALETTE])
        kind = self.tr("Article")
        return [Entry(r.title or r.source, kind, "", partial(session.open_article, r.id)) for r in rows]

    def _go_to_concept(self, concept_id: int) -> None:
        bench = self._bench()
        if bench is None:
            return
        project = bench.session.desk.project
        for mention_id in project.concepts.mention_ids(concept_id)[:1]:
            bench.session.open_article(project.mentions.get(mention_id).article_id, mention_id=mention_id)

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


def _offers(workspace: Workspace) -> Iterator[Offer]:
    """The sets of articles that can be exported; what was filtered or selected only where it is something else."""
    from desktop_app.gui.exporting.form import Offer

    articles, queue = workspace.bench.session.desk.project.articles, workspace.queue
    total = articles.count()
    yield Offer("reviewed", articles.count(ArticleState.REVIEWED), None, (str(ArticleState.REVIEWED),))
    yield Offer("all", total)
    if len(queue.model.ids) != total:
        yield Offer("shown", len(queue.model.ids), tuple(queue.model.ids))
    selected = queue.selected_ids()
    if selected:
        yield Offer("selected", len(selected), tuple(selected))


def _ask_dataset(window: MainWindow) -> None:
    from desktop_app.gui.importing.asking_dataset import ask_dataset

    ask_dataset(window)
