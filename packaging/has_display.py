"""Exit 0 when a window can be opened here, 1 when not. Qt itself aborts where no display answers."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path


def has_wayland() -> bool:
    """True when the compositor's socket exists."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def has_x11() -> bool:
    """True when the X server of DISPLAY accepts a connection."""
    found = re.fullmatch(r"(?:[a-z]+/)?([^:]*):(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if found is None:
        return False
    host, number = found[1], int(found[2])
    if not host or host == "unix":
        path = f"/tmp/.X11-unix/X{number}"
        return any(_answers(socket.AF_UNIX, address) for address in (path, "\0" + path))
    return _answers(socket.AF_INET, (host, 6000 + number))


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.settimeout(2)
        try:
            door.connect(address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    needs_none = sys.platform in {"darwin", "win32"} or "QT_QPA_PLATFORM" in os.environ
    sys.exit(0 if needs_none or has_wayland() or has_x11() else 1)
