"""Word documents: paragraphs and tables in order, their styles as hints."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.containers import open_zip

_DAMAGED = (KeyError, ValueError, AttributeError, BadZipFile, OSError, zlib.error, NotImplementedError)
_STYLES = (
    (re.compile(r"^(title|제목)$", re.IGNORECASE), "title"),
    (re.compile(r"^(subtitle|부제|heading|개요|제목 \d)", re.IGNORECASE), "subtitle"),
    (re.compile(r"quote|인용", re.IGNORECASE), "quote"),
    (re.compile(r"caption|캡션", re.IGNORECASE), "caption"),
)


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the document is damaged, locked or empty."""
    archive = open_zip(data, name)
    if "word/document.xml" not in archive.namelist():
        raise UnreadableFile(file=name, reason="is no Word document.")
    extract = _extract(data, name)
    if not extract.raw.strip():
        raise UnreadableFile(file=name, reason="holds no text.")
    return [draft_of(extract, data, name, "docx")]


def _extract(data: bytes, name: str) -> Extract:
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    extract = Extract()
    try:
        document = docx.Document(io.BytesIO(data))
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                _table(item, extract)
            else:
                extract.add(item.text, _says(item.style.name if item.style else ""))
        core = document.core_properties
        published = core.created.date().isoformat() if core.created and core.created.year > 2013 else ""
        extract.known = Metadata(title=core.title or "", reporter="", published=published)
    except (*_DAMAGED, OpcError, LxmlError) as error:
        raise UnreadableFile(file=name, reason="is a damaged Word document.") from error
    return extract


def _says(style: str | None) -> str:
    return next((says for pattern, says in _STYLES if style and pattern.search(style)), "")


def _table(table: object, extract: Extract) -> None:
    for row in table.rows:  # type: ignore[attr-defined]
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if not cells or cells[-1] != text:
                cells.append(text)
        if any(cells):
            extract.add("\t".join(cells), "" if len(cells) == 1 else "table")
