"""What ten reviewed articles of a new kind are worth: F1 on the next ten, before and after learning.

    python -m tests.bench.adapting --training resources/training --klue FOLDER/train.tsv --kind programmes

A base model learns from everything but one file of the training text (no network: the one that ships has seen the
file). Then the articles of that file are taken in blocks of twenty: ten are "reviewed", the next ten are scored, by
the tagger alone and by the whole pipeline with the lexicon that the review would have left.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.suggestions import ArticleText, Lexicon, LexiconEntry
from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.learning.material import StandingModel, gathered
from desktop_app.extraction.learning.on_top import Pace
from desktop_app.extraction.learning.retraining import PACE, added, learnt_without
from desktop_app.extraction.learning.task import ReviewedArticle
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.pipeline import Extractor
from desktop_app.extraction.tagger.corpus import analysed
from desktop_app.extraction.tagger.data import Annotated, read_annotated
from desktop_app.extraction.tagger.evaluation import Score, strict_scores
from desktop_app.extraction.tagger.labels import TaggedSpan
from desktop_app.extraction.tagger.model_file import Weights, read_model, write_model
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.tagging import Tagger
from desktop_app.extraction.tagger.training import Settings, learn_weights, lexicality

BLOCK = 10
DESCRIPTION = {"version": "base", "sharpness": 0.02}


def reviewed(article: Annotated) -> ReviewedArticle:
    """The article as a project would hand it over."""
    text, marks = "", []
    for sentence in article.sentences:
        marks += [(len(text) + s.start, len(text) + s.end, s.label) for s in sentence.spans]
        text += sentence.text + "\n"
    return ReviewedArticle(article.key, text, tuple(marks))


def lexicon_of(articles: Sequence[ReviewedArticle]) -> Lexicon:
    """What accepting every mention leaves in the lexicon."""
    counts: dict[tuple[str, str], int] = {}
    for article in articles:
        for start, end, label in article.mentions:
            counts[article.text[start:end], label] = counts.get((article.text[start:end], label), 0) + 1
    return Lexicon(tuple(LexiconEntry(surface, label, n) for (surface, label), n in counts.items()))


def base_model(training: Path, klue: Path, kind: str, morphemes: Morphemes, kept: Path | None) -> Weights:
    """A model that has not seen the kind; read from `kept` when it is there, else written to it."""
    if kept and kept.exists():
        return read_model(kept)[0]
    lists = lexicality()
    files = [p for p in sorted(training.glob("*.txt")) if p.stem != kind]
    sentences = analysed(read_annotated([*files, klue]), morphemes, Splitter(lists.gazetteer))
    weights = learn_weights(sentences, lists, Settings(epochs=4))
    if kept:
        write_model(kept, weights, DESCRIPTION)
    return weights


def blocks(
    articles: Sequence[ReviewedArticle],
) -> Iterator[tuple[Sequence[ReviewedArticle], Sequence[ReviewedArticle]]]:
    """Ten reviewed ones and the next ten, without overlap."""
    for at in range(0, len(articles) - 2 * BLOCK + 1, 2 * BLOCK):
        yield articles[at : at + BLOCK], articles[at + BLOCK : at + 2 * BLOCK]


class Bench:
    """Scores of the tagger and of the pipeline on articles."""

    def __init__(self, weights: Weights, base: Path, morphemes: Morphemes) -> None:
        self.lists, self.base, self.morphemes = lexicality(), base, morphemes
        self.model = StandingModel(weights, self.lists, DESCRIPTION, None)
        self.weights, self.gazetteer = weights, load_gazetteer()

    def learnt(self, articles: Sequence[ReviewedArticle], pace: Pace) -> Tagger:
        """The base with what the articles teach on top of it."""
        material = gathered(articles, self.base, self.model, self.lists, self.morphemes)
        rows = learnt_without(material, (), pace)
        weights = added(self.weights, material.keys, rows / material.share)
        return Tagger(weights, self.lists, DESCRIPTION, None)

    def tagger_score(self, tagger: Tagger, articles: Sequence[ReviewedArticle]) -> Score:
        """Strict score of the tagger alone."""
        return self._score(Extractor(_NoPatterns(self.morphemes), tagger), articles, None, tagger_only=True)

    def pipeline_score(
        self, tagger: Tagger, articles: Sequence[ReviewedArticle], lexicon: Lexicon | None
    ) -> Score:
        """Strict score of everything together."""
        return self._score(Extractor(self.morphemes, tagger, self.gazetteer), articles, lexicon)

    def _score(
        self,
        extractor: Extractor,
        articles: Sequence[ReviewedArticle],
        lexicon: Lexicon | None,
        *,
        tagger_only: bool = False,
    ) -> Score:
        answers = extractor.suggest([ArticleText(a.text, key=a.key) for a in articles], lexicon)
        found = [
            [
                TaggedSpan(m.start, m.end, m.label)
                for m in answer.mentions
                if not tagger_only or m.origin == "tagger"
            ]
            for answer in answers
        ]
        return strict_scores(found, [[TaggedSpan(*m) for m in a.mentions] for a in articles])["all"]


class _NoPatterns:
    """Morphemes as they are; a name for the place where nothing else is asked."""

    def __init__(self, morphemes: Morphemes) -> None:
        self.units = morphemes.units


def total(scores: Sequence[Score]) -> Score:
    """The sum of counts."""
    return Score(*(sum(part) for part in zip(*scores, strict=True)))


def main() -> None:
    """Print F1 before and after."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--training", type=Path, required=True)
    parser.add_argument("--klue", type=Path, required=True)
    parser.add_argument("--kind", default="programmes")
    parser.add_argument("--kept", type=Path, help="Folder that the base model is kept in between runs.")
    chosen = parser.parse_args()
    morphemes = Morphemes(1)
    weights = base_model(chosen.training, chosen.klue, chosen.kind, morphemes, chosen.kept)
    articles = [reviewed(a) for a in read_annotated([chosen.training / f"{chosen.kind}.txt"])]
    with tempfile.TemporaryDirectory() as folder:
        for path in chosen.training.glob("*.txt"):
            if path.stem != chosen.kind:
                shutil.copy(path, folder)
        report(Bench(weights, Path(folder), morphemes), articles, PACE)


def report(bench: Bench, articles: Sequence[ReviewedArticle], pace: Pace) -> None:
    """Learn from each ten, score on the next ten, print the sums."""
    rows: dict[str, list[Score]] = {}
    before = Tagger(bench.weights, bench.lists, DESCRIPTION, None)
    for taught, following in blocks(articles):
        after, lexicon = bench.learnt(taught, pace), lexicon_of(taught)
        for name, score in (
            ("tagger before", bench.tagger_score(before, following)),
            ("tagger after", bench.tagger_score(after, following)),
            ("pipeline before", bench.pipeline_score(before, following, None)),
            ("pipeline, lexicon only", bench.pipeline_score(before, following, lexicon)),
            ("pipeline, model only", bench.pipeline_score(after, following, None)),
            ("pipeline after", bench.pipeline_score(after, following, lexicon)),
        ):
            rows.setdefault(name, []).append(score)
    for name, scores in rows.items():
        print(f"{name:24} F1 {100 * total(scores).f1:.2f}  ({len(scores)} x {BLOCK} articles)", flush=True)


if __name__ == "__main__":
    main()
