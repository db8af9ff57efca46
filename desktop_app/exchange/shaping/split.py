"""Train, dev and test: seeded, stratified by outlet and month, near-duplicates on one side."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import orjson

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.options import SplitOptions
from desktop_app.exchange.reviewed_record import from_record, to_record

PARTS = ("train", "dev", "test")
_SHINGLE = 8  # characters, blanks left out: about two words of Korean
_SKETCH = 64  # smallest hashes kept; the error of the estimated likeness is about 1/8
_KEYS = 8  # of those, looked up for candidates
_ALIKE = 0.5  # share of common shingles from which two articles count as near-duplicates


@dataclass(frozen=True, slots=True)
class SplitRow:
    """What a split needs to know of an article: its own key, its stratum, and the sketch of its text."""

    key: bytes
    stratum: tuple[str, str]
    sketch: array[int]


def row_of(article: DataArticle) -> SplitRow:
    """The row of an article; equal for equal text, outlet, month and source."""
    meta = article.metadata
    own = f"{article.source_sha256}/{article.ordinal}/{meta.title}/{article.text}"
    key = hashlib.blake2b(own.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return SplitRow(key, (meta.outlet, meta.published[:7]), sketch(article.text))


def sketch(text: str) -> array[int]:
    """The smallest hashes of the text's shingles, sorted (bottom-k sketch; Broder 1997)."""
    bare = "".join(text.split()).encode("utf-32-le", "surrogatepass")
    width = 4 * _SHINGLE
    shingles = {bare[i : i + width] for i in range(0, max(1, len(bare) - width + 1), 4)} - {b""}
    return array("L", sorted(map(zlib.crc32, shingles))[:_SKETCH])


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """The estimated share (0..1) of shingles that two sketched texts have in common."""
    smallest = sorted(set(a) | set(b))[:_SKETCH]
    return len(set(a) & set(b) & set(smallest)) / len(smallest) if smallest else 0.0


def near_duplicates(rows: Sequence[SplitRow]) -> list[list[int]]:
    """Groups of rows that are alike, directly or through others; a row alone is its own group."""
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    seen: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for key in row.sketch[:_KEYS]:
            for other in seen[key][-_SKETCH:]:
                if root(other) != root(i) and likeness(row.sketch, rows[other].sketch) >= _ALIKE:
                    parent[root(i)] = root(other)
            seen[key].append(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(rows)):
        groups[root(i)].append(i)
    return list(groups.values())


@dataclass
class _Balance:
    """How many articles each part has against how many it should have."""

    shares: Sequence[float]
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])

    def lacking(self, size: int) -> list[float]:
        total = sum(self.counts) + size
        return [share * total - count for share, count in zip(self.shares, self.counts, strict=True)]


def planned(rows: Sequence[SplitRow], options: SplitOptions) -> list[str]:
    """The part of each row. Follows from the seed and the rows' own content, not from their order."""
    total = options.train + options.dev + options.test
    shares = [options.train / total, options.dev / total, options.test / total]
    overall, strata = _Balance(shares), defaultdict[tuple[str, str], _Balance](lambda: _Balance(shares))
    parts = [""] * len(rows)
    for group in sorted(near_duplicates(rows), key=lambda g: _draw(g, rows, options.seed)):
        within = strata[min(rows[i].stratum for i in group)]
        lacking = zip(overall.lacking(len(group)), within.lacking(len(group)), strict=True)
        wanted = [a + b if share else float("-inf") for (a, b), share in zip(lacking, shares, strict=True)]
        part = wanted.index(max(wanted))
        overall.counts[part] += len(group)
        within.counts[part] += len(group)
        for i in group:
            parts[i] = PARTS[part]
    return parts


def _draw(group: Sequence[int], rows: Sequence[SplitRow], seed: int) -> bytes:
    own = min(rows[i].key for i in group)
    return hashlib.blake2b(own, key=str(seed).encode()[:64], digest_size=16).digest()


def assigned(articles: Iterable[DataArticle], options: SplitOptions) -> Iterator[tuple[DataArticle, str]]:
    """The articles in their order, each with its part; memory stays flat since they wait in a temporary file."""
    rows: list[SplitRow] = []
    with tempfile.TemporaryFile() as spool:
        for article in articles:
            rows.append(row_of(article))
            spool.write(orjson.dumps(to_record(article, with_source=True, with_tokens=True)) + b"\n")
        spool.seek(0)
        for line, part in zip(spool, planned(rows, options), strict=True):
            yield from_record(orjson.loads(line)), part
