"""What reading makes of a file before it is stored: raw text cut into blocks, and the articles they form."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.article import Correction, Metadata, Role
from desktop_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A stretch of raw: [start, end) code points, its role, and the ordinal of its article (None: of none).

    The blocks of a source tile raw: each begins where the one before ends, the first at 0, the last at the end.
    `order` places it within its article's reading text (a headline that stands far away still comes first).
    `page` is the page of a PDF (from 1) or None; `repeat` says that it repeats an earlier block nearly word
    for word. `confidence` 0..1 is the classifier's own.
    """

    start: int
    end: int
    role: Role
    article: int | None
    order: int = 0
    page: int | None = None
    repeat: bool = False
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """The block's span of raw."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A file as read: its decoded text, never changed afterwards, and how it is cut.

    `sha256` is of the original bytes, `encoding` how they were decoded ("utf-8", "cp949", …), `format` the
    importer's name, `metadata` one entry per article (index = the ordinal used by the blocks), `warnings` one
    clear line each about what could not be read.
    """

    name: str
    sha256: str
    encoding: str
    format: str
    raw: str
    blocks: tuple[BlockDraft, ...]
    corrections: tuple[Correction, ...]
    metadata: tuple[Metadata, ...]
    path: str = ""
    warnings: tuple[str, ...] = field(default=())
