"""Learn a model from annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.gazetteer import Gazetteer, load_gazetteer
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.tagger.calibration import calibrated, fitted, sure_threshold
from desktop_app.extraction.tagger.codes import Keys
from desktop_app.extraction.tagger.corpus import Analysed, allowed_states, analysed
from desktop_app.extraction.tagger.data import Annotated, held_out, read_annotated
from desktop_app.extraction.tagger.encoding import Encoder
from desktop_app.extraction.tagger.evaluation import strict_scores
from desktop_app.extraction.tagger.labels import LABELS
from desktop_app.extraction.tagger.lexical import Lexicality
from desktop_app.extraction.tagger.model_file import WORDS_FILE, Weights, write_model
from desktop_app.extraction.tagger.perceptron import Examples, Learnt, learn
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.templates import Templates, table_rows
from desktop_app.extraction.tagger.word_classes import load_word_classes
from desktop_app.paths import resources_dir

_SMALLEST_WEIGHT = 1e-3
_HELD_OUT = 8
_SHARPNESS = 0.02


class Settings(NamedTuple):
    """How a model is learnt; `rarest` is how often a feature must occur to get a weight."""

    epochs: int = 6
    seed: int = 0
    margin: float = 0.0
    rarest: int = 2


def train(
    data_paths: Iterable[Path],
    out: Path,
    *,
    seed: int = 0,
    extra: Iterable[Annotated] = (),
    morphemes: Morphemes | None = None,
    held_out_share: int = _HELD_OUT,
) -> dict[str, Any]:
    """Learn from the files (see `read_annotated`) and the `extra` articles, write the model to `out`.

    The confidence is calibrated on every eighth article with a model that has not seen it; the model written has
    seen all. Returns the description that stands in model.json, scores included. The same input gives the same
    model. Raises BadTrainingText for text that cannot be understood.
    """
    settings = Settings(seed=seed)
    articles = [*read_annotated(data_paths), *extra]
    lists = lexicality()
    morphemes = morphemes or Morphemes()
    splitter = Splitter(lists.gazetteer)
    kept = analysed([a for a in articles if not held_out(a, held_out_share)], morphemes, splitter)
    tested = analysed([a for a in articles if held_out(a, held_out_share)], morphemes, splitter)
    measured = _measured(learn_weights(kept, lists, settings), tested, lists)
    weights = learn_weights([*kept, *tested], lists, settings)
    description = {
        "settings": settings._asdict(),
        "sentences": len(kept) + len(tested),
        "features": len(weights.keys),
        "sharpness": _SHARPNESS,
        **measured,
    }
    write_model(out, weights, description)
    return description


def _measured(weights: Weights, tested: Sequence[Analysed], lists: Lexicality) -> dict[str, Any]:
    """Calibration, sure-threshold and scores on sentences that the weights have not seen."""
    from desktop_app.extraction.tagger.tagging import Tagger

    complete = [s for s in tested if s.labels == frozenset(LABELS)] or list(tested)
    tagger = Tagger(weights, lists, {"sharpness": _SHARPNESS})
    found = tagger.tag([sentence.units for sentence in complete])
    gold = [{span[:3] for span in sentence.spans} for sentence in complete]
    raw = np.array([span.confidence for spans in found for span in spans])
    right = np.array(
        [span[:3] in true for spans, true in zip(found, gold, strict=True) for span in spans], bool
    )
    points = fitted(raw, right)
    confidence = calibrated(raw, points)
    sure = sure_threshold(confidence.tolist(), right.tolist())
    scores = strict_scores(found, [sentence.spans for sentence in complete])
    return {
        "calibration": points,
        "sure": round(sure, 4),
        "sure_share": round(float((confidence >= sure).mean()), 4) if len(confidence) else 0.0,
        "held_out_f1": {label: round(score.f1, 4) for label, score in scores.items()},
    }


def lexicality(folder: Path | None = None, gazetteer: Gazetteer | None = None) -> Lexicality:
    """The word lists of a model folder (default: the one that ships) and the gazetteer."""
    folder = folder or resources_dir() / "model"
    return Lexicality(load_word_classes(folder / WORDS_FILE), gazetteer or load_gazetteer())


def learn_weights(
    sentences: Sequence[Analysed], lists: Lexicality, settings: Settings = Settings()
) -> Weights:
    """Weights learnt from analysed sentences; the same for the same sentences and settings."""
    examples, keys = encoded_examples(sentences, lists, settings.rarest)
    learnt = learn(
        examples, len(keys) + 1, epochs=settings.epochs, seed=settings.seed, margin=settings.margin
    )
    return pruned(keys, learnt)


def encoded_examples(sentences: Sequence[Analysed], lists: Lexicality, rarest: int) -> tuple[Examples, Keys]:
    """Examples for `learn`, and the sorted feature keys whose row is their place + 1."""
    encoder = Encoder(lists)
    encoded = encoder.encode([sentence.units for sentence in sentences])
    templates, units, stems = Templates(), encoder.units.codes, encoder.stems.codes
    numbering = _Numbering(rarest)
    for role, keys in templates.tables(units, stems):
        numbering.add_table(keys, table_rows(encoded, role))
    numbering.add_columns(templates.combined(encoded, units, stems))
    allowed = allowed_states(sentences, len(encoded.units), encoded.first.tolist())
    return Examples(numbering.features(), allowed, encoded.first, encoded.lengths), numbering.sorted_keys()


class _Numbering:
    """Gives each key that occurs at least `rarest` times its row, column by column: no two columns share a key."""

    def __init__(self, rarest: int) -> None:
        self._rarest = rarest
        self._keys: list[Keys] = []
        self._columns: list[NDArray[np.int32]] = []
        self._count = 0

    def add_table(self, keys: Keys, rows: NDArray[np.int32]) -> None:
        """Number the keys of a table of which `rows` tells the row of each place."""
        occurs = np.bincount(rows, minlength=len(keys))
        for column in keys.T:
            self._columns.append(self._number(column, occurs)[rows])

    def add_columns(self, keys: Keys) -> None:
        """Number the keys of columns that have one row per place."""
        for column in keys.T:
            self._columns.append(self._number(column, np.ones(len(column))))

    def _number(self, column: Keys, occurs: NDArray[np.float64]) -> NDArray[np.int32]:
        keys, places = np.unique(column, return_inverse=True)
        counts = np.bincount(places, weights=occurs)
        kept = (counts >= self._rarest) & (keys != 0)
        numbers = np.where(kept, np.cumsum(kept) + self._count, 0).astype(np.int32)
        self._keys.append(keys[kept])
        self._count += int(kept.sum())
        return numbers[places]

    def sorted_keys(self) -> Keys:
        """All keys that were kept, sorted; equal ones of different columns (rare) share a row."""
        return self._sorted()[0]

    def features(self) -> NDArray[np.int32]:
        """[places, columns]: the row of each feature, 1 + its place among the sorted keys, or 0."""
        _, ranks = self._sorted()
        rows = np.concatenate([[0], ranks + 1]).astype(np.int32)
        return np.stack([rows[column] for column in self._columns], axis=1)

    def _sorted(self) -> tuple[Keys, NDArray[np.int64]]:
        keys, ranks = np.unique(np.concatenate(self._keys), return_inverse=True)
        return keys, ranks


def pruned(keys: Keys, learnt: Learnt) -> Weights:
    """The learnt weights without the rows that say nothing."""
    kept = np.abs(learnt.rows[1:]).max(axis=1, initial=0) > _SMALLEST_WEIGHT
    rows = np.concatenate([learnt.rows[:1], learnt.rows[1:][kept]])
    return Weights(keys[kept], rows, learnt.transitions)
