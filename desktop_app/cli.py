"""The same work without a window: the command `dadeum`."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.command_line import importing, models, projects, suggesting
from desktop_app.command_line.console import ANY_PATH, PROJECT, say
from desktop_app.domain.errors import UserError


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dadeum")
@click.pass_context
def cli(context: click.Context) -> None:
    """Dadeum: a desk for reviewing Korean articles. Without a command, the window opens on the samples."""
    if context.invoked_subcommand is None:
        context.invoke(open_window)


@cli.command("open")
@click.argument("project", type=PROJECT, required=False)
@click.option("--welcome", is_flag=True, help="Show the welcome screen instead of a project.")
def open_window(project: Path | None = None, welcome: bool = False) -> None:
    """Open the window on PROJECT, or on a project made from the sample articles."""
    from desktop_app.app import run_window

    raise SystemExit(run_window(project, welcome=welcome))


@cli.command()
@click.option(
    "--out", type=ANY_PATH, default=Path("build/tour"), show_default=True, help="Where the pictures go."
)
def tour(out: Path) -> None:
    """Do the main job in the real window, offscreen, with real keys; leave screenshots and reviewed.json."""
    from desktop_app.tour import run_tour

    raise SystemExit(run_tour(out))


for command in (
    importing.import_command,
    suggesting.suggest,
    projects.export,
    projects.stats,
    projects.check,
    models.train,
    models.learn_command,
    models.evaluate,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line: exit code 1 for what the user or the environment did, 2 for wrong usage."""
    multiprocessing.freeze_support()
    try:
        cli(standalone_mode=False)
    except UserError as error:
        say(f"dadeum: {error}")
        sys.exit(1)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except OSError as error:
        say(f"dadeum: {error.filename or ''}: {error.strerror}")
        sys.exit(1)


if __name__ == "__main__":
    main()
