from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.domain.errors import UnreadableFile
from desktop_app.domain.suggestions import ArticleText, Lexicon, SuggestedMention, Suggestions
from desktop_app.review.suggestions.evaluation import as_lines, evaluated, gold_of
from tests.gold import SEEDS

MARKED = "### topic=a style=b\n⟦LC|서울⟧에서 ⟦PS|김하늘⟧ ⟦CV_POSITION|시장⟧이 말했다.\n⟦DT|14일⟧이다.\n"


class Seoul:
    """Says that "서울" is LC (surely), "김하늘 시장" PS and "이다" QT."""

    def suggest(self, articles: Sequence[ArticleText], lexicon: Lexicon | None = None) -> list[Suggestions]:
        said = [("서울", "LC", 0.99), ("김하늘 시장", "PS", 0.6), ("이다", "QT", 0.95)]
        return [
            Suggestions(
                "",
                tuple(
                    SuggestedMention(a.text.index(t), a.text.index(t) + len(t), label, confidence, "x")
                    for t, label, confidence in said
                    if t in a.text
                ),
            )
            for a in articles
        ]


def test_scores_corrections_and_sure_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MARKED, "utf-8")
    result = evaluated(Seoul(), list(gold_of(path)))
    assert result["scores"]["all"] == {"precision": 0.3333, "recall": 0.25, "f1": 0.2857, "gold": 4}
    assert result["scores"]["LC"]["f1"] == 1.0
    # 김하늘 시장 → 김하늘 is one edit, 시장 one more; 14일 is missing; 이다 is wrong.
    assert result["corrections_per_100"] == 100.0
    assert result["sure"]["0.98"] == {"precision": 1.0, "share": 0.3333}
    assert result["sure"]["0.94"] == {"precision": 0.5, "share": 0.6667}
    assert any(line.startswith("LC") for line in as_lines(result))


def test_klue_counts_only_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    rows = "".join(f"{c}\t{t}\n" for c, t in zip("서울 이다", ["B-LC", "I-LC", "O", "O", "O"], strict=True))
    path.write_text(f"## klue-1\t<서울:LC> 이다\n{rows}\n", "utf-8")
    (text,) = gold_of(path)
    assert text.article.sentence
    assert "CV_POLICY" not in text.labels
    assert evaluated(Seoul(), [text])["scores"]["all"]["gold"] == 1


def test_the_gold_of_the_samples_is_read() -> None:
    texts = list(gold_of(SEEDS / "gold.json"))
    assert len(texts) == 9
    assert sum(len(t.spans) for t in texts) == 482


def test_what_is_no_gold_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]", "utf-8")
    with pytest.raises(UnreadableFile, match="no reviewed JSON"):
        list(gold_of(path))
