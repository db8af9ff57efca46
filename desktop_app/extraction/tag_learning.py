"""What a project learns from the tags that its reviewers keep, refuse and add."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from desktop_app.extraction.taxonomy import REGION_PREFIX
from desktop_app.extraction.topics import Adjustments, Topics

STEP = 0.4  # two refusals take away most of what one strong term repeated brings
_NEW_TERM_STEP = 0.25  # a word that the taxonomy does not know must be confirmed more often
_MOST = 3.0


def learn(
    topics: Topics,
    text: str,
    proposed: Iterable[str],
    kept: Iterable[str],
    adjustments: Adjustments,
    words: Collection[str] = (),
) -> dict[str, dict[str, float]]:
    """Adjustments after a reviewer settled the tags of one article.

    `topics` made the proposal, with `adjustments`; `proposed` and `kept` are tag codes. Terms that led to a refused
    tag lose weight, terms of a tag that was missed gain, and so do `words`, nouns of the headline that may
    become terms. A tag kept as proposed changes nothing. Regions are not learnt.
    """
    learnt = {tag: dict(terms) for tag, terms in adjustments.items()}
    had, has = set(proposed), set(kept)
    for tag in sorted((had ^ has) - {t for t in had | has if t.startswith(REGION_PREFIX)}):
        found = topics.terms_found(text, tag)
        if tag in had:
            _add(learnt, tag, found, -STEP)
        else:
            _add(learnt, tag, found, STEP)
            _add(learnt, tag, {w for w in words if len(w) > 1} - found, _NEW_TERM_STEP)
    return learnt


def _add(learnt: dict[str, dict[str, float]], tag: str, terms: Iterable[str], step: float) -> None:
    for term in sorted(terms):
        weights = learnt.setdefault(tag, {})
        weights[term] = round(max(-_MOST, min(_MOST, weights.get(term, 0.0) + step)), 3)
