"""An INCEpTION external recommender as a suggester: POST /predict with a CAS, a CAS with predictions back.

Protocol: INCEpTION's external recommender API (metadata, document, typeSystem; predictions are annotations of the
layer whose `inception_internal_predicted` is true, with `<feature>_score`). Cassis converts UTF-16 offsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, SuggestedMention, Token
from desktop_app.extraction.suggesters.service import Service

LAYER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
FEATURE = "value"
_TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"  # noqa: S105 - a type of annotation
_PREDICTED = "inception_internal_predicted"
_USUAL_SCORE = 0.5


class InceptionSuggester:
    """Asks a recommender for `layer`.`feature`; `labels` maps its values to the project's labels."""

    def __init__(
        self,
        service: Service,
        labels: Mapping[str, str],
        name: str = "inception",
        layer: str = LAYER,
        feature: str = FEATURE,
    ) -> None:
        self.name = name
        self._service = service
        self._labels = dict(labels)
        self._layer = layer
        self._feature = feature

    def suggest(self, article: ArticleText, tokens: Sequence[Token]) -> list[SuggestedMention]:
        """Predicted mentions; raises SuggesterFailed when the answer is no CAS of that kind."""
        from cassis import load_cas_from_xmi

        typesystem = self._typesystem()
        answer = self._service.post("/predict", self._question(typesystem, article, tokens))
        try:
            cas = load_cas_from_xmi(answer["document"], typesystem=typesystem, lenient=True)
            return list(self._mentions(cas, article.text))
        except Exception as error:
            raise SuggesterFailed(reason=f"{self.name}: unexpected answer ({error!r})") from error

    def _typesystem(self) -> Any:  # noqa: ANN401 - cassis has no types
        from cassis import TypeSystem

        typesystem = TypeSystem()
        typesystem.create_type(_TOKEN)
        layer = typesystem.create_type(self._layer)
        for name, kind in (
            (self._feature, "uima.cas.String"),
            (f"{self._feature}_score", "uima.cas.Double"),
            (f"{self._feature}_score_explanation", "uima.cas.String"),
            (_PREDICTED, "uima.cas.Boolean"),
        ):
            typesystem.create_feature(layer, name, kind)
        return typesystem

    def _question(self, typesystem: Any, article: ArticleText, tokens: Sequence[Token]) -> dict[str, Any]:  # noqa: ANN401
        from cassis import Cas

        cas = Cas(typesystem)
        cas.sofa_string = article.text
        cas.sofa_mime = "text/plain"
        token_type = typesystem.get_type(_TOKEN)
        cas.add_all([token_type(begin=token.start, end=token.end) for token in tokens])
        return {
            "metadata": {
                "layer": self._layer,
                "feature": self._feature,
                "projectId": 0,
                "anchoringMode": "tokens",
                "crossSentence": False,
            },
            "document": {"xmi": cas.to_xmi(), "documentId": 0, "userId": "dadeum"},
            "typeSystem": typesystem.to_xml(),
        }

    def _mentions(self, cas: Any, text: str) -> Iterator[SuggestedMention]:  # noqa: ANN401
        for found in cas.select(self._layer):
            label = self._labels.get(str(getattr(found, self._feature, "")))
            if (
                not label
                or not getattr(found, _PREDICTED, False)
                or not 0 <= found.begin < found.end <= len(text)
            ):
                continue
            score = getattr(found, f"{self._feature}_score", None)
            sure = _USUAL_SCORE if score is None else min(1.0, max(0.0, float(score)))
            yield SuggestedMention(found.begin, found.end, label, sure, self.name)
