"""Settings of this user on this machine: declared once as typed groups, kept in one JSON file."""

from __future__ import annotations

import json
import logging
import types
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

VERSION = 1
RECENT = 10

_log = logging.getLogger(__name__)


def _number(default: float, low: float, high: float) -> Any:  # noqa: ANN401
    return field(default=default, metadata={"low": low, "high": high})


def _choice(default: str, *choices: str) -> Any:  # noqa: ANN401
    return field(default=default, metadata={"choices": choices})


@dataclass
class GeneralSettings:
    """Language and theme ("system" follows the desktop), who reviews, which projects were open last."""

    language: str = _choice("system", "system", "ko", "en")
    theme: str = field(default="system")
    reviewer: str = ""
    recent: list[str] = field(default_factory=list)
    reopen: bool = True
    told: list[str] = field(default_factory=list)


@dataclass
class ReadingSettings:
    """How an article is set: family ("" the best installed), points (0: by the system's size), measure in Hangul."""

    family: str = ""
    serif: bool = False
    size: float = _number(0.0, 0.0, 48.0)
    line_height: float = _number(1.7, 1.2, 2.4)
    measure: int = _number(42, 24, 80)
    whole_words: bool = True


@dataclass
class ReviewSettings:
    """`sure` is the confidence from which a suggestion counts as sure, `ask` below which finishing asks.

    `learn_every` is the number of newly reviewed articles after which the model learns; 0 is never.
    """

    sure: float = _number(0.9, 0.0, 1.0)
    ask: float = _number(0.5, 0.0, 1.0)
    show_rejected: bool = False
    show_confidence: bool = False
    learn_every: int = _number(5, 0, 1000)


@dataclass
class WindowSettings:
    """What the window looked like: geometry in Base64, panel widths, what was hidden, where one was reading."""

    geometry: str = ""
    sizes: list[int] = field(default_factory=list)
    queue: bool = True
    inspector: bool = True
    search_height: int = _number(240, 120, 2000)
    folded: list[str] = field(default_factory=lambda: ["metadata", "notes"])
    places: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class Settings:
    """Every setting. `keys` maps action ids to changed shortcuts, `filters` names to saved queue filters.

    `tables` maps the headers of a table (joined by tabs) to which column of it is what.
    """

    general: GeneralSettings = field(default_factory=GeneralSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    window: WindowSettings = field(default_factory=WindowSettings)
    keys: dict[str, str] = field(default_factory=dict)
    filters: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, dict[str, str]] = field(default_factory=dict)

    def remember_project(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        text = str(path)
        self.general.recent = [text, *(p for p in self.general.recent if p != text)][:RECENT]


Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: dict[int, Migration] = {}
"""Version → what makes the next version's data of it."""


def load(path: Path) -> Settings:
    """The settings of a file; whatever is missing, of the wrong type or out of bounds takes its default.

    A file that is no JSON object is set aside as `.damaged`; one of a newer version is read as far as it goes.
    """
    try:
        data = dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as error:
        _log.warning("settings in %s are not readable: %s", path, error)
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return Settings()
    return from_dict(_migrated(data))


def _migrated(data: dict[str, Any]) -> dict[str, Any]:
    version = data.get("version", VERSION)
    while isinstance(version, int) and version in MIGRATIONS:
        data = MIGRATIONS[version](data)
        version += 1
    return data


def from_dict(data: Mapping[str, Any]) -> Settings:
    """Settings of plain data, forgiving as `load` describes."""
    settings = Settings()
    _fill(settings, data)
    return settings


def _fill(target: Any, data: Mapping[str, Any]) -> None:  # noqa: ANN401
    hints = get_type_hints(type(target))
    for declared in fields(target):
        value, hint = data.get(declared.name), hints[declared.name]
        if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
            if isinstance(value, dict):
                _fill(getattr(target, declared.name), value)
        elif value is not None and _fits(value, hint, declared):
            setattr(target, declared.name, float(value) if hint is float else value)


def _fits(value: object, hint: Any, declared: Field[Any] | None = None) -> bool:  # noqa: ANN401
    bounds = declared.metadata if declared is not None else types.MappingProxyType({})
    if "choices" in bounds:
        return value in bounds["choices"]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is list:
        return isinstance(value, list) and all(_fits(v, inner[0]) for v in value)
    if origin is dict:
        return isinstance(value, dict) and all(
            isinstance(k, str) and _fits(v, inner[1]) for k, v in value.items()
        )
    if hint is Any:
        return True
    if hint in {int, float}:
        number = isinstance(value, (int, float) if hint is float else int) and not isinstance(value, bool)
        return number and ("low" not in bounds or bounds["low"] <= value <= bounds["high"])
    return isinstance(value, hint)


def save(settings: Settings, path: Path) -> None:
    """Write the settings; the file is there whole or as it was. Raises OSError."""
    data = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1, sort_keys=True)
    part = path.with_suffix(".part")
    part.write_text(data + "\n", encoding="utf-8")
    part.replace(path)
