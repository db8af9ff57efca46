"""What is installed is what pyproject.toml allows, exactly pinned, from nowhere in particular."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .checkout import PACKAGING, modules_of, pyproject

PINNED = ("requirements", "requirements-dev", "requirements-app")


def _wanted(path: Path) -> list[Requirement]:
    lines = (line.split(" #")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]


def _pins(name: str) -> list[tuple[Requirement, int]]:
    """Each pin of a compiled file with its number of hashes."""
    text = re.sub(
        r"^\s*#.*$", "", (PACKAGING / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    entries = re.sub(r"\\\n", " ", text).split("\n")
    return [
        (Requirement(entry.split("--hash")[0].strip()), entry.count("--hash=sha256:"))
        for entry in entries
        if entry.strip()
    ]


def _versions(pins: list[tuple[Requirement, int]], name: str) -> list[str]:
    return [
        str(pin.specifier).removeprefix("==")
        for pin, _ in pins
        if canonicalize_name(pin.name) == canonicalize_name(name)
    ]


@pytest.mark.parametrize("name", PINNED)
def test_every_pin_is_exact_and_hashed(name: str) -> None:
    pins = _pins(name)
    assert pins
    assert [str(pin) for pin, hashes in pins if not str(pin.specifier).startswith("==") or not hashes] == []


@pytest.mark.parametrize("name", PINNED)
def test_pins_come_from_no_address(name: str) -> None:
    text = (PACKAGING / f"{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)://|^\s*-(?!-hash)\S+|^\s*--(?!hash)\S+", text) == []


@pytest.mark.parametrize("name", PINNED)
def test_everything_asked_for_is_pinned(name: str) -> None:
    pins = _pins(name)
    wanted = _wanted(PACKAGING / f"{name}.in")
    assert [str(each) for each in wanted if not _versions(pins, each.name)] == []
    outside = [
        f"{each} is pinned to {version}"
        for each in wanted
        for version in _versions(pins, each.name)
        if not each.specifier.contains(version)
    ]
    assert outside == []


def test_pins_lie_in_the_ranges_of_the_package() -> None:
    pins = _pins("requirements")
    declared = [Requirement(each) for each in pyproject()["project"]["dependencies"]]
    assert [each.name for each in declared if not _versions(pins, each.name)] == []
    outside = [
        str(each)
        for each in declared
        for version in _versions(pins, each.name)
        if not each.specifier.contains(version)
    ]
    assert outside == []


def test_package_and_requirements_name_the_same() -> None:
    declared = {canonicalize_name(Requirement(each).name) for each in pyproject()["project"]["dependencies"]}
    asked = {canonicalize_name(each.name) for each in _wanted(PACKAGING / "requirements.in")}
    assert declared ^ asked == set()


def test_qt_stays_below_what_was_tried() -> None:
    (qt,) = _versions(_pins("requirements"), "PySide6-Essentials")
    assert tuple(map(int, qt.split(".")[:2])) < (6, 12)


def _imported(folder: str) -> set[str]:
    """Top-level names of the distributions' modules that any module of a folder imports, late imports included."""
    names = set()
    for path in modules_of(folder):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"desktop_app"}


def _provided_by(names: list[str]) -> dict[str, str]:
    """Importable top-level name → the declared requirement that brings it."""
    brings = packages_distributions()
    wanted = {canonicalize_name(name) for name in names}
    return {
        module: canonicalize_name(each)
        for module, held in brings.items()
        for each in held
        if canonicalize_name(each) in wanted
    }


def test_every_import_is_declared_and_every_declaration_is_imported() -> None:
    project = pyproject()["project"]
    needed = [Requirement(each).name for each in project["dependencies"]]
    optional = [
        Requirement(each).name for more in project.get("optional-dependencies", {}).values() for each in more
    ]
    provided = _provided_by(needed)
    imported = _imported("desktop_app")
    undeclared = imported - set(provided) - {name.replace("-", "_").lower() for name in optional}
    assert undeclared == set()
    brought = {provided[name] for name in imported if name in provided}
    assert {canonicalize_name(name) for name in needed} - brought == set()
