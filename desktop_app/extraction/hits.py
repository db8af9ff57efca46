"""A hit: what one way of looking proposes before overlaps are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.suggestions import SuggestedMention


class Hit(NamedTuple):
    """Code points [start, end) of reading text proposed as `label`.

    `confidence` is 0..1; `origin` names the way of looking ("pattern", "tagger", …); `rule` the rule within it;
    `concept` the canonical name where the rule knows it, else "".
    """

    start: int
    end: int
    label: str
    confidence: float
    origin: str = "pattern"
    rule: str = ""
    concept: str = ""

    def surface(self, text: str) -> str:
        """The characters of `text` under the hit."""
        return text[self.start : self.end]

    def overlaps(self, other: Hit) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Hit) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def mention(self) -> SuggestedMention:
        """The hit as a proposal."""
        return SuggestedMention(
            self.start, self.end, self.label, round(self.confidence, 4), self.origin, None, self.concept
        )


def by_place(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in reading order, longer before shorter at the same start."""
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.label))
