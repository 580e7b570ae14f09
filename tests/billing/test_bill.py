from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import BASIS, THREE_YEARS, agreement

from lgtrade.agreements import Agreement
from lgtrade.billing import Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Price, Why
from lgtrade.money import DOWN, HALF_UP, UP, ZERO, Money, Rate, Rounding, total
from lgtrade.strategies import flat_prices, graduated_prices, minimum_prices, money, prices, quantities, unit_prices

YEARS = tuple(THREE_YEARS.financial_years())
YEAR = st.sampled_from(YEARS)
UNITS = quantities(max_value=10**4)
BY_USE = unit_prices() | graduated_prices()


@st.composite
def uses(draw: st.DrawFn) -> Usage:
    year = draw(YEAR).period
    first = draw(st.dates(year.first, year.last))
    return Usage(Period(first, draw(st.dates(first, year.last))), draw(UNITS), BASIS)


USED = st.lists(uses(), max_size=6)


def used_in(year: FinancialYear, used: list[Usage]) -> list[Usage]:
    return [each for each in used if year.period.first <= each.period.first <= year.period.last]


@given(prices(), YEAR, USED)
def test_the_lines_of_a_statement_add_to_its_total(price: Price, year: FinancialYear, used: list[Usage]) -> None:
    statement = bill(agreement(charge=price), year, used)
    assert statement.total == total(line.charge.amount for line in statement.lines)
    assert (statement.year, statement.unit_charge) == (year, None)


@given(prices(), YEAR, USED)
def test_usage_of_other_years_is_left_out(price: Price, year: FinancialYear, used: list[Usage]) -> None:
    assert bill(agreement(charge=price), year, used) == bill(agreement(charge=price), year, used_in(year, used))


@given(BY_USE, YEAR, USED)
def test_each_period_of_usage_is_charged_by_itself_in_the_order_given(
    price: PerUnit | Graduated, year: FinancialYear, used: list[Usage]
) -> None:
    lines = bill(agreement(charge=price), year, used).lines
    expected = [(each.period, price.charge(each.quantity)) for each in used_in(year, used)]
    assert [(line.period, line.charge) for line in lines] == expected


@given(BY_USE, USED)
def test_the_statements_of_all_years_charge_for_all_the_usage_and_for_no_more(
    price: PerUnit | Graduated, used: list[Usage]
) -> None:
    charged = total(bill(agreement(charge=price), year, used).total for year in YEARS)
    assert charged == total(price.charge(each.quantity).amount for each in used)


@given(flat_prices(), money(min_value=ZERO, max_value=Money.pounds(10**9)), YEAR, USED)
def test_under_a_flat_price_one_sum_is_owed_a_year_whatever_is_used(
    price: Flat, least: Money, year: FinancialYear, used: list[Usage]
) -> None:
    (line,) = bill(agreement(charge=price), year, used).lines
    assert (line.period, line.charge.amount, line.charge.why) == (year.period, price.amount, Why.FLAT)
    assert bill(agreement(charge=Minimum(price, least)), year, used).total == max(price.amount, least)


@given(minimum_prices().filter(lambda price: not price.is_flat), YEAR, USED)
def test_a_minimum_holds_for_each_period_of_usage(price: Minimum, year: FinancialYear, used: list[Usage]) -> None:
    lines = bill(agreement(charge=price), year, used).lines
    assert all(line.charge.amount >= price.least for line in lines)
    assert len(lines) == len(used_in(year, used))


@given(BY_USE, YEAR)
def test_a_year_without_usage_owes_nothing_but_a_flat_price(price: PerUnit | Graduated, year: FinancialYear) -> None:
    statement = bill(agreement(charge=price), year, [])
    assert (statement.lines, statement.total) == ((), ZERO)


def by_rule(rule: AtCost | Commercial, cost: Money, units: Decimal, used: list[Usage]) -> tuple[Money, Fraction]:
    """Bill a year by a rule, and give what is owed and the exact sum of its lines."""
    charge = rule.unit_charge(cost, units)
    statement = bill(agreement(charge=rule), YEARS[0], used, charge)
    assert statement.unit_charge == charge
    return statement.total, Fraction(charge.rate.pounds) * sum(
        (Fraction(each.quantity) for each in used_in(YEARS[0], used)), Fraction(0)
    )


COSTS = money(min_value=ZERO, max_value=Money.pounds(10**6))


@given(st.sampled_from([DOWN, DOWN.to("0.0001"), DOWN.to("1")]), COSTS, USED)
def test_at_cost_rounded_towards_zero_a_statement_never_comes_to_more_than_the_exact_sum(
    down: Rounding, cost: Money, used: list[Usage]
) -> None:
    owed, exact = by_rule(AtCost(down), cost, Decimal(7), used)
    assert 0 <= exact - Fraction(owed.in_pounds) < Fraction(1, 100) * max(len(used), 1)


@given(COSTS, st.lists(quantities(min_value=1, max_value=10**4), min_size=1, max_size=6))
def test_with_exact_estimates_a_statement_at_cost_never_comes_to_more_than_the_cost(
    cost: Money, quantities_: list[Decimal]
) -> None:
    used = [
        Usage(Period(day := dt.date(2004, 4, 1 + number), day), units, BASIS)
        for number, units in enumerate(quantities_)
    ]
    owed, _ = by_rule(AtCost(DOWN.to("0.0001")), cost, sum(quantities_, Decimal(0)), used)
    assert owed <= cost


@given(st.sampled_from([UP, UP.to("0.0001"), UP.to("10")]), COSTS, USED)
def test_a_commercial_statement_rounded_up_never_comes_to_less_than_the_exact_sum(
    up: Rounding, cost: Money, used: list[Usage]
) -> None:
    owed, exact = by_rule(Commercial("15%", up), cost, Decimal(7), used)
    assert Fraction(owed.in_pounds) >= exact


@given(COSTS, USED)
def test_under_a_rule_each_charge_is_rounded_to_a_penny_as_the_rule_rounds(cost: Money, used: list[Usage]) -> None:
    for rule in (AtCost(), AtCost(HALF_UP.to("0.001")), Commercial("10%", UP.to("1"))):
        charge = rule.unit_charge(cost, 7)
        lines = bill(agreement(charge=rule), YEARS[0], used, charge).lines
        assert {line.charge.rounding for line in lines} <= {Rounding(rule.rounding.direction)}


@given(uses())
def test_usage_lies_in_the_one_year_in_which_its_days_lie(used: Usage) -> None:
    assert used.year == FinancialYear.of(used.period.first) == FinancialYear.of(used.period.last)


@given(UNITS)
def test_a_quantity_is_read_in_whatever_form_it_is_given(units: Decimal) -> None:
    period = YEARS[0].period
    assert Usage(period, str(units), BASIS) == Usage(period, units, BASIS)


def test_a_bill_is_made_under_its_agreement() -> None:
    made: Agreement = agreement(charge=PerUnit(Rate("24.50")))
    assert bill(made, YEARS[0], []).agreement == made
