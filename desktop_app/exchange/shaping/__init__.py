"""What a format is given: each article after the user's choices and within what the format can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop_app.domain.dataset import DataArticle, DataMention
from desktop_app.domain.labels import LabelSchema
from desktop_app.exchange.contract import Holds
from desktop_app.exchange.options import Basis, ExportOptions
from desktop_app.exchange.shaping.anonymise import StandIns
from desktop_app.exchange.shaping.basis import mention_order, on_source
from desktop_app.exchange.shaping.flatten import flattened
from desktop_app.exchange.shaping.labelmap import OutgoingLabel, outgoing

Shape = Callable[[DataArticle], DataArticle]


def shaper(schema: LabelSchema, options: ExportOptions, holds: Holds, dropped: Counter[str]) -> Shape:
    """A function from the project's article to the article as it is written; counts in `dropped` what goes lost.

    It keeps the stand-ins of anonymised persons, so one function serves a whole export.
    """
    label_of = outgoing(schema, holds.tags_to, options.labels)
    stand_ins = StandIns(options.anonymise) if options.anonymise else None
    relabels = bool(holds.tags_to or options.labels)

    def shape(article: DataArticle) -> DataArticle:
        article = _selected(article, options.decisions)
        if options.basis is Basis.SOURCE:
            article = on_source(article)
        if stand_ins:
            article = stand_ins.applied(article)
        if relabels:
            article = _relabelled(article, label_of, dropped)
        return _within(article, holds, options, dropped)

    return shape


def _selected(article: DataArticle, decisions: frozenset[str]) -> DataArticle:
    mentions = tuple(m for m in article.mentions if m.decision in decisions)
    tags = tuple(t for t in article.tags if t.decision in decisions)
    if len(mentions) == len(article.mentions) and len(tags) == len(article.tags):
        return article
    return replace(with_mentions(article, mentions), tags=tags)


def with_mentions(article: DataArticle, mentions: Iterable[DataMention]) -> DataArticle:
    """The article with other mentions, without the relations and notes that hung on those gone."""
    kept = tuple(mentions)
    ids = {m.id for m in kept}
    return replace(
        article,
        mentions=kept,
        relations=tuple(r for r in article.relations if r.from_mention in ids and r.to_mention in ids),
        notes=tuple(n for n in article.notes if n.mention is None or n.mention in ids),
    )


def _relabelled(article: DataArticle, label_of: OutgoingLabel, dropped: Counter[str]) -> DataArticle:
    coded = [(m, label_of(m)) for m in article.mentions]
    kept = [m if m.label == code else replace(m, label=code) for m, code in coded if code]
    dropped["label"] += len(coded) - len(kept)
    return _fewer(article, sorted(kept, key=mention_order), dropped)


def _fewer(article: DataArticle, kept: Iterable[DataMention], dropped: Counter[str]) -> DataArticle:
    """The article with fewer mentions; counts the relations and notes that go with the others."""
    left = with_mentions(article, kept)
    dropped["relation"] += len(article.relations) - len(left.relations)
    dropped["note"] += len(article.notes) - len(left.notes)
    return left


def _within(article: DataArticle, holds: Holds, options: ExportOptions, dropped: Counter[str]) -> DataArticle:
    if not holds.discontinuous and any(m.parts for m in article.mentions):
        dropped["parts"] += sum(1 for m in article.mentions if m.parts)
        article = replace(article, mentions=tuple(replace(m, parts=()) for m in article.mentions))
    if not holds.nesting:
        kept = flattened(article.mentions, options.nested)
        dropped["overlap"] += len(article.mentions) - len(kept)
        article = article if len(kept) == len(article.mentions) else _fewer(article, kept, dropped)
    return _without_layers(article, holds, dropped)


def _without_layers(article: DataArticle, holds: Holds, dropped: Counter[str]) -> DataArticle:
    if not holds.relations and article.relations:
        dropped["relation"] += len(article.relations)
        article = replace(article, relations=())
    if not holds.tags and article.tags:
        dropped["tag"] += len(article.tags)
        article = replace(article, tags=())
    if not holds.notes and article.notes:
        dropped["note"] += len(article.notes)
        article = replace(article, notes=())
    return article
