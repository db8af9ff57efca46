"""Files and datasets into a project."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.command_line.console import ANY_PATH, PROJECT, advance, opened_project, progress_bar, say
from desktop_app.domain.errors import UnreadableFile


@click.command("import")
@click.argument("project", type=PROJECT)
@click.argument("paths", type=ANY_PATH, nargs=-1, required=True)
@click.option("--annotated", "name", default="", help="Read PATHS as an annotated dataset in this format.")
@click.option(
    "--as",
    "standing",
    type=click.Choice(["recorded", "decided", "suggested"]),
    default="recorded",
    show_default=True,
    help="What annotated mentions count as.",
)
@click.option("--map", "pairs", multiple=True, metavar="THEIRS=OURS", help="Map a label of the dataset.")
def import_command(
    project: Path, paths: tuple[Path, ...], name: str, standing: str, pairs: tuple[str, ...]
) -> None:
    """Add files and folders to PROJECT, which is made where there is none."""
    if name:
        labels = dict(pair.partition("=")[::2] for pair in pairs)
        _import_annotated(project, paths, name, standing, labels)
        return
    from desktop_app.reading import iter_paths
    from desktop_app.review.transfer.importing import import_paths
    from desktop_app.review.transfer.reader_process import ReaderProcess

    files = list(iter_paths(paths))
    with (
        opened_project(project, create=True) as opened,
        ReaderProcess(files, lambda: False) as reader,
        progress_bar("Reading", len(files)) as bar,
    ):
        report = import_paths(opened, files, reader.read, lambda p: advance(bar, p.done))
    say(report.text())
    if report.count("failed") and not report.count("added") and not report.count("known"):
        raise SystemExit(1)


def _import_annotated(
    path: Path, paths: tuple[Path, ...], name: str, standing: str, labels: dict[str, str]
) -> None:
    from desktop_app.exchange import ImportOptions, Standing, importers
    from desktop_app.review.label_schema import project_schema
    from desktop_app.review.transfer.import_annotated import import_annotated

    importer = importers().get(name)
    if importer is None:
        raise UnreadableFile(file=name, reason=f"no such format; there are: {', '.join(importers())}")
    with opened_project(path, create=True) as project:
        options = ImportOptions(project_schema(project), labels, Standing(standing))
        for dataset in paths:
            run = importer.read(dataset, options)
            report = import_annotated(project, run.articles)
            say(f"{dataset}: {len(report.article_ids)} articles, {report.mentions} mentions")
            for label, count in sorted(run.unknown.items()):
                say(f"  unknown label {label} ({count} mentions left out); --map {label}=… takes them in")
            for line in (*run.warnings, *(f"{source}: already in the project" for source in report.known)):
                say(f"  {line}")
