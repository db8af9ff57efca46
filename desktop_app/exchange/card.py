"""The dataset card: what an export holds, in Markdown for people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from desktop_app.exchange.atomic import whole
from desktop_app.exchange.contract import ExportReport

_DROPPED = {
    "label": "mentions whose label has no code in the target tag set",
    "overlap": "mentions that overlap another one",
    "blank": "mentions of blanks alone",
    "long_cell": "cells cut at 32,767 characters",
    "shared_row": "mentions that share a row with another one",
    "parts": "discontinuous mentions written as one stretch",
    "relation": "relations",
    "tag": "tags",
    "note": "notes",
}


def save_card(report: ExportReport, path: Path, *, agreement: str = "") -> None:
    """Write the card to `path`, whole or not at all; raises ExportFailed."""
    with whole(path) as temporary:
        temporary.write_bytes(dataset_card(report, agreement=agreement).encode())


def dataset_card(report: ExportReport, *, agreement: str = "") -> str:
    """Markdown with counts, distributions, versions, licences, what was left out, and the export's hash.

    `agreement` is a line on the agreement of annotators, where it is known. The same report gives the same text.
    """
    parts = [
        f"# {report.project or 'Dataset'}",
        _table("Facts", _facts(report, agreement)),
        _counts("Labels", report.labels, "label"),
        _counts("Tags", report.tags, "tag"),
        _counts("Outlets", report.outlets, "outlet"),
        _table("Parts", [(name, str(count)) for name, count in report.parts.items()]),
        _table("Left out", [(_DROPPED.get(k, k), str(n)) for k, n in sorted(report.dropped.items()) if n]),
    ]
    return "\n\n".join(p for p in parts if p) + "\n"


def _facts(report: ExportReport, agreement: str) -> list[tuple[str, str]]:
    days = f"{report.first_published} – {report.last_published}" if report.first_published else ""
    seed = "" if report.split_seed is None else str(report.split_seed)
    facts = [
        ("Format", report.format),
        ("Articles", f"{report.articles:,}"),
        ("Characters", f"{report.characters:,}"),
        ("Mentions", f"{report.mentions:,}"),
        ("Relations", f"{report.relations:,}"),
        ("Published", days),
        ("Review", ", ".join(f"{state} {n:,}" for state, n in sorted(report.states.items()))),
        ("Label schema", report.schema),
        ("Guideline", report.guideline),
        ("Agreement", agreement),
        ("Licences of the sources", report.licence or "not entered"),
        ("Split seed", seed),
        ("Dadeum", report.version),
        ("SHA-256 of the export", report.sha256),
    ]
    return [(name, value) for name, value in facts if value]


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    lines = [f"| {_cell(a)} | {_cell(b)} |" for a, b in rows]
    return "\n".join([f"## {title}", "", "| | |", "|---|---|", *lines])


def _counts(title: str, counts: Counter[str], column: str) -> str:
    total = sum(counts.values())
    if not total:
        return ""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"| {_cell(name) or '—'} | {n:,} | {100 * n / total:.1f} % |" for name, n in ranked]
    return "\n".join([f"## {title}", "", f"| {column} | count | share |", "|---|--:|--:|", *lines])


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())
