"""The frame of every built-in importer: articles of a file, their labels mapped, their spans made sure of."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from desktop_app.domain.article import ArticleState, Metadata
from desktop_app.domain.dataset import DataArticle, DataBlock, DataMention, DataNote, DataRelation
from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.mention import PERSON, Decision
from desktop_app.domain.spans import Span, trimmed
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.options import ImportOptions, Standing
from desktop_app.exchange.shaping.basis import mention_order
from desktop_app.exchange.shaping.labelmap import incoming

_WRONG_CONTENT = (KeyError, IndexError, ValueError, TypeError, AttributeError, RecursionError)
_PEEK = 1 << 16
_NO_METADATA = Metadata()


class StreamImporter(ABC):
    """An importer that yields articles as they are read; a format gives its facts and its own reading."""

    name: str
    suffixes: tuple[str, ...]
    title_ko: str
    title_en: str

    @abstractmethod
    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:
        """The articles with the labels of the file; ids need be unique only within an article."""

    def recognises(self, path: Path) -> bool:
        """Whether the beginning of the file looks like this format."""
        if not path.is_file() or path.suffix.lower() not in self.suffixes:
            return False
        with path.open("rb") as file:
            return self.looks_like(file.read(_PEEK).decode("utf-8-sig", "replace"))

    def looks_like(self, beginning: str) -> bool:
        """Whether text with this beginning (up to 64 KiB) is of this format."""
        raise NotImplementedError

    def read(
        self,
        path: Path,
        options: ImportOptions = ImportOptions(),  # noqa: B008
    ) -> ImportRun:
        """Stream the articles of `path`; see `contract.Importer`."""
        run = ImportRun(iter(()))
        run.articles = self._stream(path, options, run)
        return run

    def _stream(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:
        settle = _Settling(self.name, options, run, count(1))
        try:
            for number, article in enumerate(self.articles(path, options, run), 1):
                yield settle.settled(article, number)
        except OSError as error:
            raise UnreadableFile(file=str(path), reason=error.strerror or str(error)) from error
        except _WRONG_CONTENT as error:
            reason = f"not {self.title_en}: {type(error).__name__} {error}"[:300]
            raise UnreadableFile(file=str(path), reason=reason) from error


@dataclass
class _Settling:
    """Turns articles as a format gives them into articles as a project takes them."""

    importer: str
    options: ImportOptions
    run: ImportRun
    numbers: Iterator[int]

    def settled(self, article: DataArticle, number: int) -> DataArticle:
        if not article.source_text:
            article = on_own_text(article)
        ids: dict[int, int] = {}
        mentions = [m for m in (self._mention(m, article, ids) for m in article.mentions) if m is not None]
        return replace(
            article,
            id=number,
            state=ArticleState.NEW.value if self.options.standing is Standing.SUGGESTED else article.state,
            source_format=article.source_format or self.importer,
            mentions=tuple(sorted(mentions, key=mention_order)),
            relations=tuple(
                DataRelation(r.kind, ids[r.from_mention], ids[r.to_mention])
                for r in article.relations
                if r.from_mention in ids and r.to_mention in ids
            ),
            notes=tuple(_renumbered(n, ids) for n in article.notes if n.mention is None or n.mention in ids),
            tags=tuple(
                replace(t, decision=self._decision(t.decision), origin=self._origin(t.origin))
                for t in article.tags
            ),
        )

    def _mention(self, mention: DataMention, article: DataArticle, ids: dict[int, int]) -> DataMention | None:
        self.run.labels[mention.label] += 1
        mapped = incoming(mention.label, self.options.schema, self.options.labels)
        if mapped is None:
            self.run.unknown[mention.label] += 1
            return None
        if not mapped[0] or not self._inside(mention, article):
            return None
        ids[mention.id] = next(self.numbers)
        return replace(
            mention,
            id=ids[mention.id],
            label=mapped[0],
            sublabel=mapped[1] or mention.sublabel,
            text=article.text[mention.start : mention.end],
            decision=self._decision(mention.decision),
            origin=self._origin(mention.origin),
            reviewer=mention.reviewer or self.options.reviewer,
        )

    def _inside(self, mention: DataMention, article: DataArticle) -> bool:
        if not 0 <= mention.start < mention.end <= len(article.text):
            self.run.warnings.append(
                f"{article.source_file}: {mention.label} at {mention.start}-{mention.end} lies outside the text"
            )
            return False
        found = article.text[mention.start : mention.end]
        if mention.text and _bare(mention.text) != _bare(found):
            self.run.warnings.append(
                f"{article.source_file}: {mention.label} at {mention.start}-{mention.end} reads {found!r}, "
                f"the file says {mention.text!r}"
            )
        return True

    def _decision(self, recorded: str) -> str:
        if self.options.standing is Standing.DECIDED:
            return Decision.ACCEPTED.value
        return Decision.UNDECIDED.value if self.options.standing is Standing.SUGGESTED else recorded

    def _origin(self, recorded: str) -> str:
        if self.options.standing is Standing.DECIDED:
            return PERSON
        return self.importer if self.options.standing is Standing.SUGGESTED else recorded


def _renumbered(note: DataNote, ids: dict[int, int]) -> DataNote:
    return note if note.mention is None else replace(note, mention=ids[note.mention])


def _bare(text: str) -> str:
    return "".join(text.split())


def on_own_text(article: DataArticle) -> DataArticle:
    """The article as its own source: its text is the source text, offsets are the same on both sides."""
    text = article.text
    blocks = article.blocks or _one_block(text)
    return replace(
        article,
        source_sha256=hashlib.sha256(
            (text + _origin_of(article)).encode("utf-8", "surrogatepass")
        ).hexdigest(),
        source_encoding="utf-8",
        source_format="" if _origin_of(article) else article.source_format,
        ordinal=0,
        source_text=text,
        blocks=tuple(replace(b, source_start=b.start, source_end=b.end) for b in blocks),
        mentions=tuple(replace(m, source_start=m.start, source_end=m.end) for m in article.mentions),
        corrections=(),
    )


def _origin_of(article: DataArticle) -> str:
    """What tells apart two articles of one text that came from different files, where that is recorded."""
    return f"\0{article.source_sha256}/{article.ordinal}" if article.source_sha256 and article.text else ""


def _one_block(text: str) -> tuple[DataBlock, ...]:
    span = trimmed(Span(0, len(text)), text)
    return (DataBlock(span.start, span.end, "body", span.start, span.end),) if span else ()


def found_mention(
    number: int,
    start: int,
    end: int,
    label: str,
    text: str = "",
    **more: Any,  # noqa: ANN401
) -> DataMention:
    """A mention that a person annotated elsewhere: accepted, origin "person"."""
    known = {"origin": PERSON, "decision": Decision.ACCEPTED.value, "confidence": 1.0, **more}
    return DataMention(number, start, end, start, end, label, text, **known)


def found_article(
    path: Path,
    number: int,
    text: str,
    mentions: Iterable[DataMention],
    **more: Any,  # noqa: ANN401
) -> DataArticle:
    """An article as an annotated file gives it, with nothing known of its source but the file's name."""
    known = {"source_file": path.name, "metadata": _NO_METADATA, "reviewer": "", "reviewed_at": "", **more}
    return DataArticle(
        id=number,
        source_sha256="",
        source_encoding="utf-8",
        source_format="",
        state=ArticleState.REVIEWED.value,
        ordinal=number,
        text=text,
        source_text="",
        mentions=tuple(mentions),
        **known,
    )


def json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """Line number and value of every line that is not blank; raises UnreadableFile with the line's number."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, parsed(line, path, number)


def json_document(path: Path) -> Any:  # noqa: ANN401
    """The value of a JSON file; raises UnreadableFile."""
    return parsed(path.read_bytes(), path, 0)


def parsed(data: bytes, path: Path, line: int) -> Any:  # noqa: ANN401
    """The value of JSON bytes; raises UnreadableFile, with the line's number where it is not 0."""
    try:
        return orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        where = f"line {line}: " if line else ""
        raise UnreadableFile(file=str(path), reason=f"{where}not JSON ({error})") from error
