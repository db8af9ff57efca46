"""Where a mention may begin and end: morphemes first, with a plain rule until they are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop_app.domain.spans import Span, trimmed
from desktop_app.domain.suggestions import Token
from desktop_app.domain.textmap import TextMap

# Tags of particles, endings, the copula and marks (Sejong tag set): what does not belong to a name's edge.
_LOOSE = ("J", "E", "VCP", "XSV", "XSA", "SF", "SP", "SS", "SE", "SO")
# A stop that ends a sentence: with closing quotes and brackets, before a blank or a line's end; not in "3.5".
_STOP = re.compile(r"[.!?…。]+[\"'”’)\]」』]*(?=\s|$)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_PARTICLES = re.compile(
    r"(?<=[가-힣A-Za-z0-9)])(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|부터|까지|라고|이라고|께서|에는|에서는|이다|라는|이라는|처럼|보다)$"
)


class Boundaries:
    """The places in a reading text at which mentions begin and end, in code points.

    With morphemes these are their edges; without them, the edges of words, numbers and marks, and the place
    before a word's particle.
    """

    def __init__(self, text: str, tokens: Sequence[Token] = ()) -> None:
        self._text = text
        self._tokens = list(tokens) or _plain_tokens(text)
        self._starts = [t.start for t in self._tokens]
        self._ends = [t.end for t in self._tokens]
        self._edges = sorted({*self._starts, *self._ends})

    def moved(self, span: Span, *, side: str, steps: int, by_character: bool = False) -> Span:
        """The span with its "start" or "end" moved right (steps > 0) or left, by morphemes or code points.

        It never becomes empty, never leaves the text and never crosses a line break into another block.
        """
        low = self._text.rfind("\n", 0, span.start) + 1
        high = self._text.find("\n", span.end)
        high = len(self._text) if high < 0 else high
        edge = span.start if side == "start" else span.end
        first, last = (low, span.end - 1) if side == "start" else (span.start + 1, high)
        for _ in range(abs(steps)):
            further = self._next(edge, right=steps > 0, by_character=by_character, side=side)
            if not first <= further <= last:
                break
            edge = further
        return Span(edge, span.end) if side == "start" else Span(span.start, edge)

    def _next(self, edge: int, *, right: bool, by_character: bool, side: str) -> int:
        if by_character:
            return edge + (1 if right else -1)
        places = self._starts if side == "start" else self._ends
        if right:
            at = bisect_right(places, edge)
            return places[at] if at < len(places) else edge
        at = bisect_left(places, edge) - 1
        return places[at] if at >= 0 else edge

    def snapped(self, span: Span) -> Span:
        """The selection as whole morphemes, without blanks and particles, quotes and brackets at its ends."""
        span = trimmed(span, self._text)
        if not span:
            return span
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        touched = self._tokens[first:last]
        kept = _bare(touched)
        return Span(kept[0].start, kept[-1].end) if kept else span

    def word_at(self, offset: int) -> Span:
        """The noun phrase piece at an offset: the blank-delimited word without its particle and marks."""
        start, end = offset, offset
        while start > 0 and not self._text[start - 1].isspace():
            start -= 1
        while end < len(self._text) and not self._text[end].isspace():
            end += 1
        return self.snapped(Span(start, end))

    def with_particle(self, span: Span) -> Span:
        """The span with the particle that follows it taken in."""
        end = span.end
        for token in self._tokens[bisect_left(self._starts, span.end) :]:
            if token.start != end or not token.tag.startswith("J"):
                break
            end = token.end
        return Span(span.start, end)

    def without_particle(self, span: Span) -> Span:
        """The span without particles at its end; the span itself where nothing would be left."""
        bare = self.snapped(span)
        return Span(span.start, bare.end) if span.start < bare.end < span.end else span

    def starts_between(self, start: int, end: int) -> list[int]:
        """Morpheme starts inside a stretch, where a mention may be cut."""
        return [s for s in self._starts if start < s < end]

    def sentence_end(self, offset: int) -> int:
        """Behind the stop that follows an offset; the line's end where none does."""
        line_end = self._text.find("\n", offset)
        line_end = len(self._text) if line_end < 0 else line_end
        stop = _STOP.search(self._text, max(0, offset - 1), line_end)
        return stop.end() if stop else line_end

    def step(self, offset: int, *, right: bool) -> int:
        """The next morpheme edge for a moving caret."""
        edges = self._edges
        if right:
            at = bisect_right(edges, offset)
            return edges[at] if at < len(edges) else len(self._text)
        at = bisect_left(edges, offset) - 1
        return edges[at] if at >= 0 else 0


