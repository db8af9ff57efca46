"""A fresh folder gets its environment once, quickly and without questions, and again when something changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .checkout import PACKAGING, ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell makes the environment")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with a blank and Hangul in its name, that needs no package at all."""
    root = tmp_path / "새 폴더" / "dadeum"
    (root / "packaging").mkdir(parents=True)
    for name in ("environment.sh", "debian-packages.sh", "has_display.py"):
        shutil.copy(PACKAGING / name, root / "packaging" / name)
    shutil.copy(ROOT / "Makefile", root / "Makefile")
    for name in ("requirements", "requirements-dev", "requirements-app"):
        (root / "packaging" / f"{name}.txt").write_text("# nothing\n", encoding="utf-8")
    (root / "desktop_app").mkdir()
    (root / "desktop_app" / "__init__.py").touch()
    (root / "desktop_app" / "cli.py").write_text("def main():\n    print('다듬')\n", encoding="utf-8")
    return root


def _environment(root: Path, purpose: str = "run", **variables: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHON": sys.executable, "PIP_RETRIES": "0", **variables}
    command = [str(root / "packaging" / "environment.sh"), purpose]
    return subprocess.run(command, cwd="/", env=environ, capture_output=True, text=True, check=False)


def test_second_time_does_nothing(checkout: Path) -> None:
    first = _environment(checkout, "test")
    assert (first.returncode, "Making .venv" in first.stderr) == (0, True), first.stderr
    stamps = {path.name: path.stat().st_mtime_ns for path in (checkout / ".venv").glob("*.stamp")}
    assert set(stamps) == {"dadeum-run.stamp", "dadeum-test.stamp"}
    for purpose in ("test", "run"):
        again = _environment(checkout, purpose)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert stamps == {path.name: path.stat().st_mtime_ns for path in (checkout / ".venv").glob("*.stamp")}

    done = subprocess.run(
        [checkout / ".venv/bin/dadeum"], cwd="/", capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("다듬\n", "")


def test_changed_pins_and_moved_folders_are_noticed(checkout: Path) -> None:
    assert _environment(checkout).returncode == 0
    pins = checkout / "packaging" / "requirements.txt"
    pins.write_text("# something else\n", encoding="utf-8")
    assert "Installing into .venv" in _environment(checkout).stderr
    moved = checkout.rename(checkout.with_name("moved"))
    assert "Making .venv" in _environment(moved).stderr
    (moved / ".venv" / "bin" / "python").unlink()
    assert "Making .venv" in _environment(moved).stderr


def test_missing_network_is_told_in_a_line(checkout: Path) -> None:
    pins = checkout / "packaging" / "requirements.txt"
    pins.write_text("nowhere-to-be-found==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
    done = _environment(checkout, PIP_INDEX_URL="http://127.0.0.1:9/", **nowhere)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Could not fetch the packages: is there a network?")
    pins.write_text("# nothing\n", encoding="utf-8")
    assert _environment(checkout).returncode == 0


@pytest.mark.parametrize("python", ["/nonexistent/python3", "false"])
def test_unfit_interpreter_is_told_in_a_line(checkout: Path, python: str) -> None:
    done = _environment(checkout, PYTHON=python)
    assert (done.returncode, done.stderr) == (1, f"PYTHON={python} is not Python 3.11 or newer.\n")


def test_make_runs_from_any_folder(checkout: Path) -> None:
    environ = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DISPLAY", "WAYLAND_DISPLAY", "MAKEFLAGS"}
    }
    environ |= {"PYTHON": sys.executable, "QT_QPA_PLATFORM": "offscreen"}
    command = ["make", "-j4", "-f", str(checkout / "Makefile"), "run", "tour"]
    done = subprocess.run(command, cwd="/", env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("다듬\n") == 2
