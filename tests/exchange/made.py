"""Articles for the tests of exchange: three written ones, and generated ones with every nasty character."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from desktop_app.domain.article import Correction, Metadata
from desktop_app.domain.dataset import (
    DataArticle,
    DataBlock,
    DataConcept,
    DataMention,
    DataNote,
    DataRelation,
    Dataset,
    DataTag,
)
from desktop_app.domain.labels import LabelSchema, schema_from_dict
from desktop_app.domain.spans import Span
from desktop_app.domain.suggestions import Token, Value

TIME = "2026-03-02T01:02:03Z"
LABELS = ("PS", "OG", "LC", "DT", "TI", "QT", "EV", "CV_POSITION", "CV_POLICY", "AF")


@cache
def schema() -> LabelSchema:
    data = tomllib.loads((Path(__file__).parent / "golden" / "labels.toml").read_text("utf-8"))
    return schema_from_dict(data)


def mention(text: str, surface: str, label: str, number: int, shift: int = 0, **more: object) -> DataMention:
    start = text.index(surface)
    end = start + len(surface)
    known = {
        "origin": "tagger",
        "decision": "accepted",
        "confidence": 0.9,
        "created_at": TIME,
        "decided_at": TIME,
    }
    return DataMention(number, start, end, start + shift, end + shift, label, surface, **{**known, **more})  # type: ignore[arg-type]


def article(
    text: str, mentions: list[DataMention], number: int = 1, before: str = "", **more: object
) -> DataArticle:
    """An article whose source is `before` + text, cut into blocks at its newlines."""
    blocks, at = [], 0
    for i, line in enumerate(text.split("\n")):
        if line.strip():
            span = (at, at + len(line))
            blocks.append(
                DataBlock(*span, "body" if i else "title", span[0] + len(before), span[1] + len(before))
            )
        at += len(line) + 1
    known: dict[str, object] = {
        "metadata": Metadata("제목", "", "경기일보", "김기자", "2024-03-12", "정책", "https://example.org/1"),
        "state": "reviewed",
        "reviewer": "민수",
        "reviewed_at": TIME,
        "blocks": tuple(blocks),
    }
    source = before + text
    return DataArticle(
        id=number,
        source_file=f"기사{number}.txt",
        source_sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        source_encoding="utf-8",
        source_format="text",
        ordinal=0,
        text=text,
        source_text=source,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.id))),
        **{**known, **more},  # type: ignore[arg-type]
    )


def eojeol_tokens(
    text: str, particles: tuple[str, ...] = ("는", "에서", "를", "이", ".")
) -> tuple[Token, ...]:
    """A poor man's morphemes: words between blanks, a final particle or full stop cut off."""
    tokens, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        cut = next(
            (len(word) - len(p) for p in particles if word.endswith(p) and len(word) > len(p)), len(word)
        )
        tokens.append(Token(at, at + cut, "NNP", word[:cut]))
        if cut < len(word):
            tokens.append(Token(at + cut, at + len(word), "SF" if word[cut:] == "." else "JX", word[cut:]))
        at += len(word)
    return tuple(tokens)


def sample_articles() -> list[DataArticle]:
    """Three articles: with everything, with nested and undecided mentions and emoji, and empty."""
    one = "경기도, 새 정책 발표\n경기도지사 김재구 씨는 12일 수원 컨벤션센터에서 [탄소_중립] 포럼을 열었다. 200억원."
    shift = len("메뉴\t로그인\r\n")
    mentions = [
        mention(
            one, "경기도", "OG", 1, shift, concept="경기도", value=Value("organisation", "41", "gazetteer")
        ),
        mention(one, "지사", "CV_POSITION", 2, shift, edited=True, origin="person", confidence=1.0),
        mention(one, "김재구", "PS", 3, shift, note="동명이인 확인", reviewer="민수"),
        mention(one, "12일", "DT", 4, shift, value=Value("date", "2024-03-12", "day")),
        mention(one, "수원 컨벤션센터", "LC", 5, shift),
        mention(one, "탄소_중립] 포럼", "EV", 6, shift, attributes=(("이름", "값"),)),
        mention(one, "200억원", "QT", 7, shift, sublabel="QT_PRICE"),
    ]
    first = article(
        one,
        mentions,
        1,
        "메뉴\t로그인\r\n",
        tags=(DataTag("환경", "person", "accepted", 1.0), DataTag("경제", "topics", "rejected", 0.3)),
        notes=(
            DataNote("날짜를\n확인", None, None, None, True, "민수"),
            DataNote("이름?", 3),
            DataNote("띄어쓰기", None, 0, 3, False),
        ),
        relations=(DataRelation("holds", 3, 2), DataRelation("on", 6, 4)),
        corrections=(Correction(0, 0, "", "text", "민수"),),
        tokens=eojeol_tokens(one),
    )
    two = "😀 서울특별시청 앞 광장과 서울 ᄒᆞᆫ글 거리 2024년~2028년 A(B)<C>"
    second = article(
        two,
        [
            mention(two, "서울특별시청", "OG", 11),
            mention(two, "서울특별시", "LC", 12, decision="undecided", confidence=0.4),
            mention(two, "ᄒᆞᆫ글 거리", "LC", 13),
            mention(two, "2024년", "DT", 14),
            mention(two, "2024년~2028년", "DT", 15, decision="rejected", confidence=0.2),
            replace(mention(two, "앞 광장과 서울", "LC", 16), parts=(Span(9, 10), Span(15, 17))),
        ],
        2,
        tokens=eojeol_tokens(two),
        metadata=Metadata("둘째", outlet="서울신문", published="2024-04-01"),
    )
    return [first, second, article("", [], 3, metadata=Metadata())]


