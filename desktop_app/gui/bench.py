"""What every panel is handed, and the panel itself: re-read when it is seen, reworded when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.labels import Label
from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.messages import Messages
from desktop_app.gui.services import Services
from desktop_app.gui.session import Session
from desktop_app.gui.words.language import Language
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.gui.keymap import KeyMap

REFRESH_AFTER_MS = 20
"""Panels wait this long after a change: the article is painted first, and several changes are read at once."""


@dataclass
class Bench:
    """The session of the open project and what surrounds it.

    `closed` says that the project is not open any more: whoever still stands must leave it alone.
    `run` does an action by its id, `key` names the key of one ("" where it has none).
    """

    session: Session
    settings: Settings
    appearance: Appearance
    language: Language
    messages: Messages
    services: Services
    keymap: KeyMap
    closed: bool = False
    run: Callable[[str], object] = field(default=lambda _action_id: None)

    def key(self, action_id: str) -> str:
        """The key of an action as people read it."""
        return self.keymap.text(action_id)

    def label(self, code: str) -> Label:
        """A label of the schema; a grey stand-in for a code that the schema does not have."""
        return self.session.desk.schema.by_code.get(code) or Label(code, code, code, "#6B7280", short=code)

    def label_name(self, code: str) -> str:
        """A label's name in the language in use."""
        return self.label(code).name(self.language.code)

    def label_short(self, code: str) -> str:
        """A label's name short enough for a chip."""
        label = self.label(code)
        return (label.short or label.name_ko) if self.language.code == "ko" else label.name_en


class Panel(QWidget):
    """A part of the window. `refresh` re-reads what it shows, `retranslate` sets its words anew.

    `refresh_soon` waits until the key press that caused it is painted, and until the panel is seen at all.
    """

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self._soon.timeout.connect(self._on_soon)
        self._stale = True

    @property
    def session(self) -> Session:
        """The open project's session."""
        return self.bench.session

    def refresh(self) -> None:
        """Read again what is shown."""

    def retranslate(self) -> None:
        """Set every word in the language in use."""

    def refresh_soon(self) -> None:
        """Refresh after the present event, or when the panel is next seen."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def refresh_on(self, *kinds: Kind) -> None:
        """Refresh when another article is opened, and when something of these kinds changes in the open one."""
        wanted = frozenset(kinds)

        def on_changed(_article: object, change: Change) -> None:
            if not wanted.isdisjoint(change.kinds):
                self.refresh_soon()

        self.session.article_opened.connect(self.refresh_soon)
        self.session.article_changed.connect(on_changed)

    def _on_soon(self) -> None:
        if self._stale and not self.bench.closed:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.bench.closed:
            self.retranslate()
            self.refresh_soon()
