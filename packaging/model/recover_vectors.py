#!/usr/bin/env python3
"""Make resources/model/words.npz from the installed kiwipiepy, and the word vectors that train_network.py reads.

usage: recover_vectors.py WORDS.npz VECTORS.npz

Kiwi does not hand out its word vectors, but it tells the cosine of one morpheme to all others. The cosines among 700
morphemes give a matrix of rank 256, whose eigenvectors bring back every vector (up to a rotation). Takes 3 minutes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import kiwipiepy_model
import numpy as np
from kiwipiepy import Kiwi

from desktop_app.extraction.tagger.word_classes import CLUSTERINGS, key

PROBES, DIMENSIONS, ROUNDS = 700, 256, 15
EVERYTHING = 10**6
# What the Wikidata class in Kiwi's list of multi-word names says about a name.
CLASSES = {
    "P": "Q5 Q15632617 Q22808320 Q3658341 Q15773317 Q1114461 Q80447738 Q1569167 Q95074 Q87576284",
    "W": "Q11424 Q7889 Q5398426 Q7725634 Q15416 Q134556 Q21198342 Q105543609 Q47461344 Q63952888 Q482994 Q3305213 "
    "Q1366112 Q169930 Q7397 Q5633421",
    "O": "Q476028 Q4830453 Q215380 Q3918 Q43229 Q9842 Q7278 Q891723 Q9826 Q149566 Q6881511 Q1081138 Q7075",
    "L": "Q34442 Q928830 Q94993988 Q55488 Q3024240 Q728937 Q486972 Q8502 Q515 Q532 Q3957 Q133056 Q1549591 Q23442 "
    "Q22808403 Q4022 Q1093829 Q4312270 Q210272 Q1115575",
    "E": "Q178561",
}


def recovered(kiwi: Kiwi, chance: np.random.Generator) -> tuple[list[str], np.ndarray]:
    """Names (form/tag) and unit vectors [words, 256] of Kiwi's vocabulary."""
    first = kiwi.tokenize("경기도")[0].id
    names: dict[int, str] = {}
    for start in (first, kiwi.tokenize("사람")[0].id):
        names |= {m.id: f"{m.form}/{m.tag}" for m in kiwi.most_similar_morphemes(start, top_n=EVERYTHING)}
    place = {morpheme: i for i, morpheme in enumerate(sorted(names))}
    probes = chance.choice(sorted(names), PROBES, replace=False).tolist()
    cosines = np.zeros((PROBES, len(place)), np.float32)
    for row, probe in enumerate(probes):
        for morpheme in kiwi.most_similar_morphemes(probe, top_n=EVERYTHING):
            if morpheme.id in place:
                cosines[row, place[morpheme.id]] = morpheme.score
        cosines[row, place[probe]] = 1
    gram = cosines[:, [place[p] for p in probes]].astype(np.float64)
    values, axes = np.linalg.eigh((gram + gram.T) / 2)
    vectors = cosines.T @ axes[:, -DIMENSIONS:] / np.sqrt(values[-DIMENSIONS:])
    return [names[m] for m in sorted(names)], vectors.astype(np.float32)


def centred(vectors: np.ndarray) -> np.ndarray:
    moved = vectors - vectors.mean(0)
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


def clusters(vectors: np.ndarray, size: int, chance: np.random.Generator) -> np.ndarray:
    """Cluster of each vector after some rounds of spherical k-means."""
    centres = vectors[chance.choice(len(vectors), size, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 16)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        empty = np.bincount(nearest, minlength=size) == 0
        sums[empty] = vectors[chance.choice(len(vectors), int(empty.sum()))]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return nearest


def multi_word_names() -> Iterator[tuple[list[str], str]]:
    """Words of each name in Kiwi's list and the letter of its class, X where unknown."""
    letter = {q: c for c, listed in CLASSES.items() for q in listed.split()}
    source = Path(kiwipiepy_model.__file__).parent / "multi.dict"
    for line in source.read_text(encoding="utf-8").splitlines():
        if "\t" in line and not line.startswith("#"):
            name = line.split("\t")[0].replace("++", "+")
            found = re.findall(r"# (Q\d+)", line)
            yield name.split(), next((letter[q] for q in found if q in letter), "X")


def name_classes() -> dict[str, str]:
    """Class of each name part (letter, count bin, place) and of each full name written without blanks (letter, *)."""
    kinds, places, full = defaultdict(Counter), defaultdict(Counter), {}
    for words, letter in multi_word_names():
        full["".join(words)] = letter
        for i, word in enumerate(words):
            kinds[word][letter] += 1
            places[word]["f" if i == 0 else "l" if i == len(words) - 1 else "m"] += 1
    classes = {}
    for word, counts in kinds.items():
        total, (letter, top) = counts.total(), counts.most_common(1)[0]
        if letter != "X":
            often = 1 if total == 1 else 2 if total < 6 else 3
            where = next((w for w in "fl" if places[word][w] > 0.8 * total), "b")
            classes[word] = f"{letter if top >= 0.8 * total else letter.lower()}{often}{where}"
    for name, letter in full.items():
        if letter != "X" and len(name) > 2:
            classes.setdefault(name, f"{letter}*")
    return classes


def differences(keys: np.ndarray) -> np.ndarray:
    return np.diff(keys.astype(np.int64), prepend=0).astype(np.uint32)


def main() -> None:
    words_file, vectors_file = map(Path, sys.argv[1:])
    chance = np.random.default_rng(0)
    names, vectors = recovered(Kiwi(num_workers=1), chance)
    keys, first = np.unique(np.array([key(name) for name in names], np.uint32), return_index=True)
    vectors = centred(vectors)[first]
    grouped = np.stack([clusters(vectors, size, chance) for size in CLUSTERINGS], axis=1)
    classes = name_classes()
    class_names = sorted(set(classes.values()))
    name_keys, place = np.unique(np.array([key(n) for n in classes], np.uint32), return_index=True)
    numbers = np.array([class_names.index(c) for c in classes.values()], np.uint8)
    np.savez_compressed(
        words_file,
        words=differences(keys),
        clusters=grouped.astype(np.uint16),
        names=differences(name_keys),
        name_class=numbers[place],
        class_names=np.array(class_names),
    )
    np.savez(vectors_file, vectors=vectors)


if __name__ == "__main__":
    main()
