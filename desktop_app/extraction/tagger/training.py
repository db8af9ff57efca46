"""Learn a model from annotated articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
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
from desktop_app.extraction.tagger.model_file import WORDS_FILE, Weights, read_description, write_model
from desktop_app.extraction.tagger.network import NETWORK_FILE, Network
from desktop_app.extraction.tagger.perceptron import Examples, Learnt, learn
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.tagging import Tagger
from desktop_app.extraction.tagger.templates import Templates, table_rows
from desktop_app.extraction.tagger.variation import names_of, varied
from desktop_app.extraction.tagger.word_classes import load_word_classes
from desktop_app.paths import resources_dir

# A perceptron's steps are 1; what stays below that after averaging decides nothing.
_SMALLEST_WEIGHT = 1.0
_KEPT = ("blend", "sharpness", "calibration", "sure", "sure_share", "held_out_f1")
_HELD_OUT = 8
_SHARPNESS = 0.02


class Settings(NamedTuple):
    """How a model is learnt; `rarest` is how often a feature must occur to get a weight."""

    epochs: int = 5
    seed: int = 0
    margin: float = 0.0
    rarest: int = 3


def train(
    data_paths: Iterable[Path],
    out: Path,
    *,
    seed: int = 0,
    extra: Iterable[Annotated] = (),
    morphemes: Morphemes | None = None,
    shipped: Path | None = None,
) -> dict[str, Any]:
    """Learn from the files (see `read_annotated`) and the `extra` articles, write the model to `out`.

    Word tables, network, calibration and sure-threshold are those of the `shipped` folder (default: the model in
    `resources/`), as only the perceptron is learnt anew; where there is no such model the confidence is calibrated
    on every eighth article. Returns the description that stands in model.json. The same input gives the same model.
    Raises BadTrainingText for text that cannot be understood.
    """
    settings = Settings(seed=seed)
    articles = _complete([*read_annotated(data_paths), *extra])
    shipped = shipped or resources_dir() / "model"
    lists = lexicality(shipped)
    reader = _Reader(morphemes or Morphemes(), Splitter(lists.gazetteer), seed)
    kept = _kept_description(shipped) or _measured(articles, reader, lists, settings)
    weights = learn_weights(reader.read_with_copies(articles), lists, settings)
    description = {
        **kept,
        "version": _version(weights),
        "settings": settings._asdict(),
        "sentences": sum(len(article.sentences) for article in articles),
        "features": len(weights.keys),
    }
    write_model(out, weights, description)
    return description


def _complete(articles: list[Annotated]) -> list[Annotated]:
    """Those annotated in all labels, or all where there are none.

    KLUE cuts names by another convention: with it in the perceptron F1 is 0.5 points lower on articles kept from
    training and 0.9 on the sample articles. The network has learnt both conventions apart.
    """
    return [a for a in articles if a.labels == frozenset(LABELS)] or articles


def _kept_description(shipped: Path) -> dict[str, Any]:
    """What a shipped model with a network says about its confidence; empty without one."""
    if not (shipped / NETWORK_FILE).exists():
        return {}
    description = read_description(shipped)
    return {name: description[name] for name in _KEPT if name in description}


def _version(weights: Weights) -> str:
    return sha256(weights.keys.tobytes() + weights.rows.tobytes()).hexdigest()[:12]


class _Reader(NamedTuple):
    """Articles to analysed sentences, with or without a copy that bears other names."""

    morphemes: Morphemes
    splitter: Splitter
    seed: int

    def read(self, articles: Sequence[Annotated]) -> list[Analysed]:
        return analysed(articles, self.morphemes, self.splitter)

    def read_with_copies(self, articles: Sequence[Annotated]) -> list[Analysed]:
        names = names_of(articles, self.splitter.gazetteer)
        return self.read([*articles, *varied(articles, names, seed=self.seed)])


def _measured(
    articles: Sequence[Annotated], reader: _Reader, lists: Lexicality, settings: Settings
) -> dict[str, Any]:
    """Calibration, sure-threshold and scores of a model that every eighth article was kept from."""
    kept = reader.read_with_copies([a for a in articles if not held_out(a, _HELD_OUT)])
    tested = reader.read([a for a in articles if held_out(a, _HELD_OUT)])
    return measured(learn_weights(kept, lists, settings), None, tested, lists, {"sharpness": _SHARPNESS})


def measured(
    weights: Weights,
    network: Network | None,
    tested: Sequence[Analysed],
    lists: Lexicality,
    description: dict[str, Any],
) -> dict[str, Any]:
    """`description` with calibration, sure-threshold and scores on fully annotated sentences unseen by the model."""
    complete = [s for s in tested if s.labels == frozenset(LABELS)] or list(tested)
    found = Tagger(weights, lists, description, network).tag([sentence.units for sentence in complete])
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
        **description,
        "calibration": points,
        "sure": round(sure, 4),
        "sure_share": round(float((confidence >= sure).mean()), 4) if len(confidence) else 0.0,
        "held_out_f1": {label: round(score.f1, 4) for label, score in scores.items()},
    }


def lexicality(folder: Path | None = None, gazetteer: Gazetteer | None = None) -> Lexicality:
    """The word lists of a model folder (default: the one that ships) and the gazetteer."""
    folder = folder or resources_dir() / "model"
    return Lexicality(load_word_classes(folder / WORDS_FILE), gazetteer or load_gazetteer())


def learn_weights(sentences: Sequence[Analysed], lists: Lexicality, settings: Settings) -> Weights:
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
        occurs = np.bincount(rows, minlength=len(keys)).astype(np.int64)
        for column in keys.T:
            self._columns.append(self._number(column, occurs)[rows])

    def add_columns(self, keys: Keys) -> None:
        """Number the keys of columns that have one row per place."""
        for column in keys.T:
            self._columns.append(self._number(column, np.ones(len(column), np.int64)))

    def _number(self, column: Keys, occurs: NDArray[np.int64]) -> NDArray[np.int32]:
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
