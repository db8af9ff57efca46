"""The same work without a window: import, suggest, export, stats, check, train, the tour."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app import __version__
from desktop_app.domain.errors import UnreadableFile, UserError

if TYPE_CHECKING:
    from desktop_app.domain.drafts import SourceDraft
    from desktop_app.store import Project

PROJECT = click.Path(path_type=Path, dir_okay=False)
ANY_PATH = click.Path(path_type=Path)
say = partial(click.echo, err=True)


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


@cli.command("import")
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
    from desktop_app.review.importing import import_paths
    from desktop_app.review.reader_process import ReaderProcess

    files = list(iter_paths(paths))
    with (
        _opened(project, create=True) as opened,
        ReaderProcess(files, lambda: False) as reader,
        _bar("Reading", len(files)) as bar,
    ):
        report = import_paths(opened, files, reader.read, lambda p: _advance(bar, p.done))
    say(report.text())
    if report.count("failed") and not report.count("added") and not report.count("known"):
        raise SystemExit(1)


def _import_annotated(
    path: Path, paths: tuple[Path, ...], name: str, standing: str, labels: dict[str, str]
) -> None:
    from desktop_app.exchange import ImportOptions, Standing, importers
    from desktop_app.review.import_annotated import import_annotated
    from desktop_app.review.label_schema import project_schema

    importer = importers().get(name)
    if importer is None:
        raise UnreadableFile(file=name, reason=f"no such format; there are: {', '.join(importers())}")
    with _opened(path, create=True) as project:
        options = ImportOptions(project_schema(project), labels, Standing(standing))
        for dataset in paths:
            run = importer.read(dataset, options)
            report = import_annotated(project, run.articles)
            say(f"{dataset}: {len(report.article_ids)} articles, {report.mentions} mentions")
            for label, count in sorted(run.unknown.items()):
                say(f"  unknown label {label} ({count} mentions left out); --map {label}=… takes them in")
            for line in (*run.warnings, *(f"{source}: already in the project" for source in report.known)):
                say(f"  {line}")


@cli.command()
@click.argument("files", type=ANY_PATH, nargs=-1, required=True)
@click.option("--format", "output", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option(
    "--input-format",
    type=click.Choice(["auto", "jsonl"]),
    default="auto",
    show_default=True,
    help='jsonl: one {"text": …} a line, taken as it is and answered in order.',
)
@click.option(
    "--workers", type=click.IntRange(1), default=2, show_default=True, help="Threads for morphemes."
)
@click.option(
    "--model", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Another model's folder."
)
def suggest(
    files: tuple[Path, ...], output: str, input_format: str, workers: int, model: Path | None
) -> None:
    """Suggest mentions and tags: for FILES as JSON lines, or for the articles of a PROJECT.dadeum, kept in it."""
    del output
    from desktop_app.extraction.building import build_extractor
    from desktop_app.paths import resources_dir

    project = files[0] if len(files) == 1 and files[0].suffix == ".dadeum" else None
    if project is not None and model is None:
        model = _model_of(project)
    extractor = build_extractor(resources_dir(), workers, model)
    for warning in extractor.warnings:
        say(warning)
    if project is not None:
        _suggest_project(project, extractor)
        return
    from desktop_app.review.suggest_files import records

    failed: list[str] = []
    drafts = _lines(files, failed) if input_format == "jsonl" else _drafts(files, failed)
    _write_lines(records(extractor, drafts))
    if failed:
        raise SystemExit(1)


def _model_of(path: Path) -> Path | None:
    from desktop_app.paths import models_dir, resources_dir
    from desktop_app.review.learning import model_folder

    with _opened(path) as project:
        return model_folder(project, models_dir(), resources_dir())


def _drafts(paths: Iterable[Path], failed: list[str]) -> Iterator[SourceDraft]:
    from desktop_app.reading import iter_paths, read_file

    for path in iter_paths(paths):
        try:
            yield from read_file(path)
        except UserError as error:
            failed.append(str(error))
            say(str(error))


def _lines(paths: Iterable[Path], failed: list[str]) -> Iterator[SourceDraft]:
    import orjson

    from desktop_app.review.suggest_files import sentence_draft

    for path in paths:
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield sentence_draft(_text_of(line, orjson.loads), f"{path.name}:{number}")
        except (OSError, ValueError, KeyError, TypeError) as error:
            failed.append(str(path))
            say(f'{path}: not one {{"text": …}} a line ({error})')


def _text_of(line: bytes, loads: Callable[[bytes], Any]) -> str:
    text = loads(line)["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    return text


def _write_lines(found: Iterable[dict[str, Any]]) -> None:
    import orjson

    out = sys.stdout.buffer
    for record in found:
        out.write(orjson.dumps(record) + b"\n")
        out.flush()


def _suggest_project(path: Path, extractor: Any) -> None:  # noqa: ANN401
    from desktop_app.review.suggesting import article_text, keep

    with _opened(path) as project:
        ids = project.articles.without_suggestions(limit=1_000_000)
        lexicon = project.lexicon.all()
        with _bar("Suggesting", len(ids)) as bar:
            for number, article_id in enumerate(ids, 1):
                for answer in extractor.suggest([article_text(project, article_id)], lexicon):
                    keep(project, answer)
                _advance(bar, number)
    say(f"{len(ids)} articles")


@cli.command()
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
@click.option("--anonymise", is_flag=True, help="Replace persons by consistent stand-ins.")
@click.option("--card", is_flag=True, help="Write a dataset card beside OUT.")
@click.option("--validate", is_flag=True, help="Only say what would be lost or looks wrong; write nothing.")
def export(project: Path, out: Path, name: str, **choices: Any) -> None:  # noqa: ANN401
    """Write the reviewed articles of PROJECT to OUT."""
    from desktop_app.review.export_run import ExportRun

    with _opened(project) as opened:
        run = ExportRun.of(opened, out, name, **choices)
        with _bar("Checking" if run.validate else "Writing", run.total) as bar:
            lines = run(lambda done: _advance(bar, done))
    for line in lines:
        click.echo(line, err=not run.validate)
    raise SystemExit(1 if run.failed else 0)


@cli.command()
@click.argument("project", type=PROJECT)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def stats(project: Path, as_json: bool) -> None:
    """Say how far PROJECT is."""
    from dataclasses import asdict

    import orjson

    from desktop_app.review.progress import stats as count

    with _opened(project) as opened:
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


@cli.command()
@click.argument("project", type=PROJECT)
def check(project: Path) -> None:
    """Check that PROJECT is sound: the file itself, blocks, the map, every mention's surface."""
    from desktop_app.review.checking import problems

    with _opened(project) as opened:
        found = list(problems(opened))
    for line in found:
        click.echo(line)
    say("sound" if not found else f"{len(found)} problems")
    raise SystemExit(1 if found else 0)


