from __future__ import annotations

from desktop_app.extraction.document import with_concepts
from desktop_app.extraction.hits import Hit
from desktop_app.extraction.values.people import people_of


def _hits(text: str, *spans: tuple[str, str]) -> list[Hit]:
    hits, place = [], 0
    for label, surface in spans:
        start = text.index(surface, place)
        place = start + len(surface)
        hits.append(Hit(start, place, label, 0.9))
    return with_concepts(hits, text)


def test_name_post_and_organisation() -> None:
    text = "김재구 명지대 경영학과 교수가 나섰다. 김 교수는 말했다."
    hits = _hits(
        text,
        ("PS", "김재구"),
        ("OG", "명지대 경영학과"),
        ("CV_POSITION", "교수"),
        ("PS", "김"),
        ("CV_POSITION", "교수"),
    )
    values = people_of(hits, text)
    assert {value.text for value in values.values()} == {"김재구; 교수; 명지대 경영학과"}
    assert len(values) == 2


def test_a_person_alone_has_no_value() -> None:
    text = "김재구가 나섰다."
    assert people_of(_hits(text, ("PS", "김재구")), text) == {}
