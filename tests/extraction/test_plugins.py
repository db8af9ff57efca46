from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction import plugins
from desktop_app.extraction.plugins import (
    DictionarySuggester,
    RegexSuggester,
    Suggester,
    installed_suggesters,
)


def test_the_dictionary_finds_its_surfaces_under_particles() -> None:
    suggester = DictionarySuggester({"판교": "LC", "판교 테크노밸리": "LC"})
    article = ArticleText("판교 테크노밸리에서 판교로, 판교역")
    mentions = suggester.suggest(article, [])
    assert [m.span.of(article.text) for m in mentions] == ["판교 테크노밸리", "판교"]
    assert {m.origin for m in mentions} == {"dictionary"}
    assert isinstance(suggester, Suggester)
    assert DictionarySuggester({}).suggest(article, []) == []


def test_regular_expressions_of_a_project() -> None:
    suggester = RegexSuggester([(r"고시 제(?P<mention>\d+-\d+)호", "CV_POLICY"), (r"x*", "QT")])
    article = ArticleText("고시 제2024-15호")
    assert [(m.span.of(article.text), m.label) for m in suggester.suggest(article, [])] == [
        ("2024-15", "CV_POLICY")
    ]
    with pytest.raises(SuggesterFailed, match="unterminated"):
        RegexSuggester([("(", "QT")])


def test_installed_suggesters_come_from_the_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("mine", "tests.extraction.test_plugins:made", plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: EntryPoints([entry]).select(group=group))
    assert [s.name for s in installed_suggesters()] == ["made"]
    broken = EntryPoint("broken", "no.such.module:thing", plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: EntryPoints([broken]).select(group=group))
    with pytest.raises(SuggesterFailed, match="broken"):
        list(installed_suggesters())


def made() -> DictionarySuggester:
    return DictionarySuggester({"판교": "LC"}, name="made")
