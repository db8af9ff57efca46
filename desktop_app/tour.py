"""The main job done in the real window with real key events, checked step by step in the project file."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import click
import jsonschema
import orjson
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.app import Desk, application, build
from desktop_app.domain.mention import PERSON, Decision, Mention
from desktop_app.extraction.process import SuggesterProcess
from desktop_app.gui.exporting.dialog import ExportDialog
from desktop_app.gui.session import Session
from desktop_app.gui.window import MainWindow
from desktop_app.gui.words.language import system_language
from desktop_app.paths import resources_dir, seeds_dir
from desktop_app.settings import Settings
from desktop_app.store import Project

ARTICLES = 9
PATIENCE = 120.0
TAG = "둘러보기"


class StepFailed(Exception):
    """A step of the tour did not have its effect in the project file."""


def run_tour(out: Path) -> int:
    """Do the tour; returns the exit code. Pictures and `reviewed.json` are left in `out`."""
    application()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    settings = Settings()
    settings.general.language = system_language()
    settings.general.theme = "light"
    settings.general.reviewer = "tour"
    desk = build(settings, SuggesterProcess(resources_dir()))
    try:
        Tour(desk, out.resolve()).run()
    except StepFailed as error:
        click.echo(f"FAILED  {error}", err=True)
        return 1
    finally:
        desk.close()
    click.echo(f"Screenshots and reviewed.json are in {out}")
    return 0


def _wait(milliseconds: int) -> None:
    """Let the window live for a while (QTest.qWait would hold the interpreter lock)."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _type(field: QWidget, text: str) -> None:
    """Write text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


class Tour:
    """The steps. `project` is a second look at the project file: what it says is what counts."""

    def __init__(self, desk: Desk, out: Path) -> None:
        self._desk = desk
        self._out = out
        self._pictures = 0
        desk.window.resize(1280, 800)
        desk.window.show()
        desk.services.new_project(out / "tour.dadeum")
        if desk.services.project is None:
            raise StepFailed("the project could not be made")
        self._file = desk.services.project.again()

    @property
    def _window(self) -> MainWindow:
        return self._desk.window

    @property
    def _session(self) -> Session:
        session = self._desk.services.session
        assert session is not None
        return session

    @property
    def _view(self) -> QWidget:
        assert self._window.workspace is not None
        return self._window.workspace.view

    def run(self) -> None:
        """Every step in turn."""
        try:
            for step in (
                self._import,
                self._suggest,
                self._accept,
                self._reject,
                self._relabel,
                self._resize,
                self._add,
                self._undo,
                self._tag,
                self._dark,
                self._finish,
                self._export,
                self._reopen,
            ):
                step()
        finally:
            self._file.close()

    # -- the steps -----------------------------------------------------------------------------------------

    def _import(self) -> None:
        files = sorted(p for p in seeds_dir().iterdir() if p.suffix == ".txt")
        self._desk.services.import_paths(files)
        self._expect("import five files", lambda: self._file.articles.count() == ARTICLES)
        self._expect("the importer is done", lambda: not self._desk.services.busy)
        for dialog in self._window.findChildren(QDialog):
            dialog.close()

    def _suggest(self) -> None:
        self._expect("suggestions for every article", lambda: not self._file.articles.without_suggestions())
        self._session.open_article(self._file.articles.ids()[0])
        self._view.setFocus()
        self._picture("article")

    def _accept(self) -> None:
        mention = self._current()
        self._press(Qt.Key.Key_Space)
        self._expect_decision("accept with Space", mention, Decision.ACCEPTED)
        self._expect("the next one is current", lambda: self._current().id != mention.id)

    def _reject(self) -> None:
        mention = self._current()
        self._press(Qt.Key.Key_X)
        self._expect_decision("reject with X", mention, Decision.REJECTED)

    def _relabel(self) -> None:
        mention = self._current()
        key, label = (Qt.Key.Key_3, "LC") if mention.label != "LC" else (Qt.Key.Key_2, "OG")
        self._press(key)
        self._expect(
            f"relabel as {label} with a digit",
            lambda: (after := self._stored(mention)).label == label and after.decision is Decision.ACCEPTED,
        )

    def _resize(self) -> None:
        mention = self._current()
        self._press(Qt.Key.Key_R)
        self._expect("the end moves right with R", lambda: self._stored(mention).end > mention.end)
        self._press(Qt.Key.Key_E)
        self._expect("and left again with E", lambda: self._stored(mention).end == mention.end)
        self._picture("resized")

    def _add(self) -> None:
        before = {m.id for m in self._mentions()}
        word = self._unmarked_word()
        self._double_click(word)
        self._press(Qt.Key.Key_0)
        self._expect(
            "add a mention to a word chosen by double click",
            lambda: any(
                m.id not in before and m.origin == PERSON and m.label == "AF" for m in self._mentions()
            ),
        )
        self._picture("added")

    def _undo(self) -> None:
        count = len(self._mentions())
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._expect("undo takes it back", lambda: len(self._mentions()) == count - 1)
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self._expect("redo brings it again", lambda: len(self._mentions()) == count)

    def _tag(self) -> None:
        self._press(Qt.Key.Key_T)
        field = QApplication.focusWidget()
        if field is None or field is self._view:
            raise StepFailed("T leads to the tags")
        _type(field, TAG)
        QTest.keyClick(field, Qt.Key.Key_Return)
        article = self._article_id()
        self._expect("write a tag", lambda: self._file.tags.find(article, TAG) is not None)
        self._view.setFocus()

    def _dark(self) -> None:
        settings = self._desk.settings
        settings.general.theme = "dark"
        self._window.appearance.apply()
        self._picture("dark")
        settings.general.theme = "light"
        self._window.appearance.apply()

    def _finish(self) -> None:
        for article_id in self._file.articles.ids():
            self._session.open_article(article_id)
            self._view.setFocus()
            self._press(Qt.Key.Key_Return)
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                self._picture("finish")
                QTest.keyClick(dialog, Qt.Key.Key_Return)
            self._expect_reviewed(article_id)
        self._picture("reviewed")

    def _expect_reviewed(self, article_id: int) -> None:
        done = f"finish article {article_id} with Enter"
        self._expect(done, lambda: self._file.articles.get(article_id).state == "reviewed")

    def _export(self) -> None:
        self._press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        dialog = next(iter(self._window.findChildren(ExportDialog)), None)
        if dialog is None:
            raise StepFailed("Ctrl+E asks what to export")
        target = self._out / "reviewed.json"
        dialog.form.target.setText(str(target))
        self._picture("export", dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        self._expect("export with Enter", lambda: target.exists() and not self._desk.services.busy)
        self._check_export(target)

    def _check_export(self, target: Path) -> None:
        data = orjson.loads(target.read_bytes())
        schema = orjson.loads((resources_dir() / "schema" / "reviewed.schema.json").read_bytes())
        jsonschema.Draft202012Validator(schema).validate(data)
        articles = data["articles"]
        wanted = sum(
            m.decision is Decision.ACCEPTED
            for i in self._file.articles.ids()
            for m in self._file.mentions.of(i)
        )
        self._expect(
            "the file holds every reviewed article and accepted mention",
            lambda: len(articles) == ARTICLES and sum(len(a["mentions"]) for a in articles) == wanted,
        )

    def _reopen(self) -> None:
        path = self._file.path
        steps = self._file.history.count()
        self._desk.services.close_project()
        self._file.close()
        self._desk.services.open_project(path)
        self._file = Project(path, self._session.desk.project.again().db, None)
        self._view.setFocus()
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._expect("undo after reopening", lambda: self._file.history.count() == steps - 1)

    # -- what the steps share ------------------------------------------------------------------------------

    def _article_id(self) -> int:
        assert self._session.article_id is not None
        return self._session.article_id

    def _mentions(self) -> list[Mention]:
        return self._file.mentions.of(self._article_id())

    def _current(self) -> Mention:
        current = self._session.current
        if current is None:
            raise StepFailed("there is no current mention")
        return current

    def _stored(self, mention: Mention) -> Mention:
        return self._file.mentions.get(mention.id)

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._view, key, modifiers)
        _wait(10)

    def _unmarked_word(self) -> str:
        """A word of the article of at least four letters that stands once and touches no mention."""
        article = self._session.article
        assert article is not None
        text = article.map.text
        taken = [s for m in article.mentions if (s := article.map.reading_span(m.span)) is not None]
        for word in text.split():
            at = text.find(word)
            free = not any(s.start < at + len(word) and at < s.end for s in taken)
            if free and word.isalpha() and len(word) >= 4 and text.count(word) == 1:
                return word
        raise StepFailed("there is no free word in the article")

    def _double_click(self, word: str) -> None:
        assert self._window.workspace is not None
        view = self._window.workspace.view
        found = view.document().find(word)
        found.setPosition(found.selectionStart() + 1)
        view.setTextCursor(QTextCursor(found))
        view.ensureCursorVisible()
        _wait(10)
        spot = view.cursorRect(found).center() + QPoint(3, 0)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def _expect_decision(self, what: str, mention: Mention, decision: Decision) -> None:
        self._expect(what, lambda: self._stored(mention).decision is decision)

    def _expect(self, what: str, holds: Callable[[], bool]) -> None:
        """Wait until it holds in the project file, or fail."""
        begun = time.monotonic()
        while not holds():
            if time.monotonic() - begun > PATIENCE:
                raise StepFailed(what)
            _wait(20)
        click.echo(f"  ✓ {what}")

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        _wait(120)
        self._pictures += 1
        (widget or self._window).grab().save(str(self._out / f"{self._pictures:02}-{name}.png"))
