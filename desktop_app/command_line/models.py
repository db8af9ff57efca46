"""Models: train, learn from a project, measure."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.command_line.console import ANY_PATH, PROJECT, advance, opened_project, progress_bar, say


@click.command()
@click.argument("data", type=ANY_PATH, nargs=-1, required=True)
@click.option("--out", type=ANY_PATH, required=True, help="The folder that the model is written to.")
@click.option("--seed", type=int, default=0, show_default=True)
def train(data: tuple[Path, ...], out: Path, seed: int) -> None:
    """Train the tagger from DATA: KLUE-NER TSV files, marked-up text, folders of them."""
    from desktop_app.extraction.tagger.training import train as train_model

    train_model(list(data), out, seed=seed)
    say(f"{out}: model written")


@click.command("learn")
@click.argument("project", type=PROJECT)
@click.option("--use", default=None, metavar="NAME", help="Work with this version (v1, …; shipped) instead.")
@click.option("--list", "listing", is_flag=True, help="Only list the versions there are.")
def learn_command(project: Path, use: str | None, listing: bool) -> None:
    """Learn from the reviewed articles of PROJECT; the new model is used only where it is better."""
    from desktop_app.review.suggestions import learning_run

    with opened_project(project) as opened:
        if listing:
            lines = learning_run.listed(opened)
        elif use is not None:
            lines = learning_run.used(opened, use)
        else:
            with progress_bar("Learning", 8) as bar:
                lines = learning_run.learnt(opened, lambda done, _total: advance(bar, done))
    for line in lines:
        click.echo(line)


@click.command()
@click.argument("gold", type=ANY_PATH, nargs=-1, required=True)
@click.option(
    "--held-out", type=click.IntRange(0), default=0, help="Only every Nth article by hash, as training keeps."
)
@click.option(
    "--model", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Another model's folder."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def evaluate(gold: tuple[Path, ...], held_out: int, model: Path | None, as_json: bool) -> None:
    """Score suggestions against GOLD: reviewed JSON, KLUE-NER TSV (six labels), marked-up text."""
    import orjson

    from desktop_app.extraction.building import build_extractor
    from desktop_app.paths import resources_dir
    from desktop_app.review.suggestions.evaluation import as_lines, evaluated, gold_of

    texts = [text for path in gold for text in gold_of(path, held_out)]
    extractor = build_extractor(resources_dir(), 2, model)
    with progress_bar("Reading", len(texts)) as bar:
        result = evaluated(extractor, texts, lambda done: advance(bar, done))
    if as_json:
        click.echo(orjson.dumps(result, option=orjson.OPT_INDENT_2))
    else:
        click.echo("\n".join(as_lines(result)))
