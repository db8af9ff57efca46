"""The wheel carries what the program needs, and nothing else, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .checkout import ROOT, own_files, relative


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=installed, env=environ, capture_output=True, text=True, check=False)


def test_wheel_holds_program_resources_and_samples(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}
    expected = set()
    for path in map(relative, own_files()):
        if path.startswith("desktop_app/"):
            expected.add(path)
        elif path.startswith(("resources/", "seeds/")):
            expected.add("desktop_app/" + path)
    assert {path for path in expected ^ held if not path.endswith(".gitattributes")} == set()


def test_wheel_runs_without_the_checkout(installed: Path) -> None:
    done = _run(installed, "-m", "desktop_app.cli", "--help")
    assert done.returncode == 0, done.stderr
    assert "import" in done.stdout
    where = "from desktop_app.paths import *; print(resources_dir(), seeds_dir(), sep='\\n')"
    assert _run(installed, "-c", where).stdout.splitlines() == [
        str(installed / "desktop_app" / "resources"),
        str(installed / "desktop_app" / "seeds"),
    ]


def test_wheel_names_its_command_and_licence(installed: Path) -> None:
    (metadata,) = installed.glob("dadeum-*.dist-info")
    assert "dadeum = desktop_app.cli:main" in (metadata / "entry_points.txt").read_text(encoding="utf-8")
    assert {path.name for path in (metadata / "licenses").iterdir()} == {"LICENSE", "NOTICE"}
