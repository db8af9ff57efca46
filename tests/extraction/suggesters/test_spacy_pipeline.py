from __future__ import annotations

import sys

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.suggesters.spacy_pipeline import SpacySuggester


def test_a_pipeline_made_here(tmp_path) -> None:
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("xx")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "경기도청"}, {"label": "GPE", "pattern": "서울"}])
    pipeline.to_disk(tmp_path / "pipeline")
    article = ArticleText("😀 경기도청 과 서울 사이")
    suggester = SpacySuggester(tmp_path / "pipeline", {"ORG": "OG"})
    assert [(m.span.of(article.text), m.label) for m in suggester.suggest(article, [])] == [
        ("경기도청", "OG")
    ]
    with pytest.raises(SuggesterFailed):
        SpacySuggester(tmp_path / "nothing", {"ORG": "OG"})


def test_without_spacy_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SuggesterFailed, match="not installed"):
        SpacySuggester("any", {})
