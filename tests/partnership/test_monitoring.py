from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.budget_facts import BASIS, pounds

from lgtrade.calendar import FinancialYear
from lgtrade.costing import ApportionmentKey
from lgtrade.money import CELL_BY_CELL, TO_LAST, ZERO, Money, split, to_lead, total
from lgtrade.partnership import BudgetMonitoring, MonitoredHead
from lgtrade.strategies import budget_monitorings

SOME = settings(max_examples=25, deadline=None)
EQUAL = ApportionmentKey("equal", {"North": 1, "South": 1}, BASIS)


def head(budget: int, actual: int, heading: str = "Net cost", **more: Any) -> MonitoredHead:
    return MonitoredHead(heading, pounds(budget), pounds(actual), BASIS, **more)


def monitoring(*heads: MonitoredHead, **more: Any) -> BudgetMonitoring:
    begin: dict[str, Any] = {"name": "Board", "year": FinancialYear(2018), "months": 7, "heads": heads}
    return BudgetMonitoring(**(begin | more))


def heard(made: BudgetMonitoring) -> list[str]:
    return [str(words) for words in made.words]


@SOME
@given(budget_monitorings(shared=True))
def test_what_the_partners_meet_adds_to_the_forecast_variance(made: BudgetMonitoring) -> None:
    assert made.met is not None
    assert total(made.met.parts.values()) == made.variance == made.outturn - made.budget  # type: ignore[operator]  # shared only with a forecast


@SOME
@given(budget_monitorings())
def test_a_variance_is_its_part_of_the_budget_where_there_is_one(made: BudgetMonitoring) -> None:
    part = made.figures.get(("variance-share",))
    if made.variance is None or not made.budget:
        assert part is None
    else:
        assert part == Fraction(made.variance.pence, made.budget.pence)


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        (((300, 400), (-500, -400)), "£0.00 net, against a budget of -£200.00 for the year."),
        (((-100, 40),), "£40.00 net, against a budget of -£100.00 for the year."),
        (((-100, -40),), "40% of the budgeted income is in, 10 points behind an even share of 50%."),
        (((-100, -50),), "50% of the budgeted income is in, which is an even share."),
        (((0, 40),), "£40.00 is spent, and the budget is nil."),
    ],
)
def test_a_part_of_the_budget_is_said_only_where_there_is_one(sums: tuple[tuple[int, int], ...], words: str) -> None:
    heads = tuple(
        MonitoredHead(str(number), Money.pounds(budget), Money.pounds(actual), BASIS)
        for number, (budget, actual) in enumerate(sums)
    )
    made = BudgetMonitoring("Board", FinancialYear(2018), 6, heads)
    assert str(made.words[0]) == f"Board, to 30 September 2018: {words}"


@SOME
@given(budget_monitorings())
def test_every_total_is_that_of_the_heads(made: BudgetMonitoring) -> None:
    figures = made.figures
    for what in ("budget", "actual", "committed", "remaining", "outturn", "variance"):
        sums = [figures["head", each.heading, what] for each in made.heads if ("head", each.heading, what) in figures]
        assert figures.get((what,), ZERO) == total(sum_ for sum_ in sums if isinstance(sum_, Money))


@SOME
@given(budget_monitorings())
def test_what_is_spent_committed_and_left_is_the_budget(made: BudgetMonitoring) -> None:
    whole_and_heads: list[BudgetMonitoring | MonitoredHead] = [made, *made.heads]
    for each in whole_and_heads:
        assert each.actual + each.committed + each.remaining == each.budget


@given(st.integers(1, 12), st.integers(1, 9))
def test_a_budget_that_is_spent_evenly_is_neither_ahead_nor_behind(months: int, monthly: int) -> None:
    made = monitoring(head(12 * monthly, months * monthly), months=months)
    assert made.even_share == made.used == Fraction(months, 12)
    assert made.ahead == 0
    assert heard(made)[0].endswith("of the budget is spent, which is an even share.")


