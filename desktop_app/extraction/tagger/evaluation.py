"""Strict scores: a span counts when start, end and label are those of the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.extraction.tagger.labels import TaggedSpan


class Score(NamedTuple):
    """Counts of one label (or all): right, proposed, gold; precision, recall and F1 follow."""

    right: int
    proposed: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where nothing is right."""
        return 2 * self.right / (self.proposed + self.gold) if self.right else 0.0


def strict_scores(
    proposed: Iterable[Sequence[TaggedSpan]],
    gold: Iterable[Sequence[TaggedSpan]],
    labels: Iterable[str] | None = None,
) -> dict[str, Score]:
    """Score per label and, under "all", over every label (micro); confidence does not count.

    With `labels` other spans are left out on both sides.
    """
    wanted = set(labels) if labels is not None else None
    right, said, wished = Counter[str](), Counter[str](), Counter[str]()
    for ours, theirs in zip(proposed, gold, strict=True):
        mine, true = (
            {(s.start, s.end, s.label) for s in side if not wanted or s.label in wanted}
            for side in (ours, theirs)
        )
        said.update(label for _, _, label in mine)
        wished.update(label for _, _, label in true)
        right.update(label for _, _, label in mine & true)
    scores = {label: Score(right[label], said[label], wished[label]) for label in sorted(said | wished)}
    scores["all"] = Score(right.total(), said.total(), wished.total())
    return scores
