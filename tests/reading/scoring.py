"""Marked pages, and how much of them a draft gets right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.drafts import SourceDraft

PAGES = Path(__file__).parent / "pages"
_ROLES = {
    "T": "title",
    "S": "subtitle",
    "Y": "byline",
    "D": "dateline",
    "B": "body",
    "Q": "quote",
    "L": "list",
    "X": "table",
    "C": "caption",
    "K": "contact",
}


@dataclass
class Gold:
    """A page's text; per character its role ("" for none) and its article (-1 for boilerplate)."""

    raw: str
    roles: list[str]
    articles: list[int]


def load_page(path: Path) -> Gold:
    raw, roles, articles = "", [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        for segment in line.split("||") if line else []:
            mark, _, text = segment.partition("|")
            raw += text
            roles += ["boilerplate" if mark == "-" else _ROLES[mark[0]]] * len(text)
            articles += [-1 if mark == "-" else int(mark[1:])] * len(text)
        raw += "\n"
        roles.append("")
        articles.append(-1)
    return Gold(raw, roles, articles)


def gold_of(raw: str, marked: dict) -> Gold:
    """The same of a reviewed sample: `articles[].blocks[]` and `boilerplate[]` with offsets in raw."""
    gold = Gold(raw, [""] * len(raw), [-1] * len(raw))
    stretches = [(b, b["role"], n) for n, a in enumerate(marked["articles"]) for b in a["blocks"]]
    stretches += [(b, "boilerplate", -1) for b in marked["boilerplate"]]
    for stretch, role, article in stretches:
        for at in range(stretch["start"], stretch["end"]):
            gold.roles[at], gold.articles[at] = role, article
    return gold


def shares(gold: Gold, draft: SourceDraft) -> tuple[float, float, float]:
    """Shares of visible characters with the right boilerplate decision, role and article."""
    roles, articles = [""] * len(gold.raw), [-1] * len(gold.raw)
    for block in draft.blocks:
        for at in range(block.start, block.end):
            roles[at] = str(block.role)
            articles[at] = -1 if block.article is None else block.article
    shown = [at for at, character in enumerate(gold.raw) if not character.isspace() and gold.roles[at]]
    same = _paired(Counter((articles[at], gold.articles[at]) for at in shown))
    right = [
        sum((roles[at] == "boilerplate") == (gold.roles[at] == "boilerplate") for at in shown),
        sum(roles[at] == gold.roles[at] for at in shown),
        sum(same.get(articles[at]) == gold.articles[at] for at in shown),
    ]
    return right[0] / len(shown), right[1] / len(shown), right[2] / len(shown)


def _paired(counts: Counter[tuple[int, int]]) -> dict[int, int]:
    """Each found article with the marked one that it shares most characters with."""
    pairs = {-1: -1}
    for (found, marked), _ in counts.most_common():
        if found not in pairs and marked not in pairs.values():
            pairs[found] = marked
    return pairs
