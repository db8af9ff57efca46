"""Hugging Face datasets layout: Parquet in `data/`, and a card whose front matter names splits and features."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.atomic import digest
from desktop_app.exchange.card import dataset_card
from desktop_app.exchange.contract import ExportReport, Holds
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.shaping.notes import mention_notes

_BATCH = 500

_MENTION = pa.struct([
    ("id", pa.int64()),
    ("start", pa.int64()),
    ("end", pa.int64()),
    ("label", pa.string()),
    ("sublabel", pa.string()),
    ("text", pa.string()),
    ("origin", pa.string()),
    ("decision", pa.string()),
    ("confidence", pa.float64()),
    ("value", pa.string()),
    ("concept", pa.string()),
    ("note", pa.string()),
])  # fmt: skip
_RELATION = pa.struct([("kind", pa.string()), ("from", pa.int64()), ("to", pa.int64())])
_BLOCK = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("role", pa.string())])

COLUMNS = pa.schema([
    ("id", pa.int64()),
    ("source_file", pa.string()),
    ("source_sha256", pa.string()),
    ("title", pa.string()),
    ("outlet", pa.string()),
    ("published", pa.string()),
    ("url", pa.string()),
    ("state", pa.string()),
    ("text", pa.string()),
    ("blocks", pa.list_(_BLOCK)),
    ("tags", pa.list_(pa.string())),
    ("mentions", pa.list_(_MENTION)),
    ("relations", pa.list_(_RELATION)),
])  # fmt: skip


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
        self.writer = pq.ParquetWriter(path, COLUMNS, compression="zstd")
        self.rows: list[dict[str, Any]] = []

    def add(self, article: DataArticle) -> None:
        self.rows.append(row(article))
        if len(self.rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_table(pa.Table.from_pylist(self.rows, schema=COLUMNS))
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


def _features(fields: Any, indent: str) -> list[str]:  # noqa: ANN401
    lines: list[str] = []
    for field in fields:
        lines.append(f"{indent}- name: {field.name}")
        if not pa.types.is_list(field.type):
            lines.append(f"{indent}  dtype: {_dtype(field.type)}")
        elif pa.types.is_struct(field.type.value_type):
            lines += [f"{indent}  list:", *_features(field.type.value_type, f"{indent}  ")]
        else:
            lines.append(f"{indent}  list: {_dtype(field.type.value_type)}")
    return lines


def _dtype(kind: Any) -> str:  # noqa: ANN401
    return "float64" if pa.types.is_floating(kind) else str(kind)
