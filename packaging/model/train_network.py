#!/usr/bin/env python3
"""Train the tagger's recurrent network and write it as network.npz. Needs torch; running Dadeum does not.

usage: train_network.py VECTORS.npz NETWORK.npz DATA...      (DATA as for `dadeum train`)

VECTORS.npz comes from recover_vectors.py. Every article is read in four versions, three of them with other names, of
which one is drawn at each pass. The weights written are a running mean over the last passes.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.tagger.corpus import allowed_states, analysed
from desktop_app.extraction.tagger.data import read_annotated
from desktop_app.extraction.tagger.encoding import FLAGS, Encoded, Encoder
from desktop_app.extraction.tagger.labels import KLUE_LABELS, STATES, legal_transitions
from desktop_app.extraction.tagger.lexical import UnitKey
from desktop_app.extraction.tagger.network import LONGEST_WORD, UNKNOWN_CHARACTER, character_codes, halved
from desktop_app.extraction.tagger.network_inputs import ROLES, bag_columns
from desktop_app.extraction.tagger.splitting import Splitter
from desktop_app.extraction.tagger.templates import STEM_ROLES, UNIT_ROLES, Templates, flag_keys, table_rows
from desktop_app.extraction.tagger.training import lexicality
from desktop_app.extraction.tagger.variation import names_of, varied
from desktop_app.extraction.tagger.word_shape import alike

VECTOR, BAG, CHARACTER, FILTERS, HIDDEN = 48, 64, 32, 48, 128
CYCLE, PASSES, SENTENCES, RATE = 14, 12, 64, 4e-3
DROPOUT, LOST_CHARACTERS, LOST_FEATURES, LOST_LISTS, LOST_WORDS = 0.4, 0.03, 0.05, 0.15, 0.15
RAREST_FEATURE, RAREST_CHARACTER, VERSIONS, MEAN_SPEED = 4, 3, 3, 0.006
LOW = -1e4


class Corpus(NamedTuple):
    """Encoded sentences; version v of sentence i is number v * count + i."""

    features: torch.Tensor
    units: torch.Tensor
    word_rows: torch.Tensor
    characters: torch.Tensor
    allowed: torch.Tensor
    klue: torch.Tensor
    first: np.ndarray
    lengths: np.ndarray
    count: int
    keys: np.ndarray
    alphabet: str
    columns: list[str]


def read_corpus(paths: list[Path]) -> Corpus:
    lists = lexicality()
    articles = read_annotated(paths)
    names = names_of(articles, lists.gazetteer)
    versions = [articles, *(varied(articles, names, seed=v + 1) for v in range(VERSIONS))]
    morphemes, splitter = Morphemes(), Splitter(lists.gazetteer)
    sentences = [s for version in versions for s in analysed(version, morphemes, splitter)]
    encoder = Encoder(lists)
    encoded = encoder.encode([s.units for s in sentences])
    keys, columns = feature_keys(encoded, encoder)
    count = len(sentences) // len(versions)
    known, rows = numbered(keys, int(encoded.first[count]))
    distinct = encoder.units.keys
    alphabet = frequent_characters(distinct)
    word_rows = [-1 if k is None else lists.classes.row(k[2], k[1], oov=k[3]) for k in distinct]
    characters = np.zeros((len(distinct), LONGEST_WORD), np.int64)
    for row, unit in enumerate(distinct):
        found = character_codes(unit[0], alphabet) if unit else []
        characters[row, : len(found)] = found
    allowed = allowed_states(sentences, len(encoded.units), encoded.first.tolist())
    return Corpus(
        torch.from_numpy(rows),
        torch.from_numpy(encoded.units).long(),
        torch.tensor(word_rows),
        torch.from_numpy(characters),
        torch.from_numpy(allowed),
        torch.tensor([s.labels == KLUE_LABELS for s in sentences]),
        encoded.first,
        encoded.lengths,
        count,
        known,
        alphabet,
        columns,
    )


def feature_keys(encoded: Encoded, encoder: Encoder) -> tuple[np.ndarray, list[str]]:
    tables = dict(Templates().tables(encoder.units.codes, encoder.stems.codes))
    parts = [tables[role][:, bag_columns(role)][table_rows(encoded, role)] for role in ROLES]
    columns = [f"{role}:{name}" for role in ROLES for name in _names(role)]
    return np.hstack([*parts, flag_keys(encoded.flags)]), [*columns, *FLAGS]


def _names(role: int | str) -> list[str]:
    names = UNIT_ROLES[role] if isinstance(role, int) else STEM_ROLES[role]
    return [names[i] for i in bag_columns(role)]


def numbered(keys: np.ndarray, originals: int) -> tuple[np.ndarray, np.ndarray]:
    """Keys frequent in the original versions, and the row (0: none) of each feature."""
    distinct, places = np.unique(keys, return_inverse=True)
    places = places.reshape(keys.shape)
    kept = (np.bincount(places[:originals].ravel(), minlength=len(distinct)) >= RAREST_FEATURE) & (
        distinct != 0
    )
    return distinct[kept], np.where(kept, np.cumsum(kept), 0)[places]


def frequent_characters(units: list[UnitKey | None]) -> str:
    counts: dict[str, int] = {}
    for unit in units:
        for char in alike(unit[0]) if unit else "":
            counts[char] = counts.get(char, 0) + 1
    return "".join(char for char, n in counts.items() if n >= RAREST_CHARACTER)


def of_lists(column: str) -> bool:
    """Whether the column tells what the gazetteer says."""
    return column in ("list", "kind") or column.endswith(":known")


def of_words(column: str) -> bool:
    """Whether the column tells which word it is."""
    return column in ("0:word", "0:name", "own:word", "own:name")


class Net(nn.Module):
    def __init__(self, corpus: Corpus, vectors: np.ndarray) -> None:
        super().__init__()
        self.corpus, self.given = corpus, torch.from_numpy(vectors)
        self.project = nn.Linear(vectors.shape[1], VECTOR, bias=False)
        self.no_vector = nn.Parameter(torch.zeros(VECTOR))
        self.bag = nn.EmbeddingBag(len(corpus.keys) + 1, BAG, mode="sum", padding_idx=0)
        nn.init.normal_(self.bag.weight, std=0.05)
        self.klue = nn.Parameter(torch.randn(BAG) * 0.3)
        self.characters = nn.Embedding(len(corpus.alphabet) + UNKNOWN_CHARACTER + 1, CHARACTER, padding_idx=0)
        self.filters = nn.Conv1d(CHARACTER, FILTERS, 3, padding=1)
        self.drop = nn.Dropout(DROPOUT)
        self.lstm = nn.LSTM(VECTOR + FILTERS + BAG, HIDDEN, bidirectional=True, batch_first=True)
        self.output = nn.Linear(2 * HIDDEN, STATES)
        self.moves = nn.Parameter(torch.zeros(STATES + 1, STATES))
        self.register_buffer("legal", torch.from_numpy(np.maximum(legal_transitions(), LOW)))

    def forward(self, rows: torch.Tensor, lengths: torch.Tensor, klue: torch.Tensor) -> torch.Tensor:
        distinct, places = self.corpus.units[rows].unique(return_inverse=True)
        words = torch.cat([self._vectors(distinct), self._spelling(distinct)], 1)[places]
        bag = self.bag(self._features(rows).flatten(0, 1)).view(*rows.shape, -1)
        bag = bag + klue.float()[:, None, None] * self.klue
        packed = pack_padded_sequence(
            self.drop(torch.cat([words, bag], -1)), lengths, batch_first=True, enforce_sorted=False
        )
        hidden, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.output(self.drop(hidden))

    def _vectors(self, distinct: torch.Tensor) -> torch.Tensor:
        rows = self.corpus.word_rows[distinct]
        found = self.project(self.given[rows.clamp(min=0)])
        return torch.where((rows >= 0)[:, None], found, self.no_vector)

    def _spelling(self, distinct: torch.Tensor) -> torch.Tensor:
        codes = self.corpus.characters[distinct]
        lost = (torch.rand(codes.shape) < LOST_CHARACTERS) & (codes > 0)
        codes = codes.masked_fill(lost, UNKNOWN_CHARACTER)
        found = self.filters(self.characters(codes).transpose(1, 2))
        return found.masked_fill((codes == 0)[:, None, :], LOW).amax(2).clamp(min=-10)

    def _features(self, rows: torch.Tensor) -> torch.Tensor:
        """Features with some lost, lists and words together, as names not yet known are what matters."""
        features = self.corpus.features[rows]
        lost = torch.rand(features.shape) < LOST_FEATURES
        columns = self.corpus.columns
        for known, share in ((of_lists, LOST_LISTS), (of_words, LOST_WORDS)):
            gone = torch.rand(rows.shape) < share
            lost[..., [i for i, column in enumerate(columns) if known(column)]] |= gone[..., None]
        return features.masked_fill(lost, 0)

    def loss(self, scores: torch.Tensor, allowed: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
        """Minus the log-probability of the allowed paths."""
        moves = self.moves + self.legal
        both = torch.cat([scores, scores.masked_fill(~allowed, LOW)])
        inside = torch.cat([inside, inside])
        between, reached = torch.exp(moves[:STATES]), both[:, 0] + moves[STATES]
        for t in range(1, both.shape[1]):
            top = reached.amax(1, keepdim=True).detach()
            ahead = torch.log(torch.exp(reached - top) @ between + 1e-20) + top + both[:, t]
            reached = torch.where(inside[:, t, None], ahead, reached)
        free, bound = torch.logsumexp(reached, 1).chunk(2)
        return (free - bound).mean()


class Tools(NamedTuple):
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    mean: dict[str, torch.Tensor]


def batches(corpus: Corpus, chance: np.random.Generator) -> list[np.ndarray]:
    """One version of every sentence, the original half of the time, in batches of like length."""
    version = np.where(chance.random(corpus.count) < 0.5, 0, chance.integers(1, VERSIONS + 1, corpus.count))
    chosen = chance.permutation(version * corpus.count + np.arange(corpus.count))
    chosen = chosen[corpus.lengths[chosen] > 0]
    found = []
    for start in range(0, len(chosen), SENTENCES * 20):
        block = chosen[start : start + SENTENCES * 20]
        block = block[np.argsort(corpus.lengths[block], kind="stable")]
        found += [block[i : i + SENTENCES] for i in range(0, len(block), SENTENCES)]
    chance.shuffle(found)
    return found


def train(net: Net, chance: np.random.Generator) -> dict[str, torch.Tensor]:
    """A cycle from a small rate over a large one towards none; the running mean of the weights near its end.

    The last passes of the cycle are left out: from there on only what is known by heart gets better.
    """
    steps = math.ceil(net.corpus.count / SENTENCES) + 2
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=CYCLE * steps)
    tools = Tools(optimiser, schedule, {name: value.clone() for name, value in net.state_dict().items()})
    for number in range(PASSES):
        total = sum(step(net, chosen, tools) for chosen in batches(net.corpus, chance))
        print(f"pass {number + 1}: loss {total / steps:.3f}", flush=True)
    return tools.mean


def step(net: Net, chosen: np.ndarray, tools: Tools) -> float:
    corpus, lengths = net.corpus, net.corpus.lengths[chosen]
    places = np.arange(lengths.max())
    rows = torch.from_numpy(corpus.first[chosen][:, None] + np.minimum(places, lengths[:, None] - 1))
    inside = torch.from_numpy(places < lengths[:, None])
    loss = net.loss(
        net(rows, torch.from_numpy(lengths), corpus.klue[torch.from_numpy(chosen)]),
        corpus.allowed[rows],
        inside,
    )
    tools.optimiser.zero_grad()
    loss.backward()
    clip_grad_norm_(net.parameters(), 5.0)
    tools.optimiser.step()
    tools.schedule.step()
    with torch.no_grad():
        for name, value in net.state_dict().items():
            tools.mean[name].lerp_(value, MEAN_SPEED)
    return loss.item()


def write(path: Path, net: Net, weights: dict[str, torch.Tensor], vectors: np.ndarray) -> None:
    """Vectors to 5 bits, bag to 6, the rest to 16: measured to cost 0.1 points."""
    found = {name: value.numpy() for name, value in weights.items()}
    words, word_scale = quantised(vectors @ found["project.weight"].T, 15)
    bag, bag_scale = quantised(found["bag.weight"][1:], 31)
    order = np.argsort(net.corpus.keys)
    stored = {
        "vectors": words,
        "vector_scale": word_scale,
        "no_vector": found["no_vector"],
        "bag_keys": np.diff(net.corpus.keys[order].astype(np.int64), prepend=0).astype(np.uint32),
        "bag": bag[order],
        "bag_scale": bag_scale,
        "klue": found["klue"],
        "characters": np.array(net.corpus.alphabet),
        "character_vectors": found["characters.weight"].astype(np.float16),
        "filters": found["filters.weight"].astype(np.float16),
        "filter_bias": found["filters.bias"],
        "output": found["output.weight"],
        "output_bias": found["output.bias"],
        "transitions": found["moves"] + found["legal"],
    }
    for name, end in (("forward", ""), ("backward", "_reverse")):
        for kind, source in (("inputs", "weight_ih_l0"), ("recurrent", "weight_hh_l0")):
            stored[f"{name}_{kind}"] = halved(found[f"lstm.{source}{end}"]).astype(np.float16)
        stored[f"{name}_bias"] = halved(found[f"lstm.bias_ih_l0{end}"] + found[f"lstm.bias_hh_l0{end}"])
    np.savez_compressed(path, **stored)


def quantised(values: np.ndarray, largest: int) -> tuple[np.ndarray, np.ndarray]:
    scale = (np.percentile(np.abs(values), 99.95, axis=0) / largest).astype(np.float32)
    return np.clip(np.round(values / scale), -largest, largest).astype(np.int8), scale


def main() -> None:
    vectors_file, out, *data = map(Path, sys.argv[1:])
    torch.manual_seed(0)
    vectors = np.load(vectors_file)["vectors"]
    net = Net(read_corpus(data), vectors)
    write(out, net, train(net, np.random.default_rng(0)), vectors)


if __name__ == "__main__":
    main()
