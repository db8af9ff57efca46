from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import edits
from desktop_app.domain.article import ArticleState, Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision, Mention
from desktop_app.domain.spans import Span
from desktop_app.review.desk import ReviewDesk
from tests import made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ReviewDesk]:
    project = made.made_project(tmp_path / "a.dadeum")
    yield made.desk(project)
    project.close()


def find(desk: ReviewDesk, surface: str, nth: int = 0) -> Mention:
    opened = desk.open(1)
    read = [(opened.map.reading_span(m.span), m) for m in opened.mentions]
    return [m for span, m in read if span and span.of(opened.map.text) == surface][nth]


def test_a_decision_is_stored_with_who_and_when_and_starts_the_article(desk: ReviewDesk) -> None:
    mention = find(desk, "14일")
    change = desk.apply(edits.Decide((mention.id,), Decision.ACCEPTED))
    after = find(desk, "14일")
    assert (after.decision, after.reviewer, after.edited) == (Decision.ACCEPTED, "가람", False)
    assert after.decided_at.endswith("Z")
    assert change.article_ids == {1}
    assert change.mention_ids == {mention.id}
    assert change.kinds == {Kind.MENTION, Kind.ARTICLE, Kind.LEXICON}
    assert desk.open(1).article.state is ArticleState.STARTED


def test_relabelling_accepts_and_remembers_what_was_suggested(desk: ReviewDesk) -> None:
    mention = find(desk, "한빛시")
    desk.apply(edits.Relabel((mention.id,), "LC"))
    after = find(desk, "한빛시")
    assert (after.label, after.decision, after.edited, after.suggested_label) == (
        "LC",
        Decision.ACCEPTED,
        True,
        "OG",
    )
    with pytest.raises(EditRefused, match="no such label"):
        desk.apply(edits.Relabel((mention.id,), "NOPE"))


def test_a_resized_mention_loses_blanks_and_stays_in_its_block(desk: ReviewDesk) -> None:
    mention = find(desk, "14일")
    desk.apply(edits.Resize(((mention.id, mention.start - 1, mention.end + 1),)))
    assert find(desk, "14일").span == mention.span
    desk.apply(edits.Resize(((mention.id, mention.start, mention.end + 5),)))
    assert find(desk, "14일 수소버스").edited
    with pytest.raises(EditRefused, match="several blocks"):
        desk.apply(edits.Resize(((mention.id, mention.start, mention.start + 60),)))
    with pytest.raises(EditRefused, match="at least one character"):
        desk.apply(edits.Resize(((mention.id, mention.start - 1, mention.start),)))


def test_a_mention_may_nest_but_not_lie_in_boilerplate(desk: ReviewDesk) -> None:
    outer = find(desk, "한빛시장")
    desk.apply(edits.AddMention(1, (Span(outer.start, outer.start + 2),), "LC"))
    assert find(desk, "한빛").origin == "person"
    with pytest.raises(EditRefused, match="boilerplate"):
        desk.apply(edits.AddMention(1, (Span(0, 1),), "LC"))


def test_a_mention_over_a_hard_wrap_reads_joined(desk: ReviewDesk) -> None:
    at = made.RAW.index("들여온\n다고")
    desk.apply(edits.AddMention(1, (Span(at, at + 6),), "AF"))
    assert find(desk, "들여온다고").span == Span(at, at + 6)


def test_adding_where_one_stands_relabels_it(desk: ReviewDesk) -> None:
    mention = find(desk, "김하늘")
    change = desk.apply(edits.AddMention(1, (mention.span,), "OG"))
    assert find(desk, "김하늘").label == "OG"
    assert change.focus == mention.id
    assert len(desk.open(1).mentions) == 8


def test_removing_deletes_ones_own_and_rejects_suggestions(desk: ReviewDesk) -> None:
    suggested = find(desk, "김하늘")
    desk.apply(edits.RemoveMention((suggested.id,)))
    assert find(desk, "김하늘").decision is Decision.REJECTED
    at = made.RAW.index("공기")
    desk.apply(edits.AddMention(1, (Span(at, at + 2),), "AF"))
    own = find(desk, "공기")
    desk.apply(edits.WriteNote(1, "맞나요?", mention_id=own.id))
    desk.apply(edits.RemoveMention((own.id,)))
    assert own.id not in {m.id for m in desk.open(1).mentions}
    desk.undo()
    assert [n.text for n in desk.open(1).notes if n.mention_id == own.id] == ["맞나요?"]