@SOME
@given(budget_monitorings())
def test_no_name_of_a_figure_begins_with_the_whole_name_of_another(made: BudgetMonitoring) -> None:
    paths = set(made.figures)
    assert not any(path[:length] in paths for path in paths for length in range(1, len(path)))


def test_a_valuation_board_that_is_behind_an_even_share_and_still_forecasts_an_overspend() -> None:
    """£1.640m of £2.860m is 57.34 %, against 58.33 %; the forecast overspend is £0.156m.

    Highland and Western Isles Valuation Joint Board, minutes of 20 November 2018.
    https://highland.gov.uk/meetings/meeting/4047/highland_and_western_isles_valuation_joint_board/attachment/75050
    """
    made = monitoring(head(2_860_000, 1_640_000, outturn=pounds(2_860_000) + pounds(156_000)))
    assert heard(made) == [
        "Board, to 31 October 2018: 57.34% of the budget is spent, 0.99 points behind an even share of 58.33%.",
        "The forecast outturn of £3,016,000.00 is £156,000.00 over the budget.",
    ]
    assert (made.used, made.ahead, made.remaining) == (
        Fraction(82, 143),
        Fraction(82, 143) - Fraction(7, 12),
        pounds(1_220_000),
    )
    assert made.met is None


@pytest.mark.parametrize(
    ("months", "day"), [(1, dt.date(2023, 4, 30)), (11, dt.date(2024, 2, 29)), (12, dt.date(2024, 3, 31))]
)
def test_the_months_that_have_passed_end_on_their_last_day(months: int, day: dt.date) -> None:
    assert monitoring(head(1, 1), year=FinancialYear(2023), months=months).day == day


def test_an_overspend_is_met_an_underspend_has_back_and_nothing_is_said_of_nothing() -> None:
    def told(outturn: int, **more: Any) -> list[str]:
        return heard(monitoring(head(100, 70, outturn=pounds(outturn)), key=EQUAL, **more))[1:]

    assert told(110) == [
        "The forecast outturn of £110.00 is £10.00 over the budget.",
        "North has £5.00 to meet.",
        "South has £5.00 to meet.",
    ]
    assert told(98) == [
        "The forecast outturn of £98.00 is £2.00 under the budget.",
        "North has £1.00 back.",
        "South has £1.00 back.",
    ]
    assert told(100) == ["The forecast outturn of £100.00 is that of the budget."]


def test_odd_sums_go_by_the_rule_and_in_the_unit_that_is_stated() -> None:
    over = head(100, 70, outturn=pounds(103))
    made = monitoring(over, key=EQUAL, remainder=to_lead("South"), unit=pounds(1))
    assert made.met == split(pounds(3), EQUAL.weights, remainder=to_lead("South"), unit=pounds(1))
    assert made.figures["meets", "South"] == pounds(2)
    assert monitoring(over, key=EQUAL, remainder=CELL_BY_CELL, unit=pounds(1)).met.difference == pounds(-1)  # type: ignore[union-attr]  # shared
    assert monitoring(over, remainder=TO_LAST).met is None


def test_more_income_than_an_even_share_is_ahead_and_an_overspent_head_has_less_than_nil_left() -> None:
    fees, pay = head(-200, -150, "Fees"), head(1000, 1010, "Pay", committed=pounds(5))
    made = monitoring(fees, pay, months=6)
    assert (made.figures["head", "Fees", "ahead"], fees.remaining) == (Fraction(1, 4), pounds(-50))
    assert (made.figures["head", "Pay", "used"], pay.remaining) == (Fraction(101, 100), pounds(-15))
    assert made.used == Fraction(860, 800)
    assert heard(made) == [
        "Board, to 30 September 2018: 107.5% of the budget is spent, 57.5 points ahead of an even share of 50%."
    ]


def test_a_budget_of_nil_has_no_part_that_is_spent() -> None:
    made = monitoring(head(0, 70))
    assert (made.used, made.ahead) == (None, None)
    assert ("used",) not in made.figures
    assert heard(made) == ["Board, to 31 October 2018: £70.00 is spent, and the budget is nil."]


