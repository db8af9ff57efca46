"""Another label schema as one step: mentions, concepts and lexicon follow, decisions stay, undo brings all back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from desktop_app.domain.changes import Kind
from desktop_app.domain.edits import Decide, LinkConcept, Relabel, UseSchema
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision
from desktop_app.paths import resources_dir
from desktop_app.review.label_schema import project_schema, schema_from_file
from tests.made import desk, made_project, schema


@pytest.fixture
def at(tmp_path):
    project = made_project(tmp_path / "a.dadeum")
    yield desk(project)
    project.close()


def _labels(at):
    return Counter(
        (m.label, m.decision) for i in at.project.articles.ids() for m in at.project.mentions.of(i)
    )


def _without(code):
    return replace(schema(), labels=tuple(label for label in schema().labels if label.code != code))


def test_mentions_follow_and_keep_their_decisions(at):
    ids = [m.id for m in at.project.mentions.of(1) if m.label == "OG"]
    at.apply(Decide((ids[0],), Decision.REJECTED))
    at.apply(LinkConcept((ids[1],), name="한빛시"))
    before = _labels(at)
    change = at.apply(UseSchema(_without("OG"), (("OG", "LC"),)))
    assert Kind.SCHEMA in change.kinds
    assert at.schema.codes == project_schema(at.project).codes == _without("OG").codes
    moved = {(label if label != "OG" else "LC", d): n for (label, d), n in before.items()}
    assert _labels(at) == Counter(moved)
    assert {c.label for c in at.project.concepts.all()} == {"LC"}
    at.undo()
    assert _labels(at) == before
    assert at.schema.codes == project_schema(at.project).codes == schema().codes
    at.redo()
    assert "OG" not in at.schema.codes


def test_labels_may_change_places(at):
    before = _labels(at)
    at.apply(UseSchema(schema(), (("OG", "PS"), ("PS", "OG"))))
    swapped = {"OG": "PS", "PS": "OG"}
    assert _labels(at) == {(swapped.get(label, label), d): n for (label, d), n in before.items()}


def test_a_sublabel_stays_only_where_the_new_label_has_it(at):
    mention = next(m for m in at.project.mentions.of(1) if m.label == "OG")
    at.apply(Relabel((mention.id,), "OG", "OGG_POLITICS"))
    at.apply(UseSchema(_without("OG"), (("OG", "LC"),)))
    assert at.project.mentions.get(mention.id).sublabel == ""


def test_to_the_fine_tag_set_and_back(at):
    fine = schema_from_file(resources_dir() / "labels" / "tta.toml")
    before = {m.id: m.label for m in at.project.mentions.of(1)}
    gone = {code for code in before.values() if code not in fine.codes}
    assert gone == {"CV_POSITION"}
    at.apply(UseSchema(fine, (("CV_POSITION", "CV"),)))
    moved = [m for m in at.project.mentions.of(1) if before[m.id] == "CV_POSITION"]
    assert {(m.label, m.sublabel) for m in moved} == {("CV", "CV_POSITION")}
    at.apply(UseSchema(schema(), (("CV", "AF"),)))
    assert {m.id: m.label for m in at.project.mentions.of(1)} == before


def test_a_mapping_to_no_label_is_refused(at):
    with pytest.raises(EditRefused):
        at.apply(UseSchema(_without("OG"), (("PS", "OG"),)))
    assert at.project.label_schema() == ""