def test_split_and_merge(desk: ReviewDesk) -> None:
    mention = find(desk, "한빛시장")
    desk.apply(edits.SplitMention(mention.id, mention.start + 3))
    assert desk.project.mentions.surface(mention.id) == "한빛시"
    right = find(desk, "장")
    desk.apply(edits.MergeMentions((mention.id, right.id)))
    assert find(desk, "한빛시장").id == mention.id
    with pytest.raises(EditRefused, match="cut"):
        desk.apply(edits.SplitMention(mention.id, mention.end))


def test_finish_decides_the_rest_and_marks_reviewed(desk: ReviewDesk) -> None:
    rejected = find(desk, "30대")
    desk.apply(edits.Decide((rejected.id,), Decision.REJECTED))
    desk.apply(edits.Finish(1))
    opened = desk.open(1)
    assert opened.article.state is ArticleState.REVIEWED
    assert opened.article.reviewer == "가람"
    assert {m.decision for m in opened.mentions if m.id != rejected.id} == {Decision.ACCEPTED}
    assert find(desk, "30대").decision is Decision.REJECTED
    desk.undo()
    assert desk.open(1).article.state is ArticleState.STARTED
    assert find(desk, "김하늘").decision is Decision.UNDECIDED


def test_finish_refuses_what_is_below_the_threshold(desk: ReviewDesk) -> None:
    desk.apply(edits.Finish(1, threshold=0.9))
    assert {m.decision for m in desk.open(1).mentions} == {Decision.REJECTED}


def test_tags_and_metadata_and_notes(desk: ReviewDesk) -> None:
    desk.apply(edits.AddTag(1, " 수소  경제 "))
    assert [t.tag for t in desk.open(1).tags] == ["수소 경제"]
    desk.apply(edits.RenameTag("수소 경제", "에너지"))
    desk.apply(edits.RemoveTag(1, "에너지"))
    assert desk.open(1).tags == []
    desk.apply(edits.SetMetadata(1, "title", "새  제목"))
    assert desk.open(1).article.metadata.title == "새 제목"
    with pytest.raises(EditRefused, match="date"):
        desk.apply(edits.SetMetadata(1, "published", "3월 2일"))
    desk.apply(edits.WriteNote(1, "첫 줄"))
    desk.apply(edits.WriteNote(1, "둘째 줄"))
    (note,) = desk.open(1).notes
    assert note.text == "둘째 줄"
    desk.apply(edits.CloseNote(note.id))
    assert desk.project.notes.open_notes() == []
    desk.apply(edits.WriteNote(1, ""))
    assert desk.open(1).notes == []


def test_an_edit_that_changes_nothing_leaves_no_step(desk: ReviewDesk) -> None:
    desk.apply(edits.SetMetadata(1, "outlet", "한빛일보"))
    assert desk.next_undo() is None


def test_a_role_that_hides_a_block_hides_its_mentions_and_gives_them_back(desk: ReviewDesk) -> None:
    body = next(b for b in desk.open(1).blocks if "김하늘" in made.RAW[b.start : b.end])
    desk.apply(edits.SetRole((body.id,), Role.BOILERPLATE))
    opened = desk.open(1)
    assert "김하늘" not in opened.map.text
    assert desk.project.search.articles("김하늘 한빛") == []
    desk.undo()
    assert "김하늘" in desk.open(1).map.text
    assert find(desk, "김하늘").span.of(made.RAW) == "김하늘"


def test_blocks_split_merge_and_move_with_their_mentions(desk: ReviewDesk) -> None:
    body = next(b for b in desk.open(1).blocks if "김하늘" in made.RAW[b.start : b.end])
    person = find(desk, "김하늘")
    desk.apply(edits.MoveBlocks((body.id,), 2))
    assert "김하늘" in desk.open(2).map.text
    assert person.id in {m.id for m in desk.open(2).mentions}
    assert person.id not in {m.id for m in desk.open(1).mentions}
    desk.undo()
    assert person.id in {m.id for m in desk.open(1).mentions}
    desk.apply(edits.SplitBlock(body.id, made.RAW.index("한빛시장은")))
    assert len(desk.open(1).blocks) == 4
    assert [b.order for b in desk.open(1).blocks] == [0, 1, 2, 3]
    halves = [b.id for b in desk.open(1).blocks[2:]]
    desk.apply(edits.MergeBlocks(tuple(halves)))
    assert len(desk.open(1).blocks) == 3
    with pytest.raises(EditRefused, match="neighbouring"):
        desk.apply(edits.MergeBlocks((desk.open(1).blocks[0].id, desk.open(2).blocks[0].id)))
    with pytest.raises(EditRefused, match="at least one block"):
        desk.apply(edits.MoveBlocks(tuple(b.id for b in desk.open(2).blocks), 1))


