"""Span algebra: half-open intervals of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval [start, end) of code points, start <= end, both >= 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span without characters is false."""
        return self.end > self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def crosses(self, other: Span) -> bool:
        """Whether the two overlap without one containing the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def hull(self, other: Span) -> Span:
        """The smallest span that contains both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


def trimmed(span: Span, text: str) -> Span:
    """The span without blanks at its ends; empty at `span.start` when it holds nothing else."""
    surface = span.of(text)
    start = span.start + len(surface) - len(surface.lstrip())
    stripped = surface.strip()
    return Span(start, start + len(stripped)) if stripped else Span(span.start, span.start)


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Spans kept without overlap, longer before shorter, then earlier before later; sorted by position."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-len(s), s.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)


def snapped(span: Span, tokens: Sequence[Span]) -> Span:
    """The smallest span that covers whole tokens and contains `span`; `span` itself where no token touches it.

    `tokens` are sorted and do not overlap.
    """
    touched = [t for t in tokens if t.overlaps(span)]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
