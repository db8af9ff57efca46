"""A look into a file beside the window: one function on a thread of its own, given up when nobody waits any more."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.errors import UserError

Cancelled = Callable[[], bool]
Look = Callable[[Cancelled], object]


class Aside(QThread):
    """Runs `look`, which is handed a function that says whether to give up.

    `found` carries the result, `failed` a UserError, `crashed` an unforeseen exception; none comes after `give_up`.
    """

    found = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._given_up = threading.Event()

    def run(self) -> None:
        try:
            result = self._look(self._given_up.is_set)
        except UserError as error:
            self._tell(self.failed, error)
        except BaseException as error:  # noqa: BLE001 - a thread has nobody else to tell
            self._tell(self.crashed, error)
        else:
            self._tell(self.found, result)

    def _tell(self, signal: object, value: object) -> None:
        if not self._given_up.is_set():
            signal.emit(value)  # type: ignore[attr-defined]

    def give_up(self) -> None:
        """Let it end after the thing in hand, and wait for that."""
        self._given_up.set()
        self.blockSignals(True)
        self.wait()


def again(error: BaseException) -> None:
    """Raise on the window's thread what was raised beside it."""
    raise error
