"""Suggestions, beside Kiwi's bare analysis of the same text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.building import build_extractor
from desktop_app.extraction.morphemes import Morphemes, sentences
from desktop_app.paths import resources_dir
from desktop_app.reading import read_text
from tests.bench.figures import Figure, beside, median_s
from tests.bench.made_articles import article

TOGETHER = 40
ALONE = 20


def measure(folder: Path) -> dict[str, Figure]:
    del folder
    extractor = build_extractor(resources_dir())
    kiwi = Morphemes()
    asked = [_asked(number) for number in range(TOGETHER)]
    split = [[span.of(one.text) for span in sentences(one.text)] for one in asked]
    everything = [text for texts in split for text in texts]

    together = median_s(lambda: extractor.suggest(asked), 3)
    bare = median_s(lambda: list(kiwi.units(everything)), 3)
    alone = _median_ms([lambda one=one: extractor.suggest([one]) for one in asked[:ALONE]])
    alone_bare = _median_ms([lambda texts=texts: list(kiwi.units(texts)) for texts in split[:ALONE]])
    return {
        "extract_vs_kiwi": beside(
            TOGETHER / together, "articles/s", "Kiwi's analysis alone", TOGETHER / bare
        ),
        "suggest_article_ms": beside(alone, "ms", "Kiwi's analysis of the same article", alone_bare),
    }


def _asked(number: int) -> ArticleText:
    text = article(number)
    draft = read_text(text, "made.txt")
    return ArticleText(text, published=draft.metadata[0].published, key=str(number))


def _median_ms(works: list[Callable[[], object]]) -> float:
    seconds = []
    for work in works:
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds) * 1000
