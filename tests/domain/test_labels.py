import tomllib

import pytest

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.labels import schema_from_dict, schema_to_dict
from desktop_app.paths import resources_dir

TEN = ("PS", "OG", "LC", "DT", "TI", "QT", "EV", "CV_POSITION", "CV_POLICY", "AF")


def test_the_default_schema_has_the_ten_labels_in_order() -> None:
    data = tomllib.loads((resources_dir() / "labels" / "default.toml").read_text("utf-8"))
    schema = schema_from_dict(data)
    assert schema.codes == TEN
    assert [label.key for label in schema.labels] == list("1234567890")
    assert {label.klue for label in schema.labels if label.klue} == {"PS", "OG", "LC", "DT", "TI", "QT"}
    assert schema_from_dict(schema_to_dict(schema)) == schema
    assert [r.code for r in schema.relations_between("PS", "CV_POSITION")] == ["holds"]


@pytest.mark.parametrize("data", [{}, {"name": "x", "version": 1, "guideline": 1, "labels": [{"code": "A"}]}])
def test_a_damaged_schema_says_so(data: dict[str, object]) -> None:
    with pytest.raises(BrokenResource, match="missing or damaged"):
        schema_from_dict(data)


def test_a_code_may_not_stand_twice() -> None:
    label = {"code": "A", "name_ko": "가", "name_en": "a", "colour": "#000000"}
    with pytest.raises(BrokenResource, match="twice"):
        schema_from_dict({"name": "x", "version": 1, "guideline": 1, "labels": [label, label]})


def test_the_fine_tag_set_has_its_150_codes() -> None:
    data = tomllib.loads((resources_dir() / "labels" / "tta.toml").read_text("utf-8"))
    schema = schema_from_dict(data)
    fine = [sub.code for label in schema.labels for sub in label.sublabels]
    assert len(schema.labels) == 15
    assert len(fine) == len(set(fine)) == 150
    assert schema.place("CV_POSITION") == ("CV", "CV_POSITION")
    assert schema.place("PS") == ("PS", "")
    assert schema.place("XX") is None
