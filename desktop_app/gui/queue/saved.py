"""Filters kept under a name, for everyone's usual questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop_app.gui.bench import Bench
from desktop_app.gui.words.josa import fill
from desktop_app.store.queue import Filter


class SavedFilters(QObject):
    """Offers, keeps and forgets filters. `use` is called with the one chosen, `present` gives the one to keep."""

    def __init__(
        self, bench: Bench, present: Callable[[], Filter], use: Callable[[Filter], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bench, self._present, self._use, self._parent = bench, present, use, parent

    def menu(self) -> QMenu:
        """The menu of kept filters."""
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        kept = self._bench.settings.filters
        for name in sorted(kept):
            menu.addAction(name, partial(self.apply, name))
        menu.addSeparator()
        menu.addAction(self.tr("Save this filter…"), self._ask_name)
        if kept:
            forget = menu.addMenu(self.tr("Delete"))
            for name in sorted(kept):
                forget.addAction(name, partial(self.forget, name))
        return menu

    def apply(self, name: str) -> None:
        """Show what a kept filter asks for."""
        self._use(filter_from(self._bench.settings.filters[name]))

    def keep(self, name: str) -> None:
        """Keep the present filter under a name; one of the same name is replaced."""
        if name.strip():
            self._bench.settings.filters[name.strip()] = asdict(self._present())
            self._bench.messages.info(fill(self.tr("The filter “{name}” is saved."), name=name.strip()))

    def forget(self, name: str) -> None:
        """Drop a kept filter."""
        self._bench.settings.filters.pop(name, None)

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(self._parent, self.tr("Save filter"), self.tr("Name"))
        if given:
            self.keep(name)


def filter_from(data: dict[str, Any]) -> Filter:
    """A filter of plain data; what does not fit restricts nothing."""
    usual = Filter()
    given: dict[str, Any] = {}
    for field in fields(Filter):
        value = data.get(field.name)
        if field.name == "states":
            given["states"] = (
                tuple(v for v in value if isinstance(v, str)) if isinstance(value, list | tuple) else ()
            )
        elif isinstance(value, type(getattr(usual, field.name))):
            given[field.name] = value
    return Filter(**given)
