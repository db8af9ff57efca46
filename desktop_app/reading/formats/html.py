"""Crawled pages: every visible line of the page, with what its markup says; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.cleaning.likeness import bare
from desktop_app.reading.decode import decode
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.html_metadata import describe

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "head", "canvas", "object", "video"}
)
_INLINE_WORDS = (
    "a abbr b bdi bdo cite code data dfn em font i img ins kbd label mark q s samp small span strong "
    "sub sup time u var wbr"
)
_INLINE = frozenset(_INLINE_WORDS.split())
_FURNITURE = frozenset(
    {"nav", "footer", "aside", "form", "button", "select", "option", "input", "textarea", "menu"}
)
_MARKED = {"h1": "title", "h2": "subtitle", "h3": "subtitle", "h4": "subtitle", "blockquote": "quote"}
_MARKED |= {"figcaption": "caption", "li": "list", "caption": "caption", "td": "table", "th": "table"}
_ASIDE_NAME = re.compile(
    r"(?:^|[-_\s])(?:gnb|lnb|snb|nav|menu|breadcrumb|header|footer|foot|sns|share|related|relate|"
    r"recommend|rank|ranking|popular|banner|ad|ads|advert|comment|comments|reply|copyright|"
    r"sidebar|aside|tag|tags|cookie|login|search|paging|pager|util|subscribe|newsletter)(?:$|"
    r"[-_\s\d])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 300


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the page shows no text."""
    decoded = decode(data, name)
    root = _parsed(decoded.text, name)
    main = _main_lines(decoded.text)
    extract = Extract(warnings=list(decoded.warnings))
    for text, says in _lines(root, "", 0):
        known = bare(text) in main
        extract.add(text, ("main" if says in {"", "boilerplate"} else says) if known else says)
    if not extract.raw.strip():
        raise UnreadableFile(file=name, reason="shows no text.")
    extract.known = describe(root)
    return [draft_of(extract, data, name, "html", decoded.encoding)]


def _parsed(text: str, name: str) -> lxml_html.HtmlElement:
    try:
        parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=_utf8(parser))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(file=name, reason="is no readable HTML.") from error


def _utf8(parser: lxml_html.HTMLParser) -> lxml_html.HTMLParser:
    del parser
    return lxml_html.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")


def _main_lines(text: str) -> frozenset[str]:
    """The lines that trafilatura takes for the main text, to overrule what class names suggest."""
    import trafilatura

    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError):
        return frozenset()
    return frozenset(bare(line) for line in (found or "").splitlines() if len(bare(line)) >= 12)


def _lines(element: lxml_html.HtmlElement, says: str, depth: int) -> Iterator[tuple[str, str]]:
    """(text, hint) of each visible line below an element."""
    pending: list[str] = []
    for text, child in _content(element):
        if child is None:
            pending.append(text)
            continue
        if child.tag == "br":
            yield from _flushed(pending, says)
        elif child.tag in _INLINE and not _has_blocks(child):
            pending.append(_inline(child))
        elif depth < _DEEPEST and not _is_hidden(child):
            yield from _flushed(pending, says)
            yield from _lines(child, _hint(child, says), depth + 1)
    yield from _flushed(pending, says)


def _content(element: lxml_html.HtmlElement) -> Iterator[tuple[str, lxml_html.HtmlElement | None]]:
    if element.text:
        yield element.text, None
    for child in element:
        if isinstance(child.tag, str):
            yield "", child
        if child.tail:
            yield child.tail, None


def _flushed(pending: list[str], says: str) -> Iterator[tuple[str, str]]:
    text = _BLANKS.sub(" ", "".join(pending)).strip()
    pending.clear()
    if text:
        yield text, says


def _inline(element: lxml_html.HtmlElement) -> str:
    return "" if _is_hidden(element) else "".join(element.itertext())


def _has_blocks(element: lxml_html.HtmlElement) -> bool:
    return any(isinstance(e.tag, str) and e.tag not in _INLINE for e in element.iterdescendants())


def _is_hidden(element: lxml_html.HtmlElement) -> bool:
    if element.tag in _SKIPPED or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _hint(element: lxml_html.HtmlElement, says: str) -> str:
    if says == "boilerplate":
        return says
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag in _FURNITURE or (
        element.tag not in {"body", "article", "main"} and _ASIDE_NAME.search(names)
    ):
        return "boilerplate"
    marked = _MARKED.get(element.tag)
    if marked in {"table", "list"} and sum(len(t) for t in element.itertext()) > 120:
        return says
    return marked or says


def visible_text(text: str) -> str:
    """The visible lines of some HTML as plain text."""
    return "\n".join(line for line, _ in _lines(_parsed(text, "HTML"), "", 0))
