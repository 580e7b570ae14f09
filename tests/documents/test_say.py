"""How values are said: British English, what has been rounded already, and nothing that acts on a terminal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.documents import clean, say
from lgtrade.documents._say import percentage
from lgtrade.money import Money, Rate
from lgtrade.strategies import money
from lgtrade.words import Words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Money.pounds("1234.5"), "£1,234.50"),
        (Money.pounds(-12), "−£12.00"),
        (Rate("12.125"), "£12.125"),
        (Rate("-0.5"), "−£0.50"),
        (Decimal(3000), "3,000"),
        (Decimal("1.5"), "1.5"),
        (dt.date(2026, 4, 1), "1 April 2026"),
        (FinancialYear(2026), "2026/27"),
        ("plain", "plain"),
        (Words("on {day}, {sum}", day=dt.date(2004, 4, 1), sum=Money.pounds(5)), "on 1 April 2004, £5.00"),
        (Words("{left} stays", right=1), "{left} stays"),
        (Words("{inner}", inner=Words("in {year}", year=FinancialYear(2004))), "in 2004/05"),
    ],
)  # fmt: skip
def test_a_value_is_said_as_people_write_it(value: object, said: str) -> None:
    assert say(value) == said


@given(money())
def test_what_is_said_of_a_sum_can_be_read_back_to_the_penny(amount: Money) -> None:
    assert Money.pounds(say(amount)) == amount


@given(st.text())
def test_no_name_can_act_on_a_terminal(name: str) -> None:
    assert say(name).isprintable()
    assert clean(name).isprintable()
    assert say(Words("{name}", name=name)).isprintable()
    assert len(clean(name)) == len(name)


@given(st.text())
def test_braces_in_a_name_are_left_as_they_are(name: str) -> None:
    assert say(Words("{a}", a="{b}" + name, b="wrong")) == clean("{b}" + name)


def test_a_percentage_is_rounded_half_up_to_one_place() -> None:
    assert percentage(Fraction(1255, 1316)) == "95.4%"
    assert percentage(Fraction(1, 8)) == "12.5%"
    assert percentage(Fraction(4, 10000)) == "0.0%"
    assert percentage(Fraction(5, 10000)) == "0.1%"


def test_words_that_are_text_from_outside_cannot_act_on_a_terminal() -> None:
    assert say(Words("Calls" + chr(27) + "[31m for {year}", year="2026" + chr(7))) == "Calls?[31m for 2026?"
