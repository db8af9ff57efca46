"""A reading copy: one HTML file with everything in it, mentions highlighted in the colours of their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter
from desktop_app.exchange.shaping.notes import article_notes, mention_notes
from desktop_app.exchange.shaping.overlaps import Overlaps

_STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.8 "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; max-width: 44em;
  margin: 2em auto; padding: 0 1em; word-break: keep-all; overflow-wrap: anywhere; }
article { border-top: 1px solid #8886; padding: 1em 0 2em; }
header p, .notes, footer { color: GrayText; font-size: .85em; }
p.text { white-space: pre-wrap; margin: .4em 0; }
p.title { font-size: 1.35em; font-weight: 700; } p.subtitle { font-weight: 600; }
p.caption, p.byline, p.dateline, p.contact { font-size: .9em; opacity: .8; }
mark { color: inherit; background: color-mix(in srgb, var(--c) 22%, transparent);
  border-bottom: 2px solid var(--c); padding: .1em 0; }
mark.inner { border-bottom-style: double; border-bottom-width: 4px; }
mark.undecided { border-bottom-style: dashed; }
mark i { font: 600 .6em/1 sans-serif; color: var(--c); margin-left: .2em; vertical-align: super; user-select: none; }
.legend mark, .tag { margin-right: .6em; white-space: nowrap; }
.tag { border: 1px solid #8886; border-radius: 1em; padding: .05em .6em; font-size: .8em; }
@media print { article { break-inside: avoid-page; } }
"""


class _PageSink(FileSink):
    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self.schema = head.schema
        self.file.write(_opening(head).encode())

    def add(self, article: DataArticle) -> None:
        self.file.write(article_html(article, self.schema).encode())

    def end(self) -> None:
        self.file.write(b"</body>\n</html>\n")


def _opening(head: Head) -> str:
    title = escape(head.project or "Dadeum")
    rules = "".join(
        f".l-{i} {{ --c: {_colour(label.colour)}; }}\n" for i, label in enumerate(head.schema.labels)
    )
    legend = " ".join(
        f'<mark class="l-{i}">{escape(label.name_ko)} <code>{escape(label.code)}</code></mark>'
        for i, label in enumerate(head.schema.labels)
    )
    return (
        f'<!doctype html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<style>{_STYLE}mark {{ --c: #6B7280; }}\n{rules}</style>\n"
        f'</head>\n<body>\n<h1>{title}</h1>\n<p class="legend">{legend}</p>\n'
    )


def _colour(given: str) -> str:
    """The colour of a label; anything but #RRGGBB could say more to a browser than a colour."""
    return given if re.fullmatch(r"#[0-9A-Fa-f]{6}", given) else "#6B7280"


def article_html(article: DataArticle, schema: LabelSchema) -> str:
    """The `<article>` of an article: metadata, tags, its blocks with highlights, its notes."""
    meta = article.metadata
    facts = " · ".join(
        escape(f) for f in (meta.outlet, meta.published, meta.reporter, article.source_file) if f
    )
    tags = "".join(f'<span class="tag">{escape(t.tag)}</span>' for t in article.tags)
    notes = "".join(f"<li>{escape(n)}</li>" for n in article_notes(article))
    blocks = "\n".join(_Highlights(article, schema).blocks())
    return (
        f'<article id="a{article.id}">\n<header><h2>{escape(meta.title)}</h2>\n<p>{facts}</p>\n'
        f"<p>{tags}</p></header>\n{blocks}\n"
        + (f'<ul class="notes">{notes}</ul>\n' if notes else "")
        + "</article>\n"
    )


class _Highlights:
    """The text of an article in paragraphs, its mentions marked."""

    def __init__(self, article: DataArticle, schema: LabelSchema) -> None:
        self.article = article
        self.order = {label.code: i for i, label in enumerate(schema.labels)}
        self.notes = mention_notes(article)
        self.near = Overlaps(article.mentions)

    def blocks(self) -> Iterator[str]:
        """The whole text in order: each block a paragraph of its role, what lies between blocks as plain text."""
        at = 0
        for block in sorted(self.article.blocks, key=lambda b: b.start):
            yield from self._between(at, block.start)
            start = max(at, block.start)
            if start < block.end:
                yield f'<p class="text {escape(block.role)}">{self._marked(start, block.end)}</p>'
            at = max(at, block.end)
        yield from self._between(at, len(self.article.text))

    def _between(self, start: int, end: int) -> Iterator[str]:
        if self.article.text[start:end].strip():
            yield f'<p class="text">{self._marked(start, end)}</p>'

    def _marked(self, start: int, end: int) -> str:
        found = self.near.touching(start, end)
        cuts = sorted({start, end} | {p for m in found for p in (m.start, m.end) if start < p < end})
        return "".join(self._piece(a, b) for a, b in pairwise(cuts))

    def _piece(self, start: int, end: int) -> str:
        """A stretch that no mention begins or ends within; the shortest mention is the innermost mark."""
        covering = self.near.touching(start, end)
        inner = escape(self.article.text[start:end])
        for mention in sorted(covering, key=lambda m: (m.end - m.start, m.id)):
            inner = self._mark(mention, inner, last=end == mention.end, inner_too=len(covering) > 1)
        return inner

    def _mark(self, mention: DataMention, inner: str, *, last: bool, inner_too: bool) -> str:
        colour = f"l-{self.order[mention.label]}" if mention.label in self.order else "l-x"
        classes = " ".join([colour, escape(mention.decision), *(["inner"] if inner_too else [])])
        value = mention.value.text if mention.value else ""
        told = " · ".join(
            t for t in (mention.label, mention.concept, value, self.notes.get(mention.id, "")) if t
        )
        code = f"<i>{escape(mention.label)}</i>" if last else ""
        return f'<mark class="{classes}" title="{escape(told)}">{inner}{code}</mark>'


class HtmlPage(StreamExporter):
    """One self-contained HTML file for reading and printing; no script, nothing loaded from elsewhere."""

    name = "html"
    suffix = ".html"
    title_ko = "읽기용 HTML"
    title_en = "HTML reading copy"
    holds = Holds(tags=True, notes=True, metadata=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _PageSink(path, head)
