"""Notes by what they are on, for formats that tie a note to a mention or to the article."""

from __future__ import annotations

from desktop_app.domain.dataset import DataArticle


def mention_notes(article: DataArticle) -> dict[int, str]:
    """Mention id → its notes, one a line, each once; mentions without a note are left out."""
    found: dict[int, dict[str, None]] = {}
    for mention in article.mentions:
        if mention.note:
            found.setdefault(mention.id, {})[mention.note] = None
    for note in article.notes:
        if note.mention is not None and note.text:
            found.setdefault(note.mention, {})[note.text] = None
    return {number: "\n".join(texts) for number, texts in found.items()}


def article_notes(article: DataArticle) -> list[str]:
    """The notes that are on no mention, in order."""
    return [n.text for n in article.notes if n.mention is None and n.text]
