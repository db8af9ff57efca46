"""What the parts of JSON of no fixed form probably are: by the names of keys, and by trying what fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange import ImportOptions, JsonMapping
from desktop_app.exchange.importing import json_document, json_lines
from desktop_app.exchange.tools.mapped_json import MappedJsonReader, paths_of

SAMPLE_LINES, SAMPLE_ARTICLES = 20, 3
TEXTS = (
    "text",
    "form",
    "sentence",
    "content",
    "contents",
    "context",
    "body",
    "raw",
    "본문",
    "문장",
    "원문",
    "내용",
)
LABELS = ("label", "ne_type", "type", "entity_type", "tag", "category", "class", "ne", "라벨", "개체명")
STARTS = ("start", "begin", "start_idx", "start_pos", "start_offset", "startoffset", "from", "offset", "시작")
ENDS = ("end", "finish", "end_idx", "end_pos", "end_offset", "endoffset", "to", "끝")
SURFACES = ("form", "text", "word", "entity", "surface", "mention", "value", "string", "어휘", "표현")
TITLES = ("title", "headline", "subject", "제목")
DATES = ("date", "published", "published_at", "pubdate", "날짜", "일자")
OUTLETS = ("publisher", "outlet", "source", "press", "media", "언론사", "매체")


def sample_paths(path: Path) -> dict[str, Any]:
    """Every path of a JSON file, or of the first lines of JSON Lines, with a value met there; raises UnreadableFile."""
    if path.suffix.lower() != ".jsonl":
        return paths_of(json_document(path))
    found: dict[str, Any] = {}
    for _, value in islice(json_lines(path), SAMPLE_LINES):
        for where, example in paths_of(value).items():
            found.setdefault(where, example)
    return found


def guess(paths: Mapping[str, Any]) -> JsonMapping:
    """The mapping that the names of keys suggest; parts that nothing suggests are ""."""
    label_path = _first(paths, LABELS, lambda p, v: isinstance(v, str) and p.count("[]") > 0)
    mentions, _, label = label_path.rpartition(".")
    text_path = _text_path(paths, mentions)
    holder, _, text = text_path.rpartition(".")
    articles = holder[: holder.find("[]") + 2] if "[]" in holder else ""
    inside = _under(text_path, articles)
    items = {
        p.rpartition(".")[2]: v for p, v in paths.items() if p.rpartition(".")[0] == mentions and mentions
    }
    head = {_under(p, articles): v for p, v in paths.items() if p.startswith(articles) and p != text_path}
    return JsonMapping(
        text=inside if text else text_path,
        mentions=_under(mentions, holder),
        label=label,
        articles=articles,
        start=_key(items, STARTS, int),
        end=_key(items, ENDS, int),
        surface=_key(items, SURFACES, str),
        title=_key(head, TITLES, str),
        published=_key(head, DATES, str),
        outlet=_key(head, OUTLETS, str),
    )


def _text_path(paths: Mapping[str, Any], mentions: str) -> str:
    """The text whose object holds the mentions; the longest example among equals."""
    texts = {
        p: v for p, v in paths.items() if isinstance(v, str) and not (mentions and p.startswith(mentions))
    }
    holding = {p: v for p, v in texts.items() if mentions.startswith(p.rpartition(".")[0])} or texts
    named = [p for p in holding if p.rpartition(".")[2].lower() in TEXTS]
    wanted: Iterable[str] = named or holding
    return max(wanted, key=lambda p: (p.count("[]"), len(str(paths[p]))), default="")


def _first(paths: Mapping[str, Any], names: Sequence[str], fits: Any) -> str:  # noqa: ANN401
    for name in names:
        for path, value in paths.items():
            if path.rpartition(".")[2].lower() == name and fits(path, value):
                return path
    return ""


def _under(path: str, above: str) -> str:
    return path[len(above) :].lstrip(".") if path.startswith(above) else path


def _key(items: Mapping[str, Any], names: Sequence[str], kind: type) -> str:
    for name in names:
        for key, value in items.items():
            if key.rpartition(".")[2].lower() == name and isinstance(value, kind):
                return key
    return ""


def preview(path: Path, mapping: JsonMapping) -> tuple[list[DataArticle], int]:
    """The first articles as the mapping reads them, and how many mentions read otherwise than the file says."""
    run = MappedJsonReader().read(path, ImportOptions(mapping=mapping))
    articles = list(islice(run.articles, SAMPLE_ARTICLES))
    return articles, len(run.warnings)


def fitted(path: Path, mapping: JsonMapping) -> JsonMapping:
    """The mapping with the way of counting (last character, first number, UTF-16) under which most surfaces fit."""
    if not (mapping.text and mapping.label and mapping.start and mapping.surface):
        return mapping
    ways = [
        replace(mapping, end_inclusive=inclusive, first=first, utf16=utf16)
        for utf16, first, inclusive in product((False, True), (0, 1), (False, True))
    ]
    return min(ways, key=lambda way: preview(path, way)[1])
