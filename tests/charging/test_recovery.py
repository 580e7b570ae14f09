"""Services that are charged for at cost, year by year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charging.facts import KNOWN, of_any_type, said

from lgtrade.answers import Verdict
from lgtrade.calendar import FinancialYear
from lgtrade.charging import PROPERTY_SEARCHES, AtCost, Recovery, RecoveryYear
from lgtrade.money import DOWN, HALF_UP, UP, ZERO, Money, Rate, total
from lgtrade.strategies import money, recoveries

COSTS = money(min_value=ZERO, max_value=Money.pounds(10**7))


def pounds(sum_: int | str) -> Money:
    return Money.pounds(sum_)


def year(start: int, cost: int, units: int, actual: int | None = None, **given: Any) -> RecoveryYear:
    return RecoveryYear(
        FinancialYear(start), pounds(cost), units, KNOWN, None if actual is None else pounds(actual), **given
    )


def test_the_cost_of_access_to_records_is_recovered_by_its_charge() -> None:
    """£4,986 over 684 requests is £7.29; £276,000 over 2,600 enquiries and 250 inspections is £96.84.

    Bath and North East Somerset Council, Land Charges - financial statement,
    http://www.bathnes.gov.uk/services/planning-and-building-control/land-charges/land-charges-financial-statement?mini=2017-11
    """
    rule = attrs.evolve(PROPERTY_SEARCHES, rounding=HALF_UP)
    access = Recovery("Access", rule, (year(2010, 4986, 684, 4986, used={"Searchers": 684}),))
    (recovered,) = access.years_of_recovery
    assert recovered.rate == Rate("7.29")
    assert recovered.income == pounds("4986.36")
    charge = Recovery("Enquiries", rule, (year(2011, 276_000, 2_850),)).next_charge
    assert charge is not None
    assert charge.rate == Rate("96.84")


def test_a_surplus_lowers_the_next_charge_and_a_deficit_raises_it() -> None:
    years = (
        year(2023, 1000, 100, 900, used={"A": 60, "B": 50}),
        year(2024, 1000, 100, 1250, used={"A": 60, "B": 40}),
        year(2025, 1000, 100),
    )
    service = Recovery("Searches", AtCost(), years, pounds(10))
    first, second = service.years_of_recovery
    assert (first.rate, first.income, first.surplus, first.closing) == (
        Rate("9.90"),
        pounds(1089),
        pounds(189),
        pounds(199),
    )
    assert (first.dearer, first.busier) == (pounds(-100), Decimal(10))
    assert (second.rate, second.income, second.closing) == (Rate("8.01"), pounds(801), pounds(-250))
    assert service.closing == pounds(-250)
    charge = service.next_charge
    assert charge is not None
    assert (charge.rate, charge.brought_forward) == (Rate("12.50"), pounds(-250))
    # A had 60 of 110 and 60 of 100 units: £490.91 and £750.00 of the cost
    assert first.over_cost == {"A": pounds("103.09"), "B": pounds("85.91")}
    assert service.over_cost == {"A": pounds("-166.31"), "B": pounds("-93.69")}


def test_a_charge_that_was_made_counts_in_place_of_the_one_by_the_rule() -> None:
    made = year(2024, 1000, 100, 1000, used={"A": 100}, charged=Rate(11))
    (recovered,) = Recovery("Searches", AtCost(), (made,)).years_of_recovery
    assert (recovered.unit_charge.rate, recovered.rate, recovered.closing) == (Rate(10), Rate(11), pounds(100))


@given(recoveries())
def test_what_every_year_brought_in_and_cost_adds_to_the_balance(service: Recovery) -> None:
    ended = service.years_of_recovery
    assert service.closing == service.opening + total(each.income for each in ended) - total(
        each.cost for each in ended
    )
    for each in ended:
        assert each.income == total(line.amount for line in each.lines.values())
        if any(each.given.used.values()):
            assert total(each.over_cost.values()) == each.surplus
        else:
            assert each.over_cost == {}


@given(recoveries())
def test_the_next_charge_carries_the_whole_balance_and_what_it_cannot_return_is_told(service: Recovery) -> None:
    charge = service.next_charge
    if charge is not None:
        assert charge.brought_forward == service.closing
        assert charge.rate >= Rate(0)
        assert charge.not_returned == max(service.closing - charge.cost, ZERO)
        figures = service.figures
        assert figures["next-charge",] == charge.rate
        assert figures["not-returned",] == charge.not_returned
    else:
        assert ("next-charge",) not in service.figures


@given(st.lists(st.tuples(COSTS, st.integers(1, 10**5)), min_size=1, max_size=5), st.sampled_from([DOWN, HALF_UP, UP]))
def test_with_exact_estimates_a_window_ends_within_the_rounding_of_its_last_charge(
    figures: list[tuple[Money, int]], rounding: Any
) -> None:
    years = tuple(
        RecoveryYear(FinancialYear(2000 + number), cost, units, KNOWN, cost, {"A": units})
        for number, (cost, units) in enumerate(figures)
    )
    service = Recovery("Searches", AtCost(rounding, len(years), "as agreed"), years)
    last = service.years_of_recovery[-1]
    over = service.closing - last.unit_charge.not_returned
    assert abs(Fraction(over.in_pounds)) < Fraction(rounding.unit) * figures[-1][1] + Fraction(rounding.unit)
    if rounding == DOWN:
        assert [answer.verdict for answer in service.answers] == [Verdict.YES]


def test_windows_follow_one_another_unless_every_run_of_years_has_to_balance() -> None:
    costs = (900, 1000, 1100, 900)
    years = tuple(
        year(2020 + number, 1000, 100, cost, used={"A": 100}, charged=Rate(10)) for number, cost in enumerate(costs)
    )
    by_two = Recovery("Searches", AtCost(window=2), years)
    assert [str(answer.words) for answer in by_two.answers] == [
        "From 2020/21 to 2021/22 charges of £2,000.00 exceeded the cost of £1,900.00 by £100.00.",
        (
            "With £100.00 brought forward, charges of £2,000.00 from 2022/23 to 2023/24 exceeded the cost of £2,000.00 "
            "by £100.00."
        ),
    ]
    any_three = Recovery("Searches", attrs.evolve(PROPERTY_SEARCHES, carried=False), years)
    assert [(answer.verdict, str(answer.provision)) for answer in any_three.answers] == [
        (Verdict.YES, "SI 2008/3248 reg.6"),
        (Verdict.YES, "SI 2008/3248 reg.6"),
    ]
    assert Recovery("Searches", AtCost(), years[:2]).answers == ()


def test_a_window_has_to_take_in_the_balance_that_was_brought_forward_into_it() -> None:
    years = tuple(year(2020 + number, 1000, 100, 1000, used={"A": 100}) for number in range(3))
    deficit = Recovery("Searches", AtCost(), years, pounds(-1000))
    assert [(answer.verdict, str(answer.words)) for answer in deficit.answers] == [
        (
            Verdict.YES,
            (
                "With -£1,000.00 brought forward, charges of £4,000.00 from 2020/21 to 2022/23 were within the cost of "
                "£3,000.00."
            ),
        )
    ]
    assert deficit.closing == ZERO


@given(recoveries(), st.integers(1, 3))
def test_a_window_brings_in_too_much_where_it_ends_with_a_surplus(service: Recovery, window: int) -> None:
    service = attrs.evolve(service, rule=AtCost(window=window))
    ends = service.years_of_recovery[window - 1 :: window]
    assert [answer.verdict is Verdict.NO for answer in service.answers] == [each.closing > ZERO for each in ends]


def test_property_searches_take_the_whole_balance_into_the_next_year() -> None:
    """SI 2008/3248 reg.6(4), https://www.legislation.gov.uk/uksi/2008/3248/regulation/6/made."""
    years = (year(2020, 1000, 100, 900, used={"A": 100}), year(2021, 1000, 100, charged=Rate(10)))
    service = Recovery("Searches", PROPERTY_SEARCHES, years)
    assert [(answer.verdict, str(answer.words)) for answer in service.answers] == [
        (Verdict.YES, "The charge of £10.00 for 2020/21 took in the whole balance."),
        (Verdict.NO, "The charge of £10.00 for 2021/22 is not that of £9.00, which takes in the whole balance."),
    ]
    assert Recovery("Searches", AtCost(), years).answers == ()


