"""A case is worked out room by room, to the figures that each room gives by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import BASIS, PARTIES, PAYROLL, TAMWORTH
from tests.cases.facts import (
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

from lgtrade.accounts import BreakEvenRule, Status
from lgtrade.agreements import Party, Role
from lgtrade.billing import bill
from lgtrade.cases import Case, WorkedCase, work_out
from lgtrade.charging import AtCost, Commercial, Flat, PerUnit
from lgtrade.costing import ApportionmentKey, cost_of_provision
from lgtrade.figures import Figure
from lgtrade.money import CELL_BY_CELL, ZERO, Money, Rate, total
from lgtrade.partnership import LineKind, SharedLine, share
from lgtrade.strategies import money, quantities

COSTS = money(min_value=ZERO, max_value=pounds(10**6))
UNITS = quantities(min_value=1, max_value=10**4)


@st.composite
def supplied_at_cost(draw: st.DrawFn) -> Case:
    """Give a service supplied at cost for one to three years, estimated, used and accounted for."""
    years = range(2004, 2004 + draw(st.integers(1, 3)))
    return case(
        costs=tuple(cost(start, draw(COSTS).in_pounds) for start in years),
        supplies=(
            supply(
                *(calls_in(start, draw(UNITS)) for start in years),
                estimates=tuple(estimate(start, draw(UNITS)) for start in years),
                charge=AtCost(),
            ),
        ),
        income=tuple(
            income(start, draw(COSTS).in_pounds) for start in draw(st.lists(st.sampled_from(years), max_size=2))
        ),
        accounts=(terms(opening=draw(money(min_value=pounds(-(10**6)), max_value=pounds(10**6)))),),
    )


@given(supplied_at_cost())
def test_the_charge_at_cost_of_each_year_takes_in_the_closing_balance_of_the_year_before(made: Case) -> None:
    worked = work_out(made)
    (account,) = worked.accounts
    for statement, position in zip(worked.statements, account.positions, strict=True):
        assert statement.unit_charge is not None
        assert statement.unit_charge.brought_forward == position.opening
        assert statement.unit_charge.cost == position.entry.cost


@given(supplied_at_cost())
def test_the_income_of_an_account_is_what_is_owed_and_what_is_stated(made: Case) -> None:
    worked = work_out(made)
    (account,) = worked.accounts
    for statement, entry in zip(worked.statements, account.entries, strict=True):
        stated = total(line.amount for line in made.income if line.year == entry.year)
        assert (statement.year, statement.total + stated) == (entry.year, entry.income)
    assert account == made.accounts[0].account(account.entries)


@given(supplied_at_cost())
def test_figures_are_those_that_the_rooms_give_by_hand(made: Case) -> None:
    worked = work_out(made)
    (supplied,), (account,) = made.supplies, worked.accounts
    expected: dict[tuple[str, ...], Figure] = {}
    for used in supplied.years:
        spent = cost_of_provision("help-desk", used, made.costs)
        expected["total-cost", "help-desk", str(used)] = expected["cost", "help-desk", str(used), "Pay"] = spent.total
    for position in account.positions:
        estimated = next(each for each in supplied.estimates if each.year == position.year)
        charge = AtCost().unit_charge(position.entry.cost, estimated.units, position.opening)
        owed = bill(supplied.agreement, position.year, supplied.usage, charge)
        expected["owed", "HD1", str(position.year)] = owed.total
        expected["unit-charge", "HD1", str(position.year)] = charge.rate
        expected["income", "help-desk", str(position.year)] = position.entry.income
        expected["surplus", "help-desk", str(position.year)] = position.entry.income - position.entry.cost
        expected["balance", "help-desk", str(position.year)] = position.closing
        expected["status", "help-desk", str(position.year)] = position.status.value
        stated = any(line.year == position.year for line in made.income)
        units = sum((each.quantity for each in supplied.usage if each.year == position.year), Decimal(0))
        if units and not stated:
            expected["unit-income", "help-desk", str(position.year)] = exact(position.entry.income) / Fraction(units)
            expected["unit-cost", "help-desk", str(position.year)] = exact(position.entry.cost) / Fraction(units)
    if account.recovery is not None:
        expected["recovery", "help-desk"] = account.recovery
    assert worked.figures == expected


def exact(sum_: Money) -> Fraction:
    return Fraction(sum_.in_pounds)


HELP_DESK = case(
    costs=(
        *(
            shared_cost(start, sum_, ApportionmentKey("calls", {"help-desk": 3_000, "own-use": 5_000}, BASIS), heading)
            for start, pay in ((2004, "96,000"), (2005, "98,880"), (2006, "101,846.40"), (2007, "104,901.79"))
            for heading, sum_ in (("Pay", pay), ("Overhead", "24,000"))
        ),
        *(cost(start, 4_500, "Licences") for start in (2004, 2005, 2006)),
    ),
    supplies=(
        supply(
            calls("2004-04-01", "2004-09-30", 1_520),
            calls("2004-10-01", "2005-03-31", 1_610),
            calls_in(2005, 3_050),
            calls_in(2006, 3_010),
            estimates=(estimate(2004, 3_000, 49_500), estimate(2005, 3_100), estimate(2006, 3_000)),
            charge=AtCost(),
        ),
        supply(
            calls_in(2007, 2_940),
            estimates=(estimate(2007, 3_000),),
            reference="HD2",
            term=year(2007).period,
            charge=Commercial("12.5%"),
        ),
    ),
    accounts=(terms(),),
)


def worked_year(worked: WorkedCase, start: int) -> list[Figure | None]:
    """Give a year's cost, unit charge, income, surplus and balance of the help desk at cost."""
    figures, in_words = worked.figures, str(year(start))
    paths = [("total-cost", "help-desk", in_words), ("unit-charge", "HD1", in_words)]
    paths += [(name, "help-desk", in_words) for name in ("income", "surplus", "balance")]
    return [figures.get(path) for path in paths]


