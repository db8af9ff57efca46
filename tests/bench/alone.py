"""One bench in a fresh process and a folder of its own, so that none warms or fattens another."""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from tests.bench.figures import Figure

BENCHES = ("importing", "extracting", "queueing", "editing", "exporting", "starting", "reviewing")


def measured(name: str) -> dict[str, Figure]:
    """The figures of a bench."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(_measure, name).result()


def _measure(name: str) -> dict[str, Figure]:
    with tempfile.TemporaryDirectory(prefix="dadeum-bench-") as folder:
        return import_module(f"tests.bench.{name}").measure(Path(folder))
