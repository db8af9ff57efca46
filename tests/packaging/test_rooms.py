"""The house keeps its rooms: imports run one way, modules stay small, names say something."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from desktop_app import __version__

from .checkout import ROOT, modules_of, own_files, pyproject, relative

MOST_LINES = 500
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common", "stuff"}
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.~$}-])/(?:work|root|home/[a-z]+|Users/[a-z]+)/")
PACKAGE_ADDRESS = re.compile(
    r"https?://\S+/simple\b|\bindex-url\b|\bfind-links [=/]|https?://\S+\.(?:whl|tar\.gz)\b"
)
LARGEST_FILE = 8_000_000  # bytes; what grows past it belongs in a release, not in the history


def test_imports_run_one_way() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_contracts_name_every_room() -> None:
    layers = " ".join(pyproject()["tool"]["importlinter"]["contracts"][0]["layers"])
    rooms = {path.parent.name for path in (ROOT / "desktop_app").glob("*/__init__.py")}
    assert rooms - set(re.findall(r"desktop_app\.(\w+)", layers)) == set()


@pytest.mark.parametrize("folder", ["desktop_app", "tests", "packaging"])
def test_modules_hold_one_idea(folder: str) -> None:
    lines = {
        relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules_of(folder)
    }
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_module_names_say_something() -> None:
    parts = {
        part.lower()
        for path in modules_of("desktop_app")
        for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert parts & SAYS_NOTHING == set()


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in own_files():
        if path.name == "test_rooms.py" or path.stat().st_size > LARGEST_FILE:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{relative(path)}: {line.strip()[:120]}" for line in text.splitlines() if pattern.search(line)
        ]
    return found


def test_no_file_names_a_machine() -> None:
    assert _lines_with(MACHINE_PATH) == []


def test_no_file_names_a_package_address() -> None:
    assert [line for line in _lines_with(PACKAGE_ADDRESS) if "--no-emit" not in line] == []


def test_no_file_is_too_large() -> None:
    assert [relative(path) for path in own_files() if path.stat().st_size > LARGEST_FILE] == []


def test_changelog_tells_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_command_line_starts_light() -> None:
    heavy = ("PySide6", "kiwipiepy", "numpy", "pyarrow", "trafilatura", "openpyxl")
    code = f"import sys, desktop_app.cli; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
