"""The gold of the sample articles: `seeds/gold.json` is reviewed JSON; here it is in offsets of each file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = sorted(SEEDS.glob("*.txt"))


def reviewed() -> dict[str, Any]:
    """The whole gold as it stands in the file."""
    return json.loads((SEEDS / "gold.json").read_text("utf-8"))


def marked(path: Path) -> dict[str, Any]:
    """The gold of one sample file: `articles` with blocks and mentions in raw offsets, and its `boilerplate`."""
    raw = path.read_bytes().decode("utf-8")
    articles = [a for a in reviewed()["articles"] if a["source"]["file"] == path.name]
    found = [
        {
            **{k: a[k] for k in ("title", "subtitle", "outlet", "reporter", "published")},
            "tags": [t["tag"] for t in a["tags"]],
            "blocks": [
                {"start": b["source_start"], "end": b["source_end"], "role": b["role"]} for b in a["blocks"]
            ],
            "mentions": sorted(map(_in_raw, a["mentions"]), key=lambda m: (m["start"], m["end"])),
        }
        for a in articles
    ]
    return {
        "file": path.name,
        "sha256": articles[0]["source"]["sha256"],
        "articles": found,
        "boilerplate": list(_boilerplate(raw, found)),
    }


def _in_raw(mention: dict[str, Any]) -> dict[str, Any]:
    return {"start": mention["source_start"], "end": mention["source_end"], "label": mention["label"]}


def _boilerplate(raw: str, articles: list[dict[str, Any]]) -> list[dict[str, int]]:
    """What no block covers, line by line."""
    covered = bytearray(len(raw))
    for block in (b for a in articles for b in a["blocks"]):
        covered[block["start"] : block["end"]] = b"\1" * (block["end"] - block["start"])
    found, at = [], 0
    for line in raw.splitlines(keepends=True):
        text = line.strip()
        start = at + line.index(text) if text else at
        if text and not any(covered[start : start + len(text)]):
            found.append({"start": start, "end": start + len(text)})
        at += len(line)
    return found
