"""Scores of every unit and state from the weights, with what a unit or word alone contributes summed only once."""

from __future__ import annotations

import numpy as np

from desktop_app.extraction.tagger.codes import Codes
from desktop_app.extraction.tagger.encoding import Encoded, Encoder
from desktop_app.extraction.tagger.key_table import KeyTable
from desktop_app.extraction.tagger.model_file import Weights
from desktop_app.extraction.tagger.templates import Templates, table_rows
from desktop_app.extraction.tagger.viterbi import Scores


class Scorer:
    """Emissions of encoded sentences. Belongs to one encoder, whose tables its own tables follow."""

    def __init__(self, weights: Weights, encoder: Encoder) -> None:
        self._table = KeyTable(weights.keys, weights.rows[1:])
        self._encoder = encoder
        self._templates = Templates()
        self.start_anew()

    def start_anew(self) -> None:
        """Forget the sums, together with the encoder's tables."""
        self._sums: dict[int | str, Scores] = {}

    def emissions(self, encoded: Encoded) -> Scores:
        """Score of each state for each row, [N, STATES]."""
        units, stems = self._encoder.units.codes, self._encoder.stems.codes
        self._extend(units, stems)
        scores = self._table.summed(self._templates.combined(encoded, units, stems))
        for role, sums in self._sums.items():
            scores += sums[table_rows(encoded, role)]
        return scores

    def _extend(self, units: Codes, stems: Codes) -> None:
        """Sum what the rows that are new in the tables contribute alone."""
        have_units = len(self._sums.get(0, ()))
        have_stems = len(self._sums.get("own", ()))
        if have_units == len(units) and have_stems == len(stems):
            return
        for role, keys in self._templates.tables(units[have_units:], stems[have_stems:]):
            summed = self._table.summed(keys)
            have = self._sums.get(role)
            self._sums[role] = summed if have is None else np.concatenate([have, summed])
