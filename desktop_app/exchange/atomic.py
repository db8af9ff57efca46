"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.exchange.abandoned import beside as _beside
from desktop_app.exchange.abandoned import clear_abandoned
from desktop_app.exchange.failures import BadName, FolderTaken, KindTaken, NotWritable, failure_of

MARKER = ".dadeum-export"
"""File that says that a folder is an export of ours and may be replaced by the next one."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_FSYNC_EACH = 64


def check_name(name: str, *, windows: bool = os.name == "nt") -> str:
    """What is wrong with a file's name, or "".

    On Windows: reserved device names, forbidden characters, a blank or full stop at the end (Microsoft,
    "Naming Files, Paths, and Namespaces"). Everywhere: more than 255 bytes of UTF-8, a null character.
    """
    if len(name.encode("utf-8", "surrogatepass")) > 255:
        return "too long"
    if "\0" in name:
        return "it holds a null character"
    return _windows_fault(name) if windows else ""


def _windows_fault(name: str) -> str:
    if _RESERVED.fullmatch(name):
        return "Windows keeps it for a device"
    found = _FORBIDDEN.search(name)
    if found:
        return f"Windows does not allow {found.group()!r}"
    return "Windows does not allow a blank or a full stop at the end" if name[-1:] in {" ", "."} else ""


@contextmanager
def whole(target: Path, *, folder: bool = False, kind: str = "") -> Iterator[Path]:
    """A temporary path beside `target` that takes its place when the block ends without an exception.

    Inside the block the path is free (a file) or an empty folder. Raises ExportFailed, in a subclass that
    says why, and leaves nothing behind. An existing folder is replaced only when it is empty or an earlier export.
    `kind` is written into a folder's marker.
    """
    fault = check_name(target.name)
    if fault:
        raise BadName(path=str(target), reason=fault)
    _check_free(target, folder)
    clear_abandoned(target)
    temporary = _beside(target, "part")
    try:
        if folder:
            temporary.mkdir()
        yield temporary
        if folder:
            (temporary / MARKER).write_bytes(f"{kind}\n".encode())
        _to_disk(temporary)
        _put_in_place(temporary, target)
    except OSError as error:
        raise failure_of(error, target) from error
    finally:
        _remove(temporary)


def _check_free(target: Path, folder: bool) -> None:
    if folder and target.is_file():
        raise KindTaken(path=str(target), found="file")
    if target.is_file():
        if _is_database(target):
            raise KindTaken(path=str(target), found="project")
        if not os.access(target, os.W_OK):  # a rename would replace it all the same
            raise NotWritable(path=str(target))
    if target.is_dir():
        if not folder:
            raise KindTaken(path=str(target), found="folder")
        if not (target / MARKER).is_file() and any(target.iterdir()):
            raise FolderTaken(path=str(target))


def _is_database(path: Path) -> bool:
    """Whether a file is a project or another SQLite database, which no export may replace."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
    return False


def _to_disk(path: Path) -> None:
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    if len(files) > _FSYNC_EACH and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _put_in_place(temporary: Path, target: Path) -> None:
    if not target.is_dir():
        temporary.replace(target)
    else:
        old = _beside(target, "old")
        target.replace(old)
        try:
            temporary.replace(target)
        except OSError:
            old.replace(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    _folder_to_disk(target.parent)


def _folder_to_disk(folder: Path) -> None:
    """Make the new name itself durable, where the system can (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def digest(path: Path) -> str:
    """SHA-256 of a file; of a folder: of the lines "hash  name" of its files by name, without the marker."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    lines = (
        f"{digest(p)}  {p.relative_to(path).as_posix()}\n" for p in sorted(path.rglob("*")) if p.is_file()
    )
    return hashlib.sha256(
        "".join(line for line in lines if not line.endswith(f"  {MARKER}\n")).encode()
    ).hexdigest()
