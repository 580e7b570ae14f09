"""Published figures beside those worked out, and what a case lacks for its figures to be worked out."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from tests.agreements.facts import BASIS, DESK, LICHFIELD, MOORLANDS, said
from tests.cases.facts import (
    SOURCE,
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

from lgtrade.accounts import BreakEvenRule
from lgtrade.cases import Case, Comparison, NamedProposal, Published, work_out
from lgtrade.charging import AtCost, Commercial
from lgtrade.costing import ApportionmentKey
from lgtrade.law import Proposal, assess
from lgtrade.money import CELL_BY_CELL, ZERO, Money, Rate, to_lead
from lgtrade.partnership import SharedLine
from lgtrade.services import ServiceKind
from lgtrade.strategies import money, rates

SUMS = money(min_value=pounds(-(10**14)), max_value=pounds(10**14))
BUILDING_CONTROL = ServiceKind("building-control", "Building control", unit="application")


def time(percent: int) -> ApportionmentKey:
    return ApportionmentKey("time", {"building-control": percent, "other-work": 100 - percent}, SOURCE)


def published(path: str, sum_: int | str) -> Published:
    return Published(tuple(path.split(".")), pounds(sum_))


def test_a_published_account_is_reproduced_but_for_a_pound_that_is_reported() -> None:
    """Neath Port Talbot CBC, Building regulations chargeable and non-chargeable account, two years.

    https://beta.npt.gov.uk/planning-and-building-control/building-control/building-regulations-chargeable-and-non-chargeable-account
    The second table's other work is printed as £146,228, a pound less than its lines; the years are assumed.
    """
    tables = {2022: (64, [408_621, 7_826, 10_804, 99_974]), 2023: (70, [369_705, 6_616, 44_846, 66_261])}
    worked = work_out(
        Case(
            "Building control",
            SOURCE,
            services=(BUILDING_CONTROL,),
            costs=tuple(
                shared_cost(start, whole, time(percent), str(number))
                for start, (percent, lines) in tables.items()
                for number, whole in enumerate(lines)
            ),
            income=(
                income(2022, 109_408, "building-control"),
                income(2022, 214_340, "building-control"),
                income(2023, 220_520, "building-control"),
                income(2023, 63_062, "building-control"),
            ),
            accounts=(terms(service="building-control", rule=BreakEvenRule.EQUATE),),
            published=(
                published("total-cost.building-control.2022/23", 337_424),
                published("total-cost.building-control.2023/24", 341_200),
                published("total-cost.other-work.2022/23", 189_801),
                published("total-cost.other-work.2023/24", 146_228),
                published("surplus.building-control.2022/23", -13_676),
                published("surplus.building-control.2023/24", -57_618),
            ),
            remainder=CELL_BY_CELL,
            unit=pounds(1),
        )
    )
    assert [each.difference for each in worked.comparisons] == [ZERO, ZERO, ZERO, pounds(1), ZERO, ZERO]
    assert [each.agrees for each in worked.comparisons] == [True, True, True, False, True, True]
    assert worked.figures["balance", "building-control", "2023/24"] == pounds(-71_294)


def test_published_shares_are_reproduced_cell_by_cell() -> None:
    """Somerset Waste Board, Paper E Appendix 1, revised budget 2010/11: special projects, and advertising.

    https://studylib.net/doc/18055408/paper-e---appendix-1-swb-revised-budget-2010-11. The advertising row is printed a
    pound short for the county and for Sedgemoor.
    """
    districts = {"Mendip": 107_902, "Sedgemoor": 111_424, "South": 159_718, "Taunton": 107_896, "West": 38_423}
    all_six = ApportionmentKey("salaries", {"County": 443_226, **districts}, SOURCE)
    printed = {
        "Advertising": [22_890, 5_573, 5_754, 8_249, 5_572, 1_984],
        "Special projects": [158_379, 6_970, 7_198, 10_318, 6_970, 2_482],
    }
    worked = work_out(
        case(
            shared=(
                SharedLine("Advertising", pounds(50_023), all_six, SOURCE),
                SharedLine(
                    "Special projects",
                    pounds(192_317),
                    ApportionmentKey("districts", districts, SOURCE),
                    SOURCE,
                    fixed={"County": pounds(158_379)},
                ),
            ),
            published=tuple(
                Published(("share", heading, partner), pounds(cell))
                for heading, cells in printed.items()
                for partner, cell in zip(["County", *districts], cells, strict=True)
            ),
            remainder=CELL_BY_CELL,
            unit=pounds(1),
        )
    )
    apart = {each.path[1:]: each.difference for each in worked.comparisons if not each.agrees}
    assert apart == {("Advertising", "County"): pounds(1), ("Advertising", "Sedgemoor"): pounds(1)}


@given(SUMS, SUMS)
def test_published_money_is_compared_exactly(worked_out: Money, printed: Money) -> None:
    comparison = Comparison(("owed", "HD1", "2004/05"), printed, worked_out)
    assert comparison.difference == worked_out - printed
    assert comparison.agrees == (worked_out == printed)


@given(rates(min_value=Rate(0)), rates(min_value=Rate(0)))
def test_a_published_rate_is_compared_exactly_however_many_figures_it_has(worked_out: Rate, printed: Rate) -> None:
    comparison = Comparison(("unit-charge", "HD1", "2004/05"), printed, worked_out)
    difference = Fraction(worked_out.pounds) - Fraction(printed.pounds)
    assert isinstance(comparison.difference, Rate)
    assert Fraction(comparison.difference.pounds) == difference
    assert comparison.agrees == (difference == 0)


def test_rates_of_thirty_figures_differ_by_their_last() -> None:
    worked_out, printed = Rate("123,456,789,012,345,678.000000000001"), Rate("123,456,789,012,345,678")
    comparison = Comparison(("unit-charge", "HD1", "2004/05"), printed, worked_out)
    assert (comparison.difference, comparison.agrees) == (Rate("0.000000000001"), False)


def test_money_and_a_rate_of_the_same_value_agree() -> None:
    assert Comparison(("unit-charge", "HD1", "2004/05"), pounds(15), Rate("15.00")).agrees
    comparison = Comparison(("unit-charge", "HD1", "2004/05"), pounds("15.62"), Rate("15.6242"))
    assert (comparison.agrees, comparison.difference) == (False, Rate("0.0042"))
    assert Comparison(("owed", "HD1", "2004/05"), Rate("15.6242"), pounds("15.62")).difference == Rate("-0.0042")


NINE = "; ".join(f"surplus.help-desk.{year(start)}" for start in range(2012, 2004, -1))
NOTHING_OF_THAT_NAME = "nothing of that name is worked out"


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("surplus.help-desk.2013/14", f"one of 9, the nearest: {NINE}"),
        ("surplus", f"one of 9, the nearest: {NINE}"),
        (
            "revenue.help-desk.2004/05",
            "a figure of: total-cost, cost, income, surplus, balance, status, recovery",
        ),
        (
            "total-cost.helpdesk.2012/13",
            (
                "one of 9, the nearest: total-cost.help-desk.2012/13; total-cost.help-desk.2011/12; "
                "total-cost.help-desk.2010/11; total-cost.help-desk.2009/10; total-cost.help-desk.2008/09; "
                "total-cost.help-desk.2007/08; total-cost.help-desk.2006/07; total-cost.help-desk.2005/06"
            ),
        ),
    ],
)
def test_a_published_figure_of_an_unknown_name_is_refused_with_what_there_is(path: str, accepted: str) -> None:
    made = case(
        costs=tuple(cost(start, 5) for start in range(2004, 2013)),
        income=(income(2004, 5),),
        accounts=(terms(),),
        published=(published(path, 5), published("total-cost.help-desk.2004/05", 5)),
    )
    assert said(lambda: work_out(made)) == [f"published.{path}: {NOTHING_OF_THAT_NAME}. Accepted: {accepted}."]


def test_up_to_eight_names_are_all_given() -> None:
    costs = tuple(cost(start, 5) for start in range(2004, 2012))
    made = case(costs=costs, published=(published("total-cost.help-desk.2003/04", 5),))
    (words,) = said(lambda: work_out(made))
    names = "; ".join(f"total-cost.help-desk.{year(start)}" for start in range(2004, 2012))
    assert words.endswith(f"Accepted: one of: {names}.")


def test_a_published_figure_of_a_case_that_works_none_out_is_refused() -> None:
    made = Case("Nothing yet", SOURCE, published=(published("owed.HD1.2004/05", 5), published("net.Lichfield", 5)))
    none = "Accepted: no published figure: the case works none out."
    assert said(lambda: work_out(made)) == [
        f"published.owed.HD1.2004/05: {NOTHING_OF_THAT_NAME}. {none}",
        f"published.net.Lichfield: {NOTHING_OF_THAT_NAME}. {none}",
    ]


WHOLE = "Accepted: an amount that the unit divides."


def test_every_line_that_cannot_be_divided_is_named_once_and_before_what_hangs_on_it() -> None:
    key = ApportionmentKey("heads", {"help-desk": 1, "own-use": 1}, BASIS)
    made = case(
        costs=(cost(2004, 5), shared_cost(2004, "10.50", key), shared_cost(2005, "7.25", key)),
        supplies=(supply(calls_in(2006, 1), estimates=(estimate(2006, 1),), charge=AtCost()),),
        shared=(shared("ICT", 5), shared("Rent", "0.25")),
        unit=pounds(1),
    )
    assert said(lambda: work_out(made)) == [
        f"cost[1].amount: £10.50 is not a whole number of times £1.00. {WHOLE}",
        f"cost[2].amount: £7.25 is not a whole number of times £1.00. {WHOLE}",
        f"shared[1].amount: £0.25 is not a whole number of times £1.00. {WHOLE}",
    ]


def test_a_lead_that_has_no_weight_is_named_at_every_line() -> None:
    made = case(shared=(shared("ICT", 5), shared("Rent", 5)), remainder=to_lead("Tamworth"))
    lead = "the lead, Tamworth, has no weight. Accepted: one of those with a weight over nothing."
    assert said(lambda: work_out(made)) == [f"shared[{number}].remainder.lead: {lead}" for number in (0, 1)]


def test_all_that_a_case_lacks_is_said() -> None:
    made = case(
        services=(DESK, ServiceKind("payroll", "Payroll")),
        costs=(cost(2005, 5), cost(2006, -5, service="payroll")),
        supplies=(
            supply(
                calls_in(2004, 1), calls_in(2005, 1), estimates=(estimate(2004, 1), estimate(2005, 1)), charge=AtCost()
            ),
            supply(
                calls_in(2006, 1),
                estimates=(estimate(2006, 1),),
                reference="PR1",
                service=ServiceKind("payroll", "Payroll"),
                charge=Commercial("5%"),
            ),
        ),
        income=(income(2006, 5),),
        accounts=(terms(), terms(service="payroll")),
    )
    assert said(lambda: work_out(made)) == [
        (
            "account[1].service: payroll brings in no income at cost or at a price. "
            "Accepted: stated income, or use that is charged for at cost or at a price."
        ),
        (
            "agreement[0].estimate: no cost of help-desk is given for 2004/05. "
            "Accepted: a cost line for that year, or an estimated cost."
        ),
        "agreement[1].cost: the cost is negative: -£5.00. Accepted: a cost of nothing or more.",
        (
            "account[0].service: there is income of help-desk in 2006/07, and no cost. "
            "Accepted: a cost line for that year."
        ),
    ]


def test_a_year_of_which_nothing_is_said_between_two_others_is_refused_and_one_of_nil_is_a_year_of_nothing() -> None:
    costs, either_side = (cost(2004, 5), cost(2006, 5)), (income(2004, 6), income(2006, 6))
    assert said(lambda: work_out(case(costs=costs, income=either_side, accounts=(terms(),)))) == [
        (
            "account[0].service: help-desk has neither income nor cost in 2005/06. "
            "Accepted: a line for that year, of nil if there was none."
        )
    ]
    for nil in ({"costs": (*costs, cost(2005, 0))}, {"income": (*either_side, income(2005, 0))}):
        worked = work_out(case(**({"costs": costs, "income": either_side} | nil), accounts=(terms(),)))
        assert [each.closing for each in worked.accounts[0].positions] == [pounds(1), pounds(1), pounds(2)]


def test_each_proposal_gets_its_opinion_under_its_own_name() -> None:
    facts: dict[str, Any] = {"supplier": LICHFIELD, "customer": MOORLANDS, "service": DESK}
    proposals = [
        NamedProposal(name, Proposal(on=on, **facts), BASIS)
        for name, on in (("then", "2004-04-01"), ("now", "2025-04-01"))
    ]
    worked = work_out(case(proposals=tuple(proposals)))
    assert [(each.name, each.opinion) for each in worked.opinions] == [
        (each.name, assess(each.proposal)) for each in proposals
    ]


def test_an_empty_case_works_out_to_nothing() -> None:
    worked = work_out(Case("Nothing yet", SOURCE))
    assert worked.figures == {}
    assert worked.comparisons == ()
    assert repr(worked) == "<WorkedCase 'Nothing yet': 0 opinions, 0 statements, 0 accounts>"
    assert (worked.opinions, worked.costs, worked.statements, worked.accounts) == ((), (), (), ())
    assert worked.sharing.lines == ()
