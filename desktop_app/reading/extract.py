"""What a format's reader takes out of a file: its text, and what the markup says of stretches of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.reading.drafts import Hint, read_text


@dataclass(slots=True)
class Extract:
    """Text with hints; `add` appends a paragraph, `known` is metadata that the file itself carries."""

    parts: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    known: Metadata = field(default_factory=Metadata)
    warnings: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, hint: str = "", *, page: int | None = None, end: str = "\n") -> None:
        """Append `text` and `end`; `hint` is what the markup calls it (see `Hint`), "" where it says nothing."""
        if hint or page is not None:
            self.hints.append(Hint(self.length, self.length + len(text), hint, page))
        self.parts += (text, end)
        self.length += len(text) + len(end)

    @property
    def raw(self) -> str:
        """The text so far."""
        return "".join(self.parts)


def draft_of(extract: Extract, data: bytes, name: str, form: str, encoding: str = "utf-8") -> SourceDraft:
    """The draft of a file from its extract; `data` are the original bytes, for their hash."""
    draft = read_text(
        extract.raw,
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        format=form,
        hints=extract.hints,
    )
    return replace(
        draft, metadata=_with_known(draft.metadata, extract.known), warnings=tuple(extract.warnings)
    )


def _with_known(found: tuple[Metadata, ...], known: Metadata) -> tuple[Metadata, ...]:
    """What the file states about itself goes before what its first article seems to say."""
    if not found:
        return found
    first = found[0]
    merged = Metadata(
        title=first.title or known.title,
        subtitle=first.subtitle or known.subtitle,
        outlet=known.outlet or first.outlet,
        reporter=known.reporter or first.reporter,
        published=known.published or first.published,
        section=known.section or first.section,
        url=known.url or first.url,
    )
    return (merged, *found[1:])
