from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.values.calendar import Calendar

PUBLISHED = "2024-11-14"  # a Thursday


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("14일", "2024-11-14"),
        ("지난 14일", "2024-11-14"),
        ("지난 20일", "2024-10-20"),
        ("오는 20일", "2024-11-20"),
        ("오는 3일", "2024-12-03"),
        ("올해", "2024"),
        ("지난해", "2023"),
        ("내년 2월", "2025-02"),
        ("내달", "2024-12"),
        ("내달 5일", "2024-12-05"),
        ("지난달 3일", "2024-10-03"),
        ("5월 28일(화)", "2024-05-28"),
        ("1월 3일", "2025-01-03"),
        ("5월 말", "2024-05-21~/2024-05-31~"),
        ("2024년 2월 하순", "2024-02-21~/2024-02-29~"),
        ("2024~2028년", "2024/2028"),
        ("2024년~2028년", "2024/2028"),
        ("’24~’28", "2024/2028"),
        ("13일~15일", "2024-11-13/2024-11-15"),
        ("7월 12~13일", "2024-07-12/2024-07-13"),
        ("30일~2일", "2024-10-30/2024-11-02"),
        ("2025. 5. 28.(수)", "2025-05-28"),
        ("2024. 5. 1.(수)~5. 3.(금)", "2024-05-01/2024-05-03"),
        ("2024-05-01", "2024-05-01"),
        ("올해 상반기", "2024-01/2024-06"),
        ("하반기", "2024-07/2024-12"),
        ("3분기", "2024-07/2024-09"),
        ("2023년 봄", "2023-21"),
        ("1990년대", "199X"),
        ("20세기", "19XX"),
        ("2026학년도", "2026"),
        ("오는 2027년", "2027"),
        ("다음 주", "2024-11-18/2024-11-24"),
        ("수요일", "2024-11-13"),
        ("오늘", "2024-11-14"),
        ("연내", "2024-11-14/2024-12-31"),
        ("5년간", "P5Y"),
        ("석 달", "P3M"),
        ("사흘", "P3D"),
        ("2박 3일", "P3D"),
        ("일주일", "P1W"),
    ],
)
def test_dates_against_the_publication(surface: str, text: str) -> None:
    value = Calendar(PUBLISHED).value_of(surface)
    assert value is not None
    assert value.text == text


def test_this_day_is_the_day_named_last() -> None:
    calendar = Calendar(PUBLISHED)
    calendar.value_of("지난 5일")
    assert calendar.value_of("이날").text == "2024-11-05"
    assert calendar.value_of("전날").text == "2024-11-04"


@pytest.mark.parametrize(
    ("surface", "text"),
    [
        ("5월 28일", "XXXX-05-28"),
        ("14일", "XXXX-XX-14"),
        ("2024년 5월", "2024-05"),
        ("올해", None),
        ("내달", None),
    ],
)
def test_without_a_publication_only_what_is_said(surface: str, text: str | None) -> None:
    value = Calendar("").value_of(surface)
    assert (value.text if value else None) == text


@pytest.mark.parametrize("surface", ["2월 31일", "13월", "99일", "", "가나다"])
def test_days_that_do_not_exist_have_no_value(surface: str) -> None:
    value = Calendar(PUBLISHED).value_of(surface)
    assert value is None or value.text.startswith("P")


@given(
    st.text(alphabet="0123456789년월일 ~.()수지난오는올해말초상반기달’-", max_size=14),
    st.sampled_from(["", PUBLISHED, "x"]),
)
def test_no_surface_breaks_the_calendar(surface: str, published: str) -> None:
    Calendar(published).value_of(surface)
