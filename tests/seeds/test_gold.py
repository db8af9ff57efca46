"""The gold of the sample articles fits the files it annotates."""

import hashlib
import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop_app.paths import resources_dir
from tests.gold import SEEDS, marked, reviewed

LABELS = {"PS", "OG", "LC", "DT", "TI", "QT", "EV", "CV_POSITION", "CV_POLICY", "AF"}
ROLES = {
    *("title", "subtitle", "byline", "dateline", "body", "quote", "list"),
    *("table", "caption", "contact", "boilerplate"),
}
QUOTES_AND_STOPS = "\"'‘’“”「」,.·…:;!?"
# Only endings that no name in Korean news has; 이, 가, 은, 과, 도 end too many real names.
PARTICLES = re.compile(r"(에서|에게|까지|부터|으로|이라고|이라며|라고|에는|와의|[을를는])$")


@dataclass(frozen=True)
class Sample:
    """One sample file with its gold: text decoded with newlines untouched."""

    name: str
    data: bytes
    gold: dict[str, Any]

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")

    def ranges(self) -> list[tuple[int, int]]:
        """Blocks and boilerplate in file order."""
        parts = [*self.gold["boilerplate"], *(b for a in self.gold["articles"] for b in a["blocks"])]
        return sorted((part["start"], part["end"]) for part in parts)

    def mentions(self) -> list[dict[str, Any]]:
        return [m for article in self.gold["articles"] for m in article["mentions"]]

    def surface(self, part: dict[str, Any]) -> str:
        return self.text[part["start"] : part["end"]]


def _sample(path: Path) -> Sample:
    return Sample(path.stem, path.read_bytes(), marked(path))


@pytest.fixture(params=sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Sample:
    return _sample(request.param)


def test_every_text_has_a_gold_and_the_reverse() -> None:
    texts = {path.stem for path in SEEDS.glob("*.txt")}
    assert len(texts) == 5
    assert texts == {Path(a["source"]["file"]).stem for a in reviewed()["articles"]}


def test_the_gold_is_valid_reviewed_json() -> None:
    schema = json.loads((resources_dir() / "schema" / "reviewed.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(reviewed())
    for article in reviewed()["articles"]:
        for mention in article["mentions"]:
            assert article["text"][mention["start"] : mention["end"]] == mention["text"]


def test_hash_and_name(sample: Sample) -> None:
    assert sample.gold["file"] == f"{sample.name}.txt"
    assert sample.gold["sha256"] == hashlib.sha256(sample.data).hexdigest()


def test_ranges_cover_every_visible_character_once(sample: Sample) -> None:
    ranges = sample.ranges()
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    covered = {i for start, end in ranges for i in range(start, end)}
    assert covered >= {i for i, char in enumerate(sample.text) if not char.isspace()}


def test_ranges_are_trimmed_and_not_empty(sample: Sample) -> None:
    for start, end in sample.ranges():
        piece = sample.text[start:end]
        assert piece
        assert piece == piece.strip()


def test_roles_are_known_and_the_title_comes_first(sample: Sample) -> None:
    for article in sample.gold["articles"]:
        roles = [block["role"] for block in article["blocks"]]
        assert set(roles) <= ROLES - {"boilerplate"}
        assert "title" not in roles or roles[0] == "title"
        assert {"body", "list"} & set(roles)


def test_metadata_comes_from_the_file(sample: Sample) -> None:
    flat = "".join(sample.text.split())
    for article in sample.gold["articles"]:
        for key in ("title", "subtitle"):
            first = next((b for b in article["blocks"] if b["role"] == key), None)
            expected = sample.surface(first).replace("\n", "") if first and article["title"] else ""
            assert article[key] == expected
        for key in ("outlet", "reporter"):
            assert "".join(article[key].split()) in flat
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", article["published"])
        assert article["published"].replace("-", ".") in flat
        assert article["tags"]


def test_labels_are_known_and_all_used() -> None:
    used = {m["label"] for path in SEEDS.glob("*.txt") for m in _sample(path).mentions()}
    assert used == LABELS


def test_mentions_are_flat_and_ordered(sample: Sample) -> None:
    for article in sample.gold["articles"]:
        spans = [(m["start"], m["end"]) for m in article["mentions"]]
        assert all(start < end for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_mention_lies_in_exactly_one_block_of_its_article(sample: Sample) -> None:
    for article in sample.gold["articles"]:
        for m in article["mentions"]:
            holding = [b for b in article["blocks"] if b["start"] <= m["start"] and m["end"] <= b["end"]]
            assert len(holding) == 1, sample.surface(m)


def test_surfaces_end_where_the_name_ends(sample: Sample) -> None:
    for m in sample.mentions():
        surface = sample.surface(m)
        assert surface == surface.strip()
        assert surface[0] not in QUOTES_AND_STOPS + ")]", surface
        assert surface[-1] not in QUOTES_AND_STOPS + "([", surface
        assert surface.count("(") == surface.count(")"), surface
        assert not PARTICLES.search(surface), surface


def test_a_repeated_long_name_is_annotated_every_time(sample: Sample) -> None:
    """A missed repeat is the usual error of annotators; names of 3 and more characters are never chance."""
    for article in sample.gold["articles"]:
        marked = {i for m in article["mentions"] for i in range(m["start"], m["end"])}
        names = {"".join(sample.surface(m).split("\n")) for m in article["mentions"]}
        for name in sorted(n for n in names if len(n) > 2):
            pattern = re.compile("\n*".join(map(re.escape, name)))
            for block in article["blocks"]:
                for hit in pattern.finditer(sample.text, block["start"], block["end"]):
                    assert hit.start() in marked, (name, hit.start())
