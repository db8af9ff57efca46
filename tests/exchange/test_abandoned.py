"""What a killed run left beside a target goes away with the next one; what others own stays."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from desktop_app.exchange.abandoned import beside
from desktop_app.exchange.atomic import whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows cannot be asked whether a process lives")


def dead_process() -> int:
    process = multiprocessing.get_context("spawn").Process(target=int)
    process.start()
    process.join()
    return process.pid or 0


def left_by(process: int, path: Path) -> Path:
    head, tail = path.name.split(f"{os.getpid()}-")
    return path.with_name(f"{head}{process}-{tail}")


def test_leavings_of_the_dead_go_and_those_of_the_living_stay(tmp_path: Path) -> None:
    target, dead = tmp_path / "나간것.json", dead_process()
    file, folder = left_by(dead, beside(target, "part")), left_by(dead, beside(target, "part"))
    other = left_by(dead, beside(tmp_path / "other.json", "part"))
    living = beside(target, "part")
    for path in (file, other, living):
        path.write_text("half")
    (folder / "inner").mkdir(parents=True)
    with whole(target) as temporary:
        temporary.write_text("new")
    assert sorted(tmp_path.iterdir()) == sorted([target, other, living])


def test_a_folder_moved_aside_by_a_killed_run_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "out"
    aside = left_by(dead_process(), beside(target, "old"))
    aside.mkdir()
    (aside / "a.txt").write_text("earlier")
    with pytest.raises(ZeroDivisionError), whole(target):
        raise ZeroDivisionError
    assert (target / "a.txt").read_text() == "earlier"


def test_the_longest_korean_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("가" * 83 + ".json")
    with whole(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"