def test_a_help_desk_supplied_at_cost_for_three_years_and_then_commercially() -> None:
    """Assumed figures, worked by hand; three eighths of pay and overheads, and £4,500 of licences.

    2004/05: 36,000 + 9,000 + 4,500 = 49,500 / 3,000 = 16.50; 3,130 calls bring in 51,645.
    2005/06: 37,080 + 13,500 = 50,580, less 2,145 = 48,435 / 3,100 = 15.624; 3,050 calls bring in 47,641.
    2006/07: 38,192.40 + 13,500 = 51,692.40, and 794 = 52,486.40 / 3,000 = 17.495; 3,010 calls bring in 52,644.90.
    2007/08: 39,338.17 + 9,000 = 48,338.17, and 12.5% = 54,380.44 / 3,000 = 18.127; 2,940 calls bring in 53,302.20.
    """
    worked = work_out(HELP_DESK)
    expected = [
        ("49,500", "16.50", "51,645", "2,145", "2,145"),
        ("50,580", "15.62", "47,641", "-2,939", "-794"),
        ("51,692.40", "17.49", "52,644.90", "952.50", "158.50"),
    ]
    for start, (spent, rate, *rest) in enumerate(expected, start=2004):
        assert worked_year(worked, start) == [pounds(spent), Rate(rate), *map(pounds, rest)]
    (account,) = worked.accounts
    assert [each.status for each in account.positions] == [Status.MONITOR, Status.SHORT, Status.BREACH_RISK]


def test_commercial_income_is_not_in_the_break_even_account() -> None:
    worked = work_out(HELP_DESK)
    assert worked.figures["owed", "HD2", "2007/08"] == pounds("53,302.20")
    assert worked.figures["unit-charge", "HD2", "2007/08"] == Rate("18.13")
    (account,) = worked.accounts
    assert [entry.year for entry in account.entries] == list(map(year, (2004, 2005, 2006)))
    assert ("income", "help-desk", "2007/08") not in worked.figures


