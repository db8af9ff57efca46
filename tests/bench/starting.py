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
    bare, own = ([pair[side] for pair in pairs] for side in (0, 1))
    what = "an empty PySide6 window with a QTextEdit"
    ratio = statistics.median(o[0] for o in own) / statistics.median(b[0] for b in bare)
    return {
        "start_ms": beside(_median(own, 0), "ms", what, _median(bare, 0)),
        "start_ratio": Figure(ratio, "×", what, ratio),
        "start_peak_mb": beside(_median(own, 1), "MB", what, _median(bare, 1)),
    }


def _median(runs: list[tuple[float, float]], field: int) -> float:
    return statistics.median(run[field] for run in runs)


def _start(kind: str, environ: dict[str, str]) -> tuple[float, float]:
    """Milliseconds until the window is usable, and the process's peak memory in MB."""
    command = [sys.executable, "-m", "tests.bench.first_paint", kind]
    begun = time.monotonic()
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)
    usable, peak = done.stdout.split()[-2:]
    return (float(usable) - begun) * 1000, float(peak) / (1 << 20 if sys.platform == "darwin" else 1 << 10)