@cli.command()
@click.argument("data", type=ANY_PATH, nargs=-1, required=True)
@click.option("--out", type=ANY_PATH, required=True, help="The folder that the model is written to.")
@click.option("--seed", type=int, default=0, show_default=True)
def train(data: tuple[Path, ...], out: Path, seed: int) -> None:
    """Train the tagger from DATA: KLUE-NER TSV files, marked-up text, folders of them."""
    from desktop_app.extraction.tagger.training import train as train_model

    train_model(list(data), out, seed=seed)
    say(f"{out}: model written")


@cli.command("learn")
@click.argument("project", type=PROJECT)
@click.option("--use", default=None, metavar="NAME", help="Work with this version (v1, …; shipped) instead.")
@click.option("--list", "listing", is_flag=True, help="Only list the versions there are.")
def learn_command(project: Path, use: str | None, listing: bool) -> None:
    """Learn from the reviewed articles of PROJECT; the new model is used only where it is better."""
    from desktop_app.review import learning_run

    with _opened(project) as opened:
        if listing:
            lines = learning_run.listed(opened)
        elif use is not None:
            lines = learning_run.used(opened, use)
        else:
            with _bar("Learning", 8) as bar:
                lines = learning_run.learnt(opened, lambda done, _total: _advance(bar, done))
    for line in lines:
        click.echo(line)


def _opened(path: Path, *, create: bool = False) -> Project:
    from desktop_app.store import Project

    return Project.open_or_create(path) if create else Project.open(path)


def _bar(label: str, length: int) -> Any:  # noqa: ANN401
    """A progress bar on standard error; nothing where that is no terminal."""
    return click.progressbar(
        length=length, label=label, file=sys.stderr, show_pos=True, hidden=not sys.stderr.isatty()
    )


def _advance(bar: Any, done: int) -> bool:  # noqa: ANN401
    bar.update(done - bar.pos)
    return True


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
