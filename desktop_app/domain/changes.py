"""What an edit changed: enough for every view to re-read only what is its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing changed; the names of the store's tables."""

    SOURCE = "source"
    ARTICLE = "article"
    BLOCK = "block"
    CORRECTION = "correction"
    MENTION = "mention"
    TAG = "tag"
    NOTE = "note"
    CONCEPT = "concept"
    RELATION = "relation"
    LEXICON = "lexicon"
    SCHEMA = "label_schema"


@dataclass(frozen=True, slots=True)
class Change:
    """Which articles and mentions changed, and in what way.

    `step_id` is the history's number of the step (0 for what is not recorded as one), `kind` the edit's class
    name; `undo` and `redo` tell how it came about. `focus` is the mention that a view should go to, or None.
    """

    step_id: int = 0
    kind: str = ""
    kinds: frozenset[Kind] = frozenset()
    article_ids: frozenset[int] = frozenset()
    mention_ids: frozenset[int] = frozenset()
    undo: bool = False
    redo: bool = False
    focus: int | None = None

    @property
    def reading_changed(self) -> bool:
        """Whether reading text may differ: blocks, corrections or the set of articles changed."""
        return not self.kinds.isdisjoint({Kind.BLOCK, Kind.CORRECTION, Kind.SOURCE})


@dataclass(frozen=True, slots=True)
class Step:
    """A recorded step of the history. `undone` tells that it can be redone; `article_id` is None for many."""

    id: int
    kind: str
    at: str
    reviewer: str
    article_id: int | None
    summary: str
    undone: bool = False
    undoable: bool = True