def test_a_service_that_nobody_used_leaves_its_cost_to_later_years() -> None:
    service = Recovery("Searches", AtCost(), (year(2024, 1000, 100, 1000, used={"A": 0}),))
    assert service.years_of_recovery[0].over_cost == service.over_cost == {}
    assert service.closing == pounds(-1000)
    assert Recovery("Searches", AtCost(), (year(2025, 1000, 100),), pounds(5)).closing == pounds(5)


def test_the_figures_and_their_sources_are_told_by_year() -> None:
    service = Recovery("Searches", AtCost(), (year(2024, 1000, 100, 900, used={"A": 100}),))
    assert service.figures == {
        ("unit-charge", "2024/25"): Rate("10.00"),
        ("income", "2024/25"): pounds(1000),
        ("balance", "2024/25"): pounds(100),
        ("over-cost", "A"): pounds(100),
    }
    assert service.bases == (("Searches 2024/25", KNOWN),)


def test_a_window_that_skips_a_year_or_has_no_actual_cost_is_refused() -> None:
    assert said(lambda: Recovery("Searches", AtCost(), (year(2020, 1, 1), year(2022, 1, 1)))) == [
        "years[1].year: 2022/23 follows 2020/21. Accepted: 2021/22.",
        (
            "years[0].actual_cost: 2020/21 has no actual cost, and is not the last year. "
            "Accepted: the actual cost of the year."
        ),
    ]
    assert said(lambda: Recovery("", of_any_type(1), (), of_any_type(2))) == [
        "name: it is empty. Accepted: a name.",
        "rule: 1 is of type int. Accepted: an AtCost rule.",
        "opening: 2 is of type int. Accepted: an amount of Money.",
        "years: there is no year. Accepted: at least one financial year.",
    ]
    assert said(lambda: Recovery("x", AtCost(), (of_any_type(1),))) == [
        "years[0]: 1 is of type int. Accepted: a RecoveryYear."
    ]


