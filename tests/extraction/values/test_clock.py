from __future__ import annotations

import pytest

from desktop_app.extraction.values.clock import time_of


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("오후 6시", "T18:00"),
        ("오전 12시", "T00:00"),
        ("낮 12시", "T12:00"),
        ("15시 20분", "T15:20"),
        ("오전 9시 반", "T09:30"),
        ("밤 아홉 시", "T21:00"),
        ("10:00~18:00", "T10:00/T18:00"),
        ("오후 2~4시", "T14:00/T16:00"),
        ("오전 10시~오후 5시", "T10:00/T17:00"),
        ("정오", "T12:00"),
        ("2시간 30분", "PT2H30M"),
        ("두 시간", "PT2H"),
        ("30분", "PT30M"),
    ],
)
def test_times(surface: str, text: str) -> None:
    value = time_of(surface)
    assert value is not None
    assert (value.kind, value.text) == ("time", text)


@pytest.mark.parametrize("surface", ["", "언젠가", "99:99"])
def test_no_time(surface: str) -> None:
    assert time_of(surface) is None
