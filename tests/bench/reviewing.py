"""The desk at work: an article opened, a mention decided by key, until painted and kept on the disk."""

from __future__ import annotations

import statistics
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from desktop_app.app import Desk, application
from desktop_app.store.project import Project
from tests.bench.figures import Figure, beside, p99
from tests.bench.made_articles import article, spread, stored, stored_with
from tests.bench.window import desk_on, press, until_painted_ms

USUAL = (6_000, 80)  # code points, mentions; UTF-8 of three bytes a syllable makes it 15 KB
LARGE = (350_000, 6_000)  # 1 MB in UTF-8
OVERLAPPING = 4_000
USUAL_ARTICLES = 12
KEYS = 60


def measure(folder: Path) -> dict[str, Figure]:
    source = folder / "desk.dadeum"
    with ProcessPoolExecutor(1, get_context("spawn")) as elsewhere:
        usual, large = elsewhere.submit(_fill, source).result()
    bare_open, bare_key = _bare(article(1, USUAL[0]))
    bare_large, _ = _bare(article(1, LARGE[0]))
    with desk_on(source) as desk:
        opened = [_open_ms(desk, one) for one in usual[1:]]
        keys = _keys_ms(desk, usual[0]) + _keys_ms(desk, usual[-1])
        opened_large = [_open_ms(desk, one) for one in (large, usual[0], large, usual[0], large)][::2]
        keys_large = _keys_ms(desk, large)
    what_open, what_key = "QTextEdit.setPlainText of the same text", "a letter typed into a QTextEdit"
    return {
        "open_usual_ms": beside(statistics.median(opened), "ms", what_open, bare_open),
        "open_1mb_ms": beside(statistics.median(opened_large), "ms", what_open, bare_large),
        "edit_usual_p50_ms": beside(statistics.median(keys), "ms", what_key, statistics.median(bare_key)),
        "edit_usual_p99_ms": beside(p99(keys), "ms", what_key, p99(bare_key)),
        "edit_1mb_p50_ms": beside(statistics.median(keys_large), "ms", what_key, statistics.median(bare_key)),
        "edit_1mb_p99_ms": beside(p99(keys_large), "ms", what_key, p99(bare_key)),
    }


def _fill(target: Path) -> tuple[list[int], int]:
    with Project.create(target) as project:
        usual = stored(project, USUAL_ARTICLES, *USUAL)
        text = article(USUAL_ARTICLES, LARGE[0])
        overlapping = spread(text, LARGE[1], by=1)[:OVERLAPPING]
        (large,) = stored_with(project, text, [*spread(text, LARGE[1]), *overlapping])
        # All have their suggestions: the child process has nothing to do.
        project.db.execute("UPDATE article SET suggested_hash = text_hash")
        project.db.conn.commit()
    return usual, large


def _open_ms(desk: Desk, article_id: int) -> float:
    page = desk.window.workspace.view.viewport()
    return until_painted_ms(page, lambda: desk.services.session.open_article(article_id))


def _keys_ms(desk: Desk, article_id: int) -> list[float]:
    """Reject and go on, as often as that; every press is checked to have reached the project."""
    session, view = desk.services.session, desk.window.workspace.view
    session.open_article(article_id)
    view.setFocus()
    before = session.desk.project.history.count()
    spent = [until_painted_ms(view.viewport(), lambda: press(view, "X", Qt.Key.Key_X)) for _ in range(KEYS)]
    assert session.desk.project.history.count() == before + KEYS
    return spent


def _bare(text: str) -> tuple[float, list[float]]:
    application()
    edit = QTextEdit()
    edit.resize(700, 800)
    edit.show()
    opened = [until_painted_ms(edit.viewport(), lambda: edit.setPlainText(text)) for _ in range(5)]
    keys = [until_painted_ms(edit.viewport(), lambda: press(edit, "X", Qt.Key.Key_X)) for _ in range(KEYS)]
    edit.close()
    return statistics.median(opened), keys
