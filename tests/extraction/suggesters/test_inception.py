from __future__ import annotations

import io

import pytest
from cassis import load_cas_from_xmi, load_typesystem

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, Token
from desktop_app.extraction.suggesters.inception import LAYER, InceptionSuggester
from desktop_app.extraction.suggesters.service import Service

ARTICLE = ArticleText("😀 경기도는 밝혔다.")
TOKENS = [Token(2, 5, "NNP"), Token(5, 6, "JX")]


def _recommender(question: dict) -> dict:
    """Predicts the first token as ORG."""
    typesystem = load_typesystem(io.BytesIO(question["typeSystem"].encode()))
    cas = load_cas_from_xmi(question["document"]["xmi"], typesystem=typesystem)
    token = next(iter(cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")))
    kind = typesystem.get_type(question["metadata"]["layer"])
    for value, predicted in (("ORG", True), ("ORG", False), ("PER", True)):
        cas.add(
            kind(
                begin=token.begin,
                end=token.end,
                value=value,
                value_score=0.7,
                inception_internal_predicted=predicted,
            )
        )
    return {"document": cas.to_xmi()}


def test_predictions_become_mentions(server) -> None:
    server.answer = _recommender
    (mention,) = InceptionSuggester(Service(server.url), {"ORG": "OG"}).suggest(ARTICLE, TOKENS)
    assert mention.span.of(ARTICLE.text) == "경기도"
    assert (mention.label, mention.confidence, mention.origin) == ("OG", 0.7, "inception")
    assert server.asked[0][1]["metadata"]["layer"] == LAYER


@pytest.mark.parametrize("answer", [{}, {"document": "no xml"}, None])
def test_other_shapes_fail(server, answer: object) -> None:
    server.answer = answer
    with pytest.raises(SuggesterFailed, match="unexpected answer"):
        InceptionSuggester(Service(server.url), {"ORG": "OG"}).suggest(ARTICLE, TOKENS)
