"""Statements worked by hand, and what cannot be billed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.agreements.facts import BASIS, agreement, said

from lgtrade.billing import Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import AtCost, Commercial, Flat, Minimum, PerUnit, Why
from lgtrade.money import HALF_UP, Money, Rate

YEAR = FinancialYear(2004)


def calls(first: str, last: str, quantity: object) -> Usage:
    return Usage(Period(first, last), quantity, BASIS)


def test_a_year_of_calls_at_a_price_for_each() -> None:
    """310 x £24.50 = £7,595 and 12.5 x £24.50 = £306.25; the calls of the next year are not in it."""
    used = [
        calls("2004-04-01", "2004-06-30", 310),
        calls("2005-04-01", "2005-04-30", 99),
        calls("2005-03-01", "2005-03-31", "12.5"),
    ]
    statement = bill(agreement(), YEAR, used)
    assert [line.charge.amount for line in statement.lines] == [Money.pounds(7_595), Money.pounds("306.25")]
    assert [line.charge.why for line in statement.lines] == [Why.QUANTITY, Why.QUANTITY]
    assert statement.total == Money.pounds("7,901.25")


def test_use_on_the_first_and_on_the_last_day_of_the_term_is_billed() -> None:
    made = agreement(term=Period("2004-06-01", "2004-08-31"))
    used = [calls("2004-06-01", "2004-06-01", 1), calls("2004-08-31", "2004-08-31", 1)]
    assert bill(made, YEAR, used).total == Money.pounds(49)


def test_two_teams_with_as_much_use_in_the_same_days_are_both_billed() -> None:
    used = [calls("2004-04-01", "2004-06-30", 10), calls("2004-04-01", "2004-06-30", 10)]
    assert bill(agreement(), YEAR, used).total == Money.pounds(490)


def test_a_flat_price_is_owed_once_for_each_year_that_the_term_touches() -> None:
    """1 October 2004 to 31 March 2007 touches three financial years; the first is owed in full."""
    made = agreement(term=Period("2004-10-01", "2007-03-31"), charge=Flat(Money.pounds(1_000)))
    statements = [bill(made, year, []) for year in made.term.financial_years()]
    assert [statement.total for statement in statements] == [Money.pounds(1_000)] * 3
    (line,) = statements[0].lines
    assert (line.period, line.charge.quantity) == (Period("2004-10-01", "2005-03-31"), Decimal(1))


def test_a_flat_price_with_a_minimum_is_owed_once_a_year_and_not_for_each_use() -> None:
    made = agreement(charge=Minimum(Flat(Money.pounds(800)), Money.pounds(1_000)))
    used = [calls("2004-04-01", "2004-06-30", 3), calls("2004-07-01", "2004-09-30", 3)]
    assert bill(made, YEAR, used).total == Money.pounds(1_000)


def test_three_half_hours_at_cost_do_not_round_up_to_more_than_the_cost() -> None:
    """£5.00 over 1.5 hours is £3.3333...; half an hour is £1.66665, so £1.66, and three of them £4.98.

    Rounded to the nearest penny they would come to £5.01, a penny more than the service cost.
    """
    rule = AtCost(AtCost().rounding.to("0.0001"))
    used = [calls(f"2004-0{month}-01", f"2004-0{month}-30", "0.5") for month in (4, 6, 9)]
    charge = rule.unit_charge(Money.pounds(5), "1.5")
    assert charge.rate == Rate("3.3333")
    assert bill(agreement(charge=rule), YEAR, used, charge).total == Money.pounds("4.98")


def test_a_year_at_a_commercial_charge() -> None:
    """(£49,500 and 12.5%) / 3,000 = £18.5625, so £18.56 a call; 2,940 calls are £54,566.40."""
    rule = Commercial("12.5%")
    charge = rule.unit_charge(Money.pounds(49_500), 3_000)
    used = [calls("2004-04-01", "2005-03-31", 2_940)]
    assert bill(agreement(charge=rule), YEAR, used, charge).total == Money.pounds("54,566.40")


NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
DIGITS = "Accepted: at most 18 digits before the point and 12 after it."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"quantity": -1}, ["quantity: the quantity is negative. Accepted: a quantity of nothing or more."]),
        ({"quantity": 1.5}, [f"quantity: 1.5 is a float, which cannot hold most amounts exactly. {NUMBER}"]),
        ({"quantity": True}, [f"quantity: True is not a number. {NUMBER}"]),
        ({"quantity": Decimal("NaN")}, [f"quantity: NaN has too many digits, or is not finite. {DIGITS}"]),
        ({"quantity": "many"}, [f"quantity: 'many' is not a number. {NUMBER}"]),
        (
            {"period": Period("2005-03-31", "2005-04-01"), "quantity": -1},
            [
                "quantity: the quantity is negative. Accepted: a quantity of nothing or more.",
                (
                    "period: 31 March 2005 to 1 April 2005 runs over the end of a financial year. "
                    "Accepted: a period within one financial year."
                ),
            ],
        ),
        (
            {"period": Period("2004-04-01", "2006-04-01"), "quantity": 1.5, "basis": "a log"},
            [
                f"quantity: 1.5 is a float, which cannot hold most amounts exactly. {NUMBER}",
                (
                    "period: 1 April 2004 to 1 April 2006 runs over the end of a financial year. "
                    "Accepted: a period within one financial year."
                ),
                "basis: 'a log' is of type str. Accepted: a Source or an Assumption.",
            ],
        ),
        (
            {"period": "2004/05", "basis": None},
            [
                "period: '2004/05' is of type str. Accepted: a Period.",
                "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_usage_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"period": YEAR.period, "quantity": 1, "basis": BASIS}
    assert said(lambda: Usage(**(right | changed))) == words


def test_usage_shows_what_was_given() -> None:
    used = calls("2004-04-01", "2004-06-30", 310)
    assert used.year == YEAR
    assert repr(used) == f"Usage(period={used.period!r}, quantity=Decimal('310'), basis={BASIS!r})"


def test_a_year_in_which_the_agreement_does_not_run_cannot_be_billed() -> None:
    assert said(lambda: bill(agreement(), FinancialYear(2007), [])) == [
        "year: HD1 does not run in 2007/08. Accepted: a financial year within 1 April 2004 to 31 March 2007."
    ]


def test_usage_outside_the_term_is_named_by_its_number_among_all_the_usage() -> None:
    made = agreement(term=Period("2004-06-01", "2006-02-28"))
    used = [
        calls("2005-04-01", "2005-04-30", 1),
        calls("2004-06-01", "2004-06-30", 1),
        calls("2004-05-31", "2004-06-30", 1),
        calls("2006-02-01", "2006-03-01", 1),
    ]
    assert said(lambda: bill(made, YEAR, used)) == [
        (
            "usage[2].period: 31 May 2004 to 30 June 2004 is not within the term. "
            "Accepted: days within 1 June 2004 to 28 February 2006."
        )
    ]
    assert said(lambda: bill(made, FinancialYear(2005), used)) == [
        (
            "usage[3].period: 1 February 2006 to 1 March 2006 is not within the term. "
            "Accepted: days within 1 June 2004 to 28 February 2006."
        )
    ]


@pytest.mark.parametrize("rule", [AtCost(), Commercial("10%")])
def test_a_rule_needs_the_unit_charge_that_it_set(rule: AtCost | Commercial) -> None:
    assert said(lambda: bill(agreement(charge=rule), YEAR, [])) == [
        (
            "unit_charge: HD1 is charged by a rule, and there is no unit charge. "
            "Accepted: the unit charge that the rule set for 2004/05."
        )
    ]


@pytest.mark.parametrize("price", [Flat(Money.pounds(5)), PerUnit(Rate(1))])
def test_a_price_takes_no_unit_charge(price: Flat | PerUnit) -> None:
    charge = AtCost(HALF_UP).unit_charge(Money.pounds(5), 1)
    assert said(lambda: bill(agreement(charge=price), YEAR, [], charge)) == [
        "unit_charge: HD1 is charged at a price, and there is a unit charge. Accepted: no unit charge."
    ]


def test_all_that_is_wrong_with_a_bill_is_said() -> None:
    made = agreement(charge=AtCost())
    used = [calls("2007-04-01", "2007-04-30", 1), calls("2008-03-01", "2008-03-31", 1)]
    assert said(lambda: bill(made, FinancialYear(2007), used)) == [
        "year: HD1 does not run in 2007/08. Accepted: a financial year within 1 April 2004 to 31 March 2007.",
        (
            "unit_charge: HD1 is charged by a rule, and there is no unit charge. "
            "Accepted: the unit charge that the rule set for 2007/08."
        ),
        (
            "usage[0].period: 1 April 2007 to 30 April 2007 is not within the term. "
            "Accepted: days within 1 April 2004 to 31 March 2007."
        ),
        (
            "usage[1].period: 1 March 2008 to 31 March 2008 is not within the term. "
            "Accepted: days within 1 April 2004 to 31 March 2007."
        ),
    ]
