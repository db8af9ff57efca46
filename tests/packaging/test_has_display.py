"""A window opens where a display answers, and nothing aborts where none does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .checkout import PACKAGING

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
UNUSED = 60_000 + os.getpid() % 5_000  # no X server numbers its display so


def _has_display(**variables: str) -> bool:
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}
    environ = {key: value for key, value in os.environ.items() if key not in unset}
    command = [sys.executable, str(PACKAGING / "has_display.py")]
    done = subprocess.run(command, env=environ | variables, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode == 0


@pytest.fixture
def x_server() -> Iterator[int]:
    """A socket in the place where the X server of this display number listens."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(f"\0/tmp/.X11-unix/X{UNUSED}")
        door.listen()
        yield UNUSED


def test_x_server_that_answers(x_server: int) -> None:
    assert _has_display(DISPLAY=f":{x_server}")
    assert _has_display(DISPLAY=f"unix:{x_server}.0")


@pytest.mark.parametrize("display", ["", f":{UNUSED}", "nonsense", f"127.0.0.1:{UNUSED - 59_000}"])
def test_x_server_that_does_not(display: str) -> None:
    assert not _has_display(DISPLAY=display)


def test_wayland(tmp_path: Path) -> None:
    assert not _has_display(WAYLAND_DISPLAY="wayland-0", XDG_RUNTIME_DIR=str(tmp_path))
    (tmp_path / "wayland-0").touch()
    assert _has_display(WAYLAND_DISPLAY="wayland-0", XDG_RUNTIME_DIR=str(tmp_path))


def test_chosen_platform_needs_none() -> None:
    assert _has_display(QT_QPA_PLATFORM="offscreen")
    assert not _has_display()