def test_articles_split_and_merge(desk: ReviewDesk) -> None:
    body = next(b for b in desk.open(1).blocks if "김하늘" in made.RAW[b.start : b.end])
    desk.apply(edits.SplitArticle(1, (body.id,)))
    assert desk.project.articles.ids() == [1, 2, 3]
    assert desk.project.articles.text(3).startswith("김하늘")
    desk.apply(edits.MergeArticles(1, 3))
    assert desk.project.articles.ids() == [1, 2]
    assert "김하늘" in desk.open(1).map.text
    desk.undo()
    assert desk.open(3).map.text.startswith("김하늘")
    assert desk.project.queue.rows([3])[0].undecided == 3
    desk.undo()
    assert desk.project.articles.ids() == [1, 2]
    assert desk.project.queue.rows([1])[0].undecided == 8


def test_a_correction_moves_no_mention(desk: ReviewDesk) -> None:
    at = made.RAW.index("맑아질")
    person = find(desk, "한빛시장")
    desk.apply(edits.CorrectText(1, at, at + 3, "깨끗해질"))
    opened = desk.open(1)
    assert "공기가 깨끗해질 것" in opened.map.text
    assert find(desk, "한빛시장").span == person.span
    desk.apply(edits.CorrectText(1, at, at + 3, "맑아질"))
    assert "공기가 맑아질 것" in desk.open(1).map.text
    assert [c.kind for c in desk.project.sources.corrections(1)] == ["join"]
    desk.undo()
    assert "깨끗해질" in desk.open(1).map.text


def test_concepts_and_relations(desk: ReviewDesk) -> None:
    person, post = find(desk, "김하늘"), find(desk, "한빛시장")
    desk.apply(edits.LinkConcept((person.id,), name="김하늘(한빛시장)"))
    (concept,) = desk.project.concepts.all()
    assert concept.aliases == ("김하늘",)
    assert desk.project.concepts.counts() == {concept.id: (1, 1)}
    desk.apply(edits.AddRelation(person.id, post.id, "holds"))
    assert [r.kind for r in desk.open(1).relations] == ["holds"]
    with pytest.raises(EditRefused, match="no such relation"):
        desk.apply(edits.AddRelation(post.id, person.id, "holds"))
    desk.apply(edits.RemoveRelation(desk.open(1).relations[0].id))
    assert desk.open(1).relations == []


def test_the_lexicon_learns_and_unlearns(desk: ReviewDesk) -> None:
    mention = find(desk, "김하늘")
    desk.apply(edits.Decide((mention.id,), Decision.REJECTED))
    (entry,) = desk.project.lexicon.all().entries
    assert (entry.surface, entry.label, entry.scope) == ("김하늘", "", "PS")
    desk.undo()
    assert desk.project.lexicon.count() == 0


def test_history_is_a_log_one_can_go_back_in(desk: ReviewDesk) -> None:
    first = desk.apply(edits.AddTag(1, "하나"))
    desk.apply(edits.AddTag(1, "둘"))
    desk.apply(edits.AddTag(2, "셋"))
    history = desk.project.history
    assert [s.kind for s in history.steps()] == ["AddTag"] * 3
    assert [s.article_id for s in history.steps()] == [2, 1, 1]
    assert len(history.steps(article_id=1)) == 2
    assert history.undoable_since(first.step_id) == 2
    desk.undo()
    assert history.steps()[0].undone
    desk.apply(edits.AddTag(1, "넷"))
    assert desk.redo() is None
    assert [s.kind for s in history.steps()] == ["AddTag"] * 3


def test_what_a_refused_edit_did_is_gone(desk: ReviewDesk) -> None:
    mention = find(desk, "김하늘")
    with pytest.raises(EditRefused):
        desk.apply_all(
            [edits.Decide((mention.id,), Decision.ACCEPTED), edits.Relabel((9999,), "PS")], kind="Both"
        )
    assert find(desk, "김하늘").decision is Decision.UNDECIDED
    assert desk.next_undo() is None
