"""Training text in, articles out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.tagger.data import (
    Annotated,
    BadTrainingText,
    Sentence,
    held_out,
    marked,
    read_annotated,
)
from desktop_app.extraction.tagger.labels import KLUE_LABELS, LABELS, TaggedSpan


def test_marked_articles_give_plain_text_and_spans(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "### topic=x\n⟦OG|경기도⟧는 ⟦DT|14일⟧ 밝혔다.\n\n### topic=y\n⟦PS|김수연⟧ 씨\n", encoding="utf-8"
    )
    first, second = read_annotated([file])
    assert first.sentences[0].text == "경기도는 14일 밝혔다."
    assert first.sentences[0].spans == (TaggedSpan(0, 3, "OG"), TaggedSpan(5, 8, "DT"))
    assert first.labels == frozenset(LABELS)
    assert first.key != second.key


def test_klue_rows_give_sentences_that_lack_four_labels(tmp_path):
    file = tmp_path / "k.tsv"
    rows = [("서", "B-LC"), ("울", "I-LC"), (" ", "O"), ("김", "B-PS"), ("씨", "O")]
    file.write_text(
        "## id-1\t<서울:LC> <김:PS>씨\n" + "".join(f"{c}\t{t}\n" for c, t in rows), encoding="utf-8"
    )
    (article,) = read_annotated([file])
    assert article == Annotated(
        "id-1", (Sentence("서울 김씨", (TaggedSpan(0, 2, "LC"), TaggedSpan(3, 4, "PS"))),), KLUE_LABELS
    )


def test_two_klue_spans_that_touch_stay_two(tmp_path):
    file = tmp_path / "k.tsv"
    file.write_text("## id\tx\n한\tB-LC\n미\tB-LC\n", encoding="utf-8")
    (article,) = read_annotated([file])
    assert [(s.start, s.end) for s in article.sentences[0].spans] == [(0, 1), (1, 2)]


@pytest.mark.parametrize("line", ["⟦XX|경기도⟧는", "⟦OG|경기도는", "경기도⟧는"])
def test_a_bad_mark_is_refused_with_its_line(tmp_path, line):
    file = tmp_path / "a.txt"
    file.write_text(f"### t\n좋다.\n{line}\n", encoding="utf-8")
    with pytest.raises(BadTrainingText, match=r"a\.txt, line 3"):
        read_annotated([file])


def test_a_folder_is_read_by_its_files(tmp_path):
    (tmp_path / "b.txt").write_text("### b\n둘.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("### a\n하나.\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("읽지 않는다", encoding="utf-8")
    assert [a.sentences[0].text for a in read_annotated([tmp_path])] == ["하나.", "둘."]


_WORDS = st.text(alphabet="가나다 ABC123🎉", min_size=1, max_size=6)


@given(st.lists(st.tuples(_WORDS, st.sampled_from(["", *LABELS])), min_size=1, max_size=6))
def test_marking_and_reading_undo_each_other(tmp_path_factory, pieces):
    text, spans = "가", []
    for word, label in pieces:
        if label:
            spans.append(TaggedSpan(len(text), len(text) + len(word), label))
        text += word + "."
    sentence = Sentence(text, tuple(spans))
    file = tmp_path_factory.mktemp("marks") / "a.txt"
    file.write_text(f"### t\n{marked(sentence)}\n", encoding="utf-8")
    assert read_annotated([file])[0].sentences == (sentence,)


def test_about_one_in_eight_articles_is_held_out_and_always_the_same():
    articles = [Annotated(f"article {i}", ()) for i in range(800)]
    kept = [a for a in articles if held_out(a, 8)]
    assert 60 < len(kept) < 140
    assert kept == [a for a in articles if held_out(a, 8)]
