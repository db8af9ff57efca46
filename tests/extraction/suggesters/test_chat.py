from __future__ import annotations

import json

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText
from desktop_app.extraction.suggesters.chat import ChatSuggester
from desktop_app.extraction.suggesters.service import Service

ARTICLE = ArticleText("경기도는 밝혔다. 경기도에서 강성천 원장이 말했다.")
LABELS = {"OG": "기관", "PS": "인물"}


def _said(content: str) -> dict:
    return {"choices": [{"message": {"role": "assistant", "content": content}}]}


def test_only_what_stands_in_the_text_is_proposed(server) -> None:
    names = [
        {"text": "경기도", "label": "OG"},
        {"text": "강성천", "label": "PS"},
        {"text": "서울시", "label": "OG"},
        {"text": "원장", "label": "POST"},
        "nonsense",
    ]
    server.answer = _said(f"Here you are:\n```json\n{json.dumps(names, ensure_ascii=False)}\n```")
    mentions = ChatSuggester(Service(server.url), "tiny", LABELS).suggest(ARTICLE, [])
    assert [(m.label, m.span.of(ARTICLE.text)) for m in mentions] == [
        ("OG", "경기도"),
        ("OG", "경기도"),
        ("PS", "강성천"),
    ]
    path, question = server.asked[0]
    assert path == "/v1/chat/completions"
    assert question["model"] == "tiny"
    assert question["messages"][1]["content"] == ARTICLE.text


def test_a_long_article_is_asked_in_pieces(server) -> None:
    server.answer = _said("[]")
    text = "경기도는 밝혔다.\n" * 700
    assert ChatSuggester(Service(server.url), "tiny", LABELS).suggest(ArticleText(text), []) == []
    assert len(server.asked) > 1
    assert "".join(question["messages"][1]["content"] for _, question in server.asked) == text


@pytest.mark.parametrize("answer", [{}, _said("I cannot."), _said("[broken"), _said("[1, }]"), []])
def test_other_shapes_fail(server, answer: object) -> None:
    server.answer = answer
    with pytest.raises(SuggesterFailed):
        ChatSuggester(Service(server.url), "tiny", LABELS).suggest(ARTICLE, [])
