"""Train the spacing model: `python -m desktop_app.reading.spacing.training OUT WORDS TEXT…`.

WORDS holds lines `class TAB word` (n noun, p proper noun, k common noun, v verb form and the like); the shipped
filter is made of the word list of mecab-ko-dic 2.1.1 (Apache-2.0). TEXT files hold running Korean text, one sentence
or paragraph a line; marks of the form ⟦LABEL|surface⟧ and <surface:LABEL> are read through, lines that begin with # are
skipped except for the sentence behind the first tab of a line that begins with `## `; lines of one character, tab and
tag are skipped. The shipped weights come from the project's own training text and from the news and review sentences
of KLUE-NER (CC BY-SA 4.0: Park et al., KLUE: Korean Language Understanding Evaluation, 2021).
Every boundary between two visible characters is one example, as a column break would make it.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from desktop_app.reading.spacing.model import REACH, SCALE, SLOTS, SpacingModel, features, normal
from desktop_app.reading.spacing.words import WordFilter

_MARK = re.compile(r"⟦[A-Z_]+\|([^⟧]*)⟧")
_INLINE = re.compile(r"<([^<>]*):[A-Z]{2}>")
_BLANKS = re.compile(r"\s+")
_WORD_CHARACTER = re.compile(r"[가-힣A-Za-z0-9]")


def sentences(path: Path) -> Iterator[str]:
    """The running text of a training file, line by line, without marks."""
    for line in path.read_text(encoding="utf-8").splitlines():
        tagged = line.startswith("## ")
        if not tagged and (line.startswith("#") or line[1:2] == "\t"):
            continue
        shown = _INLINE.sub(r"\1", line.partition("\t")[2]) if tagged else _MARK.sub(r"\1", line)
        text = _BLANKS.sub(" ", shown).strip()
        if text:
            yield text


def examples(text: str) -> Iterator[tuple[str, str, bool]]:
    """(left, right, blank?) at every boundary of a line between two visible characters."""
    seen = normal(text)
    for at in range(1, len(seen)):
        if seen[at] == " " or (seen[at - 1] == " " and at == 1):
            continue
        blank = seen[at - 1] == " "
        left = seen[: at - 1] if blank else seen[:at]
        yield left[-REACH:], seen[at : at + REACH], blank


def read_words(path: Path) -> WordFilter:
    """The filter of a file of lines `class TAB word`."""
    words = WordFilter()
    words.add_all(line.replace("\t", "") for line in path.read_text(encoding="utf-8").splitlines())
    return words


def train(
    texts: list[str], words: WordFilter, *, epochs: int = 4, rate: float = 0.06, decay: float = 2e-6
) -> SpacingModel:
    """Logistic regression by AdaGrad over minibatches of 64 boundaries; the same result every time."""
    rows, targets = [], []
    for text in texts:
        for left, right, blank in examples(text):
            rows.append(array("i", features(left, right, words)))
            targets.append(blank)
    matrix = np.array(rows, dtype=np.int32)
    wanted = np.array(targets, dtype=np.float32)
    weights, bias = _descend(matrix, wanted, epochs, rate, decay)
    packed = np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)
    return SpacingModel(array("b", packed.tobytes()), bias, words)


def _descend(
    matrix: np.ndarray, wanted: np.ndarray, epochs: int, rate: float, decay: float
) -> tuple[np.ndarray, float]:
    weights = np.zeros(SLOTS, dtype=np.float32)
    squares = np.full(SLOTS, 1e-6, dtype=np.float32)
    bias = 0.0
    order = np.random.default_rng(7)
    for _ in range(epochs):
        shuffled = order.permutation(len(matrix))
        for begin in range(0, len(matrix), 64):
            batch = shuffled[begin : begin + 64]
            slots = matrix[batch]
            error = 1 / (1 + np.exp(-(weights[slots].sum(axis=1) + bias))) - wanted[batch]
            flat, gradient = np.unique(slots.ravel(), return_inverse=True)
            step = np.bincount(gradient, weights=np.repeat(error, slots.shape[1])).astype(np.float32)
            step += decay * weights[flat]
            squares[flat] += step * step
            weights[flat] -= rate * step / np.sqrt(squares[flat])
            bias -= 0.002 * float(error.sum())
    return weights, bias


def accuracy(model: SpacingModel, texts: list[str]) -> float:
    """Share of boundaries between word characters that the model judges right."""
    right = total = 0
    for text in texts:
        for left, after, blank in examples(text):
            if not _WORD_CHARACTER.match(left[-1:]) or not _WORD_CHARACTER.match(after):
                continue
            right += (model.score(left, after) > 0) == blank
            total += 1
    return right / max(1, total)


def main(arguments: list[str]) -> int:
    """Hold out every tenth line, report the accuracy on it, then train on everything and write OUT."""
    if len(arguments) < 3:
        print(__doc__)
        return 2
    words = read_words(Path(arguments[1]))
    texts = [text for name in arguments[2:] for text in sentences(Path(name))]
    held_out = texts[::10]
    model = train([text for at, text in enumerate(texts) if at % 10], words)
    print(f"held out: {accuracy(model, held_out):.4f} of boundaries right ({len(held_out)} lines)")
    Path(arguments[0]).write_bytes(train(texts, words).to_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
