"""An article with nested mentions, boilerplate, an emoji and decomposed letters, open in the real view."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.article import Metadata, Role
from desktop_app.domain.drafts import BlockDraft, SourceDraft
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.commands.review import ReviewCommands
from desktop_app.gui.keymap import KeyMap, load_actions
from desktop_app.gui.looks.theme import load_theme
from desktop_app.gui.session import Session
from desktop_app.paths import resources_dir
from desktop_app.store import Project
from desktop_app.store.mentions import NewMention
from tests.made import desk, schema

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PARTS: list[tuple[Role, str]] = [
    (Role.BOILERPLATE, "홈 > 뉴스\n글자 크게\n"),
    (Role.TITLE, "다온시, 전기버스 서른 대 들인다\n"),
    (Role.BODY, "다온시는 14일 전기버스를 들인다고 했다. 😀 가온누리 시장은 다온시청에서 설명했다.\n"),
    (
        Role.BODY,
        unicodedata.normalize("NFD", "새벽도와 다온시가 함께 한다.") + " 다온시의 예산은 20억 원이다.\n",
    ),
    (Role.BOILERPLATE, "무단 전재 금지\n"),
    (Role.BODY, "다온시 교통국장 나래울은 웃었다.\n"),
]
FOUND = [
    ("다온시", "OG", 0.95),
    ("14일", "DT", 0.95),
    ("전기버스", "AF", 0.5),
    ("가온누리", "PS", 0.6),
    ("시장", "CV_POSITION", 0.7),
    ("다온시청", "LC", 0.6),
    ("20억 원", "QT", 0.97),
    ("다온시 교통국장", "CV_POSITION", 0.8),
    ("나래울", "PS", 0.9),
]


class PlainLooks(QObject):
    """The light theme and a font that is surely there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = load_theme(resources_dir() / "themes" / "light.toml")

    def reading_font(self) -> QFont:
        font = QFont("Noto Sans CJK KR")
        font.setPointSizeF(13)
        return font


def source_of(parts: list[tuple[Role, str]]) -> SourceDraft:
    raw = "".join(text for _, text in parts)
    blocks, at = [], 0
    for place, (role, text) in enumerate(parts):
        blocks.append(BlockDraft(at, at + len(text), role, 0, order=place))
        at += len(text)
    sha = hashlib.sha256(raw.encode()).hexdigest()
    return SourceDraft("a.txt", sha, "utf-8", "text", raw, tuple(blocks), (), (Metadata("다온시 소식"),))


def add_article(project: Project, parts: list[tuple[Role, str]], found: list[tuple[str, str, float]]) -> int:
    with project.db.atomic():
        article_id = project.sources.add(source_of(parts))[0]
        mapped = project.sources.text_map(article_id)
        new = []
        for surface, label, confidence in found:
            at = mapped.text.find(surface)
            while at >= 0:
                raw = mapped.raw_span(Span(at, at + len(surface)))
                assert raw is not None
                new.append(NewMention(raw, label, confidence, "tagger", surface))
                at = mapped.text.find(surface, at + 1)
        project.mentions.replace_suggestions(article_id, new)
    return article_id


@dataclass
class Desk:
    """The view under test with what surrounds it."""

    project: Project
    session: Session
    keymap: KeyMap
    view: ArticleView
    commands: ReviewCommands
    said: list[str]
    requested: list[str]
    finished: list[int]
    failed: list[object]

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
    ) -> None:
        """A key without a scan code, as tests and remote desktops make it."""
        QTest.keyClick(self.view, key, held)

    def press_place(self, name: str, text: str = "", key: int = 0, *, shift: bool = False) -> None:
        """A key as X11 sends it in Hangul mode: a scan code, and a jamo or nothing for text."""
        from desktop_app.gui.keys import SET_1, X11_OFFSET

        scan = next(code for code, key_name in SET_1.items() if key_name == name) + X11_OFFSET
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text)
        QApplication.sendEvent(self.view, event)

    def mentions(self) -> list[Mention]:
        assert self.session.article is not None
        return self.session.article.mentions

    def find(self, surface: str, nth: int = 0) -> Mention:
        return [m for m in self.session.shown() if self.session.surface(m) == surface][nth]

    def surface(self) -> str:
        current = self.session.current
        return self.session.surface(current) if current else ""

    def centre(self, mention: Mention) -> QPoint:
        mark = self.view.page.mark_of(mention)
        assert mark is not None
        rect = self.view.rect_of(mark.span)
        return rect.center() - self.view.viewport().pos()

    def select(self, surface: str, nth: int = 0) -> None:
        assert self.session.article is not None
        mapped, at = self.session.article.map, -1
        for _ in range(nth + 1):
            at = mapped.text.index(surface, at + 1)
        raw = mapped.raw_span(Span(at, at + len(surface)))
        assert raw is not None
        self.view.select_raw(raw)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project.create(tmp_path / "test.dadeum")
    yield made
    made.close()


@pytest.fixture
def make_desk(qtbot, project: Project) -> Callable[..., Desk]:
    def make(parts=PARTS, found=FOUND, size=(900, 700)) -> Desk:
        article_id = add_article(project, parts, found)
        session = Session(desk(project))
        keymap = KeyMap(load_actions(resources_dir() / "shortcuts.toml", schema()))
        view = ArticleView(session, keymap, PlainLooks())
        commands = ReviewCommands(session, view, view)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        made = Desk(project, session, keymap, view, commands, [], [], [], [])
        commands.said.connect(made.said.append)
        commands.requested.connect(made.requested.append)
        commands.finished.connect(made.finished.append)
        session.failed.connect(made.failed.append)
        session.open_article(article_id)
        return made

    return make


@pytest.fixture
def at(make_desk: Callable[..., Desk]) -> Desk:
    """The article open at its first undecided mention."""
    return make_desk()
