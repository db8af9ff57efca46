"""Every code of the core has a name, every error a sentence."""

from __future__ import annotations

import re
import string

import pytest
from PySide6.QtCore import QCoreApplication

import desktop_app.exchange.failures
import desktop_app.gui.keymap  # noqa: F401 - their errors are looked at too
from desktop_app.domain.article import ArticleState, Metadata, Role
from desktop_app.domain.changes import Step
from desktop_app.domain.errors import EditRefused, UserError
from desktop_app.domain.mention import Decision
from desktop_app.gui.words import names, steps
from desktop_app.gui.words.errors import sentence
from desktop_app.gui.words.language import Language
from desktop_app.paths import resources_dir
from desktop_app.review.desk import HANDLERS
from desktop_app.store.queue import Order


@pytest.fixture
def korean(qapp):
    language = Language(resources_dir() / "translations")
    language.use("ko")
    yield language
    language.use("en")


def _subclasses(kind):
    return {kind, *(s for k in kind.__subclasses__() for s in _subclasses(k))}


def test_every_code_has_a_korean_name(korean):
    named = [
        *(names.state(s) for s in ArticleState),
        *(names.decision(d) for d in Decision),
        *(names.role(r) for r in Role),
        *(names.order(o) for o in Order),
        *(names.metadata_field(f) for f in Metadata.__dataclass_fields__),
    ]
    assert all(any("가" <= c <= "힣" for c in name) for name in named), named


def test_an_unknown_code_stands_for_itself():
    assert names.origin("someones-plugin") == "someones-plugin"
    assert steps.kind("Whatever") == "Whatever"


@pytest.mark.parametrize("kind", sorted(_subclasses(UserError) - {UserError, EditRefused}, key=str))
def test_every_error_has_a_korean_sentence(korean, kind):
    params = {name: "견본" for _, name, _, _ in string.Formatter().parse(kind.text) if name}
    said = sentence(kind(**params))
    assert any("가" <= c <= "힣" for c in said.replace("견본", "")), (kind.code, said)
    assert "{" not in said
    assert not re.search(r"\[[가-힣]*/", said)


@pytest.mark.parametrize("why", EditRefused.REASONS)
def test_every_refusal_has_a_korean_sentence(korean, why):
    said = sentence(EditRefused(why))
    assert said != EditRefused.REASONS[why]
    assert said.endswith("요.")


def test_an_error_without_its_parameters_still_says_something(qapp):
    class Odd(UserError):
        code = "store.in_use"
        text = "odd"

    assert sentence(Odd()) == "odd"


def test_every_edit_has_a_name_in_the_history(korean):
    for kind in HANDLERS:
        assert kind.__name__ in steps.KINDS
        assert steps.kind(kind.__name__) != kind.__name__


def _step(kind: str) -> Step:
    return Step(1, kind, "2026-11-24T00:00:00Z", "", 1, "")


def test_a_decision_is_called_by_what_was_decided(korean):
    row = ("mention", 7, {"decision": "undecided"}, {"decision": "rejected", "surface": "한빛시"})
    assert steps.heading(_step("Decide"), [row]) == "거부"
    assert steps.what([row]) == "한빛시"


def test_many_mentions_are_counted(korean):
    rows = [("mention", i, None, {"surface": f"이름{i}", "decision": "accepted"}) for i in range(5)]
    assert steps.what(rows) == "이름0 외 4개"


def test_a_change_of_label_is_told():
    row = ("mention", 7, {"label": "PS"}, {"label": "OG"})
    assert steps.label_change([row]) == ("PS", "OG")
    assert steps.label_change([("mention", 7, None, {"label": "OG"})]) is None


def test_a_change_of_metadata_shows_the_new_value():
    row = ("article", 1, {"title": "가", "state": "new"}, {"title": "나", "state": "started"})
    assert steps.what([row]) == "나"


def test_words_come_from_the_translator(korean):
    assert QCoreApplication.translate("State", "Reviewed") == "검토 완료"


def test_a_model_is_called_by_its_name_not_by_a_fingerprint(korean):
    assert names.model("873a657b578c") == "기본"
    assert names.model("v3") == "v3"
    assert names.model("") == ""
