"""Plain text in any encoding that Korean files come in."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop_app.domain.drafts import SourceDraft
from desktop_app.reading.decode import decode
from desktop_app.reading.drafts import read_text


def read(data: bytes, name: str) -> list[SourceDraft]:
    """One source; UnreadableFile where the bytes are no text."""
    decoded = decode(data, name)
    draft = read_text(decoded.text, name, sha256=hashlib.sha256(data).hexdigest(), encoding=decoded.encoding)
    return [replace(draft, warnings=decoded.warnings)]
