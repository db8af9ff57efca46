"""Which reader reads which file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.decode import decode
from desktop_app.reading.drafts import read_text


def read_file(path: Path) -> list[SourceDraft]:
    """The sources of a file (several of an archive or a table); UnreadableFile with one clear line otherwise."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(file=path.name, reason="is not there any more.") from error
    except OSError as error:
        raise UnreadableFile(file=path.name, reason=f"cannot be opened ({error.strerror}).") from error
    return [replace(draft, path=str(path)) for draft in read_bytes(data, path.name)]


def read_bytes(data: bytes, name: str) -> list[SourceDraft]:
    """The sources of a file's bytes; `name` tells the format by its ending."""
    digest = hashlib.sha256(data).hexdigest()
    decoded = decode(data, name)
    draft = read_text(decoded.text, name, sha256=digest, encoding=decoded.encoding)
    return [replace(draft, warnings=decoded.warnings)]