CONCEPTS = (
    DataConcept("경기도", "OG", ("도", "경기"), "41", "광역자치단체"),
    DataConcept("=1+1", "PS", (), "", ""),
)


def dataset(
    articles: list[DataArticle] | None = None, concepts: tuple[DataConcept, ...] = CONCEPTS
) -> Dataset:
    return Dataset(
        "견본",
        schema(),
        "1.0",
        iter(sample_articles() if articles is None else articles),
        concepts,
        "CC BY 4.0",
        "0.1",
    )


PIECES = st.sampled_from(
    ["김", "재구", "는 ", "경기도", "에서 ", "12일", " ", "\t", "\n", "\r\n", "[", "]", "(", "<", ">", "_", "|", "\\",
     "😀", "\U0001f468\u200d\U0001f469", "ᄒᆞᆫ글", "\u1112\u1161\u11ab", "e\u0301", "\u00a0", "\u3000", "\u200b",
     "\ufeff", "\u2028", "\x85", "\x0b", ". ", "다. ", "”", "#", "*", ":", "->", "&amp;", "\x01", "=", "'", '"',
     ",", "𠀀", "A", "한국", ";"]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn, most: int = 25) -> str:
    return "".join(draw(st.lists(PIECES, max_size=most)))


@st.composite
def articles(draw: st.DrawFn, number: int = 1, labels: tuple[str, ...] = LABELS) -> DataArticle:
    """Any article: mentions anywhere, nested, adjacent, at both ends, of blanks alone."""
    text = draw(texts())
    spans = (
        st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
        .map(sorted)
        .filter(lambda s: s[0] < s[1])
    )
    chosen = draw(st.lists(spans, max_size=8)) if text else []
    before = draw(st.sampled_from(["", "앞\r\n", "😀"]))
    mentions = [
        DataMention(
            number * 1000 + i,
            start,
            end,
            start + len(before),
            end + len(before),
            draw(st.sampled_from(labels)),
            text[start:end],
            "tagger",
            draw(st.sampled_from(["accepted", "accepted", "undecided", "rejected"])),
            draw(st.sampled_from([0.0, 0.25, 1.0])),
            note=draw(st.sampled_from(["", "메모"])),
        )
        for i, (start, end) in enumerate(chosen)
    ]
    ids = [m.id for m in mentions]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)) if ids else st.nothing()
    relations = (
        {DataRelation("on", a, b) for a, b in draw(st.lists(pairs, max_size=3)) if a != b} if ids else set()
    )
    tags = tuple(
        DataTag(t, "person", "accepted", 1.0)
        for t in sorted(draw(st.sets(st.sampled_from(["환경", "a b", "[x]"]))))
    )
    return article(
        text,
        mentions,
        number,
        before,
        relations=tuple(sorted(relations, key=lambda r: (r.from_mention, r.to_mention))),
        tags=tags,
        metadata=Metadata(draw(st.sampled_from(["", "제목 “하나”"])), outlet="일보", published="2024-03-12"),
        tokens=eojeol_tokens(text) if draw(st.booleans()) else (),
    )


def several(most: int = 3) -> st.SearchStrategy[list[DataArticle]]:
    return st.integers(0, most).flatmap(lambda n: st.tuples(*(articles(i + 1) for i in range(n))).map(list))
