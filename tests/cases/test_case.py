"""What a case may hold, and what is refused before anything is worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.agreements.facts import DESK, LICHFIELD, MOORLANDS, PARTIES, TAMWORTH, agreement, said
from tests.cases.facts import (
    SOURCE,
    calls,
    calls_in,
    case,
    cost,
    estimate,
    income,
    pounds,
    shared,
    shared_cost,
    supply,
    terms,
    year,
)

from lgtrade.agreements import Party, Role
from lgtrade.billing import Usage
from lgtrade.calendar import Period
from lgtrade.cases import Case, Estimate, IncomeLine, NamedProposal, Published, Supply
from lgtrade.charging import AtCost, Commercial, Flat, Minimum, PerUnit
from lgtrade.costing import ApportionmentKey, CostLine
from lgtrade.law import Proposal
from lgtrade.money import LARGEST, Money, Rate
from lgtrade.partnership import LineKind, SharedLine
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption, Source

NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
MONEY = "Accepted: an amount of Money."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"units": 0}, ["units: there are no units. Accepted: a number of units over nothing."]),
        ({"units": "-3"}, ["units: there are no units. Accepted: a number of units over nothing."]),
        ({"units": 1.5}, [f"units: 1.5 is a float, which cannot hold most amounts exactly. {NUMBER}"]),
        ({"units": True}, [f"units: True is not a number. {NUMBER}"]),
        (
            {"units": Decimal("NaN")},
            [
                (
                    "units: NaN has too many digits, or is not finite. "
                    "Accepted: at most 18 digits before the point and 12 after it."
                )
            ],
        ),
        (
            {"year": "2004/05", "units": "many", "cost": 5.0},
            [
                "year: '2004/05' is of type str. Accepted: a FinancialYear.",
                f"units: 'many' is not a number. {NUMBER}",
                "cost: 5.0 is of type float. Accepted: an amount of Money, or nothing.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_an_estimate_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"year": year(2004), "units": 1, "basis": SOURCE}
    assert said(lambda: Estimate(**(right | changed))) == words


def test_all_that_is_wrong_with_a_published_figure_is_said() -> None:
    given: dict[str, Any] = {"path": (), "value": 5.0}
    assert said(lambda: Published(**given)) == [
        "path: it is empty. Accepted: the names that lead to a figure.",
        "value: 5.0 is of type float. Accepted: money, a rate, a share, an exact number, true or false, or text.",
    ]


IN_TERM = "Accepted: days within 1 April 2004 to 31 March 2007."


def test_all_that_is_wrong_with_a_supply_is_said() -> None:
    usage = (
        calls("2004-03-01", "2004-03-31", 1),
        calls("2004-04-01", "2004-04-30", 1),
        calls("2007-03-01", "2007-03-31", 1),
        calls("2004-04-01", "2004-04-30", 1),
        calls("2004-03-01", "2004-03-31", 1),
        calls("2007-04-01", "2007-04-30", 1),
    )
    estimates = (estimate(2004, 1), estimate(2005, 1), estimate(2004, 2))
    again = "Accepted: each line of usage once, or with a period, quantity or source of its own."
    assert said(lambda: supply(*usage, estimates=estimates, charge=AtCost())) == [
        f"usage[0]: 1 March 2004 to 31 March 2004 is not within the term. {IN_TERM}",
        f"usage[4]: 1 March 2004 to 31 March 2004 is not within the term. {IN_TERM}",
        f"usage[5]: 1 April 2007 to 30 April 2007 is not within the term. {IN_TERM}",
        f"usage[3]: it is the same as usage[1]. {again}",
        f"usage[4]: it is the same as usage[0]. {again}",
        "estimate[2].year: 2004/05 is estimated twice. Accepted: one estimate a year.",
        (
            "estimate: there is usage in 2003/04, and no estimate to set its charge. "
            "Accepted: the estimated units of 2003/04."
        ),
        (
            "estimate: there is usage in 2006/07, and no estimate to set its charge. "
            "Accepted: the estimated units of 2006/07."
        ),
        (
            "estimate: there is usage in 2007/08, and no estimate to set its charge. "
            "Accepted: the estimated units of 2007/08."
        ),
    ]


@pytest.mark.parametrize("rule", [AtCost(), Commercial("10%")])
def test_use_by_a_rule_needs_an_estimate_for_its_year(rule: AtCost | Commercial) -> None:
    words = said(lambda: supply(calls_in(2004, 1), estimates=(estimate(2005, 1),), charge=rule))
    assert [line.split(",")[0] for line in words] == ["estimate: there is usage in 2004/05"]
    assert supply(calls_in(2004, 1), estimates=(estimate(2004, 1),), charge=rule).years == (year(2004),)


def test_use_at_a_price_needs_no_estimate() -> None:
    assert supply(calls_in(2005, 1), calls_in(2004, 1)).years == (year(2004), year(2005))


def test_a_line_of_usage_may_be_as_another_but_for_its_source() -> None:
    one = calls_in(2004, 10)
    other = Usage(one.period, 10, Source("the log of another team"))
    assert supply(one, other).usage == (one, other)


@pytest.mark.parametrize("charge", [Flat(pounds(5)), Minimum(Flat(pounds(5)), pounds(6))])
def test_a_flat_price_is_owed_for_every_year_of_the_term_whatever_was_used(charge: Flat | Minimum) -> None:
    every = (year(2004), year(2005), year(2006))
    assert supply(charge=charge).years == supply(calls_in(2005, 1), charge=charge).years == every
    assert supply(charge=charge).is_flat


@pytest.mark.parametrize("charge", [PerUnit(Rate(1)), Minimum(PerUnit(Rate(1)), pounds(6)), AtCost(), Commercial(0)])
def test_nothing_is_owed_without_use_under_any_other_charge(charge: PerUnit) -> None:
    assert supply(charge=charge).years == ()
    assert not supply(charge=charge).is_flat


def test_only_a_commercial_rule_makes_a_supply_commercial() -> None:
    charges = (Flat(pounds(5)), PerUnit(Rate(1)), AtCost(), Commercial(0))
    assert [supply(charge=charge).is_commercial for charge in charges] == [False, False, False, True]


FIRST_YEAR, LATER = Period("2004-04-01", "2005-03-31"), Period("2005-04-01", "2007-03-31")


def test_parts_that_would_be_taken_for_one_another_are_refused_all_together() -> None:
    another = ServiceKind("payroll", "Payroll")
    own = "Accepted: a name of its own."
    assert said(
        lambda: case(
            services=(DESK, another, DESK),
            supplies=(supply(term=FIRST_YEAR), supply(term=LATER), supply(reference="HD2", term=LATER)),
            accounts=(terms(), terms(service="payroll"), terms(window=1)),
            shared=(shared("ICT", 1), shared("ICT", 2, LineKind.SAVING), shared("ICT", 3), shared("Rent", 1)),
        )
    ) == [
        f"service[2].key: 'help-desk' is given twice. {own}",
        f"agreement[1].reference: 'HD1' is given twice. {own}",
        (
            "agreement[2].term: agreements [1] and [2] both cover help-desk for 1 April 2005 to 31 March 2007. "
            "Accepted: terms with no day in common."
        ),
        f"account[2].service: 'help-desk' is given twice. {own}",
        (
            "shared[1].heading: 'ICT' heads a line of another kind too. "
            "Accepted: a heading of its own for each kind of line."
        ),
    ]


def test_a_cost_that_is_not_divided_between_commercial_and_other_supply_balances_nothing() -> None:
    """The cost of what is supplied commercially would otherwise fall on those who are charged at cost."""
    at_cost = supply(
        calls_in(2004, 1), calls_in(2005, 1), estimates=(estimate(2004, 1), estimate(2005, 1)), charge=AtCost()
    )
    to_another = (PARTIES[0], Party(TAMWORTH, Role.CUSTOMER))
    commercial = supply(
        calls_in(2005, 1), estimates=(estimate(2005, 1),), reference="HD2", parties=to_another, charge=Commercial(0)
    )
    words = (
        "account[0].service: in 2005/06 some of help-desk is supplied commercially and some not, "
        "and the cost is not divided. Accepted: a kind of service of its own for what is supplied commercially."
    )
    assert said(lambda: case(supplies=(at_cost, commercial), accounts=(terms(),))) == [words]
    assert said(lambda: case(supplies=(commercial,), income=(income(2005, 1),), accounts=(terms(),))) == [words]
    around = (income(2004, 1), income(2006, 1))
    assert said(lambda: case(supplies=(commercial,), income=around, accounts=(terms(),))) == [words]
    assert case(supplies=(at_cost, commercial)).accounts == ()
    apart = case(supplies=(commercial,), income=(income(2004, 1),), accounts=(terms(),))
    assert apart.account_years == {"help-desk": (year(2004),)}


def test_an_account_runs_from_its_first_year_of_income_or_cost_to_its_last_without_a_gap() -> None:
    none_to_the_desk = ApportionmentKey("heads", {"help-desk": 0, "payroll": 1}, SOURCE)
    made = case(
        supplies=(supply(calls_in(2006, 1)),),
        income=(income(2003, 1), income(2001, 1, "payroll")),
        costs=(cost(2002, 1), cost(2008, 1), shared_cost(2009, 1, none_to_the_desk)),
        accounts=(terms(service="audit"), terms(service="payroll"), terms()),
    )
    assert made.account_years == {
        "audit": (),
        "payroll": tuple(map(year, range(2001, 2010))),
        "help-desk": tuple(map(year, range(2002, 2009))),
    }


def test_income_that_no_account_takes_in_is_refused_and_not_lost() -> None:
    assert said(lambda: case(income=(income(2004, 1), income(2004, 1, "payroll")), accounts=(terms(),))) == [
        "income[1].service: no account is kept of 'payroll'. Accepted: an account of that service, or no income of it."
    ]


def test_everything_assumed_is_listed_once_with_the_name_of_what_it_bears_on() -> None:
    guess, hunch = Assumption("a guess"), Assumption("a hunch")
    key = ApportionmentKey("heads", {"help-desk": 1}, hunch)
    halves = ApportionmentKey("halves", {"Lichfield": 1, "Moorlands": 1}, hunch)
    supplied = Supply(agreement(), guess, (Estimate(year(2004), 1, hunch),), (Usage(year(2005).period, 1, guess),))
    proposal = Proposal(on="2004-04-01", supplier=LICHFIELD, customer=MOORLANDS, service=DESK)
    made = case(
        title="A case",
        source=guess,
        proposals=(NamedProposal("a help desk", proposal, hunch),),
        costs=(cost(2004, 5), shared_cost(2004, 5, key), CostLine("Heat", year(2004), pounds(1), guess, key=key)),
        supplies=(supplied,),
        income=(IncomeLine("help-desk", year(2004), "Charges", pounds(1), guess),),
        accounts=(terms(basis=hunch),),
        shared=(SharedLine("ICT", pounds(1), halves, guess),),
    )
    assert made.assumptions == (
        ("A case", guess),
        ("a help desk", hunch),
        ("heads", hunch),
        ("Heat", guess),
        ("HD1", guess),
        ("HD1 2004/05", hunch),
        ("HD1 2005/06", guess),
        ("Charges", guess),
        ("help-desk", hunch),
        ("ICT", guess),
        ("halves", hunch),
    )


def test_a_case_may_leave_every_part_out() -> None:
    made = Case("Nothing yet", SOURCE)
    assert (made.remainder, made.unit, made.assumptions) == (LARGEST, Money(pence=1), ())
    assert agreement().customer == MOORLANDS
