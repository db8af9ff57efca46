"""A small recurrent network over Kiwi's word vectors, run with numpy alone: scores of states that know the sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.codes import Keys
from desktop_app.extraction.tagger.stored_arrays import read_arrays
from desktop_app.extraction.tagger.word_shape import alike

NETWORK_FILE = "network.npz"
LONGEST_WORD = 10
"""Characters of a unit that the network reads: of longer ones the first and the last five."""
UNKNOWN_CHARACTER = 1
"""Number of a character that is not listed; 0 is none at all, listed ones follow."""

_STORED = (
    "vectors", "vector_scale", "no_vector", "bag_keys", "bag", "bag_scale", "klue", "characters", "character_vectors",
    "filters", "filter_bias", "output", "output_bias", "transitions",
    "forward_inputs", "forward_recurrent", "forward_bias",
    "backward_inputs", "backward_recurrent", "backward_bias",
)  # fmt: skip

Floats = NDArray[np.float32]


class Direction(NamedTuple):
    """An LSTM read one way: gates in the order input, forget, cell, output; [4 H, inputs], [4 H, H], [4 H]."""

    inputs: Floats
    recurrent: Floats
    bias: Floats


class Network(NamedTuple):
    """All parameters. `vectors` [words, V] belong to the rows of the word tables, `no_vector` to words without one.

    `bag` [keys, B] are summed over a unit's feature keys, `bag_keys` sorted; `klue` [B]
    is added where a sentence is to be read by KLUE's convention.
    """

    vectors: NDArray[np.int8]
    vector_scale: Floats
    no_vector: Floats
    bag_keys: Keys
    bag: Floats
    klue: Floats
    characters: str
    character_vectors: Floats
    filters: Floats
    filter_bias: Floats
    forward: Direction
    backward: Direction
    output: Floats
    output_bias: Floats
    transitions: Floats

    @property
    def bag_start(self) -> int:
        """Where the bag begins in the input of a unit: behind the vector and the characters."""
        return len(self.no_vector) + len(self.filter_bias)

    def word_vector(self, row: int) -> Floats:
        """Vector of a row of the word tables, of -1 that of words without."""
        if row < 0:
            return self.no_vector
        vector: Floats = self.vectors[row] * self.vector_scale
        return vector

    def character_features(self, surface: str) -> Floats:
        """What the filters find in the characters of a unit."""
        codes = character_codes(surface, self.characters)
        padded = np.zeros((LONGEST_WORD + 2, self.character_vectors.shape[1]), np.float32)
        padded[1 : 1 + len(codes)] = self.character_vectors[codes]
        windows = np.stack([padded[i : i + len(codes)] for i in range(3)], axis=2)
        found = np.einsum("pci,fci->pf", windows, self.filters) + self.filter_bias
        best: Floats = found.max(axis=0) if len(codes) else self.filter_bias
        return best

    def emissions(self, inputs: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Scores [T, S, STATES] of inputs [T, S, I]; sentences from short to long, `lengths` [S]."""
        steps, count = inputs.shape[:2]
        size = self.forward.recurrent.shape[1]
        hidden = np.zeros((steps, count, 2 * size), np.float32)
        starts = np.searchsorted(lengths, np.arange(steps), side="right")
        _read(self.forward, inputs, starts, range(steps), hidden[:, :, :size])
        _read(self.backward, inputs, starts, range(steps - 1, -1, -1), hidden[:, :, size:])
        scores: Floats = hidden @ self.output.T + self.output_bias
        return scores


def character_codes(surface: str, characters: str) -> list[int]:
    """Numbers of a unit's characters, digits and marks made alike; see `LONGEST_WORD`."""
    text = alike(surface)
    if len(text) > LONGEST_WORD:
        text = text[: LONGEST_WORD // 2] + text[-LONGEST_WORD // 2 :]
    return [characters.find(char) + UNKNOWN_CHARACTER + 1 for char in text]


def _read(direction: Direction, inputs: Floats, starts: NDArray[np.int64], order: range, out: Floats) -> None:
    """Run one direction; at each step only the sentences from `starts` on, which are long enough, move."""
    size = direction.recurrent.shape[1]
    gates = inputs @ direction.inputs.T + direction.bias
    recurrent = np.ascontiguousarray(direction.recurrent.T)
    hidden = np.zeros((inputs.shape[1], size), np.float32)
    cell = np.zeros_like(hidden)
    for t in order:
        moving = slice(int(starts[t]), None)
        # Rows of the sigmoid gates are stored halved: sigmoid(x) = tanh(x / 2) / 2 + 1/2, so one tanh serves all.
        gate = np.tanh(gates[t, moving] + hidden[moving] @ recurrent)
        let_in, keep, let_out = (gate[:, k * size : (k + 1) * size] * 0.5 + 0.5 for k in (0, 1, 3))
        cell[moving] = keep * cell[moving] + let_in * gate[:, 2 * size : 3 * size]
        hidden[moving] = let_out * np.tanh(cell[moving])
        out[t, moving] = hidden[moving]


def halved(weights: Floats) -> Floats:
    """LSTM weights or bias [4 H, …] with the rows of the three sigmoid gates halved, as `_read` wants them."""
    size = len(weights) // 4
    changed = weights.copy()
    for k in (0, 1, 3):
        changed[k * size : (k + 1) * size] *= 0.5
    return changed


def load_network(folder: Path) -> Network | None:
    """The network of a model folder, None where it has none. Raises BrokenResource when the file is damaged."""
    path = folder / NETWORK_FILE
    return _network(read_arrays(path, _STORED)) if path.exists() else None


def _network(stored: dict[str, NDArray[Any]]) -> Network:
    def floats(name: str) -> Floats:
        return np.ascontiguousarray(stored[name].astype(np.float32))

    bag = stored["bag"].astype(np.float32) * floats("bag_scale")
    return Network(
        stored["vectors"].astype(np.int8),
        floats("vector_scale"),
        floats("no_vector"),
        np.cumsum(stored["bag_keys"].astype(np.uint32), dtype=np.uint32),
        bag,
        floats("klue"),
        str(stored["characters"]),
        floats("character_vectors"),
        floats("filters"),
        floats("filter_bias"),
        Direction(floats("forward_inputs"), floats("forward_recurrent"), floats("forward_bias")),
        Direction(floats("backward_inputs"), floats("backward_recurrent"), floats("backward_bias")),
        floats("output"),
        floats("output_bias"),
        floats("transitions"),
    )
