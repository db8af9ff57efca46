"""Temporary files beside an export's target, and what a run that was killed left of them."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_DAY = 86_400
_SHOWN_OF_NAME = 50  # of at most four bytes each, so that the whole stays below 255


def beside(target: Path, kind: str) -> Path:
    """A free hidden name beside `target` that tells which process made it; `kind` is "part" or "old"."""
    return target.with_name(f"{_stem(target)}{os.getpid()}-{secrets.token_hex(6)}.{kind}")


def clear_abandoned(target: Path) -> None:
    """Remove what killed runs left beside `target`; a folder that one had moved aside takes its place again."""
    with suppress(OSError):
        for path, kind in list(_abandoned(target)):
            if kind == "old" and not target.exists():
                path.replace(target)
            elif path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


def _stem(target: Path) -> str:
    return f".{target.name[:_SHOWN_OF_NAME]}."


def _abandoned(target: Path) -> Iterator[tuple[Path, str]]:
    ours = re.compile(re.escape(_stem(target)) + r"(\d+)-[0-9a-f]{12}\.(part|old)")
    for path in target.parent.iterdir():
        found = ours.fullmatch(path.name)
        if found and not _is_alive(int(found.group(1)), path):
            yield path, found.group(2)


def _is_alive(process: int, path: Path) -> bool:
    """Whether the process that made `path` still runs; Windows has no harmless way to ask, there a day decides."""
    if os.name == "nt":
        return time.time() - path.stat().st_mtime < _DAY
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
