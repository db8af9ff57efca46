"""What the commands share: arguments, an open project, a progress bar, lines on standard error."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from desktop_app.store import Project

PROJECT = click.Path(path_type=Path, dir_okay=False)
ANY_PATH = click.Path(path_type=Path)
say = partial(click.echo, err=True)


def opened_project(path: Path, *, create: bool = False) -> Project:
    from desktop_app.store import Project

    return Project.open_or_create(path) if create else Project.open(path)


def progress_bar(label: str, length: int) -> Any:  # noqa: ANN401
    """A progress bar on standard error; nothing where that is no terminal."""
    return click.progressbar(
        length=length, label=label, file=sys.stderr, show_pos=True, hidden=not sys.stderr.isatty()
    )


def advance(bar: Any, done: int) -> bool:  # noqa: ANN401
    bar.update(done - bar.pos)
    return True
