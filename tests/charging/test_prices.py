from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, Occasion, PerUnit, Price, Tier, Why
from lgtrade.money import EXACT, HALF_UP, ZERO, Money, Rate, Rounding
from lgtrade.strategies import (
    flat_prices,
    graduated_prices,
    minimum_prices,
    money,
    prices,
    quantities,
    rates,
    roundings,
    unit_prices,
)

NOTHING = Decimal(0)
BY_USE = unit_prices() | graduated_prices()
ON = Occasion(FinancialYear(2025).period, "Tamworth")


def exact_sum(price: PerUnit | Graduated, units: Decimal) -> Fraction:
    """Work the charge out another way: for each tier, the units that lie in it at its rate."""
    if isinstance(price, PerUnit):
        return Fraction(units) * Fraction(price.rate.pounds)
    bounds = [Fraction(0), *(Fraction(tier.upto) for tier in price.tiers if tier.upto is not None), Fraction(10**30)]
    return sum(
        (
            (min(max(Fraction(units), below), above) - below) * Fraction(tier.rate.pounds)
            for (below, above), tier in zip(pairwise(bounds), price.tiers, strict=True)
        ),
        Fraction(0),
    )


@given(BY_USE, quantities())
def test_a_charge_is_exact_before_it_is_rounded(price: PerUnit | Graduated, units: Decimal) -> None:
    line = price.charge(units)
    assert Fraction(line.exact) == exact_sum(price, units)
    assert line.quantity == units


@given(BY_USE, quantities())
def test_a_charge_is_rounded_once_by_the_named_rule_of_its_price(price: PerUnit | Graduated, units: Decimal) -> None:
    line = price.charge(units)
    assert line.rounding == price.rounding
    assert line.amount == price.rounding.money(exact_sum(price, units))
    assert line.why is (Why.QUANTITY if isinstance(price, PerUnit) else Why.TIERS)


@given(flat_prices(), quantities())
def test_a_flat_price_is_one_sum_whatever_the_quantity(price: Flat, units: Decimal) -> None:
    line = price.charge(units)
    assert (line.amount, line.exact) == (price.amount, price.amount.in_pounds)
    assert (line.quantity, line.why, line.rounding) == (units, Why.FLAT, HALF_UP)


@given(graduated_prices(), quantities(), quantities())
def test_a_graduated_charge_never_falls_as_use_rises(price: Graduated, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    assert price.charge(less).amount <= price.charge(more).amount
    assert price.cumulative(less) <= price.cumulative(more)


@given(graduated_prices(), st.lists(quantities(max_value=1000), max_size=6))
def test_charges_for_one_quantity_after_another_add_to_the_charge_for_the_whole(
    price: Graduated, used: list[Decimal]
) -> None:
    reached = list(accumulate([NOTHING, *used], EXACT.add))
    parts = [EXACT.subtract(price.cumulative(upto), price.cumulative(below)) for below, upto in pairwise(reached)]
    assert sum(map(Fraction, parts)) == Fraction(price.cumulative(reached[-1]))
    assert all(part >= 0 for part in parts)


@given(rates(min_value=Rate(0), max_value=Rate(999), places=4), roundings(for_money=True), quantities())
def test_one_open_tier_is_a_price_for_each_unit(rate: Rate, rounding: Rounding, units: Decimal) -> None:
    graduated, per_unit = Graduated((Tier(rate),), rounding).charge(units), PerUnit(rate, rounding).charge(units)
    assert (graduated.amount, graduated.exact) == (per_unit.amount, per_unit.exact)


@given(graduated_prices(), st.data())
def test_a_bound_inside_a_tier_changes_nothing(price: Graduated, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(price.tiers) - 1))
    tier = price.tiers[number]
    below = price.tiers[number - 1].upto or NOTHING if number else NOTHING
    inside = EXACT.divide(below + (tier.upto or below + 10), Decimal(2))
    cut = Graduated((*price.tiers[:number], Tier(tier.rate, inside), *price.tiers[number:]), price.rounding)
    units = data.draw(quantities())
    assert cut.charge(units) == price.charge(units)


@given(minimum_prices(), quantities())
def test_a_minimum_charge_is_never_undercut_and_never_lowers_a_charge(price: Minimum, units: Decimal) -> None:
    amount, unwrapped = price.charge(units).amount, price.price.charge(units)
    assert amount >= price.least
    assert amount >= unwrapped.amount
    assert amount in {price.least, unwrapped.amount}


@given(minimum_prices(), quantities())
def test_a_charge_says_when_it_was_raised_to_the_minimum_and_from_what(price: Minimum, units: Decimal) -> None:
    line, unwrapped = price.charge(units), price.price.charge(units)
    if unwrapped.amount < price.least:
        assert line.why is Why.MINIMUM
        assert (line.quantity, line.exact, line.rounding) == (unwrapped.quantity, unwrapped.exact, unwrapped.rounding)
    else:
        assert line == unwrapped


@given(BY_USE)
def test_no_use_costs_nothing(price: PerUnit | Graduated) -> None:
    assert price.charge(0).amount == ZERO


@given(prices(), quantities())
def test_no_charge_is_negative(price: Price, units: Decimal) -> None:
    assert price.charge(units, ON).amount >= ZERO


@given(prices(), quantities())
def test_a_quantity_is_charged_the_same_in_whatever_form_it_is_given(price: Price, units: Decimal) -> None:
    line = price.charge(units, ON)
    assert price.charge(str(units), ON) == line == price.line(units, ON)
    if units == int(units):
        assert price.charge(int(units), ON) == line


@given(flat_prices(), BY_USE, money(min_value=ZERO, max_value=Money.pounds(99)))
def test_a_price_is_flat_with_or_without_a_minimum(flat: Flat, by_use: PerUnit | Graduated, least: Money) -> None:
    assert (flat.is_flat, Minimum(flat, least).is_flat) == (True, True)
    assert (by_use.is_flat, Minimum(by_use, least).is_flat) == (False, False)


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (Flat(Money.pounds(900)), "£900.00, whatever the quantity"),
        (PerUnit(Rate("24.50")), "£24.50 for each unit"),
        (
            Graduated((Tier(Rate("1.00"), Decimal(100)), Tier(Rate("0.85"), Decimal("250.5")), Tier(Rate("0.7")))),
            "£1.00 for each unit up to 100, then £0.85 for each unit up to 250.5, then £0.70 for each unit",
        ),
        (Minimum(PerUnit(Rate("1.00")), Money.pounds(5)), "£1.00 for each unit, and at least £5.00"),
        (AtCost(), "at cost"),
        (Commercial("12.5%"), "cost and a margin of 12.5%"),
    ],
)
def test_a_price_or_a_rule_is_said_as_an_officer_would(price: object, words: str) -> None:
    assert str(price) == words
