from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lgtrade.charging import AtCost, Commercial
from lgtrade.money import DOWN, HALF_UP, UP, ZERO, Money, Rate, Rounding, as_fraction
from lgtrade.strategies import at_cost_rules, commercial_rules, money, quantities, roundings

COSTS = money(min_value=ZERO, max_value=Money.pounds(10**7))
BALANCES = money(min_value=Money.pounds(-(10**7)), max_value=Money.pounds(10**7))
UNITS = quantities(min_value=1, max_value=10**5)
MARGINS = st.fractions(0, 3, max_denominator=1000)
FINE = st.sampled_from([DOWN, DOWN.to("0.0001"), DOWN.to("1"), DOWN.to("10")])
"""Towards zero, to a rate finer than a penny or coarser."""


def pounds(sum_: Money) -> Fraction:
    return Fraction(sum_.in_pounds)


@given(at_cost_rules(), BALANCES, UNITS, BALANCES)
def test_an_at_cost_charge_is_never_negative(rule: AtCost, cost: Money, units: Decimal, brought: Money) -> None:
    assert rule.unit_charge(cost, units, brought).rate >= Rate(0)


@given(FINE, COSTS, UNITS, BALANCES)
def test_income_expected_at_cost_never_exceeds_what_has_to_be_recovered(
    down: Rounding, cost: Money, units: Decimal, brought: Money
) -> None:
    expected = as_fraction(AtCost(down).unit_charge(cost, units, brought).expected_income.pounds)
    assert expected <= pounds(max(cost - brought, ZERO))


@given(FINE, COSTS, UNITS, BALANCES)
def test_income_expected_at_cost_falls_short_by_less_than_the_rounding_of_each_unit(
    down: Rounding, cost: Money, units: Decimal, brought: Money
) -> None:
    expected = as_fraction(AtCost(down).unit_charge(cost, units, brought).expected_income.pounds)
    assert pounds(max(cost - brought, ZERO)) - expected < Fraction(down.unit) * Fraction(units)


def test_the_charge_itself_is_rounded_towards_zero_to_a_penny_unless_said_otherwise() -> None:
    assert AtCost().rounding == DOWN
    assert Commercial(0).rounding == HALF_UP


@given(at_cost_rules(), COSTS, UNITS, BALANCES)
def test_the_whole_balance_brought_forward_is_carried_in_the_charge(
    rule: AtCost, cost: Money, units: Decimal, brought: Money
) -> None:
    charge = rule.unit_charge(cost, units, brought)
    assert charge.rate == rule.unit_charge(max(cost - brought, ZERO), units).rate
    assert charge.rate == rule.rounding.rate(pounds(max(cost - brought, ZERO)) / Fraction(units))


@given(at_cost_rules(), COSTS, UNITS, BALANCES)
def test_what_of_a_surplus_cannot_be_returned_this_year_is_reported(
    rule: AtCost, cost: Money, units: Decimal, brought: Money
) -> None:
    charge = rule.unit_charge(cost, units, brought)
    to_recover = max(cost - brought, ZERO)
    assert to_recover - charge.not_returned == cost - brought
    assert charge.not_returned == ZERO or charge.rate == Rate(0)


@given(COSTS, UNITS)
def test_a_surplus_lowers_the_charge_and_a_deficit_raises_it(cost: Money, units: Decimal) -> None:
    small = Money.pounds(1)
    rates = [AtCost(UP.to("0.000001")).unit_charge(cost, units, brought).rate for brought in (small, ZERO, -small)]
    assert rates == sorted(rates)
    assert rates[1] < rates[2]


@given(at_cost_rules(), BALANCES, UNITS, BALANCES)
def test_a_unit_charge_says_what_it_was_worked_out_from(
    rule: AtCost, cost: Money, units: Decimal, brought: Money
) -> None:
    charge = rule.unit_charge(cost, units, brought)
    assert (charge.cost, charge.brought_forward, charge.units) == (cost, brought, units)
    assert (charge.margin, charge.rounding) == (Fraction(0), rule.rounding)
    assert charge.expected_income == charge.rate * units


@given(commercial_rules(), COSTS, UNITS)
def test_a_commercial_charge_is_the_cost_and_the_margin_rounded_once(
    rule: Commercial, cost: Money, units: Decimal
) -> None:
    charge = rule.unit_charge(cost, units)
    assert charge.rate == rule.rounding.rate(pounds(cost) * (1 + rule.margin) / Fraction(units))
    assert (charge.cost, charge.units, charge.margin, charge.rounding) == (cost, units, rule.margin, rule.rounding)
    assert (charge.brought_forward, charge.not_returned) == (ZERO, ZERO)


@given(MARGINS, COSTS, UNITS, st.sampled_from([UP, UP.to("0.0001"), UP.to("10")]))
def test_a_commercial_charge_is_never_below_cost_before_rounding(
    margin: Fraction, cost: Money, units: Decimal, up: Rounding
) -> None:
    expected = as_fraction(Commercial(margin, up).unit_charge(cost, units).expected_income.pounds)
    assert expected >= pounds(cost) * (1 + margin)


@given(roundings(for_money=True), COSTS, UNITS)
def test_a_commercial_charge_with_no_margin_is_the_charge_at_cost(
    rounding: Rounding, cost: Money, units: Decimal
) -> None:
    assert Commercial(0, rounding).unit_charge(cost, units) == AtCost(rounding).unit_charge(cost, units)


@given(MARGINS, MARGINS, COSTS, UNITS)
def test_a_larger_margin_never_lowers_the_charge(one: Fraction, other: Fraction, cost: Money, units: Decimal) -> None:
    less, more = sorted((one, other))
    assert Commercial(less).unit_charge(cost, units).rate <= Commercial(more).unit_charge(cost, units).rate


MONEY_RATES = st.sampled_from([DOWN, HALF_UP, UP, DOWN.to("1"), UP.to("0.5")])


@given(st.lists(st.tuples(COSTS, st.integers(1, 10**5)), max_size=8), MONEY_RATES)
def test_with_exact_estimates_each_year_ends_within_the_rounding_of_its_charge_times_its_units(
    years: list[tuple[Money, int]], rounding: Rounding
) -> None:
    balance = ZERO
    for cost, units in years:
        charge = AtCost(rounding).unit_charge(cost, units, balance)
        balance += charge.expected_income.round(DOWN) - cost
        assert abs(pounds(balance - charge.not_returned)) < Fraction(rounding.unit) * units


@given(st.lists(st.tuples(COSTS, UNITS), max_size=8))
def test_with_exact_estimates_rounded_towards_zero_no_year_ends_with_a_surplus(
    years: list[tuple[Money, Decimal]],
) -> None:
    balance = ZERO
    for cost, units in years:
        charge = AtCost().unit_charge(cost, units, balance)
        balance += charge.expected_income.round(DOWN) - cost
        assert balance <= ZERO
