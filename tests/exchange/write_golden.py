"""Writes the golden files anew: `python -m tests.exchange.write_golden`; look at the difference."""

from __future__ import annotations

from pathlib import Path

from desktop_app.exchange import exporters
from tests.exchange.made import dataset

GOLDEN = Path(__file__).parent / "golden"
NAMES = (
    "reviewed-json", "reviewed-jsonl", "nikl-json", "klue-tsv", "conll", "brat", "label-studio", "doccano",
    "web-annotation", "csv", "html",
)  # fmt: skip
"""Formats whose bytes are our own; those made by a library may change with its version."""


def golden_path(name: str) -> Path:
    return GOLDEN / f"{name}{exporters()[name].suffix}"


if __name__ == "__main__":
    for each in NAMES:
        exporters()[each].write(dataset(), golden_path(each))
