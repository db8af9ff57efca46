"""Strict scores of the whole pipeline against gold: a span counts when start, end and label are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.suggestions import ArticleText, TextBlock
from desktop_app.extraction.tagger.data import Annotated, held_out, read_annotated
from desktop_app.extraction.tagger.evaluation import Score, strict_scores
from desktop_app.extraction.tagger.labels import TaggedSpan
from desktop_app.review.suggestions.suggest_files import Extracts

AT_ONCE = 32
SURE = (0.9, 0.92, 0.94, 0.96, 0.98)
"""Confidences at which precision and share are told."""


@dataclass(frozen=True)
class GoldText:
    """A text with its right mentions; `labels` are those that its annotators marked (others do not count)."""

    article: ArticleText
    spans: tuple[TaggedSpan, ...]
    labels: frozenset[str]


def gold_of(path: Path, every: int = 0) -> Iterator[GoldText]:
    """The texts of a file or folder; with `every`, only the share that training keeps out. Raises UnreadableFile."""
    if path.suffix == ".json":
        yield from _of_reviewed(path)
        return
    try:
        annotated = read_annotated([path])
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(file=path, reason=str(error)) from error
    yield from (_of_annotated(a) for a in annotated if not every or held_out(a, every))


def _of_reviewed(path: Path) -> Iterator[GoldText]:
    try:
        data = orjson.loads(path.read_bytes())
        labels = frozenset(label["code"] for label in data["label_schema"]["labels"])
        for a in data["articles"]:
            blocks = tuple(TextBlock(b["start"], b["end"], b["role"]) for b in a["blocks"])
            article = ArticleText(a["text"], blocks, a["title"], a["outlet"], a["published"])
            accepted = [m for m in a["mentions"] if m["decision"] == "accepted"]
            spans = tuple(TaggedSpan(m["start"], m["end"], m["label"], 1.0) for m in accepted)
            yield GoldText(article, spans, labels)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise UnreadableFile(file=path, reason=f"no reviewed JSON ({error})") from error


def _of_annotated(annotated: Annotated) -> GoldText:
    """Lines as blocks; what is one sentence and knows not every label is KLUE's."""
    text, blocks, spans = "", [], []
    for sentence in annotated.sentences:
        text += "\n" if text else ""
        at = len(text)
        spans += [TaggedSpan(s.start + at, s.end + at, s.label, 1.0) for s in sentence.spans]
        text += sentence.text
        blocks.append(TextBlock(at, len(text), "body"))
    alone = len(annotated.sentences) == 1
    return GoldText(ArticleText(text, tuple(blocks), sentence=alone), tuple(spans), annotated.labels)


def evaluated(
    extractor: Extracts, texts: Sequence[GoldText], progress: Callable[[int], object] = lambda _: None
) -> dict[str, Any]:
    """Scores per label and overall, corrections needed per 100 gold mentions, precision of the sure ones."""
    found: list[list[TaggedSpan]] = []
    for at in range(0, len(texts), AT_ONCE):
        batch = texts[at : at + AT_ONCE]
        for gold, answer in zip(batch, extractor.suggest([t.article for t in batch]), strict=True):
            spans = [TaggedSpan(m.start, m.end, m.label, m.confidence) for m in answer.mentions]
            found.append([s for s in spans if s.label in gold.labels])
        progress(len(found))
    scores = strict_scores(found, [t.spans for t in texts])
    return {
        "texts": len(texts),
        "scores": {label: _figures(score) for label, score in scores.items()},
        "corrections_per_100": _corrections(found, texts),
        "sure": {str(limit): _sure(found, texts, limit) for limit in SURE},
    }


def _figures(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "gold": score.gold,
    }


def _corrections(found: Iterable[Sequence[TaggedSpan]], texts: Sequence[GoldText]) -> float:
    """Edits per 100 gold mentions: one to add, reject or mend; a wrong one that touches a missing one is mended."""
    edits = gold = 0
    for spans, text in zip(found, texts, strict=True):
        right = {(s.start, s.end, s.label) for s in text.spans}
        wrong = [s for s in spans if (s.start, s.end, s.label) not in right]
        said = {(s.start, s.end, s.label) for s in spans}
        missed = [s for s in text.spans if (s.start, s.end, s.label) not in said]
        mended = sum(any(w.start < m.end and m.start < w.end for m in missed) for w in wrong)
        edits += len(wrong) + len(missed) - min(mended, len(missed))
        gold += len(text.spans)
    return round(100 * edits / gold, 1) if gold else 0.0


def _sure(found: Iterable[Sequence[TaggedSpan]], texts: Sequence[GoldText], limit: float) -> dict[str, float]:
    sure = right = everything = 0
    for spans, text in zip(found, texts, strict=True):
        gold = {(s.start, s.end, s.label) for s in text.spans}
        chosen = [s for s in spans if s.confidence >= limit]
        everything += len(spans)
        sure += len(chosen)
        right += sum((s.start, s.end, s.label) in gold for s in chosen)
    return {
        "precision": round(right / sure, 4) if sure else 0.0,
        "share": round(sure / everything, 4) if everything else 0.0,
    }


def as_lines(result: dict[str, Any]) -> Iterator[str]:
    """The figures as a plain table."""
    yield f"{result['texts']} texts, {result['corrections_per_100']} corrections per 100 mentions"
    yield f"{'label':12} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6}"
    for label, s in result["scores"].items():
        yield f"{label:12} {s['precision']:6.3f} {s['recall']:6.3f} {s['f1']:6.3f} {s['gold']:6}"
    for limit, s in result["sure"].items():
        yield f"confidence from {limit}: precision {s['precision']:.3f}, share {s['share']:.3f}"
