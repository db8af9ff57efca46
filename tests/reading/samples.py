"""Documents of every format, made in memory with our own words."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.reading.ole import compound_file

TITLE = "해남군, 솔라시도에 그린 데이터센터 짓는다"
FIRST = "해남군이 솔라시도 기업도시에 재생에너지로 돌리는 데이터센터를 유치했다고 20일 밝혔다."
SECOND = (
    "센터에서 쓰는 전기의 절반은 인근 태양광 단지에서 직접 끌어오고, 냉각에는 빗물을 다시 거른 물을 쓴다."
)
PLAIN = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n"


def zipped(files: dict[str, bytes | str]) -> bytes:
    """A zip archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx() -> bytes:
    """A Word document with a title, two paragraphs and a table."""
    import docx as word

    document = word.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("구분", "내용"), ("규모", "40메가와트")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(SECOND)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_ODT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
)


def odt(body: str = "") -> bytes:
    """An OpenDocument text with a heading, two paragraphs and a table."""
    body = body or (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{FIRST}</text:p><table:table><table:table-row>'
        "<table:table-cell><text:p>규모</text:p></table:table-cell><table:table-cell><text:p>40메가와트</text:p>"
        f"</table:table-cell></table:table-row></table:table><text:p>{SECOND}</text:p>"
    )
    content = f"{_ODT_HEAD}{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def hwpx(extra: dict[str, bytes | str] | None = None) -> bytes:
    """An HWPX document with a title, a table of two cells and two paragraphs."""
    paragraph = "<hp:p><hp:run><hp:secPr/><hp:t>{}</hp:t></hp:run></hp:p>".format
    cell = "<hp:tc><hp:subList>{}</hp:subList></hp:tc>".format
    cells = cell(paragraph("규모")) + cell(paragraph("40메가와트"))
    table = f"<hp:p><hp:run><hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl></hp:run></hp:p>"
    section = (
        '<?xml version="1.0" encoding="UTF-8"?><hs:sec xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" '
        'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph">'
        f"{paragraph(TITLE)}{paragraph(FIRST)}{table}{paragraph(SECOND)}</hs:sec>"
    )
    return zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": section, **(extra or {})})


def hwp(flags: int = 1) -> bytes:
    """An HWP 5 document with a title, a table cell and two paragraphs; `flags` as in its FileHeader."""
    records = b"".join(
        [
            _record(66, 0, b"\0" * 22),
            _record(67, 1, b"\x02\0" + b"dces" + b"\0" * 8 + b"\x02\0" + f"{TITLE}\r".encode("utf-16-le")),
            _record(67, 1, f"{FIRST}\r".encode("utf-16-le")),
            _record(71, 1, b" lbt" + b"\0" * 20),
            _record(72, 2, b"\0" * 8),
            _record(67, 3, "40메가와트\r".encode("utf-16-le")),
            _record(67, 1, f"{SECOND}\r".encode("utf-16-le")),
        ]
    )
    packer = zlib.compressobj(wbits=-15)
    section = packer.compress(records) + packer.flush() if flags & 1 else records
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    return compound_file({"FileHeader": header.ljust(256, b"\0"), "BodyText/Section0": section})


def _record(tag: int, level: int, payload: bytes) -> bytes:
    return struct.pack("<I", tag | level << 10 | len(payload) << 20) + payload


def pdf(pages: list[list[tuple[float, float, str]]], *, locked: bool = False) -> bytes:
    """A PDF of pages of (x, y from the top, text) lines of 10-point Hangul, 600 by 800 points."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Batang /DW 1000 /W [32 126 500] "
        b"/CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName "
        b"/Batang /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /CapHeight 700 "
        b"/StemV 80 /ItalicAngle 0 >> >>"
    )
    objects.append(_stream(_CMAP))
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        drawn = "".join(
            f"BT /F 10 Tf 1 0 0 1 {x} {800 - y} Tm <{_hex(text)}> Tj ET\n" for x, y, text in lines
        )
        objects.append(_stream(drawn.encode()))
    return _pdf_file(objects, locked=locked)


_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfrange <0020> <007E> <0020> <2010> <203E> <2010> <AC00> <D7A3> <AC00> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _pdf_file(objects: list[bytes], *, locked: bool) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    secret = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <"
        + b"5a" * 32
        + b"> /U <"
        + b"a5" * 32
        + b"> >> "
    )
    extra = secret + b"/ID [<00> <00>] " if locked else b""
    out += (
        b"trailer << /Root 1 0 R "
        + extra
        + f"/Size {len(objects) + 1} >>\nstartxref\n{table}\n%%EOF\n".encode()
    )
    return bytes(out)
