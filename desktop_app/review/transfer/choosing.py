"""Which articles someone means: `field=value` pairs of the command line as a filter of the queue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from desktop_app.domain.article import ArticleState
from desktop_app.domain.errors import ExportFailed
from desktop_app.store.queue import Filter

FIELDS = ("state", "outlet", "tag", "label", "since", "until", "reviewer", "text")


def filter_from(pairs: Iterable[str]) -> Filter:
    """A filter from pairs such as "outlet=한빛일보"; raises ExportFailed for what is none.

    `state` may be given several times (reviewed, started, new), every other field once: the last one counts.
    """
    states: list[str] = []
    given: dict[str, Any] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in FIELDS or not value:
            raise ExportFailed(path=pair, reason=f"a filter is FIELD=VALUE with one of: {', '.join(FIELDS)}")
        if name == "state":
            states.append(_state(value))
        elif name in {"since", "until"}:
            given[name] = _date(value)
        else:
            given[name] = value
    return Filter(states=tuple(states), **given)


def _date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise ExportFailed(path=value, reason="a date is written as 2026-11-24, 2026-11 or 2026")
    return value


def _state(value: str) -> str:
    states = [str(s) for s in ArticleState]
    if value not in states:
        raise ExportFailed(path=f"state={value}", reason=f"the states are: {', '.join(states)}")
    return value
