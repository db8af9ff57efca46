"""Settings: forgiving when read, whole when written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.settings import Settings


def test_what_is_saved_comes_back(tmp_path: Path):
    path = tmp_path / "settings.json"
    before = Settings()
    before.general.language = "ko"
    before.reading.size = 15.5
    before.window.places["/tmp/가.dadeum"] = [3, 17]
    before.keys["accept"] = "Enter"
    before.filters["남은 것"] = {"states": ["new"]}
    settings.save(before, path)
    assert settings.load(path) == before
    assert not path.with_suffix(".part").exists()


def test_without_a_file_everything_is_as_declared(tmp_path: Path):
    assert settings.load(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", ["{", "[1, 2]", '"text"', "", "\x00\x01"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: str):
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert settings.load(path) == Settings()
    assert path.with_suffix(".damaged").read_text(encoding="utf-8") == content
    assert not path.exists()


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        ("general", "language", "fr"),
        ("general", "recent", "one"),
        ("general", "recent", [1]),
        ("reading", "size", 400),
        ("reading", "size", True),
        ("reading", "measure", 41.5),
        ("review", "sure", -0.1),
        ("window", "places", {"a": "b"}),
        ("window", "queue", "yes"),
    ],
)
def test_a_value_that_does_not_fit_takes_its_default(group: str, name: str, value: object):
    read = settings.from_dict({group: {name: value}})
    assert getattr(getattr(read, group), name) == getattr(getattr(Settings(), group), name)


def test_a_whole_number_does_for_a_fraction():
    read = settings.from_dict({"reading": {"size": 14}})
    assert read.reading.size == 14.0
    assert isinstance(read.reading.size, float)


def test_what_a_newer_version_knows_is_left_out(tmp_path: Path):
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"version": 99, "general": {"theme": "dark", "later": 1}, "later": {}}), "utf-8"
    )
    assert settings.load(path).general.theme == "dark"


def test_older_versions_are_led_to_the_present_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings, "VERSION", 2)
    monkeypatch.setattr(
        settings, "MIGRATIONS", {1: lambda data: {**data, "general": {"theme": data["general"]["look"]}}}
    )
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 1, "general": {"look": "dark"}}), "utf-8")
    assert settings.load(path).general.theme == "dark"


def test_the_last_project_is_first_and_ten_are_kept():
    made = Settings()
    for number in range(12):
        made.remember_project(Path(f"/p/{number}.dadeum"))
    made.remember_project(Path("/p/5.dadeum"))
    assert made.general.recent[0] == str(Path("/p/5.dadeum"))
    assert len(made.general.recent) == len(set(made.general.recent)) == settings.RECENT


def test_a_second_settings_object_shares_nothing():
    one, other = Settings(), Settings()
    one.window.folded.append("tags")
    one.general.recent.append("x")
    assert "tags" not in other.window.folded
    assert not other.general.recent
