"""Title, outlet, date, author and section out of a page's own metadata (Open Graph, JSON-LD, meta tags)."""

from __future__ import annotations

import json
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from desktop_app.domain.article import Metadata
from desktop_app.reading.cleaning.metadata import parse_date

_TITLES = ("og:title", "twitter:title", "title")
_OUTLETS = ("og:site_name", "article:publisher", "application-name", "publisher", "dable:author_org")
_AUTHORS = ("article:author", "author", "og:article:author", "dable:author", "byl")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "date",
    "dc.date",
)
_SECTIONS = ("article:section", "og:article:section", "section")
_ARTICLES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle"})


def describe(root: lxml_html.HtmlElement) -> Metadata:
    """What the page says of itself; JSON-LD goes before meta tags."""
    meta = _meta(root)
    linked = _linked(root)
    return Metadata(
        title=linked.get("headline") or _first(meta, _TITLES),
        outlet=linked.get("publisher") or _first(meta, _OUTLETS),
        reporter=_person(linked.get("author") or _first(meta, _AUTHORS)),
        published=_date(linked.get("datePublished") or _first(meta, _DATES)),
        section=linked.get("articleSection") or _first(meta, _SECTIONS),
        url=_first(meta, ("og:url",)) or next(iter(root.xpath("//link[@rel='canonical']/@href")), ""),
    )


def _meta(root: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _linked(root: lxml_html.HtmlElement) -> dict[str, str]:
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if item.get("@type") in _ARTICLES:
                keys = ("headline", "publisher", "author", "datePublished", "articleSection")
                return {key: _text(item.get(key)) for key in keys}
    return {}


def _items(data: object) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        graph = data.get("@graph")
        return [data, *(_items(graph) if isinstance(graph, list) else [])]
    return [item for entry in data for item in _items(entry)] if isinstance(data, list) else []


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _person(name: str) -> str:
    return "" if name.startswith(("http", "www.")) or "@" in name else name.removesuffix("기자").strip()


def _date(text: str) -> str:
    return parse_date(text)
