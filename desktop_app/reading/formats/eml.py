"""E-mail: the subject as title, the text, then what is attached."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from desktop_app.domain.article import Metadata
from desktop_app.domain.drafts import SourceDraft
from desktop_app.domain.errors import UnreadableFile
from desktop_app.reading.extract import Extract, draft_of
from desktop_app.reading.formats.nested import read_nested


def read(data: bytes, name: str) -> list[SourceDraft]:
    """The message, then its attachments; UnreadableFile where neither shows text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        subject = str(message["subject"] or "").strip()
        body = _body(message)
    except (MessageError, LookupError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise UnreadableFile(file=name, reason="is no readable e-mail.") from error
    found: list[SourceDraft] = []
    attached, warnings = read_nested(_attachments(message), name)
    if body.strip():
        extract = Extract(known=Metadata(title=subject, published=_date(message)), warnings=warnings)
        if subject:
            extract.add(subject, "title", end="\n\n")
        extract.add(body)
        found.append(draft_of(extract, data, name, "eml"))
    if not found and not attached:
        raise UnreadableFile(file=name, reason="holds no text.")
    return [*found, *attached]


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = part.get_content()
    if part.get_content_type() == "text/html":
        from desktop_app.reading.formats.html import visible_text

        return visible_text(content)
    return str(content)


def _attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for part in message.iter_attachments():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and part.get_filename():
            found.append((str(part.get_filename()), payload))
    return found


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        return ""
