from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import HALF_EVEN, HALF_UP, Amount, Exact, Money
from lgtrade.strategies import amounts, exact_decimals, money

HELD = "a whole number, a Decimal or a Fraction"
FACTORS = st.one_of(
    st.integers(-(10**6), 10**6), exact_decimals(min_value=-(10**6), max_value=10**6), st.fractions(-(10**6), 10**6)
)


def exact(amount: Amount) -> Fraction:
    return Fraction(amount.pounds)


@given(amounts(), amounts())
def test_amounts_add_subtract_and_compare_exactly(one: Amount, other: Amount) -> None:
    assert exact(one + other) == exact(one) + exact(other)
    assert exact(one - other) == exact(one) - exact(other)
    assert (one == other) == (exact(one) == exact(other))
    assert (one < other) == (exact(one) < exact(other))
    assert (one <= other) == (exact(one) <= exact(other))
    assert (one > other) == (exact(one) > exact(other))


@given(amounts(), FACTORS)
def test_so_many_times_an_amount_loses_nothing(amount: Amount, factor: Exact) -> None:
    assert exact(amount.times(factor)) == exact(amount) * Fraction(factor)


@given(amounts(), FACTORS)
def test_an_amount_over_some_units_times_as_many_is_the_amount(amount: Amount, units: Exact) -> None:
    assume(units != 0)
    assert amount.over(units).times(units) == amount


@given(exact_decimals(min_value=-(10**9), max_value=10**9))
def test_an_amount_is_the_same_however_it_is_held(pounds: Decimal) -> None:
    decimal, fraction = Amount(pounds), Amount(Fraction(pounds))
    assert decimal == fraction
    assert hash(decimal) == hash(fraction)
    assert decimal <= fraction
    assert not decimal < fraction
    assert decimal.round(HALF_EVEN) == fraction.round(HALF_EVEN)


def test_amounts_that_differ_are_told_apart_by_their_hash() -> None:
    assert len({hash(Amount(Decimal(pounds))) for pounds in range(100)}) == 100


@given(money())
def test_money_as_an_amount_rounds_back_to_itself(amount: Money) -> None:
    assert amount.amount.round(HALF_UP) == amount


@pytest.mark.parametrize(
    ("pounds", "text"),
    [
        (Decimal("1234.5"), "£1,234.5"),
        (Decimal(-12), "-£12"),
        (Decimal("-0.00"), "£0.00"),
        (Fraction(100, 3), "£100/3"),
        (Fraction(-1, 3), "-£1/3"),
        (Fraction(-1, 8), "-£0.125"),
    ],
)
def test_an_amount_is_printed_exactly(pounds: Decimal | Fraction, text: str) -> None:
    assert repr(Amount(pounds)) == text


@pytest.mark.parametrize(
    ("pounds", "said"),
    [
        (1.5, "pounds: 1.5 is of type float. Accepted: a Decimal or a Fraction, in pounds."),
        (1, "pounds: 1 is of type int. Accepted: a Decimal or a Fraction, in pounds."),
        (True, "pounds: True is of type bool. Accepted: a Decimal or a Fraction, in pounds."),
        ("1", "pounds: '1' is of type str. Accepted: a Decimal or a Fraction, in pounds."),
        (Decimal("NaN"), "pounds: it is not a finite number. Accepted: a finite number."),
        (Decimal("-Infinity"), "pounds: it is not a finite number. Accepted: a finite number."),
    ],
)
def test_what_is_not_exact_is_no_amount(pounds: Decimal, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Amount(pounds)
    assert str(refused.value) == said


@pytest.mark.parametrize("pounds", [Decimal(12), Fraction(100, 3)])
def test_an_amount_is_not_multiplied_or_divided_by_what_is_not_exact(pounds: Decimal | Fraction) -> None:
    amount = Amount(pounds)
    for number in (0.1, True, "3", Decimal("NaN"), None):
        with pytest.raises(InputError) as refused:
            amount.times(number)  # type: ignore[arg-type]  # the point
        assert refused.value.issues[0].place == "factor"
        with pytest.raises(InputError) as refused:
            amount.over(number)  # type: ignore[arg-type]  # the point
        assert refused.value.issues[0].place == "units"
        assert str(refused.value.issues[0].accepted) == HELD


@pytest.mark.parametrize("units", [0, Decimal("0.00"), Fraction(0)])
def test_a_cost_cannot_be_divided_over_no_units(units: Exact) -> None:
    with pytest.raises(InputError) as refused:
        Amount(Decimal(100)).over(units)
    assert str(refused.value) == (
        "units: the cost cannot be divided over no units. Accepted: a number of units over zero."
    )


@pytest.mark.parametrize("other", [1, 1.0, Decimal(1), Money(pence=100), None])
def test_an_amount_is_not_added_to_or_compared_with_anything_else(other: object) -> None:
    for act in ("__add__", "__sub__", "__lt__", "__le__", "__eq__"):
        assert getattr(Amount(Decimal(1)), act)(other) is NotImplemented
