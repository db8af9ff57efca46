"""Arrays of one `.npz` file, or one plain error."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812 - its own name says nothing

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.errors import BrokenResource


def read_arrays(path: Path, names: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    """The named arrays of the file. Raises BrokenResource when the file is missing, damaged or lacks one."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return {name: stored[name] for name in names}
    except (OSError, KeyError, ValueError, TypeError, EOFError, BadZipFile, ZlibError) as error:
        raise BrokenResource(path=path, reason=str(error) or type(error).__name__) from error
