"""Putting an edited schema to use: mentions of lost labels get others, as one step, decisions stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from desktop_app.domain.edits import Decide, Edit, Relabel
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision
from desktop_app.gui.session import Session
from desktop_app.review.label_schema import keep_schema
from desktop_app.store.project import Project
from desktop_app.store.queue import Filter


def use_schema(session: Session, schema: LabelSchema, relabelled: Mapping[str, str]) -> None:
    """Keep the schema in the project, and relabel mentions (old code → new code)."""
    edits = list(_edits(session.desk.project, relabelled))
    session.desk.schema = schema
    keep_schema(session.desk.project, schema)
    if edits:
        session.apply_all(edits, "Relabel")


def _edits(project: Project, relabelled: Mapping[str, str]) -> Iterator[Edit]:
    """Relabelling accepts a mention, so what was not accepted is put back to what it was."""
    for old, new in relabelled.items():
        by_decision: dict[Decision, list[int]] = defaultdict(list)
        for article_id in project.queue.ids(Filter(label=old)):
            for mention in project.mentions.of(article_id):
                if mention.label == old:
                    by_decision[mention.decision].append(mention.id)
        for decision, ids in by_decision.items():
            yield Relabel(tuple(ids), new)
            if decision is not Decision.ACCEPTED:
                yield Decide(tuple(ids), decision)
