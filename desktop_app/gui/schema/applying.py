"""Putting another label schema to use in the open window: every view knows the labels, so all are built anew."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.edits import UseSchema
from desktop_app.domain.labels import LabelSchema
from desktop_app.gui.services import Services
from desktop_app.gui.session import Session


def use_schema(services: Services, session: Session, schema: LabelSchema, mapping: Mapping[str, str]) -> None:
    """Use a schema, with mentions relabelled (old code → new code), as one step."""
    if session.apply(UseSchema(schema, tuple(sorted(mapping.items())))) is not None:
        services.reload()


def reload_after(services: Services, change: Change, window: QObject) -> None:
    """Build the views anew when undo or redo has put another schema in use; not within the key's own event."""
    if Kind.SCHEMA in change.kinds and (change.undo or change.redo):
        QTimer.singleShot(0, window, services.reload)
