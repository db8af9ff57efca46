"""The files that a list of paths stands for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def iter_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file of `paths`, folders walked in sorted order; hidden files and folders are left out.

    A path that was named itself is always given, even hidden or missing (reading it then says what is wrong).
    Links to folders are followed once: a folder that is reached again (a loop) is not walked again. Links that
    lead nowhere and folders that may not be opened are given too, for the same reason.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        key = (status.st_dev, status.st_ino)
        if key in seen:
            return
        seen.add(key)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if _is_folder(entry):
            yield from _walk(Path(entry.path), seen)
        elif _is_file(entry) or entry.is_symlink():
            yield Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
