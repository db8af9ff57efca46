"""A schema being edited: problems, renaming, what is gone, and TOML that reads back the same."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.labels import schema_from_dict
from desktop_app.gui.schema.draft import SchemaDraft, as_toml, read_schema
from desktop_app.paths import resources_dir
from tests.made import schema


def test_untouched_it_is_the_same_schema():
    draft = SchemaDraft.of(schema())
    assert draft.schema() == schema()
    assert draft.problems() == []
    assert draft.renamed() == {}
    assert draft.gone() == []


def test_a_new_label_needs_a_name_and_gets_its_other_words_from_it():
    draft = SchemaDraft.of(schema())
    row = draft.add()
    assert draft.problems() == [("name", "NEW1")]
    draft.rows[row].label = replace(draft.rows[row].label, name_ko="식물")
    assert draft.problems() == []
    made = draft.schema().by_code["NEW1"]
    assert (made.name_en, made.short) == ("식물", "식물")


@pytest.mark.parametrize(
    ("change", "problem"),
    [({"code": "OG"}, ("twice", "OG")), ({"code": " "}, ("code", "인물")), ({"key": "2"}, ("key", "2"))],
)
def test_what_stands_in_the_way_is_named(change, problem):
    draft = SchemaDraft.of(schema())
    draft.rows[0].label = replace(draft.rows[0].label, **change)
    assert problem in draft.problems()


def test_without_labels_there_is_no_schema():
    draft = SchemaDraft.of(schema())
    draft.rows = []
    assert draft.problems() == [("empty", "")]
    assert draft.gone() == list(schema().codes)


def test_a_label_that_is_renamed_keeps_its_relations():
    draft = SchemaDraft.of(schema())
    draft.rows[0].label = replace(draft.rows[0].label, code="PERSON")
    assert draft.renamed() == {"PS": "PERSON"}
    holds = next(r for r in draft.schema().relations if r.code == "holds")
    assert holds.from_labels == ("PERSON",)


def test_a_label_that_goes_takes_its_relations_along():
    draft = SchemaDraft.of(schema())
    del draft.rows[0]
    assert draft.gone() == ["PS"]
    assert "holds" not in {r.code for r in draft.schema().relations}
    assert "of" in {r.code for r in draft.schema().relations}


def test_labels_are_moved_but_never_out():
    draft = SchemaDraft.of(schema())
    assert draft.move(0, -1) == 0
    assert draft.move(0, 2) == 2
    assert draft.move(2, 99) == len(draft.rows) - 1
    assert {r.label.code for r in draft.rows} == set(schema().codes)


@pytest.mark.parametrize("name", ["default", "tta"])
def test_toml_reads_back_the_same(name: str, tmp_path: Path):
    shipped = read_schema(resources_dir() / "labels" / f"{name}.toml")
    odd = replace(shipped, name='quoted "name" \\ and\nline')
    assert schema_from_dict(tomllib.loads(as_toml(odd))) == odd


@pytest.mark.parametrize("content", ["][", "name = 3", "[[labels]]\ncode = 1"])
def test_a_broken_file_is_refused(tmp_path: Path, content: str):
    path = tmp_path / "odd.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(BrokenResource):
        read_schema(path)


def test_taking_over_another_schema_keeps_what_has_the_same_code():
    draft = SchemaDraft.of(schema())
    other = replace(schema(), labels=schema().labels[:3])
    draft.take(other)
    assert draft.gone() == list(schema().codes[3:])
    assert draft.renamed() == {}
