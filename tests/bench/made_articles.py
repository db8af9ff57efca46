"""Plain Korean articles of about 1,500 characters, each different, the same at every run."""

from __future__ import annotations

import random
from pathlib import Path

from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.reading import read_bytes
from desktop_app.store.mentions import NewMention
from desktop_app.store.project import Project

USUAL_LENGTH = 1_500  # code points; a news article of middle length

_PEOPLE = ("김가람", "이도현", "박서진", "최하늘", "정유림", "한지온", "오세린", "윤태오", "장미루", "서라온")
_POSTS = ("시장", "국장", "본부장", "연구위원", "연구관", "이사장", "사무처장", "센터장")
_BODIES = (
    "한빛시",
    "가온전자",
    "누리에너지공단",
    "미래산업진흥원",
    "새벽대학교",
    "온새미연구소",
    "다온은행",
    "해솔협회",
)
_PLACES = ("부산", "대전", "경남 창원시", "전북 군산", "충북 오송", "강원 춘천시", "제주", "울산 남구")
_THINGS = (
    "수소 충전망",
    "태양광 발전량",
    "탄소 배출량",
    "청년 일감",
    "자료 처리량",
    "재활용 물량",
    "지역 돌봄",
    "전력망",
)
_DOES = (
    "{body} 측은 {month}월 {day}일 {place}에서 {thing} 사업을 시작한다고 밝혔다.",
    "{person} {post}은 “{thing}에 올해 {money}억 원을 쓰겠다”고 말했다.",
    "이 사업으로 {place}의 {thing}이 {percent}% 늘어날 것으로 {body} 측은 내다봤다.",
    "참석자 {count}명은 오후 {hour}시부터 {thing}의 비용을 어떻게 나눌지 논의했다.",
    "{year}년에 세운 계획에 따르면 {body}, {body2} 두 곳이 절반씩 맡는다.",
    "{place} 주민들은 {thing}이 생활에 주는 영향을 먼저 살펴야 한다고 요구했다.",
    "{person} {post}과 {person2} {post2}은 {month}월 안에 다시 만나기로 했다.",
    "앞서 {body} 측은 지난해 {thing}을 {count}건 점검해 {percent}%를 고쳤다.",
)


def article(number: int, length: int = USUAL_LENGTH) -> str:
    """The text of the article of this number: headline, date, paragraphs; at least `length` code points."""
    chance = random.Random(number)
    lines = [
        chance.choice(_THINGS) + " 사업, " + chance.choice(_PLACES) + "에서 본격화" + f" ({number})",
        f"2026-{1 + number % 12:02}-{1 + number % 28:02}",
        "",
    ]
    while sum(map(len, lines)) < length:
        lines += [" ".join(_sentence(chance) for _ in range(3)), ""]
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    return chance.choice(_DOES).format(
        person=chance.choice(_PEOPLE),
        person2=chance.choice(_PEOPLE),
        post=chance.choice(_POSTS),
        post2=chance.choice(_POSTS),
        body=chance.choice(_BODIES),
        body2=chance.choice(_BODIES),
        place=chance.choice(_PLACES),
        thing=chance.choice(_THINGS),
        month=chance.randint(1, 12),
        day=chance.randint(1, 28),
        hour=chance.randint(1, 6),
        year=chance.randint(2020, 2026),
        money=chance.randint(2, 900),
        percent=chance.randint(2, 80),
        count=chance.randint(10, 900),
    )


def written(folder: Path, count: int) -> list[Path]:
    """That many articles as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths


def stored(project: Project, count: int, length: int = USUAL_LENGTH, mentions: int = 0) -> list[int]:
    """That many articles stored in a project, each with evenly spread suggestions; returns their ids."""
    ids: list[int] = []
    with project.db.atomic():
        for number in range(count):
            text = article(number, length)
            ids += stored_with(project, text, spread(text, mentions) if mentions else [], f"{number:06}.txt")
    return ids


def stored_with(project: Project, text: str, mentions: list[NewMention], name: str = "made.txt") -> list[int]:
    """One text stored with these suggestions."""
    (draft,) = read_bytes(text.encode(), name)
    with project.db.atomic():
        ids = project.sources.add(draft)
        for article_id in ids:
            project.mentions.replace_suggestions(article_id, mentions)
    return ids


def spread(raw: str, count: int, by: int = 0) -> list[NewMention]:
    """Mentions of three characters, evenly over the body, `by` characters further on, one label after the other."""
    labels = ("PS", "OG", "LC", "DT", "TI", "QT", "EV", "CV_POSITION", "CV_POLICY", "AF")
    first = raw.index("\n\n") + 2 + by
    step = (len(raw) - first - 3) // count
    spans = [Span(at, at + 3) for at in range(first, first + step * count, step)]
    return [NewMention(s, labels[i % 10], 0.9, "pattern", s.of(raw)) for i, s in enumerate(spans)]


def decide_all(project: Project, decision: Decision = Decision.ACCEPTED) -> None:
    """Decide every mention and mark every article reviewed, past the history: a bench begins from there."""
    with project.db.atomic():
        project.db.execute("UPDATE mention SET decision = ?", [str(decision)])
        project.db.execute("UPDATE article SET state = 'reviewed'")
