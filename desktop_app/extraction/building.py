"""Builds an extractor from what ships in `resources/`; what is missing or damaged becomes a warning."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.errors import UserError
from desktop_app.extraction.gazetteer import Gazetteer, load_gazetteer
from desktop_app.extraction.morphemes import Morphemes
from desktop_app.extraction.parts import SpanTagger, TopicFinder
from desktop_app.extraction.pipeline import Extractor
from desktop_app.extraction.plugins import Suggester, installed_suggesters

T = TypeVar("T")


def build_extractor(resources: Path, workers: int = 2, model: Path | None = None) -> Extractor:
    """The extractor of a resources folder; `workers` Kiwi threads; `model` replaces the model that ships.

    Never raises for a missing or damaged part: the extractor does without it and says so in `warnings`.
    """
    warnings: list[str] = []
    morphemes = _tried("Morphemes", lambda: _morphemes(workers), warnings)
    gazetteer = _tried("Gazetteer", lambda: load_gazetteer(resources / "gazetteer"), warnings)
    tagger = (
        _tried("Model", lambda: _tagger(model or resources / "model", gazetteer), warnings)
        if morphemes
        else None
    )
    topics = _tried("Topics", lambda: _topics(resources), warnings)
    suggesters: list[Suggester] = _tried("Suggesters", lambda: list(installed_suggesters()), warnings) or []
    return Extractor(morphemes, tagger, gazetteer, topics, suggesters, warnings)


def _tried(part: str, make: Callable[[], T], warnings: list[str]) -> T | None:
    try:
        return make()
    except UserError as error:
        warnings.append(f"{part}: {error}")
    except Exception as error:  # noqa: BLE001 - a damaged file fails in any way; the others go on
        warnings.append(f"{part}: {type(error).__name__}: {error}")
    return None


def _morphemes(workers: int) -> Morphemes:
    morphemes = Morphemes(workers)
    morphemes.load()
    list(morphemes.units(["준비"]))  # the first question makes Kiwi build its tables
    return morphemes


def _tagger(folder: Path, gazetteer: Gazetteer | None) -> SpanTagger:
    from desktop_app.extraction.tagger import Tagger

    return Tagger.load(folder, gazetteer)


def _topics(resources: Path) -> TopicFinder:
    from desktop_app.extraction.topics import load_topics

    return load_topics(resources)
