"""A decoded text made into the draft of a source."""

from __future__ import annotations

from desktop_app.domain.drafts import SourceDraft
from desktop_app.reading.cleaning.clean import clean


def read_text(
    raw: str, name: str, *, sha256: str = "", encoding: str = "utf-8", format: str = "text"
) -> SourceDraft:
    """Clean and cut a text; `raw` itself is kept as it is, every offset counts its code points."""
    cleaned = clean(raw)
    return SourceDraft(
        name=name,
        sha256=sha256,
        encoding=encoding,
        format=format,
        raw=raw,
        blocks=cleaned.blocks,
        corrections=cleaned.corrections,
        metadata=cleaned.metadata,
    )
