"""Articles in batches of a size that can be answered soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.suggestions import ArticleText

CHARACTERS = 12_000
"""Code points of a batch: answered in about half a second, so that a stop or a hang is noticed soon, and enough to
keep Kiwi's threads and the tagger's matrices busy."""


def batches(articles: Iterable[ArticleText]) -> Iterator[list[ArticleText]]:
    """Lists of articles, in order; one that is larger than a batch stands alone."""
    batch: list[ArticleText] = []
    size = 0
    for article in articles:
        if batch and size + len(article.text) > CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch
