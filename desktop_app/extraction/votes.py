"""One label for one name, one label for a list: the odd one out follows the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from desktop_app.extraction.hits import Hit

Known = Callable[[str, str], bool]
"""Whether a surface is known to bear a label (the gazetteer's opinion); such a hit keeps it."""

_LISTED = frozenset({"OG", "LC", "PS", "AF"})
_VOTED = frozenset({"PS", "OG", "LC", "EV", "CV_POLICY", "AF"})
_BETWEEN = frozenset({"·", ", ", "ㆍ", "、", "/", " · "})
_SHORTEST_LIST = 4
_SHARE = 0.7
_OWN_ROLE = frozenset({"OG", "LC"})


def listed_alike(hits: list[Hit], text: str, known: Known) -> list[Hit]:
    """`hits` (flat, sorted) with the label of the majority in lists such as 세메스·미코·유니테스트."""
    changed = list(hits)
    for first, last in _lists(hits, text):
        label = _majority(hits[first:last])
        for place in range(first, last) if label else ():
            hit = hits[place]
            if hit.label != label and not known(hit.surface(text), hit.label):
                changed[place] = hit._replace(label=label)
    return changed


def _lists(hits: list[Hit], text: str) -> Iterator[tuple[int, int]]:
    """Ranges of hits that stand side by side with nothing but a separator between them."""
    first = 0
    for place in range(1, len(hits) + 1):
        joined = place < len(hits) and _joined(hits[place - 1], hits[place], text)
        if not joined:
            if place - first >= _SHORTEST_LIST:
                yield first, place
            first = place


def _joined(one: Hit, two: Hit, text: str) -> bool:
    return {one.label, two.label} <= _LISTED and text[one.end : two.start] in _BETWEEN


def _majority(hits: list[Hit]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for hit in hits:
        counts[hit.label] += 1
    label, count = max(counts.items(), key=lambda item: item[1])
    return label if count >= _SHARE * len(hits) else ""


def named_alike(hits: list[Hit], text: str, known: Known) -> list[Hit]:
    """`hits` with the label that the article's mentions of the same surface have most; OG and LC may differ by role."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for hit in hits:
        weights[hit.surface(text)][hit.label] += hit.confidence
    return [_voted(hit, hit.surface(text), weights[hit.surface(text)], known) for hit in hits]


def _voted(hit: Hit, surface: str, weights: dict[str, float], known: Known) -> Hit:
    if hit.label not in _VOTED or len(weights) == 1 or len(surface) == 1:
        return hit
    label = max(weights, key=lambda name: weights[name])
    either_role = {label, hit.label} == _OWN_ROLE and (known(surface, "LC") or known(surface, "OG"))
    if label == hit.label or label not in _VOTED or either_role:
        return hit
    return hit._replace(label=label) if weights[label] > weights[hit.label] else hit
