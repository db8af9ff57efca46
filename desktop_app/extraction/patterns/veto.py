"""Stretches that look like mentions and are none: addresses of the net, telephone numbers, codes, credit lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.domain.spans import Span
from desktop_app.extraction.hits import Hit

# Bounded and in ASCII: an endless line without blanks must not be searched again from each of its characters.
_URL = (
    r"(?:https?://|www\.)[^\s<>()\[\]가-힣]{1,500}"
    r"|(?<![A-Za-z0-9@.-])[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){0,4}"
    r"\.(?:com|net|org|kr|io|gov|edu|co)(?:/[^\s<>()가-힣]{0,500})?(?![A-Za-z0-9@])"
)
_EMAIL = r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}"
_PHONE = (
    r"(?<![\d.,-])(?:\+82[\s-]?)?(?:\(?0\d{1,2}\)?[\s)-]*)\d{3,4}[\s-]\d{4}(?:[~∼]\d{1,4})?(?![\d.-])"
    r"|(?<![\d.,-])1[56]\d{2}-\d{4}(?![\d-])|(?:☎|☏|전화|내선|팩스|FAX|Fax|Tel\.?|TEL\.?)\s?[:：)]?\s?[\d()\s~∼-]{3,20}\d"
)
_HASHTAG = r"(?<!\w)#[^\s#]{1,100}"
_ACCOUNT = r"(?<![\w-])\d{2,6}-\d{2,6}-\d{2,8}(?:-\d+)?(?![\w-])"
_SECTION = r"(?<![\w.])[A-Z]\d{1,2}\s?면|(?<!\w)\d{1,2}면\s?(?:기사|참조)"
_CREDIT = r"(?:ⓒ|©)\s?[^\n]{0,80}|저작권자\s?[^\n]{0,80}|무단\s?전재[^\n]{0,60}"
_WHOLE = re.compile(f"{_EMAIL}|{_URL}|{_PHONE}|{_HASHTAG}|{_ACCOUNT}|{_CREDIT}")
_COUNTED_ONLY = re.compile(_SECTION)
_NUMERIC_LABELS = frozenset({"DT", "TI", "QT"})


def find_vetoes(text: str) -> list[Span]:
    """Spans of `text` where nothing is proposed, in reading order."""
    return [Span(*match.span()) for match in _WHOLE.finditer(text)]


def allowed(hits: Iterable[Hit], text: str, vetoes: Iterable[Span]) -> Iterator[Hit]:
    """`hits` without those that touch a veto, and without numbers that are page or section codes.

    An ISO date is never vetoed, though it looks like an account number.
    """
    blocked = _places(span for span in vetoes if not _ISO_DATE.fullmatch(span.of(text)))
    sections = _places(Span(*match.span()) for match in _COUNTED_ONLY.finditer(text))
    for hit in hits:
        places = range(hit.start, hit.end)
        if blocked.isdisjoint(places) and (hit.label not in _NUMERIC_LABELS or sections.isdisjoint(places)):
            yield hit


_ISO_DATE = re.compile(r"(?:19|20)\d{2}-\d{1,2}-\d{1,2}")


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
