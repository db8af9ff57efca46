"""A reviewed project out as JSONL: how fast, and how much memory a large one takes."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from desktop_app.exchange.registry import exporters
from desktop_app.review.label_schema import default_schema
from desktop_app.review.transfer.export_dataset import dataset
from desktop_app.store.project import Project
from tests.bench.figures import Figure, beside, once_s, peak_mb
from tests.bench.made_articles import decide_all, stored

COUNT = 4_000
MENTIONS = 40
FORMAT = "reviewed-jsonl"


def measure(folder: Path) -> dict[str, Figure]:
    source = folder / "reviewed.dadeum"
    with ProcessPoolExecutor(
        1, get_context("spawn")
    ) as elsewhere:  # what fills the project is no part of the peak
        elsewhere.submit(_fill, source).result()
    idle = peak_mb()
    target = folder / "out.jsonl"
    with Project.open(source) as project:
        schema = default_schema()
        exporter = exporters()[FORMAT]
        seconds = once_s(lambda: exporter.write(dataset(project, schema), target))
        peak = peak_mb()
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) == COUNT
    records = [json.loads(line) for line in lines]
    plain = once_s(lambda: [json.dumps(record, ensure_ascii=False) for record in records])
    what = "json.dumps of the same records, already in memory"
    return {
        "export_jsonl_articles_per_s": beside(COUNT / seconds, "articles/s", what, COUNT / plain),
        "export_peak_mb": beside(peak, "MB", "the same process before", idle),
    }


def _fill(target: Path) -> None:
    with Project.create(target) as project:
        stored(project, COUNT, mentions=MENTIONS)
        decide_all(project)