def test_a_forecast_that_is_passed_already_is_named() -> None:
    pay = head(100, 90, "Pay", committed=pounds(15), outturn=pounds(104))
    fees = head(-50, -45, "Fees", outturn=pounds(-44))
    level = head(100, 90, "Rent", committed=pounds(10), outturn=pounds(100))
    sure = head(-50, -45, "Grant", outturn=pounds(-45))
    assert heard(monitoring(pay, fees, level, sure))[1:3] == [
        "Pay: what is spent and committed already, £105.00, is beyond the forecast of £104.00.",
        "Fees: what is spent and committed already, -£45.00, is beyond the forecast of -£44.00.",
    ]
    assert len(heard(monitoring(pay, fees, level, sure))) == 4


def test_every_head_and_the_key_say_where_they_are_from() -> None:
    made = monitoring(head(1, 1), key=EQUAL)
    assert made.bases == (("Board: Net cost", BASIS), ("Board: equal", BASIS))
    assert monitoring(head(1, 1)).bases == (("Board: Net cost", BASIS),)


def test_all_that_is_wrong_with_a_head_is_said() -> None:
    wrong = of_any_type(1)
    assert said(lambda: MonitoredHead("", wrong, wrong, wrong, wrong, wrong)) == [
        "heading: it is empty. Accepted: what it is spent on.",
        "budget: 1 is of type int. Accepted: an amount of Money.",
        "actual: 1 is of type int. Accepted: an amount of Money.",
        "committed: 1 is of type int. Accepted: an amount of Money.",
        "basis: 1 is of type int. Accepted: a Source or an Assumption.",
        "outturn: 1 is of type int. Accepted: an amount of Money, or nothing.",
    ]


def test_all_that_is_wrong_with_monitoring_is_said() -> None:
    wrong = of_any_type("x")
    assert said(lambda: BudgetMonitoring(of_any_type(1), wrong, 13, wrong, wrong, wrong, wrong)) == [
        "name: 1 is of type int. Accepted: whose budget it is.",
        "year: 'x' is of type str. Accepted: a FinancialYear.",
        "months: it is 13. Accepted: a number of months from 1 to 12.",
        "key: 'x' is of type str. Accepted: an ApportionmentKey, or nothing.",
        "remainder: 'x' is of type str. Accepted: a Remainder.",
        "unit: 'x' is of type str. Accepted: an amount of Money.",
        "head: 'x' is of type str. Accepted: a tuple.",
    ]
    assert said(lambda: monitoring(months=True)) == [
        "months: it is True. Accepted: a number of months from 1 to 12.",
        "head: there is no head. Accepted: at least one head.",
    ]
    assert said(lambda: monitoring(head(1, 1, "Pay", outturn=ZERO), head(1, 1, "Pay"), months=0)) == [
        "months: it is 0. Accepted: a number of months from 1 to 12.",
        "head[1].heading: 'Pay' is given twice. Accepted: a name of its own.",
        "head[1].outturn: 'Pay' has no forecast, and others have. Accepted: a forecast for every head, or for none.",
    ]
    assert said(lambda: monitoring(head(1, 1, outturn=pounds(2)), key=EQUAL, remainder=to_lead("East"))) == [
        "key.remainder.lead: the lead, East, has no weight. Accepted: one of those with a weight over nothing."
    ]
    assert said(lambda: monitoring(head(0, 1, outturn=Money(pence=150)), key=EQUAL, unit=pounds(1))) == [
        "key.amount: £1.50 is not a whole number of times £1.00. Accepted: an amount that the unit divides."
    ]


def test_a_head_without_a_budget_is_beyond_its_forecast_once_it_is_spent() -> None:
    made = monitoring(head(0, 3, outturn=pounds(2)))
    assert heard(made)[1] == ("Net cost: what is spent and committed already, £3.00, is beyond the forecast of £2.00.")
    assert len(heard(monitoring(head(0, 2, outturn=pounds(3))))) == 2
