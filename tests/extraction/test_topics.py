"""Topic tags: the taxonomy, the scores, regions, what is learnt."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import ArticleText, TextBlock
from desktop_app.extraction.tag_learning import learn
from desktop_app.extraction.taxonomy import Taxonomy, Topic, load_taxonomy
from desktop_app.extraction.topics import MOST_TOPICS, Topics, load_topics, suggest_topics, title_spans
from desktop_app.paths import resources_dir

HYDROGEN = (
    "충남도, 보령에 청정수소 생산기지 짓는다\n"
    "충남도와 보령시는 청정수소 생산시설 건립 협약을 맺었다. 수소는 물을 전기로 분해하는 수전해로 만든다. "
    "충남도는 2030년까지 수소충전소도 늘린다."
)


@pytest.fixture(scope="module")
def topics():
    return load_topics()


@pytest.fixture
def small():
    energy = Topic("energy", "", "에너지", "Energy", {"발전소": 2.0, "전력": 0.7})
    hydrogen = Topic("energy.hydrogen", "energy", "수소", "Hydrogen", {"수소": 2.0, "수전해": 2.0, "AI": 2.0})
    return Topics(Taxonomy({t.code: t for t in (energy, hydrogen)}))


def codes(tags):
    return [tag.tag for tag in tags]


def test_the_taxonomy_is_a_tree_with_names_in_two_languages():
    taxonomy = load_taxonomy()
    for topic in taxonomy.topics.values():
        assert topic.korean
        assert topic.english
        assert not topic.parent or topic.code.startswith(topic.parent + ".")
    tops = {topic.code for topic in taxonomy.children("")}
    assert {"ai", "esg", "carbon", "energy", "environment", "industry", "regional", "sme", "jobs"} <= tops
    assert {"talent", "international", "governance"} <= tops
    assert len([code for code in tops if code.startswith("region.")]) == 17


def test_no_term_is_listed_twice_for_a_topic():
    text = (resources_dir() / "topics.toml").read_text(encoding="utf-8")
    for block in text.split("[[topic]]")[1:]:
        terms = re.findall(r'"([^"]+)"', block[block.index("strong") :])
        assert len(terms) == len(set(terms)), block[:60]


def test_an_article_gets_its_topic_and_region_with_evidence():
    tags = suggest_topics(HYDROGEN)
    assert codes(tags) == ["energy.hydrogen", "region.44"]
    assert tags[0].confidence > 0.8
    assert {span.of(HYDROGEN) for span in tags[0].evidence} >= {"청정수소", "수전해"}
    assert {span.of(HYDROGEN) for span in tags[1].evidence} == {"충남도", "보령", "보령시"}


def test_the_title_counts_extra(small):
    text = "수소 이야기\n수전해 설비를 보았다."
    with_title = small.suggest(text, [Span(0, 6)])
    assert codes(with_title) == ["energy.hydrogen"]
    assert small.suggest(text, []) == []


def test_one_word_repeated_is_not_enough(small):
    assert small.suggest("수소 " * 30) == []
    assert codes(small.suggest("수소 " * 30 + "수전해 " * 3)) == ["energy.hydrogen"]


def test_short_terms_must_begin_a_word_and_latin_ones_be_words(small):
    assert small.terms_found("감수소 미수소", "energy.hydrogen") == set()
    assert small.terms_found("수소차", "energy.hydrogen") == {"수소"}
    assert small.terms_found("AIR RAID", "energy.hydrogen") == set()
    assert small.terms_found("AI가", "energy.hydrogen") == {"AI"}


def test_the_narrower_topic_stands_for_the_wider(small):
    text = "발전소 전력 발전소 전력 발전소 수소 수전해 수소 수전해 수소"
    assert codes(small.suggest(text, [Span(0, len(text))])) == ["energy.hydrogen"]


def test_the_wider_topic_stays_where_its_own_words_speak_louder(small):
    text = "발전소 전력 발전소 전력 발전소 수소 수전해 수소 수소"
    assert codes(small.suggest(text, [Span(0, 3)])) == ["energy", "energy.hydrogen"]


def test_long_articles_must_bring_more_evidence(small):
    text = "수소 수전해 수소 수전해 수소 수전해 "
    assert codes(small.suggest(text)) == ["energy.hydrogen"]
    assert small.suggest(text + "그리고 " * 20_000) == []


def test_titles_come_from_blocks_or_from_the_title_in_the_text():
    blocks = (TextBlock(0, 5, "title"), TextBlock(6, 9, "body"))
    assert title_spans(ArticleText("수소 시대\n본문", blocks)) == [Span(0, 5)]
    assert title_spans(ArticleText("앞\n수소 시대\n본문", (), "수소 시대")) == [Span(2, 7)]
    assert title_spans(ArticleText("본문뿐", (), "다른 제목")) == []
    assert title_spans(ArticleText("본문뿐")) == []


def test_regions_know_former_names_cities_and_ambiguity(topics):
    assert codes(topics.suggest("전라북도와 전주시, 군산시가 뜻을 모았다.")) == ["region.52"]
    assert codes(topics.suggest("광주시는 광주 시민과 함께한다.")) == ["region.29"]
    assert topics.suggest("중구와 동구, 서구와 남구가 만났다.") == []
    assert codes(topics.suggest("대구시와 경북도, 대구와 경북이 손잡았다.")) == ["region.27", "region.47"]


def test_adjustments_add_terms_tags_and_take_away(topics):
    refused = {"energy.hydrogen": dict.fromkeys(("청정수소", "수전해", "수소충전소"), -4.0)}
    assert "energy.hydrogen" not in codes(suggest_topics(HYDROGEN, None, refused))
    own = {"my.ammonia": {"수전해": 3.0, "협약": 3.0, "청정수소": 3.0}}
    assert "my.ammonia" in codes(topics.adjusted(own).suggest(HYDROGEN))


def test_refused_tags_stop_coming_and_missed_ones_come(topics):
    text = HYDROGEN
    titles = [Span(0, text.index("\n"))]
    learnt = {}
    for _ in range(6):
        proposed = codes(topics.adjusted(learnt).suggest(text, titles))
        learnt = learn(topics, text, proposed, ["industry", "region.44"], learnt, ["생산기지", "보령"])
    after = codes(topics.adjusted(learnt).suggest(text, titles))
    assert "energy.hydrogen" not in after
    assert "industry" in after
    assert not any(tag.startswith("region.") for tag in learnt)


def test_tags_kept_as_proposed_teach_nothing(topics):
    proposed = codes(topics.suggest(HYDROGEN))
    assert learn(topics, HYDROGEN, proposed, proposed, {}) == {}


@given(st.text(alphabet="수소전환AI데이터센터기후위기 충남도\n", max_size=200))
def test_suggestions_are_bounded_repeatable_and_point_into_the_text(text):
    topics = load_topics()
    tags = topics.suggest(text, [Span(0, min(10, len(text)))])
    assert tags == topics.suggest(text, [Span(0, min(10, len(text)))])
    assert len(set(codes(tags))) == len(tags) <= MOST_TOPICS + 2
    for tag in tags:
        assert 0 < tag.confidence < 1
        assert tag.evidence
        assert all(0 <= span.start < span.end <= len(text) for span in tag.evidence)


def test_nothing_comes_from_nothing(topics):
    for text in ("", "\n", "😀😀😀", "ㅋㅋㅋ", "Hello world"):
        assert topics.suggest(text) == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "topic = 3",
        "[[topic]]\ncode = 'a'",
        "not toml",
        "[[topic]]\ncode='a.b'\nparent='a'\nko='x'\nen='y'\nstrong=[]\nweak=[]",
    ],
)
def test_a_damaged_taxonomy_is_refused(tmp_path, content):
    shutil.copytree(resources_dir() / "gazetteer", tmp_path / "gazetteer")
    (tmp_path / "topics.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BrokenResource, match=r"topics\.toml"):
        load_taxonomy(tmp_path)


def test_a_missing_taxonomy_is_named(tmp_path):
    with pytest.raises(BrokenResource, match=r"topics\.toml"):
        load_taxonomy(tmp_path)


def test_articles_of_a_known_topic_get_it(shared_dir, topics):
    """Mini-articles whose note of topic names one of the taxonomy's: the tag comes, and little else does."""
    wanted = {"수소": "energy.hydrogen", "해상풍력": "energy.renewable", "의학 심포지엄": "welfare.health"}
    wanted |= {"반도체 클러스터 일지": "industry.semiconductor", "청년 창업 모집 공고": "welfare.youth"}
    wanted |= {"달빛철도 특별법": "regional.transport", "지방소멸대응기금 배분": "regional.decline"}
    hits = 0
    for path in sorted((shared_dir / "training").glob("*.txt")):
        for part in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("\n")
            plain = re.sub(r"⟦\w+\|([^⟧]*)⟧", r"\1", body)
            code = next((c for t, c in wanted.items() if head.startswith(f"topic={t} style")), "")
            hits += bool(code) and code in codes(topics.suggest(plain, [Span(0, plain.index("\n"))]))
    assert hits >= len(wanted) - 2
