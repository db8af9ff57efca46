"""What a project has learnt, applied: accepted surfaces are found everywhere, refused ones stay away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.domain.suggestions import Lexicon, LexiconEntry
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.patterns.particles import PARTICLE_END

_CHUNK = 400
_BELIEVED = 0.5  # a longer name that is doubtful itself gives way to what was accepted
_NEVER_REPEATED = frozenset({"DT", "TI", "QT"})


class LearntNames:
    """A lexicon ready for looking up; the last decision about a surface and label counts."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._accepted: dict[str, LexiconEntry] = {}
        self._refused: dict[str, set[str]] = {}
        for entry in lexicon.entries if lexicon else ():
            self._learn(entry)
        self._patterns = list(_patterns(self._accepted))

    def _learn(self, entry: LexiconEntry) -> None:
        surface = " ".join(entry.surface.split())
        if not surface:
            return
        if entry.label:
            self._accepted[surface] = entry
            self._refused.get(surface, set()).discard(entry.label)
            return
        self._refused.setdefault(surface, set()).add(entry.scope)
        accepted = self._accepted.get(surface)
        if accepted and entry.scope in {"", accepted.label}:
            del self._accepted[surface]

    def find(self, text: str) -> Iterator[Hit]:
        """Accepted names in `text`, under any particle; bare numbers and dates are left to the patterns."""
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                entry = self._accepted[" ".join(match.group().split())]
                sure = min(0.99, 0.9 + 0.03 * entry.count)
                yield Hit(match.start(), match.end(), entry.label, sure, "lexicon", "lexicon.accepted")

    def find_apart(self, text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Accepted names that are no part of a longer name among `hits`: 포항 in 포항고, 정부 in 이전 정부."""
        longer = [h for h in self.allowed(hits, text) if h.confidence >= _BELIEVED]
        for name in self.find(text):
            size = name.end - name.start
            if not any(
                h.start <= name.start and name.end <= h.end and h.end - h.start > size for h in longer
            ):
                yield name

    def allowed(self, hits: Iterable[Hit], text: str) -> Iterator[Hit]:
        """`hits` without those whose surface and label the project refused."""
        for hit in hits:
            scopes = self._refused.get(" ".join(hit.surface(text).split()))
            if not scopes or not ("" in scopes or hit.label in scopes):
                yield hit


def _patterns(accepted: dict[str, LexiconEntry]) -> Iterator[re.Pattern[str]]:
    """Alternations, longest surface first; blanks match any run of blanks."""
    wanted = [s for s, e in accepted.items() if len(s) > 1 and e.label not in _NEVER_REPEATED]
    ordered = sorted(wanted, key=lambda surface: (-len(surface), surface))
    for first in range(0, len(ordered), _CHUNK):
        names = "|".join(r"\s+".join(map(re.escape, s.split())) for s in ordered[first : first + _CHUNK])
        yield re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{names}){PARTICLE_END}")
