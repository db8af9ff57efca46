"""Filters under a name: kept in the settings, used, forgotten."""

from __future__ import annotations

import pytest

from desktop_app.gui.queue.saved import filter_from
from desktop_app.store.queue import Filter


def test_a_filter_is_kept_and_used_again(made):
    queue = made.workspace.queue
    queue.search.setText("태양광")
    queue.form._undecided.setChecked(True)
    queue.saved.keep("  남은 것 ")
    assert made.told[-1].text == "필터 ‘남은 것’을 저장했어요."
    queue.search.clear()
    queue.form.clear()
    assert queue.model.rowCount() == 2
    menu = queue.saved.menu()
    assert menu.actions()[0].text() == "남은 것"
    menu.actions()[0].trigger()
    assert queue.wanted() == Filter(text="태양광", undecided=True)
    assert queue.model.rowCount() == 0
    assert queue.form.isVisible()
    menu.deleteLater()


def test_a_kept_filter_is_forgotten(made):
    queue = made.workspace.queue
    queue.saved.keep("하나")
    queue.saved.forget("하나")
    queue.saved.forget("하나")
    assert made.settings.filters == {}


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({}, Filter()),
        ({"states": ["new", 3], "outlet": "가"}, Filter(states=("new",), outlet="가")),
        ({"states": "new", "undecided": "yes", "text": 3, "order": "date"}, Filter()),
    ],
)
def test_what_does_not_fit_restricts_nothing(data, wanted):
    assert filter_from(data) == wanted
