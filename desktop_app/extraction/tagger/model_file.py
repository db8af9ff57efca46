"""The model on disk: weights of the features that matter, transitions, and what the model says about itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.errors import BrokenResource
from desktop_app.extraction.tagger.codes import Keys
from desktop_app.extraction.tagger.labels import LABELS, STATES
from desktop_app.extraction.tagger.stored_arrays import read_arrays

FORMAT = 2
WEIGHTS_FILE = "tagger.npz"
DESCRIPTION_FILE = "model.json"
WORDS_FILE = "words.npz"
_STEP = np.float32(0.25)
"""Weights are stored in quarters: a perceptron's lie between 1 and about 30."""


class Weights(NamedTuple):
    """`keys` sorted feature keys [F]; `rows` their weights [F + 1, STATES], row 0 all zero; `transitions`.

    Row i + 1 belongs to key i; transitions are [STATES + 1, STATES], the last row is the sentence start.
    """

    keys: Keys
    rows: NDArray[np.float32]
    transitions: NDArray[np.float32]


def write_model(folder: Path, weights: Weights, description: dict[str, Any], *, fine: bool = False) -> None:
    """Write weights and description into `folder`, which is made when missing.

    Weights are kept in 8 bits, or `fine` in half precision: what is learnt in small steps gets lost in quarters.
    """
    folder.mkdir(parents=True, exist_ok=True)
    quarters = weights.rows / _STEP
    rows = quarters.astype(np.float16) if fine else np.clip(np.round(quarters), -127, 127).astype(np.int8)
    stored = np.diff(weights.keys.astype(np.int64), prepend=0).astype(np.uint32)
    np.savez_compressed(
        folder / WEIGHTS_FILE,
        keys=stored,
        rows=rows.T,
        transitions=weights.transitions,
    )
    about = {"format": FORMAT, "labels": list(LABELS), **description}
    (folder / DESCRIPTION_FILE).write_text(
        json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )


def read_model(folder: Path) -> tuple[Weights, dict[str, Any]]:
    """Weights and description of a model. Raises BrokenResource for a missing, damaged or foreign file."""
    stored = read_arrays(folder / WEIGHTS_FILE, ("keys", "rows", "transitions"))
    weights = Weights(
        np.cumsum(stored["keys"], dtype=np.uint32),
        np.ascontiguousarray(stored["rows"].T.astype(np.float32)) * _STEP,
        stored["transitions"],
    )
    description = read_description(folder)
    if weights.rows.shape != (len(weights.keys) + 1, STATES):
        raise BrokenResource(path=folder, reason="weights do not fit their keys")
    return weights, description


def read_description(folder: Path) -> dict[str, Any]:
    """What a model says about itself. Raises BrokenResource when it is missing, damaged or of another format."""
    try:
        description = json.loads((folder / DESCRIPTION_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenResource(path=folder, reason=str(error) or type(error).__name__) from error
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise BrokenResource(path=folder, reason="a model of another format")
    if description.get("labels") != list(LABELS):
        raise BrokenResource(path=folder, reason="a model of other labels")
    return description
