"""The same elsewhere: particle variants, aliases, places not marked yet, the whole project with conflicts."""

from __future__ import annotations

import pytest

from desktop_app.domain.edits import AddMention, Decide, LinkConcept, Relabel, Resize
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.review.boundaries import ArticleBoundaries
from desktop_app.review.elsewhere.propagation import Contexts, alike, everywhere, same_mentions, unmarked
from desktop_app.store import Project
from tests.made import add, desk, plain_draft, suggest

TEXT = "다온시는 간다. 다온시가 온다. 새다온시는 다르다.\n다온시청 앞, 온도시(다온시)에서 다온시의 것.\n"


@pytest.fixture
def at(tmp_path):
    project = Project.create(tmp_path / "a.dadeum")
    add(project, plain_draft(TEXT))
    suggest(project, 1, [("다온시", "OG")])
    yield desk(project)
    project.close()


def _places(article, spans):
    return [article.raw[s.start : s.end + 1] for s in spans]


def test_particle_variants_are_alike(at):
    first = at.open(1).mentions[0]
    at.apply(Resize(((first.id, first.start, first.end + 1),)))
    article = at.open(1)
    boundaries = ArticleBoundaries(article.map, article.tokens)
    wide = article.by_id[first.id]
    assert wide.span.of(article.raw) == "다온시는"
    assert len(alike(article, wide, boundaries)) == len(article.mentions)
    assert same_mentions(article, wide) == [wide]


def test_aliases_of_a_concept_are_alike(at):
    article = at.open(1)
    start = TEXT.index("온도시")
    added = at.apply(AddMention(1, (Span(start, start + 3),), "OG")).focus
    at.apply(LinkConcept((article.mentions[0].id, added), name="다온시"))
    article = at.open(1)
    found = alike(article, article.mentions[0], ArticleBoundaries(article.map, article.tokens))
    assert added in {m.id for m in found}


def test_unmarked_places_begin_words_and_end_before_particles(at):
    article = at.open(1)
    at.project.db.execute("DELETE FROM mention")
    article = at.open(1)
    spans = unmarked(article, "다온시", ArticleBoundaries(article.map, article.tokens))
    assert _places(article, spans) == ["다온시는", "다온시가", "다온시)", "다온시의"]


def test_a_place_rejected_by_a_person_stays_unmarked(at):
    article = at.open(1)
    at.apply(Decide((article.mentions[1].id,), Decision.REJECTED))
    article = at.open(1)
    spans = unmarked(article, "다온시", ArticleBoundaries(article.map, article.tokens))
    assert article.mentions[1].span not in spans


def test_everywhere_tells_conflicts(at):
    add(at.project, plain_draft("다온시와 다온시도\n", "b.txt"))
    suggest(at.project, 2, [("다온시", "OG")])
    other = at.open(2).mentions
    at.apply(Relabel((other[0].id,), "LC"))
    at.apply(Decide((other[1].id,), Decision.ACCEPTED))
    mention = at.open(1).mentions[0]
    to_accept = everywhere(at.project, mention, "다온시", "OG")
    assert len(to_accept) == len(at.open(1).mentions) + 1
    assert [p.mention.id for p in to_accept if p.conflict] == [other[0].id]
    to_reject = everywhere(at.project, mention, "다온시", "")
    assert [p.mention.id for p in to_reject if p.conflict] == [other[0].id, other[1].id]


def test_everywhere_takes_in_the_concept_when_something_is_accepted(at):
    suggest(at.project, 1, [("다온시", "OG"), ("온도시", "OG")])
    start = TEXT.index("온도시")
    added = next(m.id for m in at.open(1).mentions if m.start == start)
    first = at.open(1).mentions[0].id
    at.apply(LinkConcept((first, added), name="다온시"))
    mention = at.open(1).by_id[first]
    assert added in {p.mention.id for p in everywhere(at.project, mention, "다온시", "OG")}
    assert added not in {p.mention.id for p in everywhere(at.project, mention, "다온시", "")}


def test_contexts_read_on_one_line(at):
    article = at.open(1)
    line = Contexts(at.project, around=6).line(article.mentions[1])
    assert (line.before, line.text, line.after) == ("는 간다. ", "다온시", "가 온다. ")
    last = Contexts(at.project).line(article.mentions[-1])
    assert "\n" not in last.before
