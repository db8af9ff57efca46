"""OpenDocument text: headings, paragraphs, lists and tables of content.xml."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.cleaning.metadata import parse_date
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.containers import member, open_zip, xml_of

_HIDDEN = frozenset({"tracked-changes", "annotation", "sequence-decls", "forms"})


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the document is encrypted, damaged or empty."""
    archive = open_zip(data, name)
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(
        archive, "META-INF/manifest.xml", name
    ):
        raise UnreadableFile(file=name, reason="is locked by a password.")
    extract = Extract()
    _walk(xml_of(member(archive, "content.xml", name), name), "", extract)
    if not extract.raw.strip():
        raise UnreadableFile(file=name, reason="holds no text.")
    if "meta.xml" in names:
        extract.known = _described(xml_of(member(archive, "meta.xml", name), name))
    return [draft_of(extract, data, name, "odt")]


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _walk(element: Element, says: str, extract: Extract) -> None:
    for child in element:
        kind = _local(child)
        if kind in _HIDDEN:
            continue
        if kind == "p":
            extract.add(_text(child), says)
        elif kind == "h":
            extract.add(_text(child), "title" if not extract.length else "subtitle")
        elif kind == "table-row":
            cells = [" ".join("".join(c.itertext()).split()) for c in child if _local(c) == "table-cell"]
            if any(cells):
                extract.add("\t".join(cells), "table" if len(cells) > 1 else "")
        else:
            _walk(child, "list" if kind == "list-item" else says, extract)


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = _local(child)
        if kind == "s":
            yield " " * next((int(v) for k, v in child.attrib.items() if k.endswith("}c") and v.isdigit()), 1)
        elif kind in {"tab", "line-break"}:
            yield "\t" if kind == "tab" else "\n"
        elif kind not in _HIDDEN:
            yield from _pieces(child)
        yield child.tail or ""


def _described(root: Element) -> Metadata:
    found = {_local(element): (element.text or "").strip() for element in root.iter()}
    return Metadata(title=found.get("title", ""), published=parse_date(found.get("date", "")))
