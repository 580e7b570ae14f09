"""What a case says of its accounts, and what the ledger makes of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import said
from tests.cases.facts import SOURCE, calls_in, case, cost, estimate, income, pounds, supply, terms, year

from lgtrade.accounts import (
    NOT_SAID,
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    PlannedYear,
    StatedYear,
    YearEntry,
)
from lgtrade.cases import AccountTerms, Case, IncomeKind, IncomeLine, work_out
from lgtrade.charging import AtCost, Commercial, Flat
from lgtrade.money import ZERO, Money, Rate
from lgtrade.sources import Assumption
from lgtrade.strategies import income_lines

MONEY = "Accepted: an amount of Money."
S93, GENERAL_POWER = "LGA2003_S93", "LA2011_S3"


def line(start: int, sum_: int | str, kind: IncomeKind = IncomeKind.CHARGES, **given: Any) -> IncomeLine:
    return IncomeLine("help-desk", year(start), "A line", pounds(sum_), SOURCE, kind, **given)


def correction(start: int, on: str, **given: Any) -> Correction:
    return Correction(year(start), on, "a late invoice", SOURCE, **given)


def test_all_that_is_wrong_with_stated_income_is_said() -> None:
    given: dict[str, Any] = {
        "year": "2004/05",
        "amount": 5.0,
        "kind": "charges",
        "power": 7,
        "units": "many",
        "lowers_cost": "no",
    }
    assert said(lambda: IncomeLine(service="help-desk", heading="Charges", basis=SOURCE, **given)) == [
        "year: '2004/05' is of type str. Accepted: a FinancialYear.",
        f"amount: 5.0 is of type float. {MONEY}",
        "kind: 'charges' is of type str. Accepted: an IncomeKind.",
        "power: 7 is of type int. Accepted: the code of a power, or nothing.",
        "units: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "lowers_cost: 'no' is of type str. Accepted: true or false.",
    ]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: line(2004, 1, IncomeKind.OTHER),
            [
                (
                    "lowers_cost: it is not said whether it lowers the cost that charges may recover. "
                    "Accepted: true or false."
                )
            ],
        ),
        (
            lambda: line(2004, 1, lowers_cost=True),
            ["lowers_cost: a line of charges has nothing of that name. Accepted: nothing, or another kind of line."],
        ),
        (
            lambda: line(2004, -1, IncomeKind.RETURNED, power=S93, units=-1),
            [
                "units: it is negative. Accepted: a number of units, or nil.",
                "power: a line of returned has nothing of that name. Accepted: nothing, or another kind of line.",
                "units: a line of returned has nothing of that name. Accepted: nothing, or another kind of line.",
                "amount: less than nothing was returned: -£1.00. Accepted: an amount of nothing or more.",
            ],
        ),
        (
            lambda: line(2004, 1, power="LGA2003_S39"),
            [
                (
                    "power: 'LGA2003_S39' is not the code of a power. "
                    "Accepted: LGA2003_S95; LGA2003_S93; LGA2000_S2, perhaps."
                )
            ],
        ),
    ],
)
def test_a_line_of_income_says_what_its_kind_has_and_nothing_else(make: Any, words: list[str]) -> None:
    assert said(make) == words


def test_terms_by_which_no_account_could_be_kept_are_refused_at_once() -> None:
    given: dict[str, Any] = {
        "opening": 5.0,
        "window": 5,
        "rule": "equate",
        "material": pounds(-1),
        "corrections": ("late",),
        "stated": (ZERO,),
        "planned": (None,),
    }
    assert said(lambda: AccountTerms("help-desk", SOURCE, **given)) == [
        "correction[0]: 'late' is of type str. Accepted: a Correction.",
        "stated[0]: £0.00 is of type Money. Accepted: a StatedYear.",
        "planned[0]: None is of type NoneType. Accepted: a PlannedYear.",
        f"opening: 5.0 is of type float. {MONEY}",
        "rule: 'equate' is of type str. Accepted: a BreakEvenRule.",
        "reason: a window of 5 years has no reason. Accepted: a reason for a window of more than 3 years.",
        "material: it is negative: -£1.00. Accepted: an amount of nothing or more.",
    ]


def test_the_power_of_an_account_has_to_be_one_that_its_rule_fits() -> None:
    number: Any = 7
    assert said(lambda: terms(power=number)) == ["power: 7 is of type int. Accepted: the code of a power, or nothing."]
    assert said(lambda: terms(power="CODE_building-charges-2010")) == [
        "power: CODE_building-charges-2010 asks for another rule than cap. Accepted: the rule equate."
    ]
    assert terms(power="CODE_building-charges-2010", rule=BreakEvenRule.EQUATE).window == 3
    assert said(lambda: terms(power="LGA2003_S39", rule="cap"))[0].startswith("rule: 'cap' is of type str.")


def test_an_account_is_kept_of_three_years_from_nothing_unless_said_otherwise() -> None:
    kept = AccountTerms("help-desk", SOURCE)
    assert (kept.opening, kept.window, kept.reason, kept.returning, kept.material) == (ZERO, 3, "", False, ZERO)
    assert (kept.power, kept.corrections, kept.stated, kept.planned) == (None, (), (), ())


def test_an_account_is_kept_by_all_its_terms() -> None:
    kept: dict[str, Any] = {
        "opening": pounds(5),
        "window": 5,
        "reason": "a lease of five years",
        "rule": BreakEvenRule.EQUATE,
        "returning": True,
        "material": pounds(1),
        "corrections": (correction(2004, "2006-07-01", cost=pounds(1)),),
        "stated": (StatedYear(year(2004), closing=pounds(5)),),
    }
    entries = (YearEntry(year(2004), pounds(3), pounds(2)), YearEntry(year(2005), pounds(3), pounds(2)))
    assert terms(**kept).account(iter(entries)) == BreakEvenAccount("help-desk", entries, **kept)


def test_income_is_entered_by_power_and_other_income_is_kept_apart() -> None:
    """£90 and £10 of charges on £100; a grant of £5 lowers it, one of £7 does not; £2 is paid back."""
    other, back = IncomeKind.OTHER, IncomeKind.RETURNED
    lines = (
        line(2004, 90, power=S93, units=9),
        line(2004, 10, units=1),
        line(2004, 5, other, lowers_cost=True),
        line(2004, 7, other, lowers_cost=False),
        line(2004, 2, back),
    )
    (account,) = work_out(case(costs=(cost(2004, 100),), income=lines, accounts=(terms(),))).accounts
    (position,) = account.positions
    entry = position.entry
    assert (entry.service, entry.income, entry.powers) == (
        "help-desk",
        pounds(100),
        {S93: pounds(90), NOT_SAID: pounds(10)},
    )
    assert (entry.cost, entry.cost_to_recover, entry.surplus) == (pounds(100), pounds(95), pounds(5))
    assert (entry.returned, entry.units, position.closing) == (pounds(2), Decimal(10), pounds(3))
    assert [(each.amount, each.lowers_cost) for each in entry.other] == [(pounds(5), True), (pounds(7), False)]


@settings(max_examples=40)
@given(st.lists(income_lines(), max_size=6))
def test_an_account_has_every_line_of_its_income_and_grants_that_lower_no_cost_change_nothing(
    lines: list[IncomeLine],
) -> None:
    ours = [attrs.evolve(each, service="help-desk", year=year(2004)) for each in lines]
    worked = work_out(
        case(costs=(cost(2004, 100),), income=(line(2004, 1), *ours), accounts=(terms(rule=BreakEvenRule.EQUATE),))
    )
    (account,) = worked.accounts
    charged = [each.amount for each in ours if each.kind is IncomeKind.CHARGES]
    lowered = [each.amount for each in ours if each.lowers_cost]
    returned = [each.amount for each in ours if each.kind is IncomeKind.RETURNED]
    pence = 1 * 100 - 100 * 100 + sum(each.pence for each in charged + lowered) - sum(each.pence for each in returned)
    assert account.closing == Money(pence=pence)


def test_what_is_charged_under_agreements_is_under_the_power_of_the_account() -> None:
    lines = (line(2004, 5, power=GENERAL_POWER),)
    at_a_price = case(
        costs=(cost(2004, 100),), supplies=(supply(calls_in(2004, 2)),), income=lines, accounts=(terms(power=S93),)
    )
    (account,) = work_out(at_a_price).accounts
    assert account.entries[0].powers == {GENERAL_POWER: pounds(5), S93: pounds(49)}


def test_units_are_known_only_where_they_are_said_of_all_that_was_charged() -> None:
    costs, known = (cost(2004, 98),), (terms(),)
    used = (supply(calls_in(2004, 2)),)
    (account,) = work_out(case(costs=costs, supplies=used, accounts=known)).accounts
    assert (account.entries[0].units, account.entries[0].unit_cost) == (Decimal(2), Fraction(49))
    (account,) = work_out(case(costs=costs, supplies=used, income=(income(2004, 1),), accounts=known)).accounts
    assert account.entries[0].units is None
    flat = (supply(calls_in(2004, 2), charge=Flat(pounds(1))),)
    every_year = (*costs, cost(2005, 1), cost(2006, 1))
    (account,) = work_out(case(costs=every_year, supplies=flat, accounts=known)).accounts
    assert account.entries[0].units is None


def test_a_charge_at_cost_takes_in_corrections_made_before_its_year_and_no_later_one() -> None:
    """£100 a year over 10 units; £10 more cost is found in March 2005, and £20 more in April: 11 and then 12."""
    found = (
        correction(2004, "2005-03-31", cost=pounds(10)),
        correction(2004, "2005-04-01", cost=pounds(20)),
        correction(2006, "2005-03-31", cost=pounds(50)),
    )
    years = (2004, 2005, 2006)
    at_cost = supply(
        *(calls_in(start, 10) for start in years),
        estimates=tuple(estimate(start, 10) for start in years),
        charge=AtCost(),
    )
    worked = work_out(
        case(
            costs=tuple(cost(start, 100) for start in years),
            supplies=(at_cost,),
            accounts=(terms(corrections=found),),
        )
    )
    charges = [worked.figures["unit-charge", "HD1", str(year(start))] for start in years]
    assert charges == [Rate(10), Rate(11), Rate(12)]
    assert worked.figures["balance", "help-desk", "2006/07"] == pounds(-50)


def test_a_grant_lowers_a_charge_at_cost_and_not_a_commercial_one() -> None:
    grant = line(2004, 40, IncomeKind.OTHER, lowers_cost=True)
    apart = line(2004, 40, IncomeKind.OTHER, lowers_cost=False)
    given: dict[str, Any] = {"estimates": (estimate(2004, 10),)}

    def charge(rule: AtCost | Commercial, *lines: IncomeLine) -> object:
        supplies = (supply(calls_in(2004, 10), charge=rule, **given),)
        return work_out(case(costs=(cost(2004, 100),), supplies=supplies, income=lines)).statements[0].unit_charge

    charges = [charge(AtCost(), grant), charge(AtCost(), apart), charge(Commercial(0), grant)]
    assert [getattr(each, "rate", None) for each in charges] == [Rate(6), Rate(10), Rate(10)]


PLAN = PlannedYear(year(2005), 10, pounds(100), Assumption("a plan"), Rate(12))


def planned(**changed: Any) -> Case:
    return case(costs=(cost(2004, 100),), income=(income(2004, 110),), accounts=(terms(**changed),))


def test_an_account_with_years_planned_has_a_forecast() -> None:
    worked = work_out(planned(planned=(PLAN,)))
    (forecast,) = worked.forecasts
    assert (forecast.account, forecast.planned) == (worked.accounts[0], (PLAN,))
    assert worked.figures["forecast-balance", "help-desk", "2005/06"] == pounds(30)
    assert worked.figures["charge-to-nil", "help-desk"] == Rate(9)
    assert work_out(planned()).forecasts == ()


def test_what_is_wrong_with_an_account_or_its_plan_is_said_with_its_place() -> None:
    wrong = planned(
        corrections=(correction(2009, "2010-04-01", cost=pounds(1)),),
        stated=(StatedYear(year(2004), surplus=pounds(9)),),
    )
    assert said(lambda: work_out(wrong)) == [
        "account[0].correction[0].year: 2009/10 is not in the account. Accepted: a year from 2004/05 to 2004/05.",
        (
            "account[0].stated[0].surplus: £9.00 is stated, and the account comes to £10.00: a difference of £1.00. "
            "Accepted: £10.00."
        ),
    ]
    assert said(lambda: work_out(planned(planned=(attrs.evolve(PLAN, year=year(2006)),)))) == [
        ("account[0].planned[0].year: 2006/07 follows 2004/05. Accepted: each year after 2004/05 once, without a gap.")
    ]


def test_what_corrections_and_plans_rest_on_is_listed() -> None:
    hunch = Assumption("a hunch")
    late = attrs.evolve(correction(2004, "2006-07-01", cost=pounds(1)), basis=hunch)
    assumed = planned(planned=(PLAN,), corrections=(late,)).assumptions
    assert assumed == (("help-desk 2004/05", hunch), ("help-desk 2005/06", PLAN.basis))
