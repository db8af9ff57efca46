"""The desk: open an article, apply an edit as one step, undo, redo."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from desktop_app.domain import edits, textmap
from desktop_app.domain.article import Article, Block
from desktop_app.domain.changes import Change, Kind, Step
from desktop_app.domain.edits import Edit
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Mention, Note, Relation, Tag
from desktop_app.domain.suggestions import Token
from desktop_app.domain.textmap import TextMap
from desktop_app.review.editing import articles, blocks, concepts, mentions, parts, schema
from desktop_app.review.editing.context import Context
from desktop_app.review.label_schema import project_schema
from desktop_app.store.project import Project

Handler = Callable[[Context, Any], None]
MANY = 500  # mentions: past this one query for all is quicker than one for each

HANDLERS: dict[type, Handler] = {
    edits.Decide: mentions.decide,
    edits.Relabel: mentions.relabel,
    edits.Resize: mentions.resize,
    edits.AddMention: mentions.add_mention,
    edits.AddPart: parts.add_part,
    edits.RemoveMention: mentions.remove_mention,
    edits.SplitMention: mentions.split_mention,
    edits.MergeMentions: mentions.merge_mentions,
    edits.Teach: mentions.teach,
    edits.SetValue: mentions.set_value,
    edits.SetAttribute: mentions.set_attribute,
    edits.LinkConcept: concepts.link_concept,
    edits.SetConcept: concepts.set_concept,
    edits.MergeConcepts: concepts.merge_concepts,
    edits.AddRelation: concepts.add_relation,
    edits.RemoveRelation: concepts.remove_relation,
    edits.AddTag: articles.add_tag,
    edits.RemoveTag: articles.remove_tag,
    edits.RenameTag: articles.rename_tag,
    edits.SetMetadata: articles.set_metadata,
    edits.WriteNote: articles.write_note,
    edits.CloseNote: articles.close_note,
    edits.Finish: articles.finish,
    edits.SetState: articles.set_state,
    edits.UseSchema: schema.use_schema,
    edits.SetRole: blocks.set_role,
    edits.SplitBlock: blocks.split_block,
    edits.MergeBlocks: blocks.merge_blocks,
    edits.MoveBlocks: blocks.move_blocks,
    edits.SplitArticle: blocks.split_article,
    edits.MergeArticles: blocks.merge_articles,
    edits.CorrectText: blocks.correct_text,
}


@dataclass(frozen=True)
class OpenArticle:
    """Everything a view needs of an article. Mentions, tags, notes are as stored, in raw offsets.

    `raw` is the whole source's text, `map` leads between it and the reading text, `blocks` are all blocks of
    the article in reading order, boilerplate included; `tokens` are morphemes in reading offsets.
    """

    article: Article
    raw: str
    map: TextMap
    blocks: list[Block]
    mentions: list[Mention]
    tags: list[Tag]
    notes: list[Note]
    relations: list[Relation]
    tokens: list[Token]

    @cached_property
    def by_id(self) -> Mapping[int, Mention]:
        """Mention id → mention."""
        return {m.id: m for m in self.mentions}


class ReviewDesk:
    """Applies edits to a project; the only way that anything in it is changed by a person."""

    def __init__(self, project: Project, schema: LabelSchema, reviewer: str = "") -> None:
        self.project = project
        self.schema = schema
        self.reviewer = reviewer
        self._maps: dict[int, TextMap] = {}

    def open(self, article_id: int) -> OpenArticle:
        """Everything of an article; raises KeyError."""
        article = self.project.articles.get(article_id)
        raw = self.project.sources.raw(article.source_id)
        blocks = self.project.sources.blocks_of(article_id)
        if article_id not in self._maps:
            self._keep_map(
                article_id, textmap.build(raw, blocks, self.project.sources.corrections(article.source_id))
            )
        return OpenArticle(
            article=article,
            raw=raw,
            map=self._maps[article_id],
            blocks=blocks,
            mentions=self.project.mentions.of(article_id),
            tags=self.project.tags.of(article_id),
            notes=self.project.notes.of(article_id),
            relations=self.project.mentions.relations(article_id),
            tokens=self.project.articles.tokens(article_id),
        )

    def refreshed(self, before: OpenArticle, change: Change) -> OpenArticle:
        """The article after a recorded change, read again only where the change says so; raises KeyError.

        What is not a recorded step (suggestions stored, a file imported) reads everything again.
        """
        article_id = before.article.id
        if not change.step_id or change.reading_changed or len(change.mention_ids) > MANY:
            return self.open(article_id)
        project, kinds = self.project, change.kinds
        return replace(
            before,
            article=project.articles.get(article_id),
            mentions=self._patched(before, change.mention_ids) if Kind.MENTION in kinds else before.mentions,
            tags=project.tags.of(article_id) if Kind.TAG in kinds else before.tags,
            notes=project.notes.of(article_id) if Kind.NOTE in kinds else before.notes,
            relations=project.mentions.relations(article_id) if Kind.RELATION in kinds else before.relations,
        )

    def _patched(self, before: OpenArticle, mention_ids: Iterable[int]) -> list[Mention]:
        mentions = list(before.mentions)
        for mention_id in mention_ids:
            old = before.by_id.get(mention_id)
            if old is not None:
                del mentions[bisect_left(mentions, _position(old), key=_position)]
            with suppress(KeyError):
                new = self.project.mentions.get(mention_id)
                if new.article_id == before.article.id:
                    insort(mentions, new, key=_position)
        return mentions

    def text_map(self, article_id: int) -> TextMap:
        """The article's map between raw and reading text; the last few are kept."""
        if article_id not in self._maps:
            self._keep_map(article_id, self.project.sources.text_map(article_id))
        return self._maps[article_id]

    def _keep_map(self, article_id: int, mapped: TextMap) -> None:
        if len(self._maps) >= 4:
            del self._maps[next(iter(self._maps))]
        self._maps[article_id] = mapped

    def apply(self, edit: Edit) -> Change:
        """Apply an edit as one recorded step and say what changed; raises EditRefused, and then nothing did."""
        return self.apply_all([edit], kind=type(edit).__name__)

    def apply_all(self, several: Iterable[Edit], *, kind: str, summary: str = "") -> Change:
        """Apply several edits as one step that is undone as one."""
        with self.project.history.step(kind, self.reviewer) as step:
            context = Context(self.project, step, self.schema, self.reviewer, self.text_map)
            for edit in several:
                step.article_id = self._article_of(edit)
                HANDLERS[type(edit)](context, edit)
            step.summary = summary or step.summary
            change = step.change()
            self._derive(change)
        return step.change()

    def _article_of(self, edit: Edit) -> int | None:
        article_id = getattr(edit, "article_id", None)
        if article_id is not None or isinstance(edit, edits.MoveBlocks):
            return article_id
        ids = getattr(edit, "mention_ids", None) or [s[0] for s in getattr(edit, "spans", ())[:1]]
        mention_id = ids[0] if ids else getattr(edit, "mention_id", getattr(edit, "from_mention", None))
        if mention_id is None:
            return None
        try:
            return self.project.mentions.get(mention_id).article_id
        except KeyError as error:
            raise EditRefused("no_mention") from error

    def undo(self) -> Change | None:
        """Take back the newest step."""
        return self._replayed(self.project.history.undo)

    def redo(self) -> Change | None:
        """Bring back the step undone last."""
        return self._replayed(self.project.history.redo)

    def _replayed(self, replay: Callable[[], Change | None]) -> Change | None:
        with self.project.db.atomic():
            change = replay()
            if change is not None:
                self._derive(change)
        return change

    def _derive(self, change: Change) -> None:
        if Kind.SCHEMA in change.kinds:
            self.schema = project_schema(self.project)
        if change.reading_changed:
            affected = self._affected(change)
            for article_id in affected:
                self._maps.pop(article_id, None)
            self.project.sources.refresh(affected)

    def _affected(self, change: Change) -> set[int]:
        """A correction is its source's: every article of that source may read otherwise."""
        affected: set[int] = set()
        for article_id in change.article_ids:
            affected.add(article_id)
            if self.project.articles.exists(article_id):
                source_id = self.project.sources.source_of(article_id)
                affected |= {a.id for a in self.project.articles.of_source(source_id)}
        return affected

    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self.project.history.next_undo()

    def next_redo(self) -> Step | None:
        """The step that `redo` would bring back."""
        return self.project.history.next_redo()


def _position(mention: Mention) -> tuple[int, int, int]:
    """The order in which the store hands out an article's mentions."""
    return mention.start, -mention.end, mention.id
