"""HWPX (OWPML, KS X 6101): the zipped XML of Hangul documents: paragraphs, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.containers import member, open_zip, xml_of

_SECTION = re.compile(r"^Contents/section(\d+)\.xml$", re.IGNORECASE)
_INSIDE = {"tbl": "table", "header": "boilerplate", "footer": "boilerplate", "footNote": "", "endNote": ""}
_SKIPPED = frozenset({"secPr", "ctrlData", "linesegarray", "shapeComment", "hiddenComment"})


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the file is encrypted, damaged or holds no text."""
    archive = open_zip(data, name)
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(
        archive, "META-INF/manifest.xml", name
    ):
        raise UnreadableFile(file=name, reason="is locked by a password.")
    sections = sorted((int(m.group(1)), n) for n in names if (m := _SECTION.match(n)))
    extract = Extract()
    for _, section in sections:
        for paragraph in _children(xml_of(member(archive, section, name), name), "p"):
            _paragraph(paragraph, "", extract)
    if not extract.raw.strip():
        raise UnreadableFile(file=name, reason="holds no text.")
    if "Contents/content.hpf" in names:
        extract.known = _described(xml_of(member(archive, "Contents/content.hpf", name), name))
    return [draft_of(extract, data, name, "hwpx")]


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _children(element: Element, kind: str) -> Iterator[Element]:
    return (child for child in element if _local(child) == kind)


def _paragraph(paragraph: Element, says: str, extract: Extract) -> None:
    """The text of a paragraph, then of what hangs in it (tables, notes, boxes)."""
    text: list[str] = []
    hanging: list[tuple[Element, str]] = []
    for run in _children(paragraph, "run"):
        _run(run, says, text, hanging)
    line = "".join(text)
    if line.strip() or not hanging:
        extract.add(line, says)
    for element, inner in hanging:
        _hang(element, inner, extract)


def _run(element: Element, says: str, text: list[str], hanging: list[tuple[Element, str]]) -> None:
    for child in element:
        kind = _local(child)
        if kind == "t":
            text.append(_plain(child))
        elif kind in _SKIPPED:
            continue
        elif kind == "ctrl":
            _run(child, says, text, hanging)
        else:
            hanging.append((child, _INSIDE.get(kind, says) or says))


def _plain(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        kind = _local(child)
        parts.append(
            {"lineBreak": "\n", "tab": "\t", "nbSpace": "\xa0", "fwSpace": " ", "hyphen": "-"}.get(kind, "")
        )
        parts += ("".join(child.itertext()) if kind in {"insertBegin", "titleMark"} else "", child.tail or "")
    return "".join(parts)


def _hang(element: Element, says: str, extract: Extract) -> None:
    if _local(element) == "tbl":
        for row in _children(element, "tr"):
            cells = [_cell(cell) for cell in _children(row, "tc")]
            _row(cells, says, extract)
        return
    for paragraph in _paragraphs(element):
        _paragraph(paragraph, says, extract)


def _row(cells: list[str], says: str, extract: Extract) -> None:
    """A row is a line of cells; a table of one cell is a frame around ordinary text."""
    shown = [cell for cell in cells if cell.strip()]
    if len(cells) == 1:
        for line in cells[0].splitlines():
            extract.add(line, "" if says == "table" else says)
    elif shown:
        extract.add("\t".join(" ".join(cell.split()) for cell in cells), says)


def _cell(cell: Element) -> str:
    inner = Extract()
    for paragraph in _paragraphs(cell):
        _paragraph(paragraph, "", inner)
    return inner.raw.rstrip("\n")


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs right below an element, whatever wraps them."""
    for child in element:
        if _local(child) == "p":
            yield child
        elif _local(child) not in _SKIPPED:
            yield from _paragraphs(child)


def _described(root: Element) -> Metadata:
    title = ""
    for element in root.iter():
        if _local(element) == "title":
            title = (element.text or "").strip()
    return Metadata(title=title)
