"""A decoded text made into the draft of a source."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.drafts import SourceDraft
from desktop_app.reading.cleaning.clean import clean
from desktop_app.reading.cleaning.hints import Hint

__all__ = ["Hint", "read_text"]


def read_text(
    raw: str,
    name: str,
    *,
    sha256: str = "",
    encoding: str = "utf-8",
    format: str = "text",  # noqa: A002  (the name of the draft's field)
    hints: Sequence[Hint] = (),
) -> SourceDraft:
    """Clean and cut a text; `raw` itself is kept as it is, every offset counts its code points.

    `hints` tell what markup says of stretches of raw, sorted by position.
    """
    cleaned = clean(raw, hints)
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
