"""What the tests of this folder look at: the checkout's own files, as git would hand them out."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@cache
def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def own_files() -> tuple[Path, ...]:
    """Tracked files and those that git neither tracks nor ignores; every file outside a git checkout's caches else."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        names = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        names = [path for top in ("desktop_app", "tests", "packaging") for path in (ROOT / top).rglob("*")]
    return tuple(path for path in names if path.is_file() and "__pycache__" not in path.parts)


def modules_of(folder: str) -> list[Path]:
    return sorted(path for path in own_files() if path.suffix == ".py" and path.is_relative_to(ROOT / folder))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
