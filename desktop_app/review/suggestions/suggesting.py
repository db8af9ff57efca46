"""Between an article of the project and the suggesters: what they are asked, what is kept of the answer."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.domain.article import Article
from desktop_app.domain.changes import Change, Kind
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Tag
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Suggestions
from desktop_app.domain.textmap import TextMap
from desktop_app.review.label_schema import project_schema
from desktop_app.store.mentions import NewMention, Replaced
from desktop_app.store.project import Project


def article_text(project: Project, article_id: int) -> ArticleText:
    """The article as suggesters see it; its key names the article and the reading text; raises KeyError."""
    article = project.articles.get(article_id)
    mapped = project.sources.text_map(article_id)
    return ArticleText(
        text=mapped.text,
        blocks=tuple(mapped.blocks),
        title=article.metadata.title,
        outlet=article.metadata.outlet,
        published=article.metadata.published,
        key=f"{article_id}:{article.text_hash}",
    )


def is_stale(project: Project, suggestions: Suggestions) -> bool:
    """Whether the article is gone or reads otherwise by now."""
    article_id, _, asked = suggestions.key.partition(":")
    try:
        return project.articles.get(int(article_id)).text_hash != asked
    except KeyError:
        return True


def keep(project: Project, suggestions: Suggestions, spared: Collection[int] = ()) -> Change | None:
    """Store suggestions in the place of the undecided ones; None when they are stale.

    Nothing that a person decided changes, nor the `spared` mentions; a mention suggested again keeps its id. Stored
    as one transaction and noted in the history as the machine's; the Change has no kinds where all is as it was.
    """
    if is_stale(project, suggestions):
        return None
    article_id, _, asked = suggestions.key.partition(":")
    mapped = project.sources.text_map(int(article_id))
    schema = project_schema(project)
    with project.db.atomic():
        return _store(project, schema, int(article_id), asked, suggestions, mapped, spared)


def _store(
    project: Project,
    schema: LabelSchema,
    article_id: int,
    asked: str,
    suggestions: Suggestions,
    mapped: TextMap,
    spared: Collection[int],
) -> Change:
    before = project.articles.get(article_id), project.tags.of(article_id)
    new = [n for m in suggestions.mentions if (n := _new(project, schema, m, mapped)) is not None]
    replaced = project.mentions.replace_suggestions(article_id, new, spared)
    tags = [(t.tag, t.confidence, _evidence(t.evidence, mapped)) for t in suggestions.tags]
    project.tags.replace_suggestions(article_id, tags, suggestions.model or "topics")
    project.articles.set_tokens(article_id, asked, suggestions.tokens)
    project.articles.set_suggested(article_id, asked, suggestions.model, uncertainty(suggestions))
    told = _told(before, project.articles.get(article_id), project.tags.of(article_id), replaced)
    if told:
        summary = f"{replaced.standing} mentions, {len(tags)} tags"
        project.history.note_machine("Suggest", summary, article_id)
    return Change(
        kind="Suggest",
        kinds=frozenset({Kind.MENTION, Kind.TAG, Kind.CONCEPT} if told else ()),
        article_ids=frozenset({article_id}),
    )


def _told(before: tuple[Article, list[Tag]], article: Article, tags: list[Tag], replaced: Replaced) -> bool:
    """Whether anything is worth telling: other mentions or tags, or an article that had no suggestions yet."""
    article_before, tags_before = before
    if replaced.changed or article_before.suggested_hash != article.suggested_hash:
        return True
    return [(t.tag, t.confidence, t.decision) for t in tags_before] != [
        (t.tag, t.confidence, t.decision) for t in tags
    ]


def _new(
    project: Project, schema: LabelSchema, mention: SuggestedMention, mapped: TextMap
) -> NewMention | None:
    """The suggestion in raw offsets and the project's labels; None where it has no place in either."""
    raw = mapped.raw_span(mention.span)
    placed = schema.place(mention.label)
    if raw is None or placed is None:
        return None
    if not any(start <= raw.start and raw.end <= end for start, end, _ in mapped.block_of_raw):
        return None
    surface = mention.span.of(mapped.text)
    label, sublabel = placed
    concept = project.concepts.named(mention.concept, label, surface) if mention.concept else None
    return NewMention(
        raw, label, mention.confidence, mention.origin, surface, mention.value, concept, sublabel
    )


def _evidence(spans: tuple[Span, ...], mapped: TextMap) -> tuple[Span, ...]:
    return tuple(raw for span in spans if (raw := mapped.raw_span(span)) is not None)


def uncertainty(suggestions: Suggestions) -> float:
    """How much a decision on this article would teach: the mean doubt of its mentions, 0..1."""
    doubts = [1.0 - m.confidence for m in suggestions.mentions]
    return sum(doubts) / len(doubts) if doubts else 0.0
