"""Tables of articles: which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NAMES = {
    "text": (
        "text",
        "body",
        "content",
        "contents",
        "article",
        "document",
        "본문",
        "내용",
        "기사",
        "기사본문",
        "원문",
        "텍스트",
        "문서",
        "sentence",
        "문장",
    ),
    "title": ("title", "headline", "subject", "제목", "기사제목", "표제", "헤드라인"),
    "subtitle": ("subtitle", "부제", "부제목", "subheadline"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "media",
        "press",
        "provider",
        "언론사",
        "매체",
        "매체명",
        "신문사",
        "출처",
        "기관",
        "발행기관",
    ),
    "published": (
        "published",
        "date",
        "pubdate",
        "published_at",
        "datetime",
        "created_at",
        "날짜",
        "일자",
        "게재일",
        "발행일",
        "작성일",
        "등록일",
        "보도일",
        "입력일",
    ),
    "reporter": ("reporter", "author", "writer", "byline", "기자", "기자명", "작성자", "글쓴이"),
    "section": ("section", "category", "분류", "섹션", "카테고리", "통합분류1", "분야"),
    "url": ("url", "link", "href", "주소", "링크"),
    "id": ("id", "doc_id", "article_id", "no", "번호", "기사id", "식별자", "뉴스식별자", "key"),
}
_LETTERS = re.compile(r"[\s_\-./()]+")


@dataclass(frozen=True, slots=True)
class TableMapping:
    """Which column is what; "" where none is. `text` must name a column, or nothing can be read."""

    text: str = ""
    title: str = ""
    subtitle: str = ""
    outlet: str = ""
    published: str = ""
    reporter: str = ""
    section: str = ""
    url: str = ""
    id: str = ""

    def columns(self) -> dict[str, str]:
        """Field → column, of the fields that have one."""
        return {field: column for field in _NAMES if (column := getattr(self, field))}


def guess_mapping(headers: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> TableMapping:
    """The mapping that headers suggest; the text is, failing a name, the column with the longest cells."""
    found: dict[str, str] = {}
    plain = {_LETTERS.sub("", header).lower(): header for header in reversed(headers)}
    for field, names in _NAMES.items():
        column = next((plain[key] for name in names if (key := _LETTERS.sub("", name)) in plain), "")
        if column and column not in found.values():
            found[field] = column
    if "text" not in found:
        longest = _longest_column(headers, rows, taken=set(found.values()))
        if longest:
            found["text"] = longest
    return TableMapping(**found)


def _longest_column(headers: Sequence[str], rows: Iterable[Sequence[str]], taken: set[str]) -> str:
    lengths = [0] * len(headers)
    for row in rows:
        for at, cell in enumerate(row[: len(headers)]):
            lengths[at] += len(cell)
    free = [(lengths[at], -at, header) for at, header in enumerate(headers) if header not in taken]
    return max(free)[2] if free else ""