def test_other_uses_of_a_shared_line_are_costed_too() -> None:
    figures = work_out(HELP_DESK).figures
    assert figures["total-cost", "own-use", "2004/05"] == pounds(75_000)
    assert figures["cost", "own-use", "2004/05", "Pay"] == pounds(60_000)
    assert figures["cost", "help-desk", "2004/05", "Overhead"] == pounds(9_000)
    costs = [(each.service, each.year.start) for each in work_out(HELP_DESK).costs]
    assert costs == [(use, start) for use in ("help-desk", "own-use") for start in (2004, 2005, 2006, 2007)]


def test_an_estimated_cost_sets_the_charge_and_the_actual_cost_the_balance() -> None:
    worked = work_out(
        case(
            costs=(cost(2004, 110),),
            supplies=(supply(calls_in(2004, 10), estimates=(estimate(2004, 10, 100),), charge=AtCost()),),
            accounts=(terms(),),
        )
    )
    assert worked_year(worked, 2004) == [pounds(110), Rate(10), pounds(100), pounds(-10), pounds(-10)]


def test_an_estimate_changes_nothing_at_a_price() -> None:
    used = calls_in(2004, 10)
    with_estimate = work_out(case(supplies=(supply(used, estimates=(estimate(2004, 99),)),)))
    assert with_estimate.statements == work_out(case(supplies=(supply(used),))).statements
    assert with_estimate.figures == {("owed", "HD1", "2004/05"): pounds(245)}


def test_without_an_account_nothing_is_brought_forward() -> None:
    estimates = (estimate(2004, 10, 100), estimate(2005, 10, 100))
    worked = work_out(
        case(supplies=(supply(calls_in(2004, 20), calls_in(2005, 20), estimates=estimates, charge=AtCost()),))
    )
    charges = [statement.unit_charge for statement in worked.statements]
    assert [charge.brought_forward for charge in charges if charge] == [ZERO, ZERO]
    assert worked.accounts == ()


def test_a_year_without_use_between_two_with_it_is_in_the_account_with_its_cost() -> None:
    """£100 spent and nothing brought in; the charge of 2006/07 makes it good: (100 + 100) / 10 = £20."""
    worked = work_out(
        case(
            costs=(cost(2004, 100), cost(2005, 100), cost(2006, 100)),
            supplies=(
                supply(
                    calls_in(2004, 10),
                    calls_in(2006, 10),
                    estimates=(estimate(2004, 10), estimate(2006, 10)),
                    charge=AtCost(),
                ),
            ),
            accounts=(terms(),),
        )
    )
    (account,) = worked.accounts
    assert [each.closing for each in account.positions] == [ZERO, pounds(-100), ZERO]
    assert worked.figures["unit-charge", "HD1", "2006/07"] == Rate(20)


def test_a_year_in_which_nothing_was_used_can_be_stated() -> None:
    used = (calls_in(2004, 10), calls_in(2005, 0))
    worked = work_out(case(costs=(cost(2004, 100), cost(2005, 30)), supplies=(supply(*used),), accounts=(terms(),)))
    (account,) = worked.accounts
    assert [entry.income for entry in account.entries] == [pounds(245), ZERO]
    assert account.closing == pounds(115)


def test_a_flat_price_is_in_the_account_of_every_year_of_the_term() -> None:
    worked = work_out(
        case(
            costs=tuple(cost(start, 90) for start in (2004, 2005, 2006)),
            supplies=(supply(calls_in(2004, 5), charge=Flat(pounds(100))),),
            accounts=(terms(),),
        )
    )
    assert [statement.total for statement in worked.statements] == [pounds(100)] * 3
    assert worked.accounts[0].closing == pounds(30)


def test_two_kinds_of_service_have_two_accounts_and_neither_helps_the_other() -> None:
    worked = work_out(
        case(
            costs=(cost(2004, 100), cost(2004, 100, service="payroll")),
            income=(income(2004, 120), income(2004, 80, "payroll"), income(2005, 0, "payroll")),
            accounts=(terms(window=1), terms(service="payroll", window=1, rule=BreakEvenRule.EQUATE)),
        )
    )
    desk, payroll = worked.accounts
    assert [each.status for each in desk.positions] == [Status.BREACH_RISK]
    assert [each.status for each in payroll.positions] == [Status.OFF_BALANCE, Status.OFF_BALANCE]


