"""Themes: legible in both, complete, refused when broken."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop_app.domain.errors import BrokenResource
from desktop_app.gui.looks.icons import Icons
from desktop_app.gui.looks.style import style_sheet
from desktop_app.gui.looks.theme import REQUIRED, Theme, contrast, load_theme, load_themes
from desktop_app.paths import resources_dir
from tests.made import schema

THEMES = load_themes(resources_dir() / "themes")


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


def test_light_and_dark_are_there():
    assert {"light", "dark"} <= set(THEMES)
    assert THEMES["dark"].dark
    assert not THEMES["light"].dark


@pytest.mark.parametrize("ground", ["paper", "panel", "raised"])
def test_text_stands_out_from_what_it_stands_on(theme: Theme, ground: str):
    on = theme.colour(ground)
    assert contrast(theme.colour("ink"), on) >= 7
    assert contrast(theme.colour("quiet"), on) >= 4.5
    assert contrast(theme.colour("accent"), on) >= 4.5
    assert contrast(theme.colour("danger"), on) >= 4.5


def test_text_on_the_accent_and_on_selections_is_legible(theme: Theme):
    assert contrast(theme.colour("accent_ink"), theme.colour("accent")) >= 4.5
    assert contrast(theme.colour("ink"), theme.colour("selection")) >= 7


def test_label_colours_are_legible_and_text_on_their_tints_too(theme: Theme):
    for label in schema().labels:
        assert contrast(theme.label_ink(label.colour), theme.colour("panel")) >= 4.5
        assert contrast(theme.label_line(label.colour), theme.colour("paper")) >= 3
        assert contrast(theme.colour("ink"), theme.label_tint(label.colour)) >= 7


def test_label_lines_stay_apart(theme: Theme):
    lines = [theme.label_line(label.colour) for label in schema().labels]
    for one, other in combinations(lines, 2):
        apart = sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
        assert apart > 50, (one.name(), other.name())


def test_contrast_is_what_wcag_says():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_a_theme_without_a_colour_is_refused(tmp_path: Path):
    path = tmp_path / "odd.toml"
    path.write_text(
        'name = "odd"\ndark = false\ntint = 0.1\n[colours]\npaper = "#fff"\nink = "no colour"\n', "utf-8"
    )
    with pytest.raises(BrokenResource, match="accent"):
        load_theme(path)


@pytest.mark.parametrize(
    "content", ["", "name = 3", "][", 'name = "x"\ndark = false\ntint = "a"\n[colours]\n']
)
def test_a_broken_theme_is_refused(tmp_path: Path, content: str):
    path = tmp_path / "odd.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(BrokenResource):
        load_theme(path)


def test_the_style_sheet_leaves_nothing_open(theme: Theme):
    sheet = style_sheet(theme, Path("/x/아이콘"))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert all(theme.colours[name] for name in REQUIRED)


def test_every_icon_draws_something(qapp, theme: Theme):
    folder = resources_dir() / "icons"
    icons = Icons(folder)
    for path in folder.glob("*.svg"):
        image = icons.pixmap(path.stem, 20, theme.colour("ink"), 2).toImage()
        assert image.width() == 40
        drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(0, 40, 2) for y in range(0, 40, 2))
        assert drawn > 3, path.name


def test_an_icon_that_is_missing_is_empty(qapp, theme: Theme):
    icons = Icons(resources_dir() / "icons")
    icons.theme = theme
    assert icons.icon("no such icon").isNull()
