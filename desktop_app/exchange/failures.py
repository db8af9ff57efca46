"""Why an export cannot be written: one class, one message code, one clear line for each reason."""

from __future__ import annotations

import errno
from pathlib import Path

from desktop_app.domain.errors import ExportFailed

_WINDOWS_BUSY = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


class DiskFull(ExportFailed):
    """No room is left where the export should go."""

    code = "export.disk_full"
    text = "{path}: the disk is full. Nothing was written."


class NotWritable(ExportFailed):
    """The target or its folder is read-only."""

    code = "export.not_writable"
    text = "{path} may not be written. Choose another folder."


class FolderMissing(ExportFailed):
    """The folder that should hold the target does not exist."""

    code = "export.folder_missing"
    text = "{path}: its folder does not exist."


class TargetBusy(ExportFailed):
    """Another program has the target open."""

    code = "export.busy"
    text = "{path} is open in another program. Close it there first."


class BadName(ExportFailed):
    """A file system cannot hold the target's name."""

    code = "export.bad_name"
    text = "{path}: a file cannot have this name ({reason})."


class FolderTaken(ExportFailed):
    """The target folder holds files that no export put there."""

    code = "export.folder_taken"
    text = "{path} already holds other files. Choose an empty or a new folder."


class KindTaken(ExportFailed):
    """A folder stands where a file should go, or a file where a folder should."""

    code = "export.kind_taken"
    text = "{path}: a {found} of this name is already there."


class LabelNotHeld(ExportFailed):
    """The target format cannot write a label's code."""

    code = "export.label_not_held"
    text = "{path}: {format} cannot hold the label {label!r}. Map it to another code."


class TextNotHeld(ExportFailed):
    """An article holds something that the target format cannot write."""

    code = "export.text_not_held"
    text = "{path}: article {article}: {reason}."


class PackageMissing(ExportFailed):
    """A format needs a package that is not installed."""

    code = "export.package_missing"
    text = "{path}: this format needs {package}. Install it with: pip install dadeum[{extra}]"


_BY_ERRNO: dict[int, type[ExportFailed]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NotWritable,
    errno.EPERM: NotWritable,
    errno.EROFS: NotWritable,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.EBUSY: TargetBusy,
    errno.ETXTBSY: TargetBusy,
    errno.ENAMETOOLONG: BadName,
    errno.EINVAL: BadName,
}


def failure_of(error: OSError, target: Path) -> ExportFailed:
    """The export error that says what an OSError means for `target`."""
    if getattr(error, "winerror", None) in _WINDOWS_BUSY:
        return TargetBusy(path=str(target))
    found = _BY_ERRNO.get(error.errno or 0, ExportFailed)
    return found(path=str(target), reason=error.strerror or str(error))
