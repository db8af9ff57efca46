"""Datasets out and in: one module per format, a registry, the reviewed-JSON schema."""

from desktop_app.exchange.contract import Exporter, ExportReport, Holds, Importer, ImportRun, Progress
from desktop_app.exchange.options import (
    AnonymiseOptions,
    Basis,
    ExportOptions,
    ImportOptions,
    JsonMapping,
    NestedPolicy,
    SplitOptions,
    Standing,
    TokenKind,
)
from desktop_app.exchange.registry import exporters, importers, recognised

__all__ = [
    "AnonymiseOptions",
    "Basis",
    "ExportOptions",
    "ExportReport",
    "Exporter",
    "Holds",
    "ImportOptions",
    "ImportRun",
    "Importer",
    "JsonMapping",
    "NestedPolicy",
    "Progress",
    "SplitOptions",
    "Standing",
    "TokenKind",
    "exporters",
    "importers",
    "recognised",
]
