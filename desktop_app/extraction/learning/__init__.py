"""Learning in the app: a model that knows a project's reviewed articles, kept only when it is better on unseen ones."""

from desktop_app.extraction.learning.task import (
    FEWEST_ARTICLES,
    LearningOutcome,
    LearningTask,
    ReviewedArticle,
    SettledTags,
)

__all__ = ["FEWEST_ARTICLES", "LearningOutcome", "LearningTask", "ReviewedArticle", "SettledTags"]
