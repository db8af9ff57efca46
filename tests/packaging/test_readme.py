"""What the documents promise is there: commands, targets, keys, files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desktop_app.cli import cli
from desktop_app.exchange import exporters
from desktop_app.reading.registry import endings

from .checkout import ROOT

DOCUMENTS = ("README.md", "README.ko.md", "CONTRIBUTING.md")
READMES = DOCUMENTS[:2]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", _text(name)) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
    named = re.findall(r"`((?:resources|packaging|tests|seeds|desktop_app)/[\w./-]+)`", _text(name))
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_targets_are_in_the_makefile(name: str) -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", _text(name), re.MULTILINE)) <= targets


@pytest.mark.parametrize("name", READMES)
def test_commands_exist(name: str) -> None:
    named = set(re.findall(r"(?:`|^)dadeum ([a-z]+)", _text(name), re.MULTILINE))
    assert named <= set(cli.commands)
    assert named >= {"import", "suggest", "export", "stats", "check", "tour"}


def _keys(name: str) -> list[str]:
    cells = [line.split("|")[1] for line in _text(name).splitlines() if line.startswith("| `")]
    return [key for cell in cells for key in re.findall(r"`([^`]+)`", cell)]


def test_keys_are_those_of_the_desk() -> None:
    files = ("shortcuts.toml", "window_actions.toml")
    texts = [(ROOT / "resources" / file).read_text(encoding="utf-8") for file in files]
    actions = [action for text in texts for action in tomllib.loads(text)["actions"]]
    bound = {key for action in actions for key in action.get("keys", ())}
    modifiers = {"Shift", "Ctrl+Shift"}
    assert set(_keys("README.md")) - bound - modifiers - set("1234567890") == set()


def test_both_languages_name_the_same_keys() -> None:
    assert _keys("README.md") == _keys("README.ko.md") != []


@pytest.mark.parametrize("name", READMES)
def test_every_format_is_named(name: str) -> None:
    told = _text(name).casefold()
    words = {re.split(r"[-.]", exporter)[0] for exporter in exporters()} - {
        "reviewed",
        "hugging",
        "uima",
        "web",
    }
    missing = {word for word in words if word not in told and not (name == "README.ko.md" and word == "nikl")}
    assert {word.replace("label", "label studio") for word in missing} == set()


def test_pictures_are_pictures() -> None:
    pictures = sorted(Path(ROOT / "packaging" / "screenshots").glob("*.png"))
    assert pictures
    assert [p.name for p in pictures if not p.read_bytes().startswith(b"\x89PNG")] == []


@pytest.mark.parametrize("name", READMES)
def test_every_kind_of_file_is_named(name: str) -> None:
    told = _text(name).casefold()
    other_words = {
        "md": "markdown",
        "markdown": "m",
        "txt": "text",
        "htm": "html",
        "xhtml": "html",
        "ndjson": "jsonl",
    }
    if name == "README.ko.md":
        other_words |= {"md": "마크다운", "txt": "텍스트", "text": "텍스트"}
    assert [each for each in endings() if other_words.get(each, each) not in told] == []
