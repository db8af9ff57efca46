"""Which exporters and importers there are: the built-ins and what installed packages add."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from desktop_app.exchange.contract import Exporter, Importer

EXPORTERS = "dadeum.exporters"
IMPORTERS = "dadeum.importers"

_log = logging.getLogger(__name__)

_BUILT_IN_EXPORTERS = (
    "desktop_app.exchange.reviewed_json:ReviewedJson",
    "desktop_app.exchange.reviewed_json:ReviewedJsonl",
)
_BUILT_IN_IMPORTERS: tuple[str, ...] = ()


def exporters() -> dict[str, Exporter]:
    """Every exporter by its name, built-ins first; a plug-in may not take a built-in's name."""
    return cast("dict[str, Exporter]", _found(_BUILT_IN_EXPORTERS, EXPORTERS))


def importers() -> dict[str, Importer]:
    """Every importer by its name, built-ins first; a plug-in may not take a built-in's name."""
    return cast("dict[str, Importer]", _found(_BUILT_IN_IMPORTERS, IMPORTERS))


def _found(built_in: tuple[str, ...], group: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for address in built_in:
        module, _, attribute = address.partition(":")
        made = getattr(import_module(module), attribute)()
        found[made.name] = made
    for entry in sorted(entry_points(group=group), key=lambda e: e.name):
        made = _plugged(entry)
        if made is not None:
            found.setdefault(made.name, made)
    return found


def _plugged(entry: EntryPoint) -> Any | None:  # noqa: ANN401
    """What a plug-in offers; one that fails is left out and named in the log, the others stay usable."""
    try:
        make: Callable[[], Any] = entry.load()
        return make()
    except Exception:  # noqa: BLE001
        _log.warning("plug-in %s (%s) does not load", entry.name, entry.value, exc_info=True)
        return None
