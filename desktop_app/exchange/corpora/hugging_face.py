"""Hugging Face datasets layout: Parquet in `data/`, and a card whose front matter names splits and features."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.atomic import digest
from desktop_app.exchange.card import dataset_card
from desktop_app.exchange.contract import ExportReport, Holds
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.shaping.notes import mention_notes

_BATCH = 500

_KINDS = {int: "int64", float: "float64", str: "string"}
_MENTION = {
    "id": int, "start": int, "end": int, "label": str, "sublabel": str, "text": str, "origin": str, "decision": str,
    "confidence": float, "value": str, "concept": str, "note": str,
}  # fmt: skip
COLUMNS: dict[str, Any] = {
    "id": int,
    "source_file": str,
    "source_sha256": str,
    "title": str,
    "outlet": str,
    "published": str,
    "url": str,
    "state": str,
    "text": str,
    "blocks": [{"start": int, "end": int, "role": str}],
    "tags": [str],
    "mentions": [_MENTION],
    "relations": [{"kind": str, "from": int, "to": int}],
}
"""Column → its type; a list of one entry is a list of that, a dictionary a record."""


@cache
def arrow_schema() -> Any:  # noqa: ANN401
    """`COLUMNS` as a schema of pyarrow."""
    import pyarrow as pa

    return pa.schema([(name, _arrow(kind)) for name, kind in COLUMNS.items()])


def _arrow(kind: Any) -> Any:  # noqa: ANN401
    import pyarrow as pa

    if isinstance(kind, list):
        return pa.list_(_arrow(kind[0]))
    if isinstance(kind, dict):
        return pa.struct([(name, _arrow(k)) for name, k in kind.items()])
    return pa.type_for_alias(_KINDS[kind])


def row(article: DataArticle) -> dict[str, Any]:
    """The row of an article, by the names of `COLUMNS`."""
    meta = article.metadata
    notes = mention_notes(article)
    return {
        "id": article.id,
        "source_file": article.source_file,
        "source_sha256": article.source_sha256,
        "title": meta.title,
        "outlet": meta.outlet,
        "published": meta.published,
        "url": meta.url,
        "state": str(article.state),
        "text": article.text,
        "blocks": [{"start": b.start, "end": b.end, "role": str(b.role)} for b in article.blocks],
        "tags": [t.tag for t in article.tags],
        "mentions": [
            {
                "id": m.id,
                "start": m.start,
                "end": m.end,
                "label": m.label,
                "sublabel": m.sublabel,
                "text": m.text,
                "origin": m.origin,
                "decision": str(m.decision),
                "confidence": m.confidence,
                "value": m.value.text if m.value else "",
                "concept": m.concept,
                "note": notes.get(m.id, ""),
            }
            for m in article.mentions
        ],
        "relations": [
            {"kind": r.kind, "from": r.from_mention, "to": r.to_mention} for r in article.relations
        ],
    }


class _ParquetSink(Sink):
    def __init__(self, path: Path) -> None:
        from pyarrow.parquet import ParquetWriter

        self.writer = ParquetWriter(path, arrow_schema(), compression="zstd")
        self.rows: list[dict[str, Any]] = []

    def add(self, article: DataArticle) -> None:
        self.rows.append(row(article))
        if len(self.rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        from pyarrow import Table

        if self.rows:
            self.writer.write_table(Table.from_pylist(self.rows, schema=arrow_schema()))
            self.rows = []

    def close(self, *, failed: bool) -> None:
        try:
            if not failed:
                self._flush()
        finally:
            self.writer.close()


class HuggingFace(StreamExporter):
    """A folder that `datasets.load_dataset` takes as it is."""

    name = "hugging-face"
    suffix = ""
    title_ko = "Hugging Face datasets (Parquet 폴더)"
    title_en = "Hugging Face datasets (Parquet folder)"
    is_folder = True
    holds = Holds(relations=True, tags=True, notes=True, metadata=True, decisions=True)

    def place(self, root: Path, part: str) -> Path:  # noqa: ARG002
        return root / "data"

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _ParquetSink(path / f"{_split_name(part)}-00000-of-00001.parquet")

    def finish(self, folder: Path, head: Head, report: ExportReport) -> None:  # noqa: ARG002
        report.sha256 = digest(folder)
        text = front_matter(report) + dataset_card(report)
        (folder / "README.md").write_bytes(text.encode())


def _split_name(part: str) -> str:
    return {"dev": "validation"}.get(part, part) or "train"


def front_matter(report: ExportReport) -> str:
    """The YAML that the hub reads: language, task, where the splits lie, the features."""
    counts = report.parts or {"train": report.articles}
    lines = ["---", "language:", "- ko", "task_categories:", "- token-classification", "configs:"]
    lines += ["- config_name: default", "  data_files:"]
    for part in counts:
        name = _split_name(part)
        lines += [f"  - split: {name}", f"    path: data/{name}-*"]
    lines += ["dataset_info:", "  features:", *_features(COLUMNS, "  "), "  splits:"]
    for part, number in counts.items():
        lines += [f"  - name: {_split_name(part)}", f"    num_examples: {number}"]
    return "\n".join([*lines, "---", "", ""])


def _features(columns: Mapping[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for name, kind in columns.items():
        lines.append(f"{indent}- name: {name}")
        inner = kind[0] if isinstance(kind, list) else kind
        if isinstance(inner, dict):
            lines += [f"{indent}  list:", *_features(inner, f"{indent}  ")]
        else:
            lines.append(f"{indent}  {'list' if isinstance(kind, list) else 'dtype'}: {_KINDS[inner]}")
    return lines
