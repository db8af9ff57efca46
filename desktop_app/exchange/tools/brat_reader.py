"""brat standoff read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.domain.dataset import DataArticle, DataMention, DataRelation
from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention
from desktop_app.exchange.options import ImportOptions

_SPANS = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")


class BratReader(StreamImporter):
    """A folder (with subfolders) of .txt and .ann, or one .ann beside its .txt.

    Text-bound annotations, binary relations, attributes, references and notes are taken; events and
    equivalences are named in the run's warnings.
    """

    name = "brat"
    suffixes = (".ann",)
    title_ko = "brat standoff"
    title_en = "brat standoff"

    def recognises(self, path: Path) -> bool:
        if path.is_dir():
            return next(path.rglob("*.ann"), None) is not None
        return path.suffix == ".ann" and path.with_suffix(".txt").is_file()

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
        for number, file in enumerate(files, 1):
            text = _text(file.with_suffix(".txt"))
            layer = _Layer(text, file, run)
            for line in _text(file).split("\n"):
                if line.strip():
                    layer.take(line.removesuffix("\r"))
            yield found_article(
                file.with_suffix(".txt"),
                number,
                text,
                layer.mentions.values(),
                relations=tuple(layer.relations),
            )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=str(path), reason="not UTF-8") from error


@dataclass
class _Layer:
    """The annotations of one .ann."""

    text: str
    file: Path
    run: ImportRun
    mentions: dict[str, DataMention] = field(default_factory=dict)
    relations: list[DataRelation] = field(default_factory=list)

    def take(self, line: str) -> None:
        key, _, rest = line.partition("\t")
        content, _, tail = rest.partition("\t")
        takers = {
            "T": self._span, "R": self._relation, "A": self._attribute, "M": self._attribute,
            "N": self._reference, "#": self._note,
        }  # fmt: skip
        take = takers.get(key[:1])
        if take is None:
            self.run.warnings.append(f"{self.file.name}: left out: {line[:80]}")
            return
        try:
            take(key, content, tail)
        except (KeyError, ValueError, IndexError) as error:
            raise UnreadableFile(file=str(self.file), reason=f"cannot be read: {line[:80]}") from error

    def _span(self, key: str, content: str, surface: str) -> None:
        found = _SPANS.fullmatch(content)
        if not found:
            raise ValueError(content)
        pairs = (pair.split() for pair in found[2].split(";"))
        parts = self._joined([Span(int(a), int(b)) for a, b in pairs])
        number = len(self.mentions) + 1
        hull = (parts[0].start, max(p.end for p in parts))
        self.mentions[key] = found_mention(
            number, *hull, found[1], "" if len(parts) > 1 or "\n" in Span(*hull).of(self.text) else surface,
            parts=tuple(parts) if len(parts) > 1 else (),
        )  # fmt: skip

    def _joined(self, parts: list[Span]) -> list[Span]:
        """Fragments that only line breaks keep apart are one stretch."""
        joined: list[Span] = []
        for part in sorted(parts):
            if joined and not self.text[joined[-1].end : part.start].strip("\n"):
                joined[-1] = joined[-1].hull(part)
            else:
                joined.append(part)
        return joined

    def _relation(self, _key: str, content: str, _tail: str) -> None:
        kind, first, second = content.split()
        ends = [self.mentions.get(a.partition(":")[2]) for a in (first, second)]
        if ends[0] is None or ends[1] is None:
            self.run.warnings.append(f"{self.file.name}: relation to no mention: {content}")
            return
        self.relations.append(DataRelation(kind, ends[0].id, ends[1].id))

    def _attribute(self, _key: str, content: str, _tail: str) -> None:
        kind, owner, *value = content.split()
        mention = self.mentions.get(owner)
        if mention is None:
            return
        given = value[0] if value else "true"
        if kind == "Decision" and given in {d.value for d in Decision}:
            self.mentions[owner] = replace(mention, decision=given)
        elif kind == "Sublabel":
            self.mentions[owner] = replace(mention, sublabel=given)
        else:
            self.mentions[owner] = replace(mention, attributes=(*mention.attributes, (kind, given)))

    def _reference(self, _key: str, content: str, tail: str) -> None:
        _, owner, address = content.split()
        if owner in self.mentions:
            name = tail or address.partition(":")[2]
            self.mentions[owner] = replace(self.mentions[owner], concept=name)

    def _note(self, _key: str, content: str, tail: str) -> None:
        owner = content.split()[1]
        if owner in self.mentions:
            self.mentions[owner] = replace(self.mentions[owner], note=tail)
