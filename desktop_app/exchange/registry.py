"""Which exporters and importers there are: the built-ins and what installed packages add."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, cast

from desktop_app.exchange.contract import Exporter, Importer

EXPORTERS = "dadeum.exporters"
IMPORTERS = "dadeum.importers"

_log = logging.getLogger(__name__)

_BUILT_IN_EXPORTERS = (
    "desktop_app.exchange.reviewed_json:ReviewedJson",
    "desktop_app.exchange.reviewed_json:ReviewedJsonl",
    "desktop_app.exchange.corpora.nikl:NiklJson",
    "desktop_app.exchange.corpora.klue:KlueTsv",
    "desktop_app.exchange.corpora.conll:Conll",
    "desktop_app.exchange.tools.brat:Brat",
    "desktop_app.exchange.tools.cas:CasXmi",
    "desktop_app.exchange.tools.cas:CasJson",
    "desktop_app.exchange.tools.label_studio:LabelStudio",
    "desktop_app.exchange.tools.doccano:Doccano",
    "desktop_app.exchange.corpora.docbin:DocBin",
    "desktop_app.exchange.corpora.hugging_face:HuggingFace",
    "desktop_app.exchange.tools.web_annotation:WebAnnotation",
    "desktop_app.exchange.sheets.csv_tables:CsvTables",
    "desktop_app.exchange.sheets.xlsx:Xlsx",
    "desktop_app.exchange.sheets.html_page:HtmlPage",
)
_BUILT_IN_IMPORTERS = (
    "desktop_app.exchange.reviewed_reader:ReviewedJsonReader",
    "desktop_app.exchange.reviewed_reader:ReviewedJsonlReader",
    "desktop_app.exchange.corpora.nikl:NiklReader",
    "desktop_app.exchange.tools.cas_reader:CasReader",
    "desktop_app.exchange.tools.label_studio_reader:LabelStudioReader",
    "desktop_app.exchange.tools.doccano:DoccanoReader",
    "desktop_app.exchange.tools.brat_reader:BratReader",
    "desktop_app.exchange.corpora.klue:KlueReader",
    "desktop_app.exchange.corpora.conll:ConllReader",
    "desktop_app.exchange.tools.mapped_json:MappedJsonReader",
)


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


def recognised(path: Path) -> Importer | None:
    """The first importer that takes the file or folder for its own, or None."""
    return next((i for i in importers().values() if i.recognises(path)), None)
