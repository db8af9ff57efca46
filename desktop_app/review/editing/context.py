"""What an edit's handler works with: the project, the step being recorded, the reviewer, text maps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.domain.article import Article
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.store.history import StepRecorder
from desktop_app.store.project import Project
from desktop_app.store.rows import now


@dataclass
class Context:
    """One edit under way. `text_map` gives an article's map (cached by the desk)."""

    project: Project
    step: StepRecorder
    schema: LabelSchema
    reviewer: str
    text_map: Callable[[int], TextMap]
    at: str = field(default_factory=now)

    def mention(self, mention_id: int) -> Mention:
        """A mention, or EditRefused."""
        try:
            return self.project.mentions.get(mention_id)
        except KeyError as error:
            raise EditRefused("no_mention") from error

    def article(self, article_id: int) -> Article:
        """An article, or EditRefused."""
        try:
            return self.project.articles.get(article_id)
        except KeyError as error:
            raise EditRefused("no_article") from error

    def surface(self, article_id: int, span: Span) -> str:
        """How a span of raw reads in the article; EditRefused where it lies outside the reading text."""
        mapped = self.text_map(article_id)
        read = mapped.reading_span(span)
        if read is None:
            raise EditRefused("outside_text")
        return read.of(mapped.text)

    def check_label(self, label: str) -> None:
        """Refuse a label that the schema does not have."""
        if label not in self.schema.by_code:
            raise EditRefused("unknown_label")

    def started(self, article_id: int) -> None:
        """Take note that review of the article has begun."""
        if self.article(article_id).state == "new":
            self.step.update("article", article_id, state="started")

    def learn(self, surface: str, label: str, scope: str = "") -> None:
        """Count a decision on a surface: it carries `label`, or ("" with a scope) it does not carry that label."""
        if not surface.strip():
            return
        found = self.project.lexicon.row(surface, label, scope)
        if found is None:
            self.step.insert("lexicon", {"surface": surface, "label": label, "scope": scope})
        elif self.project.lexicon.is_newest(found[0], surface):
            self.step.update("lexicon", found[0], count=found[1] + 1)
        else:  # the last decision counts: it moves behind what was learnt since
            self.step.delete("lexicon", found[0])
            row = {"surface": surface, "label": label, "scope": scope, "count": found[1] + 1}
            self.step.insert("lexicon", row)
