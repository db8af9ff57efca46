"""What the settled tags of all reviewed articles teach about topics."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop_app.extraction.learning.task import ReviewedArticle
from desktop_app.extraction.tag_learning import learn
from desktop_app.extraction.topics import load_topics

MOST_ARTICLES = 2000
"""The newest that are looked at; older ones have had their say in tags long settled."""


def topic_weights(articles: Iterable[ReviewedArticle], resources: Path) -> dict[str, dict[str, float]]:
    """{tag: {term: weight}} learnt article by article, in the order given. Raises BrokenResource."""
    topics = load_topics(resources)
    weights: dict[str, dict[str, float]] = {}
    for article in list(articles)[-MOST_ARTICLES:]:
        tags = article.tags
        if set(tags.proposed) != set(tags.kept):
            weights = learn(topics, article.text, tags.proposed, tags.kept, weights, tags.words)
    return weights
