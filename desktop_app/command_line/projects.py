"""Out of a project: exports, counts, checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from desktop_app.command_line.console import ANY_PATH, PROJECT, advance, opened_project, progress_bar, say


@click.command()
@click.argument("project", type=PROJECT)
@click.argument("out", type=ANY_PATH)
@click.option("--format", "name", default="", help="The format's name; by default told by the ending of OUT.")
@click.option("--all", "all_articles", is_flag=True, help="Articles not reviewed too.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Only articles of this state, outlet, tag, label, reviewer, text, since or until a date.",
)
@click.option("--undecided", is_flag=True, help="Suggestions not decided yet too.")
@click.option("--rejected", is_flag=True, help="Rejected suggestions too.")
@click.option("--basis", type=click.Choice(["reading", "source"]), default="reading", show_default=True)
@click.option(
    "--labels", default="", metavar="PS=PER,…", help="Write labels as other codes; TI= leaves one out."
)
@click.option(
    "--nested",
    type=click.Choice(["longest", "first", "accepted"]),
    default="longest",
    show_default=True,
    help="Which of two overlapping mentions a flat format keeps.",
)
@click.option(
    "--split", default="", help="Shares of train/dev/test, for example 8/1/1; OUT is a folder then."
)
@click.option("--seed", type=int, default=1, show_default=True, help="What the split follows from.")
@click.option(
    "--with-source", is_flag=True, help="Reviewed JSON: source texts and morphemes too, to come back whole."
)
@click.option("--anonymise", is_flag=True, help="Replace persons by consistent stand-ins.")
@click.option("--card", is_flag=True, help="Write a dataset card beside OUT.")
@click.option("--validate", is_flag=True, help="Only say what would be lost or looks wrong; write nothing.")
def export(project: Path, out: Path, name: str, **choices: Any) -> None:  # noqa: ANN401
    """Write the reviewed articles of PROJECT to OUT."""
    from desktop_app.review.transfer.export_run import ExportRun

    with opened_project(project) as opened:
        run = ExportRun.of(opened, out, name, **choices)
        with progress_bar("Checking" if run.validate else "Writing", run.total) as bar:
            lines = run(lambda done: advance(bar, done))
    for line in lines:
        click.echo(line, err=not run.validate)
    raise SystemExit(1 if run.failed else 0)


@click.command()
@click.argument("project", type=PROJECT)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def stats(project: Path, as_json: bool) -> None:
    """Say how far PROJECT is."""
    from dataclasses import asdict

    import orjson

    from desktop_app.review.progress import stats as count

    with opened_project(project) as opened:
        found = count(opened)
    if as_json:
        click.echo(orjson.dumps(asdict(found), option=orjson.OPT_INDENT_2))
        return
    click.echo(
        f"{found.sources} files, {found.articles} articles: {found.reviewed} reviewed, {found.started} started, "
        f"{found.new} new; {found.steps} steps, {found.lexicon} lexicon entries"
    )
    for label, decisions in found.mentions.items():
        click.echo(f"  {label:12} " + "  ".join(f"{name} {count}" for name, count in decisions.items()))
    for tag, number in found.tags:
        click.echo(f"  #{tag} {number}")


@click.command()
@click.argument("project", type=PROJECT)
def check(project: Path) -> None:
    """Check that PROJECT is sound: the file itself, blocks, the map, every mention's surface."""
    from desktop_app.review.checking import problems

    with opened_project(project) as opened:
        found = list(problems(opened))
    for line in found:
        click.echo(line)
    say("sound" if not found else f"{len(found)} problems")
    raise SystemExit(1 if found else 0)
