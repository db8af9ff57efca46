"""CSV, TSV, XLSX, JSON and JSON Lines: one source a row, by a mapping of columns."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Protocol

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.cleaning.metadata import parse_date
from desktop_app.reading.decode import decode
from desktop_app.reading.drafts import read_text
from desktop_app.reading.formats.containers import open_zip
from desktop_app.reading.tables import TableMapping, guess_mapping

MOST_ROWS = 1_000_000
_SAMPLE_ROWS = 50
_LISTS = ("articles", "documents", "data", "items", "rows", "records", "results", "document")

Row = Sequence[str]


class _Rows(Protocol):
    """What the standard library's csv readers offer."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def read(data: bytes, name: str, mapping: TableMapping | None = None) -> list[SourceDraft]:
    """A source for each row with text; without `mapping` the headers decide which column is what."""
    headers, rows = open_table(data, name)
    sample = list(islice(rows, _SAMPLE_ROWS))
    chosen = mapping or guess_mapping(headers, sample)
    places = {field: headers.index(c) for field, c in chosen.columns().items() if c in headers}
    if "text" not in places or not (chosen is mapping or not sample or _is_worded(sample, places["text"])):
        raise UnreadableFile(file=name, reason="has no column with text; choose one.")
    found: list[SourceDraft] = []
    for number, row in enumerate(_all(sample, rows), 1):
        if number > MOST_ROWS:
            raise UnreadableFile(file=name, reason=f"has more than {MOST_ROWS:,} rows; split it first.")
        draft = _draft(row, places, f"{name}#{number}", name.rsplit(".", 1)[-1].lower())
        if draft:
            found.append(draft)
    if not found:
        raise UnreadableFile(file=name, reason="has no row with text.")
    return _warned(found, data, name)


def _warned(found: list[SourceDraft], data: bytes, name: str) -> list[SourceDraft]:
    """A quotation mark left open swallows all rows behind it, which the table itself cannot tell."""
    if name.rsplit(".", 1)[-1].lower() not in {"csv", "tsv"} or decode(data, name).text.count('"') % 2 == 0:
        return found
    told = f"A quotation mark is not closed; look at {found[-1].name}, which may hold all rows behind it."
    return [*found[:-1], replace(found[-1], warnings=(told,))]


def _is_worded(sample: Sequence[Row], at: int) -> bool:
    """Whether a column that nobody chose holds words at all, not only numbers and marks."""
    return any(sum(c.isalpha() for c in row[at]) > 1 for row in sample if at < len(row))


def open_table(data: bytes, name: str) -> tuple[list[str], Iterator[Row]]:
    """The headers and the rows of a table; UnreadableFile where it is damaged or has another shape."""
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "xlsx":
        return _sheet(data, name)
    text = decode(data, name).text
    if ending in {"json", "jsonl", "ndjson"}:
        return _objects(_json_rows(text, name, lines=ending != "json"), name)
    return _separated(text, name, "\t" if ending == "tsv" else None)


def _all(sample: list[Row], rows: Iterator[Row]) -> Iterator[Row]:
    yield from sample
    yield from rows


def _separated(text: str, name: str, separator: str | None) -> tuple[list[str], Iterator[Row]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    head = text[: text.find("\n") if "\n" in text else len(text)]
    separator = separator or max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        headers = [cell.strip() for cell in next(reader, [])]
    except csv.Error as error:
        raise UnreadableFile(file=name, reason=f"is a damaged table ({error}).") from error
    if not any(headers):
        raise UnreadableFile(file=name, reason="has no line of headers.")
    return headers, _checked(reader, name)


def _checked(reader: _Rows, name: str) -> Iterator[Row]:
    try:
        yield from reader
    except csv.Error as error:
        raise UnreadableFile(
            file=name, reason=f"is a damaged table, line {reader.line_num} ({error})."
        ) from error


def _json_rows(text: str, name: str, *, lines: bool) -> list[Any]:
    try:
        if lines:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(file=name, reason=f"is no valid JSON ({error}).") from error
    if isinstance(data, dict):
        inner = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), None)
        return inner if inner is not None else [data]
    if not isinstance(data, list):
        raise UnreadableFile(file=name, reason="is JSON of another shape: wanted is a list of objects.")
    return data


def _objects(rows: list[Any], name: str) -> tuple[list[str], Iterator[Row]]:
    if not rows or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFile(file=name, reason="is JSON of another shape: wanted is a list of objects.")
    headers = list(dict.fromkeys(str(key) for row in rows[:1000] for key in row))
    return headers, ([_cell(row.get(header)) for header in headers] for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _sheet(data: bytes, name: str) -> tuple[list[str], Iterator[Row]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    open_zip(data, name)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        headers = ["" if cell is None else str(cell).strip() for cell in next(rows, ())]
    except (InvalidFileException, KeyError, ValueError, IndexError, OSError, SyntaxError) as error:
        raise UnreadableFile(file=name, reason="is a damaged workbook.") from error
    if not any(headers):
        raise UnreadableFile(file=name, reason="has no line of headers.")
    return headers, (["" if cell is None else _shown(cell) for cell in row] for row in rows)


def _shown(cell: object) -> str:
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


def _draft(row: Row, places: dict[str, int], name: str, form: str) -> SourceDraft | None:
    cells = {field: row[at].strip() for field, at in places.items() if at < len(row)}
    body, title = cells.get("text", ""), cells.get("title", "")
    if not body:
        return None
    raw = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    label = f"{name} {cells['id']}" if cells.get("id") else name
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    draft = read_text(raw, label, sha256=digest, format=form)
    return replace(draft, metadata=(_named(draft.metadata[0], cells), *draft.metadata[1:]))


def _named(found: Metadata, cells: dict[str, str]) -> Metadata:
    known = {k: v for k, v in cells.items() if v and k not in {"text", "id"}}
    if "published" in known:
        known["published"] = parse_date(known["published"]) or _compact_date(known["published"])
    return replace(found, **known)


def _compact_date(text: str) -> str:
    """20240531 and the like."""
    digits = text[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if digits.isdigit() and len(digits) == 8 else text
