"""Every format gives the same article: its title, its paragraphs, its table, and a clear line where it is locked."""

from __future__ import annotations

import email.message
import io
import json

import pytest

from desktop_app.domain.article import Role
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.textmap import build
from desktop_app.reading import TableMapping, columns, endings, guess_mapping, read_bytes, read_file
from tests.reading import samples


def texts(draft: SourceDraft, role: Role) -> list[str]:
    return [draft.raw[b.start : b.end].strip() for b in draft.blocks if b.role is role]


def reading(draft: SourceDraft) -> str:
    return build(draft.raw, [b for b in draft.blocks if b.article == 0], draft.corrections).text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", samples.docx()),
        ("a.odt", samples.odt()),
        ("a.hwpx", samples.hwpx()),
        ("a.hwp", samples.hwp()),
        ("packed_the_other_way.hwp", samples.hwp(flags=0)),
    ],
)
def test_office_documents_keep_title_paragraphs_and_tables_in_order(name: str, data: bytes) -> None:
    (draft,) = read_bytes(data, name)
    assert texts(draft, Role.TITLE) == [samples.TITLE]
    assert texts(draft, Role.BODY) == [samples.FIRST, samples.SECOND]
    assert any("40메가와트" in text for text in texts(draft, Role.TABLE))
    assert draft.raw.index(samples.FIRST) < draft.raw.index("40메가와트") < draft.raw.index(samples.SECOND)
    assert draft.metadata[0].title == samples.TITLE
    assert len(draft.sha256) == 64


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.hwp", samples.hwp(flags=3), "password"),
        ("a.hwp", samples.hwp(flags=5), "distribution"),
        ("a.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        ("a.hwpx", samples.hwpx({"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "password"),
        ("a.hwpx", samples.zipped({"mimetype": "x"}), "no text"),
        ("a.docx", samples.zipped({"word/document.xml": "<broken"}), "damaged"),
        ("a.docx", samples.zipped({"x": "y"}), "no Word"),
        ("a.odt", samples.zipped({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        ("a.pdf", samples.pdf([[(50, 60, "본문")]], locked=True), "password"),
        ("a.pdf", samples.pdf([[]]), "scan"),
        ("a.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("a.doc", b"x", "DOCX"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(name: str, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as caught:
        read_bytes(data, name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def column(x: float, y: float, lines: list[str]) -> list[tuple[float, float, str]]:
    return [(x, y + 14 * at, line) for at, line in enumerate(lines)]


def test_pdf_columns_are_read_one_after_the_other_and_running_heads_known() -> None:
    left = ["시는 다음 달부터 버스의 혼잡", "도를 정류장 전광판에서 알려", "주기로 했다고 밝혔다."]
    right = ["우선 급행 노선 네 개에서 시작", "해 연말까지 모든 노선으로 넓", "힐 계획이라고 설명했다."]
    pages = [
        [(50, 30, "어느 도시 소식지"), *column(50, 120, left), *column(320, 120, right), (290, 780, str(n))]
        for n in (1, 2, 3)
    ]
    (draft,) = read_bytes(samples.pdf(pages), "a.pdf")
    shown = reading(draft)
    assert "버스의 혼잡도를 정류장 전광판에서 알려주기로 했다고 밝혔다." in shown.replace("알려 주", "알려주")
    assert shown.index("밝혔다.") < shown.index("우선 급행")
    assert "소식지" not in shown
    assert {b.page for b in draft.blocks} == {1, 2, 3}


HTML = f"""<!doctype html><html><head><meta charset="utf-8"><title>무시</title>
<meta property="og:title" content="{samples.TITLE}"><meta property="og:site_name" content="새벽신문">
<meta property="article:published_time" content="2024-05-20T17:42:00+09:00"><meta name="author" content="도하람 기자">
<script>alert("안 보임")</script></head><body><nav><ul><li>정치</li><li>경제와 살림살이 소식</li></ul></nav>
<article><h1>{samples.TITLE}</h1><p>{samples.FIRST}</p><img src="http://nowhere.invalid/a.png">
<p>{samples.SECOND}</p><p style="display:none">숨은 글입니다.</p></article>
<div class="related"><a href="#">목포 삼학도에 야간 조명길 열린다</a></div>
<footer>어딘가 1로 2 대표전화 000</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_html_gives_the_article_and_its_own_metadata(encoding: str) -> None:
    (draft,) = read_bytes(HTML.encode(encoding), "a.html")
    assert texts(draft, Role.TITLE) == [samples.TITLE]
    assert texts(draft, Role.BODY) == [samples.FIRST, samples.SECOND]
    assert "안 보임" not in draft.raw
    assert "숨은" not in draft.raw
    assert "목포" in draft.raw
    assert "목포" not in reading(draft)
    assert draft.metadata[0].outlet == "새벽신문"
    assert draft.metadata[0].published == "2024-05-20T17:42"
    assert draft.metadata[0].reporter == "도하람"


def test_markdown_marks_are_read_over_and_stay_in_raw() -> None:
    front = "---\ntitle: 다른 이름\ndate: 2024-03-01\n---\n\n"
    text = f"{front}# {samples.TITLE}\n\n{samples.FIRST}\n\n> 남의 말입니다.\n\n{samples.SECOND}\n"
    (draft,) = read_bytes(text.encode(), "a.md")
    assert draft.raw == text
    assert reading(draft).splitlines() == [samples.TITLE, samples.FIRST, "남의 말입니다.", samples.SECOND]
    assert draft.metadata[0].published == "2024-03-01"


def test_mail_gives_its_text_and_its_attachments() -> None:
    message = email.message.EmailMessage()
    message["Subject"], message["Date"] = samples.TITLE, "Mon, 20 May 2024 09:00:00 +0900"
    message.set_content(f"{samples.FIRST}\n\n{samples.SECOND}\n")
    message.add_attachment(samples.PLAIN.encode(), maintype="text", subtype="plain", filename="붙임.txt")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="그림.png")
    drafts = read_bytes(message.as_bytes(), "a.eml")
    assert [d.name for d in drafts] == ["a.eml", "a.eml/붙임.txt"]
    assert texts(drafts[0], Role.TITLE) == [samples.TITLE]
    assert drafts[0].metadata[0].published == "2024-05-20"
    assert any("그림.png" in line for line in drafts[0].warnings)


def test_a_table_is_read_by_its_headers() -> None:
    rows = f'번호,제목,본문,언론사,일자\n7,"{samples.TITLE}",{samples.FIRST},새벽신문,20240520\n8,빈 줄,,,\n'
    drafts = read_bytes(rows.encode("cp949"), "a.csv")
    assert len(drafts) == 1
    assert drafts[0].raw == f"{samples.TITLE}\n\n{samples.FIRST}"
    assert drafts[0].metadata[0].outlet == "새벽신문"
    assert drafts[0].metadata[0].published == "2024-05-20"
    assert "7" in drafts[0].name


def test_the_mapping_of_columns_can_be_given_and_is_offered(tmp_path) -> None:
    path = tmp_path / "b.tsv"
    path.write_text(f"a\tb\n{samples.TITLE}\t{samples.FIRST}\n", encoding="utf-8")
    headers, sample, guess = columns(path)
    assert headers == ["a", "b"]
    assert sample == [[samples.TITLE, samples.FIRST]]
    assert guess.text == "b"
    (draft,) = read_file(path, TableMapping(text="a"))
    assert draft.raw == samples.TITLE


def test_workbooks_and_json_lines_are_tables_too() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["제목", "내용"])
    book.active.append([samples.TITLE, samples.FIRST])
    out = io.BytesIO()
    book.save(out)
    line = json.dumps({"title": samples.TITLE, "text": samples.FIRST}, ensure_ascii=False)
    for name, data in (
        ("a.xlsx", out.getvalue()),
        ("a.jsonl", line.encode()),
        ("a.json", f"[{line}]".encode()),
    ):
        (draft,) = read_bytes(data, name)
        assert draft.metadata[0].title == samples.TITLE
        assert samples.FIRST in draft.raw


def test_guess_prefers_names_to_lengths() -> None:
    assert guess_mapping(["본문", "긴글"], [["짧음", "아주 긴 글"]]).text == "본문"


def test_the_first_bytes_overrule_a_wrong_ending() -> None:
    (draft,) = read_bytes(samples.pdf([[(50, 100, "본문이 있는 쪽이다.")]]), "a.txt")
    assert draft.format == "pdf"
    assert "pdf" in endings()
