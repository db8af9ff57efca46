from __future__ import annotations

from desktop_app.extraction.gazetteer import load_gazetteer
from desktop_app.extraction.known_names import find_known


def test_names_stand_as_words() -> None:
    text = "고용노동부는 서울행 열차와 남고용노동부를"
    hits = list(find_known(text, load_gazetteer(), []))
    assert [(hit.label, hit.surface(text), hit.start) for hit in hits] == [("OG", "고용노동부", 0)]


def test_divisions_follow_their_role() -> None:
    text = "경기도는 밝혔다. 경기도에서 열렸다."
    assert [hit.label for hit in find_known(text, load_gazetteer(), [])] == ["OG", "LC"]
