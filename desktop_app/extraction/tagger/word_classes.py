"""Classes of words from Kiwi's vectors (clusters) and from its list of multi-word names (what they usually name)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.extraction.tagger.codes import code
from desktop_app.extraction.tagger.stored_arrays import read_arrays

CLUSTERINGS = (64, 256, 1024)
_LISTED_FORM = {
    "는": "은",
    "를": "을",
    "가": "이",
    "와": "과",
    "로": "으로",
    "나": "이나",
    "라고": "이라고",
    "랑": "이랑",
}


def key(text: str) -> int:
    """32-bit key of a word in the tables."""
    return code(text) >> 32


def vocabulary_words(form: str, tag: str, *, oov: bool) -> tuple[str, str]:
    """How Kiwi's vocabulary may name a morpheme: by form and tag, and by the tag alone as it does for what it lacks.

    Of a merged unit the first morpheme counts; a particle is listed in one of its two forms only.
    """
    plain = tag.partition("+")[0].partition("-")[0]
    first = form.partition("+")[0] if "+" in tag else form
    return (
        "" if oov else f"{_LISTED_FORM.get(first, first) if plain[0] == 'J' else first}/{plain}",
        f"/{plain}",
    )


class WordClasses(NamedTuple):
    """Two sorted tables: vocabulary keys with their cluster of each clustering, name keys with their class.

    A class of a name part is a letter (P person, W work, O organisation, L place, E event), how often it occurs
    in names (1-3) and whether it stands first, last or both.
    """

    words: NDArray[np.uint32]
    clusters: NDArray[np.uint16]
    names: NDArray[np.uint32]
    name_class: NDArray[np.uint8]
    class_names: tuple[str, ...]

    def row(self, form: str, tag: str, *, oov: bool) -> int:
        """Row of a morpheme's vector, -1 when it has none."""
        rows = (_found(self.words, key(word)) for word in vocabulary_words(form, tag, oov=oov) if word)
        return next((row for row in rows if row >= 0), -1)

    def clusters_of(self, form: str, tag: str, *, oov: bool) -> tuple[str, ...]:
        """Names of the clusters of a morpheme, from coarse to fine; empty strings when it has no vector."""
        row = self.row(form, tag, oov=oov)
        if row < 0:
            return ("",) * len(CLUSTERINGS)
        return tuple(f"{size}:{number}" for size, number in zip(CLUSTERINGS, self.clusters[row], strict=True))

    def name_class_of(self, surface: str) -> str:
        """Class of a name or of a part of one; "" when it is in no name."""
        row = _found(self.names, key(surface))
        return self.class_names[self.name_class[row]] if row >= 0 else ""


def load_word_classes(path: Path) -> WordClasses:
    """The tables of a file. Raises BrokenResource when it is missing or damaged."""
    stored = read_arrays(path, ("words", "clusters", "names", "name_class", "class_names"))
    return WordClasses(
        np.cumsum(stored["words"], dtype=np.uint32),
        stored["clusters"],
        np.cumsum(stored["names"], dtype=np.uint32),
        stored["name_class"],
        tuple(str(name) for name in stored["class_names"]),
    )


def _found(table: NDArray[np.uint32], wanted: int) -> int:
    row = int(np.searchsorted(table, np.uint32(wanted)))
    return row if row < len(table) and int(table[row]) == wanted else -1
