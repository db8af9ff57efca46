"""Where the program's own data and the user's data live."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("dadeum", appauthor=False, roaming=False)


@cache
def resources_dir() -> Path:
    """Folder of `resources/`: inside the package in a wheel or a frozen program, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


@cache
def seeds_dir() -> Path:
    """Folder of the sample articles, looked for in the same two places as `resources/`."""
    package = Path(__file__).resolve().parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def user_data_dir() -> Path:
    """Folder for what belongs to this user on this machine (sample project, models learnt); made when missing."""
    path = Path(_DIRS.user_data_dir)
    path.mkdir(parents=True, exist_ok=True)
    return path


def models_dir() -> Path:
    """Folder of the models that projects have learnt, one folder each; it need not be there."""
    return user_data_dir() / "models"


def user_config_dir() -> Path:
    """Folder of the settings file; made when missing."""
    path = Path(_DIRS.user_config_dir)
    path.mkdir(parents=True, exist_ok=True)
    return path


def user_log_dir() -> Path:
    """Folder of the log files; made when missing."""
    path = Path(_DIRS.user_log_dir)
    path.mkdir(parents=True, exist_ok=True)
    return path
