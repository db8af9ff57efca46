"""The way of an annotated dataset from the menu to the services."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.exchange import importers
from desktop_app.gui.importing.annotated_dialog import AnnotatedDialog

if TYPE_CHECKING:
    from desktop_app.gui.window import MainWindow


def ask_dataset(window: MainWindow, path: Path | None = None) -> None:
    """Ask for an annotated dataset (`path`, where it is known) and how it is taken in; hand it to the services."""
    if window.bench is None:
        return
    desk = window.bench.session.desk
    dialog = AnnotatedDialog(importers(), desk.schema, window.language.code, desk.reviewer, window)
    dialog.accepted.connect(lambda: window.services.import_annotated(dialog.request()))
    if path is not None:
        dialog.path.setText(str(path))
    dialog.open()
