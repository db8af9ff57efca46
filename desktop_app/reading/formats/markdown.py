"""Markdown: the marks stay in raw; headings, quotations, lists and tables are known by them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.article import Correction, Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.reading.cleaning.metadata import parse_date
from desktop_app.reading.decode import decode
from desktop_app.reading.drafts import Hint, read_text

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|subtitle|author|reporter|date|published|outlet|source|section|category|url)\s*:\s*(.+)$",
    re.MULTILINE,
)
_LINE = re.compile(r"^([ \t]*)(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d+\.[ \t]+|\|)?(.*)$", re.MULTILINE)
_FIELDS = {"author": "reporter", "date": "published", "source": "outlet", "category": "section"}


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; marks at the beginning of lines are taken out of the reading text by corrections."""
    decoded = decode(data, name)
    raw = decoded.text
    front = _FRONT.match(raw)
    begin = front.end() if front else 0
    hints = [Hint(0, begin, "boilerplate")] if front else []
    marks: list[Correction] = []
    for start, end, says, mark_end in _marked(raw, begin):
        hints.append(Hint(start, end, says))
        if says in {"title", "subtitle", "quote"}:
            marks.append(Correction(start, mark_end, "", "text"))
    digest = hashlib.sha256(data).hexdigest()
    draft = read_text(raw, name, sha256=digest, encoding=decoded.encoding, format="markdown", hints=hints)
    corrections = tuple(sorted((*draft.corrections, *marks), key=lambda c: (c.start, c.end)))
    metadata = _named(draft.metadata, front.group(1) if front else "")
    return [replace(draft, corrections=corrections, metadata=metadata, warnings=decoded.warnings)]


def _marked(raw: str, begin: int) -> Iterator[tuple[int, int, str, int]]:
    """(start, end, what it is, end of the mark) of every line that a mark begins."""
    titled = False
    for match in _LINE.finditer(raw, begin):
        mark = match.group(2)
        if not mark:
            continue
        says = {"#": "subtitle", ">": "quote", "|": "table"}.get(mark[0], "list")
        if mark[0] == "#" and not titled:
            says, titled = "title", True
        if says == "list" and len(match.group(3)) > 80:
            continue
        yield match.start(2), match.end(), says, match.end(2)


def _named(found: tuple[Metadata, ...], front: str) -> tuple[Metadata, ...]:
    fields = {_FIELDS.get(key, key): value.strip().strip("\"'") for key, value in _FIELD.findall(front)}
    if "published" in fields:
        fields["published"] = parse_date(fields["published"]) or fields["published"]
    first = replace(found[0], **fields)
    return (replace(first, title=first.title.lstrip("# ")), *found[1:])
