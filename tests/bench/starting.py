"""From the start of the process to a usable window, beside a bare Qt window with a text field."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure, beside

TIMES = 7


def measure(folder: Path) -> dict[str, Figure]:
    environ = {
        **os.environ,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    for kind in ("bare", "dadeum"):  # the first time makes the sample project and fills the caches
        _start(kind, environ)
    # One of each in turn, so that what else the machine does falls on both.
    pairs = [(_start("bare", environ), _start("dadeum", environ)) for _ in range(TIMES)]
    usable, peak = (statistics.median(bare[at] for bare, _ in pairs) for at in (0, -1))
    own_usable, readable, own_peak = (statistics.median(own[at] for _, own in pairs) for at in range(3))
    what = "an empty PySide6 window with a QTextEdit"
    return {
        "start_ms": beside(own_usable, "ms", what, usable),
        "start_ratio": Figure(own_usable / usable, "×", what, own_usable / usable),
        "start_article_ms": beside(readable, "ms", "the window usable", own_usable),
        "start_peak_mb": beside(own_peak, "MB", what, peak),
    }


def _start(kind: str, environ: dict[str, str]) -> list[float]:
    """Milliseconds until the window is usable (and an article readable), and the process's peak memory in MB."""
    command = [sys.executable, "-m", "tests.bench.first_paint", kind]
    begun = time.monotonic()
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)
    *times, peak = map(float, done.stdout.split())
    return [*((at - begun) * 1000 for at in times), peak]
