"""Our own bugs: shown once, with a report to copy, and nothing of the articles in it."""

from __future__ import annotations

import sys
import threading

import pytest

from desktop_app.gui.crash import CrashGuard, report_of


@pytest.fixture
def reports(qapp):
    shown: list[str] = []
    guard = CrashGuard(shown.append)
    guard.install()
    yield shown
    guard.uninstall()


def _caught() -> tuple:
    try:
        raise ValueError("odd")
    except ValueError:
        return sys.exc_info()


def test_a_report_names_versions_and_the_place():
    report = report_of(*_caught())
    assert report.startswith("Dadeum ")
    assert "PySide6" in report
    assert "ValueError: odd" in report
    assert "_caught" in report


def test_what_nobody_caught_is_shown(reports, qtbot):
    sys.excepthook(*_caught())
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert "ValueError: odd" in reports[0]


def test_a_thread_that_breaks_is_shown_on_the_windows_thread(reports, qtbot):
    def broken() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert "in a thread" in reports[0]


def test_the_hooks_are_given_back(qapp):
    guard = CrashGuard(lambda _: None)
    guard.install()
    guard.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
