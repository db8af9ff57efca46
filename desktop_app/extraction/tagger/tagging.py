"""The tagger: units of sentences in, labelled spans with a confidence out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.gazetteer import Gazetteer, load_gazetteer
from desktop_app.extraction.morphemes import Unit
from desktop_app.extraction.tagger.calibration import Points, calibrated
from desktop_app.extraction.tagger.corpus import spans_of
from desktop_app.extraction.tagger.encoding import Encoded, Encoder
from desktop_app.extraction.tagger.labels import FORBIDDEN, TaggedSpan, label_of
from desktop_app.extraction.tagger.lexical import Lexicality
from desktop_app.extraction.tagger.model_file import WORDS_FILE, Weights, read_model
from desktop_app.extraction.tagger.network import Network, load_network
from desktop_app.extraction.tagger.network_inputs import NetworkScorer
from desktop_app.extraction.tagger.scoring import Scorer
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.viterbi import Batch, Scores, batch_of, best_paths, span_probabilities
from desktop_app.extraction.tagger.word_classes import load_word_classes
from desktop_app.paths import resources_dir

_SENTENCES_AT_ONCE = 128


class Tagger:
    """A model ready for work; keeps sums for the units it has met, so one per process or thread.

    The score of a path is the network's plus `blend` times the perceptron's; without a network the perceptron's.
    """

    def __init__(
        self, weights: Weights, lists: Lexicality, description: dict[str, Any], network: Network | None = None
    ) -> None:
        self.description = description
        self._encoder = Encoder(lists)
        self._splitter = Splitter(lists.gazetteer)
        self._scorer = Scorer(weights, self._encoder)
        self._network = NetworkScorer(network, self._encoder, lists.classes) if network else None
        self._blend = np.float32(description.get("blend", 1.0))
        self._transitions = self._klue_transitions = weights.transitions * self._blend
        if network:
            self._klue_transitions = network.transitions
            self._transitions = np.maximum(self._transitions + network.transitions, FORBIDDEN)
        self._sharpness = float(description.get("sharpness", 1.0))
        self._points: Points = description.get("calibration") or [(0.0, 0.0), (1.0, 1.0)]

    @classmethod
    def load(cls, path: Path | None = None, gazetteer: Gazetteer | None = None) -> Self:
        """The model of a folder (default: the one that ships). Raises BrokenResource when it cannot be read.

        A model learnt in the app brings weights only; word tables and network are then those that ship.
        """
        shipped = resources_dir() / "model"
        folder = path or shipped
        weights, description = read_model(folder)
        words = folder if (folder / WORDS_FILE).exists() else shipped
        lists = Lexicality(load_word_classes(words / WORDS_FILE), gazetteer or load_gazetteer())
        return cls(weights, lists, description, load_network(folder) or load_network(shipped))

    @property
    def sure(self) -> float:
        """The confidence from which spans were right in at least 98 of 100 cases on held-out articles."""
        return float(self.description.get("sure", 1.0))

    def tag(
        self, sentences: Sequence[Sequence[Unit]], klue: Sequence[bool] | None = None
    ) -> list[list[TaggedSpan]]:
        """Spans of each sentence, sorted, without overlap, offsets as in its units; always the same for the same.

        Where the conventions differ (미국 로스앤젤레스 is two places for the guidelines and one for KLUE) sentences
        are read by the guidelines, those marked in `klue` by KLUE.
        """
        split = [self._splitter.split(units) for units in sentences]
        by_klue = klue or [False] * len(split)
        found: list[list[TaggedSpan]] = [[] for _ in split]
        for convention in (False, True):
            own = [i for i, units in enumerate(split) if units and bool(by_klue[i]) == convention]
            order = sorted(own, key=lambda i: len(split[i]))
            for start in range(0, len(order), _SENTENCES_AT_ONCE):
                chosen = order[start : start + _SENTENCES_AT_ONCE]
                for i, spans in zip(chosen, self._tag([split[i] for i in chosen], convention), strict=True):
                    found[i] = spans
        return found

    def _tag(self, sentences: list[list[Unit]], by_klue: bool) -> list[list[TaggedSpan]]:
        self._keep_small()
        encoded = self._encoder.encode(sentences)
        batch = batch_of(encoded.first, encoded.lengths)
        emissions = self._emissions(encoded, batch, np.full(len(sentences), by_klue))
        transitions = self._klue_transitions if by_klue else self._transitions
        paths = best_paths(emissions, transitions, batch.inside)
        spans = [spans_of(units, path) for units, path in zip(sentences, paths.tolist(), strict=True)]
        raw = span_probabilities(emissions, transitions, batch.inside, spans, self._sharpness)
        confidence = iter(calibrated(raw, self._points).round(4).tolist())
        return [
            [
                TaggedSpan(units[i].start, units[j - 1].end, label_of(state), next(confidence))
                for i, j, state in listed
            ]
            for units, listed in zip(sentences, spans, strict=True)
        ]

    def _emissions(self, encoded: Encoded, batch: Batch, by_klue: NDArray[np.bool_]) -> Scores:
        """Score of each state of each unit by perceptron and network together, [S, T, STATES]."""
        emissions: Scores = self._scorer.emissions(encoded)[batch.rows] * self._blend
        if self._network:
            # The perceptron has learnt the guidelines' convention only.
            emissions[by_klue] = 0
            emissions += self._network.emissions(encoded, batch, by_klue)
        return emissions

    def _keep_small(self) -> None:
        if self._encoder.units.is_full() or self._encoder.stems.is_full():
            self.forget()

    def forget(self) -> None:
        """Drop the sums kept for the units met so far."""
        self._encoder.start_anew()
        self._scorer.start_anew()
        self._splitter.forget()
        if self._network:
            self._network.start_anew()
