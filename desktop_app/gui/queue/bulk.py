"""What can be done to several articles at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop_app.domain import edits
from desktop_app.domain.article import ArticleState
from desktop_app.gui.bench import Bench
from desktop_app.gui.words import names, tag_names
from desktop_app.gui.words.josa import fill, several


class BulkActions(QObject):
    """Sets states, adds tags, asks for suggestions, exports: for the articles selected, each one undoable step."""

    def __init__(self, bench: Bench, selected: Callable[[], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._selected, self._parent = bench, selected, parent

    def menu(self) -> QMenu:
        """The menu for the present selection."""
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        count = len(self._selected())
        menu.addSection(several(count, self.tr("{n} article"), self.tr("{n} articles")))
        for state in ArticleState:
            text = fill(self.tr("Mark as “{state}”"), state=names.state(state))
            menu.addAction(text, partial(self.set_state, state))
        menu.addSeparator()
        menu.addAction(self.tr("Add tag…"), self.ask_tag)
        menu.addAction(self.tr("Suggest again"), self.suggest)
        menu.addSeparator()
        menu.addAction(self.tr("Export…"), lambda: self._bench.run("export_selected"))
        return menu

    def set_state(self, state: ArticleState) -> None:
        """Set the state of every article selected."""
        self._bench.session.apply(edits.SetState(tuple(self._selected()), state))

    def ask_tag(self) -> None:
        """Ask for a tag and give it to every article selected."""
        used = (tag_names.tag(t) for t, _ in self._bench.session.desk.project.tags.vocabulary())
        offered = list(dict.fromkeys([*used, *tag_names.known()]))
        tag, given = QInputDialog.getItem(self._parent, self.tr("Add tag"), self.tr("Tag"), offered, 0)
        if given and tag.strip():
            self.add_tag(tag_names.code(tag))

    def add_tag(self, tag: str) -> None:
        """Give a tag to every article selected."""
        self._bench.session.apply_all([edits.AddTag(i, tag) for i in self._selected()], "AddTag")

    def suggest(self) -> None:
        """Ask for suggestions for every article selected."""
        for article_id in self._selected():
            self._bench.services.suggest_now(article_id)