def test_income_of_one_service_moves_no_balance_of_another() -> None:
    """Help desk: £120 and 10 calls at £24.50 = £365. Payroll: £30 + £50 and 4 payslips at £24.50 = £178."""
    both = case(
        costs=(cost(2004, 100), cost(2004, 100, service="payroll")),
        supplies=(supply(calls_in(2004, 10)), supply(calls_in(2004, 4), reference="PR1", service=PAYROLL)),
        income=(income(2004, 120), income(2004, 30, "payroll"), income(2004, 50, "payroll")),
        accounts=(terms(), terms(service="payroll")),
    )
    figures = work_out(both).figures
    assert figures["balance", "help-desk", "2004/05"] == pounds(265)
    assert figures["balance", "payroll", "2004/05"] == pounds(78)


def test_lines_under_one_heading_come_to_one_figure() -> None:
    worked = work_out(
        case(
            costs=(cost(2004, 10, "Other"), cost(2004, 5, "Other")),
            shared=(shared("ICT", 100), shared("ICT", 50), shared("Saving", 400, LineKind.SAVING)),
        )
    )
    assert worked.figures["cost", "help-desk", "2004/05", "Other"] == pounds(15)
    assert worked.figures["share", "ICT", "Moorlands"] == pounds(75)
    assert worked.figures["net", "Moorlands"] == pounds(125)
    assert worked.sharing == share(worked.case.shared)


def test_a_partner_with_a_part_in_only_one_of_two_lines_of_a_heading_has_that_part() -> None:
    alone = SharedLine("ICT", pounds(7), ApportionmentKey("alone", {"Tamworth": 1}, BASIS), BASIS)
    figures = work_out(case(shared=(shared("ICT", 100), alone))).figures
    assert figures["share", "ICT", "Moorlands"] == pounds(50)
    assert figures["share", "ICT", "Tamworth"] == pounds(7)


def test_lines_are_divided_as_the_case_says() -> None:
    thirds = ApportionmentKey("thirds", {"help-desk": 1, "own-use": 2}, BASIS)
    worked = work_out(
        case(
            costs=(shared_cost(2004, 100, thirds),),
            shared=(shared("ICT", 101),),
            remainder=CELL_BY_CELL,
            unit=pounds(1),
        )
    )
    assert worked.figures["total-cost", "help-desk", "2004/05"] == pounds(33)
    assert worked.figures["share", "ICT", "Lichfield"] == pounds(51)
    assert worked.sharing.difference == pounds(-1)


def test_a_credit_on_the_year_lowers_the_cost_and_so_the_charge() -> None:
    worked = work_out(
        case(
            costs=(cost(2004, 120), cost(2004, -20, "Refund")),
            supplies=(supply(calls_in(2004, 10), estimates=(estimate(2004, 10),), charge=AtCost()),),
            accounts=(terms(),),
        )
    )
    assert worked_year(worked, 2004)[:2] == [pounds(100), Rate(10)]
    assert worked.accounts[0].recovery == Fraction(1)


def test_supplies_are_billed_year_by_year_and_each_year_in_the_order_given() -> None:
    to_another = (PARTIES[0], Party(TAMWORTH, Role.CUSTOMER))
    worked = work_out(
        case(
            costs=(cost(2004, 10), cost(2005, 10)),
            supplies=(
                supply(calls_in(2005, 1), calls_in(2004, 2), charge=PerUnit(Rate(1))),
                supply(calls_in(2004, 4), reference="HD2", parties=to_another, charge=PerUnit(Rate(2))),
            ),
            accounts=(terms(),),
        )
    )
    billed = [(each.agreement.reference, each.year, each.total) for each in worked.statements]
    assert billed == [("HD1", year(2004), pounds(2)), ("HD2", year(2004), pounds(8)), ("HD1", year(2005), pounds(1))]
    assert [entry.income for entry in worked.accounts[0].entries] == [pounds(10), pounds(1)]
