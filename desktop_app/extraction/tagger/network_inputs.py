"""What the network reads of each unit, with what a distinct unit or word contributes computed only once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.codes import Codes, Keys
from desktop_app.extraction.tagger.encoding import Encoded, Encoder
from desktop_app.extraction.tagger.key_table import KeyTable
from desktop_app.extraction.tagger.lexical import UnitKey
from desktop_app.extraction.tagger.network import Floats, Network
from desktop_app.extraction.tagger.templates import STEM_ROLES, UNIT_ROLES, Templates, flag_keys, table_rows
from desktop_app.extraction.tagger.viterbi import Batch, Scores
from desktop_app.extraction.tagger.word_classes import WordClasses

# The network learns from sparse attributes only what vectors and characters cannot tell it.
_LEFT_OUT = frozenset({"prefix2", "suffix3", "cluster64", "cluster256", "cluster1024", "lemma"})
_OF_NEIGHBOURS = ("ending", "post", "known")
ROLES: tuple[int | str, ...] = (0, "own", "head", "quoted", "after_quote", "owner", "after", "before")


def bag_columns(role: int | str) -> list[int]:
    """Columns of a role's alone templates that go into the bag."""
    names = UNIT_ROLES[role] if isinstance(role, int) else STEM_ROLES[role]
    near = role in (0, "own")
    return [i for i, name in enumerate(names) if name not in _LEFT_OUT and (near or name in _OF_NEIGHBOURS)]


class NetworkScorer:
    """Emissions of encoded sentences by the network. Belongs to one encoder, whose tables its own tables follow."""

    def __init__(self, network: Network, encoder: Encoder, classes: WordClasses) -> None:
        self._network, self._encoder, self._classes = network, encoder, classes
        self._templates = Templates()
        self._bag = KeyTable(network.bag_keys, network.bag)
        self.start_anew()

    def start_anew(self) -> None:
        """Forget what was computed, together with the encoder's tables."""
        network = self._network
        self._units = np.zeros((0, network.bag_start + network.bag.shape[1]), np.float32)
        self._stems: dict[int | str, Floats] = {}

    def emissions(self, encoded: Encoded, batch: Batch, klue: NDArray[np.bool_]) -> Scores:
        """Score of each state of each unit, [S, T, STATES]; the batch's sentences go from short to long.

        `klue` [S] says which sentences are to be read by KLUE's convention.
        """
        inputs = self._inputs(encoded)[batch.rows.T]
        inputs[:, klue, self._network.bag_start :] += self._network.klue
        scores: Scores = self._network.emissions(inputs, encoded.lengths).transpose(1, 0, 2)
        return scores

    def _inputs(self, encoded: Encoded) -> Floats:
        self._extend()
        inputs = self._units[encoded.units]
        bag = inputs[:, self._network.bag_start :]
        for role, bags in self._stems.items():
            bag += bags[table_rows(encoded, role)]
        bag += self._bag.summed(flag_keys(encoded.flags))
        return inputs

    def _extend(self) -> None:
        """Compute what the rows that are new in the encoder's tables contribute."""
        units, stems = self._encoder.units.codes, self._encoder.stems.codes
        have_units, have_stems = len(self._units), len(self._stems.get("own", ()))
        if have_units < len(units):
            added = self._unit_inputs(self._encoder.units.keys[have_units:], units[have_units:])
            self._units = np.concatenate([self._units, added])
        if have_stems < len(stems):
            for role in ROLES[1:]:
                added = self._bag.summed(self._role_keys(role, stems[have_stems:]))
                have = self._stems.get(role)
                self._stems[role] = added if have is None else np.concatenate([have, added])

    def _role_keys(self, role: int | str, codes: Codes) -> Keys:
        alone = (
            self._templates.alone_unit(role, codes)
            if isinstance(role, int)
            else self._templates.alone_stem(role, codes)
        )
        return alone[:, bag_columns(role)]

    def _unit_inputs(self, keys: list[UnitKey | None], codes: Codes) -> Floats:
        network = self._network
        rows = [_lexical_input(network, self._classes, key) for key in keys]
        return np.hstack([np.array(rows, np.float32), self._bag.summed(self._role_keys(0, codes))])


def _lexical_input(network: Network, classes: WordClasses, key: UnitKey | None) -> Floats:
    """Vector and character features of a distinct unit; the sentence boundary (None) is never read."""
    if key is None:
        return np.zeros(network.bag_start, np.float32)
    surface, tag, form, oov = key
    vector = network.word_vector(classes.row(form, tag, oov=oov))
    return np.concatenate([vector, network.character_features(surface)])
