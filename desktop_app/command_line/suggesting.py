"""Suggestions for files as JSON lines, or for the articles of a project."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.command_line.console import ANY_PATH, advance, opened_project, progress_bar, say
from desktop_app.domain.errors import UserError

if TYPE_CHECKING:
    from desktop_app.domain.drafts import SourceDraft


@click.command()
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
    from desktop_app.review.suggestions.suggest_files import records

    failed: list[str] = []
    drafts = _lines(files, failed) if input_format == "jsonl" else _drafts(files, failed)
    _write_lines(records(extractor, drafts))
    if failed:
        raise SystemExit(1)


def _model_of(path: Path) -> Path | None:
    from desktop_app.paths import models_dir, resources_dir
    from desktop_app.review.suggestions.learning import model_folder

    with opened_project(path) as project:
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

    from desktop_app.review.suggestions.suggest_files import sentence_draft

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
    from desktop_app.review.suggestions.suggesting import article_text, keep

    with opened_project(path) as project:
        ids = project.articles.without_suggestions(limit=1_000_000)
        lexicon = project.lexicon.all()
        with progress_bar("Suggesting", len(ids)) as bar:
            for number, article_id in enumerate(ids, 1):
                for answer in extractor.suggest([article_text(project, article_id)], lexicon):
                    keep(project, answer)
                advance(bar, number)
    say(f"{len(ids)} articles")
