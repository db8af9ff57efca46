"""The models that a project has learnt: one folder each, v1, v2, …, beside the one that ships."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NAME = re.compile(r"v(\d+)")
_DESCRIPTION = "model.json"


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """A learnt model: when (UTC, ISO 8601), from how many articles, its F1 and the old model's on `unseen` ones.

    `on` is the version of the shipped model that it was learnt on top of; `learnt_from` are articles' keys.
    """

    name: str
    when: str
    articles: int
    unseen: int
    old: float
    new: float
    compared_with: str
    on: str
    learnt_from: frozenset[str]


class ModelVersions:
    """The learnt models under a folder, which need not be there. A damaged one counts as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[ModelVersion]:
        """Every readable version, oldest first."""
        names = [p.name for p in self._folder.glob("v*") if _NAME.fullmatch(p.name)]
        found = (self.get(name) for name in sorted(names, key=_number))
        return [version for version in found if version is not None]

    def get(self, name: str) -> ModelVersion | None:
        """A version by name; None where there is none, or none that can be read."""
        if not _NAME.fullmatch(name):
            return None
        try:
            about = json.loads((self.folder(name) / _DESCRIPTION).read_text(encoding="utf-8"))
            return _version(name, about)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def folder(self, name: str) -> Path:
        """Where a version lies."""
        return self._folder / name

    def next_name(self) -> str:
        """The name of the next version; a number is not given twice while its folder stands."""
        taken = [_number(p.name) for p in self._folder.glob("v*") if _NAME.fullmatch(p.name)]
        return f"v{max(taken, default=0) + 1}"


def shipped_version(resources: Path) -> str:
    """The version of the model that ships, "" where it says nothing."""
    try:
        about = json.loads((resources / "model" / _DESCRIPTION).read_text(encoding="utf-8"))
        return str(about.get("version", ""))
    except (OSError, ValueError, AttributeError):
        return ""


def _number(name: str) -> int:
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else 0


def _version(name: str, about: dict[str, Any]) -> ModelVersion:
    scores = about["scores"]
    return ModelVersion(
        name,
        str(about["when"]),
        int(about["articles"]),
        int(scores["unseen_articles"]),
        float(scores["old"]),
        float(scores["new"]),
        str(about.get("compared_with", "")),
        str(about["on"]),
        frozenset(map(str, about["learnt_from"])),
    )
