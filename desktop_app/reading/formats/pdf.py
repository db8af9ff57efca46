"""PDF with a text layer: lines in reading order, column by column, running heads and page numbers known."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2
from pypdfium2 import PdfiumError

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.pdf_layout import Box, PrintedLine, in_reading_order

MOST_PAGES = 2_000
_ODD = (("\r", ""), ("\n", " "), ("\x00", ""), ("\ufffe", "-"))
_DIGITS = re.compile(r"\d+")


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the file is locked, damaged, too long, or a scan without text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        locked = "assword" in str(error)
        raise UnreadableFile(
            file=name, reason="is locked by a password." if locked else "is a damaged PDF."
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(file=name, reason=f"has more than {MOST_PAGES:,} pages; split it first.")
        pages = [_page_lines(document, number) for number in range(len(document))]
    except PdfiumError as error:
        raise UnreadableFile(file=name, reason="is a damaged PDF.") from error
    finally:
        document.close()
    if not any(pages):
        raise UnreadableFile(
            file=name, reason="is a scan without text; run text recognition (OCR) on it first."
        )
    return [draft_of(_extract(pages), data, name, "pdf")]


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[PrintedLine]:
    page = document[number]
    try:
        text = page.get_textpage()
        boxes = _boxes(text, page.get_height())
        text.close()
        return in_reading_order(boxes, page.get_height())
    finally:
        page.close()


def _boxes(text: pypdfium2.PdfTextPage, height: float) -> list[Box]:
    size = pypdfium2.raw.FPDFText_GetFontSize(text.raw, 0) if text.count_chars() else 0.0
    boxes: list[Box] = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        shown = text.get_text_bounded(left, bottom, right, top)
        for odd, plain in _ODD:
            shown = shown.replace(odd, plain)
        if top - bottom < 0.6 * size:  # a font that is not embedded gives its glyphs no height of their own
            top = bottom + size
        if shown.strip():
            boxes.append(Box(left, height - top, right, height - bottom, shown.strip()))
    return boxes


def _extract(pages: list[list[PrintedLine]]) -> Extract:
    running = _running_lines(pages)
    extract = Extract()
    for number, lines in enumerate(pages, 1):
        before: PrintedLine | None = None
        for line in lines:
            if before is not None and line.apart_from(before):
                extract.add("", page=number)
            says = "boilerplate" if line.at_edge and _shape(line.text) in running else ""
            extract.add(line.text, says, page=number)
            before = line
    return extract


def _running_lines(pages: list[list[PrintedLine]]) -> set[str]:
    """Shapes (digits made alike) of lines that stand at the edge of at least half of the pages, and page numbers."""
    counts = Counter(shape for lines in pages for shape in {_shape(li.text) for li in lines if li.at_edge})
    often = {shape for shape, count in counts.items() if count >= max(2, len(pages) / 2)}
    return often | {"0", "- 0 -", "-0-", "0 / 0", "0/0", "– 0 –"}


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)
