"""The whole main job in the real window, as the tour does it."""

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(300)
def test_the_tour_does_every_step_and_leaves_what_it_promises(tmp_path: Path) -> None:
    out = tmp_path / "tour"
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app.cli", "tour", "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.count("✓") >= 20
    data = orjson.loads((out / "reviewed.json").read_bytes())
    assert len(data["articles"]) == 9
    assert any(m["origin"] == "person" for a in data["articles"] for m in a["mentions"])
    assert len(list(out.glob("*.png"))) >= 6
