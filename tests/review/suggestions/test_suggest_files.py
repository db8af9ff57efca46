from collections.abc import Sequence

import pytest

from desktop_app.domain.article import Role
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, Lexicon, SuggestedMention, SuggestedTag, Suggestions
from desktop_app.review.suggestions.suggest_files import records, sentence_draft
from tests import made


class Digits:
    """Suggests every "30대" as QT, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[ArticleText] = []

    def suggest(self, articles: Sequence[ArticleText], lexicon: Lexicon | None = None) -> list[Suggestions]:
        self.asked += articles
        return [
            Suggestions(
                a.key,
                tuple(
                    SuggestedMention(i, i + 3, "QT", 0.5, "pattern")
                    for i in range(len(a.text))
                    if a.text.startswith("30대", i)
                ),
                (SuggestedTag("energy", 0.75),),
            )
            for a in articles
        ]


def test_offsets_are_those_of_the_file_and_boilerplate_is_told() -> None:
    first, second = records(Digits(), [made.draft()])
    assert [first["article"], second["article"]] == [0, 1]
    assert [made.RAW[m["start"] : m["end"]] for m in first["mentions"]] == ["30대", "30대"]
    assert first["tags"] == [{"tag": "energy", "confidence": 0.75}]
    roles = [b["role"] for b in first["blocks"]]
    assert roles == ["boilerplate", "title", "body", "body"]
    assert [b["role"] for b in second["blocks"]] == ["title", "body"]
    assert all(Span(b["start"], b["end"]).of(made.RAW).strip() for b in first["blocks"])


@pytest.mark.parametrize(
    ("text", "alone"), [("한 문장이다. 또 있다.\n", True), ("첫 줄\n둘째 줄", False), ("긴 글 " * 200, False)]
)
def test_a_lone_sentence_is_said_to_be_one(text: str, alone: bool) -> None:
    suggester = Digits()
    (record,) = records(suggester, [sentence_draft(text, "a")])
    assert suggester.asked[0].sentence is alone
    assert {b["role"] for b in record["blocks"]} <= {str(Role.BODY)}


def test_an_article_is_no_sentence() -> None:
    suggester = Digits()
    list(records(suggester, [made.draft()]))
    assert not any(a.sentence for a in suggester.asked)


def test_nothing_in_nothing_out() -> None:
    assert list(records(Digits(), [])) == []
    (record,) = records(Digits(), [sentence_draft("", "a")])
    assert (record["blocks"], record["mentions"]) == ([], [])
