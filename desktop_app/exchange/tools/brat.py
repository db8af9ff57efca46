"""brat standoff: a .txt and an .ann for each article; offsets are characters of the decoded .txt.

Format as in brat's server/src/annotation.py. A mention across a line break is written in fragments, since
brat refuses it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.exchange.contract import ExportReport, Holds
from desktop_app.exchange.corpora.segments import blank, one_line
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.failures import LabelNotHeld
from desktop_app.exchange.shaping.notes import mention_notes

_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LINE = re.compile(r"[^\n]+")


class _BratSink(Sink):
    def __init__(self, folder: Path, head: Head) -> None:
        self.folder, self.head = folder, head

    def add(self, article: DataArticle) -> None:
        self.head.dropped["blank"] += blank(article)
        stem = self.folder / f"{article.id:06d}"
        stem.with_suffix(".txt").write_bytes(article.text.encode())
        lines = annotation_lines(article, self.head.target)
        stem.with_suffix(".ann").write_bytes("".join(f"{line}\n" for line in lines).encode())

    def close(self, *, failed: bool) -> None:
        """Every article has closed its own files."""


def annotation_lines(article: DataArticle, target: Path) -> Iterator[str]:
    """The lines of an article's .ann; raises LabelNotHeld for a code that brat cannot read as a type."""
    kept = [m for m in article.mentions if m.text.strip()]
    names = {m.id: f"T{i}" for i, m in enumerate(kept, 1)}
    for mention in kept:
        _check_type(mention.label, target)
        found = fragments(article.text, mention)
        where = ";".join(f"{f.start} {f.end}" for f in found)
        surface = one_line(" ".join(f.of(article.text) for f in found))
        yield f"{names[mention.id]}\t{mention.label} {where}\t{surface}"
    yield from _relations(article, names, target)
    yield from _attributes(kept, names)
    yield from _references(kept, names)
    for i, (number, note) in enumerate(sorted(mention_notes(article).items()), 1):
        if number in names:
            yield f"#{i}\tAnnotatorNotes {names[number]}\t{one_line(note)}"


def fragments(text: str, mention: DataMention) -> list[Span]:
    """The stretches of a mention without line breaks."""
    return [
        Span(m.start(), m.end())
        for part in (mention.parts or (mention.span,))
        for m in _LINE.finditer(text, part.start, part.end)
    ]


def _check_type(code: str, target: Path) -> None:
    if not _TYPE.fullmatch(code):
        raise LabelNotHeld(path=str(target), format="brat", label=code)


def _relations(article: DataArticle, names: dict[int, str], target: Path) -> Iterator[str]:
    for i, relation in enumerate(article.relations, 1):
        _check_type(relation.kind, target)
        if relation.from_mention in names and relation.to_mention in names:
            yield (
                f"R{i}\t{relation.kind} Arg1:{names[relation.from_mention]} Arg2:{names[relation.to_mention]}"
            )


def _attributes(mentions: list[DataMention], names: dict[int, str]) -> Iterator[str]:
    found: list[tuple[str, str, str]] = []
    for m in mentions:
        if m.decision != Decision.ACCEPTED:
            found.append(("Decision", names[m.id], m.decision))
        if m.sublabel:
            found.append(("Sublabel", names[m.id], m.sublabel))
        found += [
            (k, names[m.id], v) for k, v in m.attributes if _TYPE.fullmatch(k) and re.fullmatch(r"\S+", v)
        ]
    for i, (kind, name, value) in enumerate(found, 1):
        yield f"A{i}\t{kind} {name} {value}"


def _references(mentions: list[DataMention], names: dict[int, str]) -> Iterator[str]:
    for i, m in enumerate((m for m in mentions if m.concept), 1):
        key = re.sub(r"\s+", "_", m.concept)
        yield f"N{i}\tReference {names[m.id]} Concept:{key}\t{one_line(m.concept)}"


class Brat(StreamExporter):
    """brat standoff with relations, attributes, references and notes, and an annotation.conf."""

    name = "brat"
    suffix = ""
    title_ko = "brat standoff (폴더)"
    title_en = "brat standoff (folder)"
    is_folder = True
    holds = Holds(discontinuous=True, relations=True, notes=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _BratSink(path, head)

    def finish(self, folder: Path, head: Head, report: ExportReport) -> None:
        (folder / "annotation.conf").write_bytes(_configuration(head, sorted(report.labels)).encode())


def _configuration(head: Head, written: list[str]) -> str:
    entities = list(dict.fromkeys([*(written if head.options.labels else head.schema.codes), *written]))
    relations = [
        f"{r.code}\tArg1:{_ends(r.from_labels, entities)}, Arg2:{_ends(r.to_labels, entities)}"
        for r in head.schema.relations
    ]
    fine = sorted({s.code for label in head.schema.labels for s in label.sublabels})
    sublabels = [f"Sublabel\tArg:<ENTITY>, Value:{'|'.join(fine)}"] if fine else []
    attributes = ["Decision\tArg:<ENTITY>, Value:undecided|rejected", *sublabels]
    parts = {"entities": entities, "relations": relations, "events": [], "attributes": attributes}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())


def _ends(labels: tuple[str, ...], entities: list[str]) -> str:
    """The labels that a relation may join, or any where mapping has left none of them."""
    return "|".join(code for code in labels if code in entities) or "<ENTITY>"
