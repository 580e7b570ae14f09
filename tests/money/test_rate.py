from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import HALF_UP, Exact, Money, Rate
from lgtrade.strategies import exact_decimals, rates

QUANTITIES = st.one_of(
    st.integers(0, 10**6), exact_decimals(min_value=0, max_value=10**6), st.fractions(0, 10**6, max_denominator=1000)
)
NUMBER = 'a whole number, a Decimal, or text such as "1,234.56"'
DIGITS = "at most 18 digits before the point and 12 after it"


@given(rates())
def test_a_rate_can_be_read_back_from_how_it_is_printed(rate: Rate) -> None:
    assert Rate(str(rate)) == rate


@given(rates())
def test_a_rate_is_printed_to_the_penny_at_least(rate: Rate) -> None:
    text = repr(rate)
    assert text.startswith("-£" if rate.pounds < 0 else "£")
    assert len(text.partition(".")[2]) >= 2


@given(rates(), QUANTITIES)
def test_a_rate_times_a_quantity_loses_nothing(rate: Rate, quantity: Exact) -> None:
    assert Fraction((rate * quantity).pounds) == Fraction(rate.pounds) * Fraction(quantity)


@given(rates(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_two_quantities_charged_apart_come_to_what_they_are_charged_together(rate: Rate, one: int, other: int) -> None:
    assert rate * one + rate * other == rate * (one + other)


@given(rates(), rates())
def test_rates_compare_by_value(one: Rate, other: Rate) -> None:
    assert (one < other) == (one.pounds < other.pounds)
    assert (one == other) == (one.pounds == other.pounds)


def test_noughts_at_the_end_make_no_difference() -> None:
    assert Rate("12.5") == Rate("12.50") == Rate(Decimal("12.500"))
    assert hash(Rate("12.5")) == hash(Rate("12.50"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("12.125", "£12.125"),
        ("12.5", "£12.50"),
        (1234, "£1,234.00"),
        ("-0.5", "-£0.50"),
        ("-0", "£0.00"),
        (Decimal("1E+3"), "£1,000.00"),
        ("0.000000000001", "£0.000000000001"),
    ],
)
def test_a_rate_is_printed_as_a_rate_card_prints_it(value: Decimal, text: str) -> None:
    assert repr(Rate(value)) == text


def test_a_charge_keeps_the_noughts_of_its_rate() -> None:
    assert repr(Rate("12.50") * 2) == "£25.00"
    assert repr(Rate("12.50") * Decimal("0.10")) == "£1.2500"


def test_three_hours_at_a_rate_finer_than_a_penny() -> None:
    charge = Rate("12.125") * 3
    assert repr(charge) == "£36.375"
    assert charge.round(HALF_UP) == Money.pounds("36.38")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.1, f"0.1 is a float, which cannot hold most amounts exactly. Accepted: {NUMBER}."),
        (True, f"True is not a number. Accepted: {NUMBER}."),
        ("dear", f"'dear' is not a number. Accepted: {NUMBER}."),
        (Decimal("NaN"), f"NaN has too many digits, or is not finite. Accepted: {DIGITS}."),
        (Decimal("Infinity"), f"Infinity has too many digits, or is not finite. Accepted: {DIGITS}."),
        ("0.0000000000001", f"'0.0000000000001' has too many digits, or is not finite. Accepted: {DIGITS}."),
        (Fraction(1, 3), f"Fraction(1, 3) is not a number. Accepted: {NUMBER}."),
    ],
)
def test_what_is_no_rate_is_refused_in_words(value: Decimal, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Rate(value)
    assert str(refused.value) == said


@pytest.mark.parametrize("quantity", [0.5, True, "3", Decimal("NaN"), Decimal("Infinity")])
def test_a_quantity_that_is_not_exact_is_refused(quantity: Decimal) -> None:
    with pytest.raises(InputError) as refused:
        Rate(12) * quantity
    assert str(refused.value.issues[0].accepted) == "a whole number, a Decimal or a Fraction"
