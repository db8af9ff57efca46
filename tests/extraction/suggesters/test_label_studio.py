from __future__ import annotations

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.suggesters.label_studio import LabelStudioSuggester
from desktop_app.extraction.suggesters.service import Service

ARTICLE = ArticleText("😀 경기도는 밝혔다.")


def _region(start: int, end: int, label: str) -> dict:
    return {
        "type": "labels",
        "value": {"start": start, "end": end, "labels": [label], "text": ""},
        "score": 0.8,
    }


def test_regions_in_utf16_become_mentions(server) -> None:
    server.answer = {"results": [{"score": 0.4, "result": [_region(3, 6, "ORG"), _region(0, 2, "OTHER")]}]}
    suggester = LabelStudioSuggester(Service(server.url), {"ORG": "OG"})
    (mention,) = suggester.suggest(ARTICLE, [])
    assert mention.span.of(ARTICLE.text) == "경기도"
    assert (mention.label, mention.confidence, mention.origin) == ("OG", 0.8, "label-studio")
    path, question = server.asked[0]
    assert path == "/predict"
    assert question["tasks"][0]["data"]["text"] == ARTICLE.text
    assert 'value="ORG"' in question["label_config"]


@pytest.mark.parametrize(
    "answer", [{}, {"results": [{}]}, {"results": [{"result": [{"value": {"start": "x"}}]}]}, 3]
)
def test_other_shapes_fail(server, answer: object) -> None:
    server.answer = answer
    with pytest.raises(SuggesterFailed, match="unexpected answer"):
        LabelStudioSuggester(Service(server.url), {"ORG": "OG"}).suggest(ARTICLE, [])


def test_no_prediction_is_no_mention(server) -> None:
    server.answer = {"results": []}
    assert LabelStudioSuggester(Service(server.url), {"ORG": "OG"}).suggest(ARTICLE, []) == []
