"""Statements at prices that depend on who is charged, or for which days, and how each line comes about."""

from __future__ import annotations

from decimal import Decimal

import attrs
from hypothesis import given
from tests.agreements.facts import agreement
from tests.charging.facts import A_POUND, KNOWN, TEN_A_DAY, TIERS, said

from lgtrade.billing import Statement, Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import (
    AtCost,
    Concession,
    Differential,
    Indexation,
    Indexed,
    IndexForm,
    IndexSeries,
    Minimum,
    Occasion,
    PerUnit,
    PriceFrom,
    Prorated,
    Repriced,
)
from lgtrade.money import Money, Rate, total
from lgtrade.strategies import statements

YEAR = FinancialYear(2004)
CUSTOMER = agreement().customer.name


def used(first: str, last: str, units: int) -> Usage:
    return Usage(Period(first, last), units, KNOWN)


SPRING, SUMMER = used("2004-04-01", "2004-06-30", 100), used("2004-07-01", "2004-08-31", 50)


@given(statements())
def test_the_lines_that_explain_a_statement_add_to_it(statement: Statement) -> None:
    explained = statement.explain()
    assert len(explained) == len(statement.lines)
    for line, lines in zip(statement.lines, explained, strict=True):
        assert total(each.amount for each in lines) == line.charge.amount


def test_a_customer_is_charged_its_own_price() -> None:
    price = Differential(A_POUND, {CUSTOMER: PerUnit(Rate("0.80"))}, "it sends its own files")
    assert bill(agreement(charge=price), YEAR, [SPRING]).total == Money.pounds(80)
    pilot = Concession(A_POUND, "25%", (CUSTOMER,), "a pilot")
    assert bill(agreement(charge=pilot), YEAR, [SPRING, SUMMER]).total == Money.pounds("112.50")


def test_use_is_charged_at_the_price_of_its_days() -> None:
    price = Repriced((PriceFrom("2004-04-01", A_POUND), PriceFrom("2004-07-01", PerUnit(Rate("1.10")))))
    statement = bill(agreement(charge=price), YEAR, [SPRING, SUMMER])
    assert [line.charge.amount for line in statement.lines] == [Money.pounds(100), Money.pounds(55)]


def test_a_yearly_sum_by_the_day_is_for_the_days_of_the_agreement_in_the_year() -> None:
    """274 of the 365 days from 1 July 2004."""
    late = attrs.evolve(agreement(charge=Prorated(TEN_A_DAY)), term=Period("2004-07-01", "2006-03-31"))
    assert bill(late, YEAR, []).total == Money.pounds(2740)
    assert bill(late, FinancialYear(2005), []).total == Money.pounds(3650)


def test_every_use_that_cannot_be_charged_is_named() -> None:
    cpi = IndexSeries("CPI", IndexForm.CHANGES, (), KNOWN)
    price = Indexed(A_POUND, Indexation(cpi, "2003-06-01"))
    words = "indexation.series.values: CPI has no figure for June 2004. Accepted: a figure for that month."
    assert said(lambda: bill(agreement(charge=price), YEAR, [SPRING, SUMMER])) == [
        f"usage[0].{words}",
        f"usage[1].{words}",
    ]
    later = Repriced((PriceFrom("2004-05-01", A_POUND),))
    assert said(lambda: bill(agreement(charge=later), YEAR, [SUMMER, SPRING])) == [
        "usage[1].occasion.days: 1 April 2004 is before the first price. Accepted: days from 1 May 2004."
    ]


def test_a_line_shows_the_tiers_and_the_minimum_that_it_comes_from() -> None:
    statement = bill(agreement(charge=Minimum(TIERS, Money.pounds(150))), YEAR, [used("2004-04-01", "2004-04-30", 150)])
    assert [[(str(each.words), each.quantity, each.amount) for each in lines] for lines in statement.explain()] == [
        [
            ("quantity at the rate", Decimal(100), Money.pounds(100)),
            ("quantity at the rate", Decimal(50), Money.pounds(40)),
            ("raised to the minimum of £150.00", Decimal(150), Money.pounds(10)),
        ]
    ]


def test_a_statement_put_together_without_its_unit_charge_explains_each_line_by_itself() -> None:
    charged = bill(agreement(charge=AtCost()), YEAR, [SPRING], AtCost().unit_charge(Money.pounds(100), 10))
    assert attrs.evolve(charged, unit_charge=None).explain() == charged.explain() == ((charged.lines[0].charge,),)


def test_an_occasion_makes_no_difference_to_a_price_that_does_not_depend_on_it() -> None:
    assert A_POUND.charge(5, Occasion(YEAR.period, CUSTOMER)) == A_POUND.charge(5)