def test_a_fixed_cost_over_no_units_is_refused_with_all_else_that_is_wrong() -> None:
    assert said(lambda: year(2020, 1000, 0, used={"A": -1, "B": 2})) == [
        "units: there are no units. Accepted: a number of units over nothing.",
        "used[A].quantity: it is negative. Accepted: a quantity of nothing or more.",
        "actual_cost: there is use in a year without an actual cost. Accepted: the actual cost of the year.",
    ]
    values: tuple[object, ...] = (1, 2, "x", 4, 5, {}, 6)
    wrong = [of_any_type(each) for each in values]
    assert said(lambda: RecoveryYear(*wrong)) == [
        "year: 1 is of type int. Accepted: a FinancialYear.",
        "cost: 2 is of type int. Accepted: an amount of Money.",
        "units: 'x' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "basis: 4 is of type int. Accepted: a Source or an Assumption.",
        "actual_cost: 5 is of type int. Accepted: an amount of Money.",
        "charged: 6 is of type int. Accepted: a Rate, or nothing.",
    ]


@pytest.mark.parametrize("window", [0, -1, True, "3"])
def test_a_window_without_length_is_refused(window: Any) -> None:
    assert said(lambda: AtCost(window=window)) == [
        "window: the window has no length. Accepted: a number of years, one or more."
    ]


def test_a_window_longer_than_three_years_needs_a_reason() -> None:
    assert said(lambda: AtCost(of_any_type(1), 4, rolling=of_any_type(2), at=of_any_type(3))) == [
        "rounding: 1 is of type int. Accepted: a Rounding.",
        "reason: a window of 4 years has no reason. Accepted: a reason for a window of more than 3 years.",
        "rolling: 2 is of type int. Accepted: true or false.",
        "at: 3 is of type int. Accepted: a Provision, or nothing.",
    ]
    assert AtCost(window=4, reason="new vans last seven years").window == 4
    assert said(lambda: AtCost(reason=of_any_type(7))) == ["reason: 7 is of type int. Accepted: the reason, in words."]
