"""A theme: named colours read from a TOML file, and the label hues made legible on its paper."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor

from desktop_app.domain.errors import BrokenResource

TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text
LINE_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: graphical objects
REQUIRED = (
    "paper",
    "panel",
    "raised",
    "hover",
    "pressed",
    "selection",
    "ink",
    "quiet",
    "faint",
    "hairline",
    "outline",
    "accent",
    "accent_ink",
    "good",
    "warning",
    "danger",
)


@dataclass(frozen=True)
class Theme:
    """Colours by name. `tint` is the share of a label's hue laid over paper behind an accepted mention.

    `paper` lies under the article, `panel` under everything beside it, `raised` under menus, cards and fields.
    `ink`, `quiet`, `faint` are text in three strengths; `hairline` separates, `outline` surrounds fields.
    """

    name: str
    dark: bool
    tint: float
    colours: Mapping[str, str] = field(default_factory=dict)

    def colour(self, name: str) -> QColor:
        """A colour of the theme by name."""
        return QColor(self.colours[name])

    def label_line(self, hue: str) -> QColor:
        """A label's hue for underlines, dots and bars: at least 3:1 on paper."""
        return QColor(_legible(hue, self.colours["paper"], LINE_CONTRAST))

    def label_ink(self, hue: str) -> QColor:
        """A label's hue for small text: at least 4.5:1 on paper."""
        return QColor(_legible(hue, self.colours["panel"], TEXT_CONTRAST))

    def label_tint(self, hue: str) -> QColor:
        """A label's hue laid over paper, for the background of an accepted mention; opaque."""
        return mixed(QColor(hue), self.colour("paper"), self.tint)


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """`share` of one colour over another, opaque."""
    parts = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=512)
def _legible(hue: str, paper: str, ratio: float) -> str:
    """The hue moved towards black or white until it stands out enough from the paper."""
    ground = QColor(paper)
    far = QColor("white" if ground.lightnessF() < 0.5 else "black")
    for step in range(20):
        colour = mixed(far, QColor(hue), step / 20)
        if contrast(colour, ground) >= ratio:
            return colour.name()
    return far.name()


def load_theme(path: Path) -> Theme:
    """Read a theme file; raises BrokenResource when it cannot be read or lacks a colour."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        theme = Theme(data["name"], bool(data["dark"]), float(data["tint"]), dict(data["colours"]))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BrokenResource(path=path, reason=f"{type(error).__name__}: {error}") from error
    missing = [n for n in REQUIRED if not QColor(theme.colours.get(n, "")).isValid()]
    if missing:
        raise BrokenResource(path=path, reason=f"no colour {', '.join(missing)}")
    return theme


def load_themes(folder: Path) -> dict[str, Theme]:
    """Every theme of a folder by name."""
    return {t.name: t for t in (load_theme(p) for p in sorted(folder.glob("*.toml")))}
