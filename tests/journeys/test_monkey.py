"""Random keys and clicks on the real window: nothing breaks, nothing traps, screen and file agree."""

from __future__ import annotations

import pytest

from desktop_app.app import Desk
from tests.journeys.monkey import differences, escape, menus_open, play

STEPS = 1_500


@pytest.mark.timeout(120)
def test_a_monkey_leaves_screen_and_file_in_step(desk: Desk) -> None:
    done = list(play(desk, seed=7, steps=STEPS))
    assert len(done) == STEPS
    escape(desk)
    assert menus_open() == []
    assert desk.window.workspace is not None
    assert desk.window.focusWidget() is desk.window.workspace.view, "Esc leads back to the text"
    assert differences(desk) == []