def _bare(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while last > first and _is_loose(tokens[last - 1]):
        last -= 1
    while first < last and _is_loose(tokens[first]):
        first += 1
    return tokens[first:last]


def _is_loose(token: Token) -> bool:
    return token.tag.startswith(_LOOSE)


def _plain_tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if not match.group()[0].isalnum():
            tokens.append(Token(start, end, "SS"))
            continue
        particle = _PARTICLES.search(match.group())
        cut = start + particle.start() if particle and particle.start() > 0 else end
        tokens.append(Token(start, cut, "NN"))
        if cut < end:
            tokens.append(Token(cut, end, "JX"))
    return tokens


class ArticleBoundaries:
    """The same for a whole article, on spans of raw: a block is looked at when it is first asked about."""

    def __init__(self, mapped: TextMap, tokens: Sequence[Token] = ()) -> None:
        self._map = mapped
        self._tokens = tokens
        self._token_starts = [t.start for t in tokens]
        self._blocks: dict[int, Boundaries] = {}
        self._starts = [b.start for b in mapped.blocks]

    def block(self, index: int) -> Boundaries:
        """The places of one block of the reading text, counted from its beginning."""
        if index not in self._blocks:
            block = self._map.blocks[index]
            first = bisect_left(self._token_starts, block.start)
            last = bisect_left(self._token_starts, block.end)
            tokens = [
                Token(t.start - block.start, t.end - block.start, t.tag) for t in self._tokens[first:last]
            ]
            self._blocks[index] = Boundaries(self._map.text[block.start : block.end], tokens)
        return self._blocks[index]

    def _local(self, raw: Span) -> tuple[int, Boundaries, Span] | None:
        read = self._map.reading_span(raw)
        if read is None:
            return None
        index = bisect_right(self._starts, read.start) - 1
        block = self._map.blocks[index]
        read = Span(read.start, max(read.start, min(read.end, block.end)))
        return block.start, self.block(index), read.shifted(-block.start)

    def _raw(self, base: int, local: Span, otherwise: Span) -> Span:
        return self._map.raw_span(local.shifted(base)) or otherwise

    def moved(self, raw: Span, *, side: str, steps: int, by_character: bool = False) -> Span:
        """The span with an edge moved, see `Boundaries.moved`; itself where it is not read."""
        found = self._local(raw)
        if found is None:
            return raw
        base, boundaries, local = found
        moved = boundaries.moved(local, side=side, steps=steps, by_character=by_character)
        return self._raw(base, moved, raw)

    def snapped(self, raw: Span) -> Span:
        """The selection as whole morphemes without particles and marks at its ends; itself where not read."""
        found = self._local(raw)
        return raw if found is None else self._raw(found[0], found[1].snapped(found[2]), raw)

    def word_at(self, raw_offset: int) -> Span | None:
        """The word at a raw offset without its particle; None between words and where nothing is read."""
        found = self._local(Span(raw_offset, raw_offset + 1))
        if found is None:
            return None
        base, boundaries, local = found
        word = boundaries.word_at(local.start)
        return self._map.raw_span(word.shifted(base)) if word else None

    def particle_toggled(self, raw: Span) -> Span:
        """Without the particle that the span ends in, or else with the one that follows it."""
        found = self._local(raw)
        if found is None:
            return raw
        base, boundaries, local = found
        bare = boundaries.without_particle(local)
        return self._raw(base, bare if bare != local else boundaries.with_particle(local), raw)

    def without_particle(self, raw: Span) -> Span:
        """The span without particles at its end."""
        found = self._local(raw)
        return raw if found is None else self._raw(found[0], found[1].without_particle(found[2]), raw)

    def cuts(self, raw: Span) -> list[int]:
        """Raw offsets inside a span at which a morpheme begins."""
        found = self._local(raw)
        if found is None:
            return []
        base, boundaries, local = found
        return [self._map.raw_offset(base + at) for at in boundaries.starts_between(local.start, local.end)]

    def sentence_end(self, raw: Span) -> int:
        """The raw offset behind the sentence in which a span ends: its stop and closing quotes, or its line."""
        found = self._local(raw)
        if found is None:
            return raw.end
        base, boundaries, local = found
        return self._map.raw_offset(base + boundaries.sentence_end(local.end) - 1) + 1
