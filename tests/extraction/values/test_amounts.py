from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extraction.values.amounts import amount_of
from desktop_app.extraction.values.numerals import plain, read_native, read_number


@pytest.mark.parametrize(
    ("surface", "text", "kind"),
    [
        ("4061억원", "406100000000 KRW", "money"),
        ("1억 5천만 원", "150000000 KRW", "money"),
        ("3조2천억 원", "3200000000000 KRW", "money"),
        ("120만 달러", "1200000 USD", "money"),
        ("42MW", "42 MW", "quantity"),
        ("300여 명", "~300 명", "quantity"),
        ("10만대", "100000 대", "quantity"),
        ("1/3", "1/3", "quantity"),
        ("3분의 1", "1/3", "quantity"),
        ("3.2%p", "3.2 %p", "quantity"),
        ("±3.1%포인트", "±3.1 %p", "quantity"),
        ("-1.42%", "-1.42 %", "quantity"),
        ("영하 3도", "-3 도", "quantity"),
        ("13~15㎞", "13..15 km", "quantity"),
        ("4~5만 명", "40000..50000 명", "quantity"),
        ("두세 명", "2..3 명", "quantity"),
        ("스물일곱 번", "27 번", "quantity"),
        ("천 원", "1000 KRW", "money"),
        ("제4차", "4 차", "quantity"),
        ("세계 17위", "17 위", "quantity"),
        ("3할2푼1리", "0.321", "quantity"),
        ("5대 5", "5:5", "quantity"),
        ("16만6973㎡", "166973 m2", "quantity"),
        ("만 19세", "19 세", "quantity"),
    ],
)
def test_amounts(surface: str, text: str, kind: str) -> None:
    value = amount_of(surface)
    assert value is not None
    assert (value.text, value.kind) == (text, kind)
    assert value.rule.startswith(kind)


@pytest.mark.parametrize("surface", ["", "많은 사람", "것"])
def test_nothing_is_made_of_nothing(surface: str) -> None:
    assert amount_of(surface) is None


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_groups_add_up(upper: int, lower: int) -> None:
    number = read_number(f"{upper}억 {lower}만")
    assert number is not None
    assert number.amount == Decimal(upper) * 10**8 + lower * 10**4


@given(st.text(max_size=12))
def test_no_text_breaks_the_readers(text: str) -> None:
    read_number(text)
    read_native(text)
    amount_of(text)


def test_plain_has_no_exponent() -> None:
    assert plain(Decimal("4.061E+11")) == "406100000000"
    assert plain(Decimal("3.20")) == "3.2"
