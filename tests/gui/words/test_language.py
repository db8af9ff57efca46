"""Korean is complete: every string of the sources has a finished translation, with the same places to fill."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.gui.words.language import Language, system_language
from desktop_app.paths import resources_dir

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "desktop_app"
TS = resources_dir() / "translations" / "dadeum_ko.ts"
PLACE = re.compile(r"\{(\w+)[^}]*\}")
PAIRS = {"을/를", "이/가", "은/는", "과/와", "으로/로", "이에요/예요"}


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"no {name}")
    return found


def _messages(path: Path):
    root = ET.parse(path).getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message.find("translation")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translation file as lupdate would leave it now."""
    path = tmp_path_factory.mktemp("ts") / TS.name
    shutil.copy(TS, path)
    sources = [*sorted(str(p) for p in (PACKAGE / "gui").rglob("*.py")), str(PACKAGE / "app.py")]
    command = [_tool("pyside6-lupdate"), *sources, "-ts", str(path), "-no-obsolete", "-locations", "none"]
    subprocess.run(command, check=True, capture_output=True)
    return path


def test_every_string_is_translated(fresh: Path):
    missing = [
        (c, s) for c, s, t in _messages(fresh) if t.get("type") == "unfinished" or not (t.text or "").strip()
    ]
    assert not missing


def test_no_translation_is_left_over(fresh: Path):
    now = {(c, s) for c, s, _ in _messages(fresh)}
    assert {(c, s) for c, s, _ in _messages(TS)} == now


def test_translations_have_the_places_of_their_sources():
    wrong = [
        (c, s) for c, s, t in _messages(TS) if not set(PLACE.findall(t.text or "")) <= set(PLACE.findall(s))
    ]
    lost = [
        (c, s)
        for c, s, t in _messages(TS)
        if set(PLACE.findall(s)) - set(PLACE.findall(t.text or "")) - {"reason"}
    ]
    assert not wrong
    assert not lost


def test_particle_marks_are_of_the_known_pairs():
    marks = {m for _, _, t in _messages(TS) for m in re.findall(r"\[([^\]]*/[^\]]*)\]", t.text or "")}
    assert marks <= PAIRS


def test_the_compiled_file_is_of_this_source(tmp_path: Path):
    made = tmp_path / "dadeum_ko.qm"
    subprocess.run([_tool("pyside6-lrelease"), str(TS), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes()


def test_switching_back_and_forth(qapp):
    language = Language(resources_dir() / "translations")
    language.use("ko")
    assert QCoreApplication.translate("Decision", "Undecided") == "미결정"
    assert QLocale().language() == QLocale.Language.Korean
    language.use("en")
    assert QCoreApplication.translate("Decision", "Undecided") == "Undecided"
    assert language.code == "en"


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [("C", "ko"), ("POSIX", "ko"), ("C.UTF-8", "ko"), ("ko_KR.UTF-8", "ko"), ("en_US.UTF-8", "en")],
)
def test_a_machine_that_nobody_has_set_up_speaks_korean(locale: str, spoken: str):
    """The system's locale is read once, when Qt starts."""
    done = subprocess.run(
        [sys.executable, "-c", f"from {system_language.__module__} import *; print(system_language())"],
        env={**os.environ, "LC_ALL": locale, "LANG": locale, "LANGUAGE": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == spoken


def test_the_file_may_be_replaced_while_it_is_in_use(qapp, tmp_path: Path):
    """An update of the program writes over the file that is read."""
    shutil.copy(TS.with_suffix(".qm"), tmp_path)
    language = Language(tmp_path)
    language.use("ko")
    (tmp_path / "dadeum_ko.qm").write_bytes(b"")
    assert QCoreApplication.translate("Decision", "Undecided") == "미결정"
    language.use("en")
