"""Actions that open a dialog; each dialog is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.article import ArticleState

if TYPE_CHECKING:
    from desktop_app.exchange.validate import Finding
    from desktop_app.gui.bench import Bench
    from desktop_app.gui.exporting.form import Offer
    from desktop_app.gui.frame.workspace import Workspace
    from desktop_app.gui.window import MainWindow


class DialogDoings(QObject):
    """Opens what menus, keys and the palette ask for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Action id → what it does."""
        return {
            "tag_vocabulary": self._vocabulary,
            "label_schema": self._schema,
            "edit_guideline": self._edit_guideline,
            "tour": self.show_tour,
            "dashboard": self._dashboard,
            "models": self._models,
            "keys": self._keys,
            "shortcuts": partial(self._keys, changing=True),
            "preferences": self._preferences,
            "about": self._about,
            "import_annotated": lambda: _ask_dataset(self._window),
            "export": self._export,
            "export_selected": partial(self._export, "selected"),
        }

    def _bench(self) -> Bench | None:
        return self._window.bench

    def _export(self, first: str = "") -> None:
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

    def _keys(self, *, changing: bool = False) -> None:
        from desktop_app.gui.dialogs.keys import KeysDialog

        KeysDialog(self._window.keymap, self._window, changing=changing).open()

    def _preferences(self) -> None:
        from desktop_app.gui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self._window).open()

    def _about(self) -> None:
        from desktop_app.gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()


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
