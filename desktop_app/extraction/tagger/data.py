"""Annotated text that the tagger learns from: marked articles and KLUE's table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import UserError
from desktop_app.extraction.tagger.labels import KLUE_LABELS, LABELS, TaggedSpan

_MARK = re.compile(r"⟦([A-Z_]+)\|([^⟦⟧|]+)⟧")


class BadTrainingText(UserError):
    """A training file cannot be understood."""

    code = "training.bad_text"
    text = "{path}, line {line}: {reason}"


class Sentence(NamedTuple):
    """A sentence or headline, and its spans in code points, sorted and without overlap."""

    text: str
    spans: tuple[TaggedSpan, ...]


class Annotated(NamedTuple):
    """An article (or a lone sentence) as a source of training: `labels` are those that its annotators marked.

    A character outside every span may still belong to a label that is not among `labels`.
    """

    key: str
    sentences: tuple[Sentence, ...]
    labels: frozenset[str] = frozenset(LABELS)
    weight: int = 1


def read_annotated(paths: Iterable[Path]) -> list[Annotated]:
    """All articles of the files: `*.tsv` in KLUE's format, everything else in marked text; folders by their files.

    Raises BadTrainingText for a stray mark or an unknown label, UserError's kind of OSError is left to the caller.
    """
    return [article for path in _files(paths) for article in _read(path)]


def held_out(article: Annotated, every: int) -> bool:
    """Whether the article belongs to the share of 1/every that is kept from training, by the hash of its key."""
    return int.from_bytes(sha256(article.key.encode()).digest()[:4], "big") % every == 0


def marked(sentence: Sentence) -> str:
    """The sentence in the marked format, its spans as ⟦LABEL|surface⟧."""
    pieces, end = [], 0
    for span in sentence.spans:
        pieces += [sentence.text[end : span.start], f"⟦{span.label}|{sentence.text[span.start : span.end]}⟧"]
        end = span.end
    return "".join([*pieces, sentence.text[end:]])


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (
            sorted(p for p in path.iterdir() if p.suffix in {".txt", ".tsv"}) if path.is_dir() else [path]
        )


def _read(path: Path) -> Iterator[Annotated]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return _klue(path, lines) if path.suffix == ".tsv" else _marked_articles(path, lines)


def _marked_articles(path: Path, lines: list[str]) -> Iterator[Annotated]:
    key, sentences = f"{path.stem}:0", list[Sentence]()
    for number, line in enumerate(lines, 1):
        if line.startswith("###"):
            if sentences:
                yield Annotated(key, tuple(sentences))
            key, sentences = f"{path.stem}:{line}", []
        elif line.strip():
            sentences.append(_unmarked(path, number, line.strip()))
    if sentences:
        yield Annotated(key, tuple(sentences))


def _unmarked(path: Path, number: int, line: str) -> Sentence:
    text, spans, end = "", list[TaggedSpan](), 0
    for mark in _MARK.finditer(line):
        label, surface = mark.groups()
        if label not in LABELS:
            raise BadTrainingText(path=path.name, line=number, reason=f"unknown label {label}")
        text += line[end : mark.start()]
        spans.append(TaggedSpan(len(text), len(text) + len(surface), label))
        text += surface
        end = mark.end()
    text += line[end:]
    if "⟦" in text or "⟧" in text:
        raise BadTrainingText(path=path.name, line=number, reason="a mark is not closed")
    return Sentence(text, tuple(spans))


def _klue(path: Path, lines: list[str]) -> Iterator[Annotated]:
    """KLUE's rows: `## id<TAB>sentence`, then CHAR<TAB>TAG for every character, blanks included."""
    key, rows = "", list[tuple[str, str]]()
    for number, line in enumerate([*lines, "## "], 1):
        if line.startswith("## "):
            if rows:
                yield Annotated(key, (_of_rows(rows),), KLUE_LABELS)
            key, rows = line[3:].split("\t")[0], []
        elif line:
            char, tab, tag = line.rpartition("\t")
            if not tab:
                raise BadTrainingText(path=path.name, line=number, reason="no tab")
            rows.append((char, tag))


def _of_rows(rows: list[tuple[str, str]]) -> Sentence:
    spans, start, label = list[TaggedSpan](), 0, ""
    offset = 0
    for char, tag in [*rows, ("", "O")]:
        if label and not tag.startswith("I-"):
            spans.append(TaggedSpan(start, offset, label))
            label = ""
        if tag.startswith("B-"):
            start, label = offset, tag[2:]
        offset += len(char)
    return Sentence("".join(char for char, _ in rows), tuple(spans))
