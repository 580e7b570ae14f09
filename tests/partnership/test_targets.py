from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import said

from lgtrade.calendar import FinancialYear
from lgtrade.money import HALF_UP, ZERO, Money, Share
from lgtrade.partnership import EfficiencyTarget, TargetYear
from lgtrade.sources import Assumption
from lgtrade.strategies import money, shares

BASIS = Assumption("made up to be tested")
SUMS = money(min_value=ZERO, max_value=Money.pounds(10**9))
TARGETS = st.builds(
    EfficiencyTarget,
    st.just("Lichfield"),
    SUMS,
    shares(),
    st.integers(2000, 2030).map(FinancialYear),
    st.integers(1, 10),
    money(min_value=Money.pounds(-(10**9)), max_value=Money.pounds(10**9)),
    st.just(BASIS),
)


@given(TARGETS)
def test_the_target_of_each_year_is_one_more_step_of_the_rate_on_the_baseline(target: EfficiencyTarget) -> None:
    for steps, year in enumerate(target.years_of_target, start=1):
        exact = target.baseline.pence * target.rate.fraction * steps
        assert year.target == HALF_UP.money(exact / 100)
        assert abs(year.target.pence - exact) <= Fraction(1, 2)


@given(TARGETS)
def test_targets_never_fall_from_one_year_to_the_next(target: EfficiencyTarget) -> None:
    due = [year.target for year in target.years_of_target]
    assert due == sorted(due)


@given(TARGETS)
def test_a_target_runs_for_its_years_one_after_another(target: EfficiencyTarget) -> None:
    years = [year.year.start for year in target.years_of_target]
    assert years == list(range(target.first.start, target.first.start + target.years))


@given(TARGETS)
def test_what_is_still_to_be_found_is_the_target_less_what_is_saved_and_never_below_nothing(
    target: EfficiencyTarget,
) -> None:
    for year in target.years_of_target:
        assert year.saved == target.saved
        assert year.short == max(year.target - target.saved, ZERO)


def test_a_target_that_is_met_leaves_nothing_to_be_found() -> None:
    year = TargetYear(FinancialYear(2005), target=Money.pounds(50), saved=Money.pounds(60))
    assert (year.short, TargetYear(year.year, year.target, Money.pounds(50)).short) == (ZERO, ZERO)
    assert TargetYear(year.year, year.target, Money.pounds(-5)).short == Money.pounds(55)


@pytest.mark.parametrize(
    ("baseline", "saved", "due", "short"),
    [
        (608_000_000, 2_400_000, [15_200_000], [12_800_000]),
        (568_000_000, 2_400_000, [14_200_000, 28_400_000, 42_600_000], [11_800_000, 26_000_000, 40_200_000]),
    ],
    ids=["first version", "second version"],
)
def test_two_and_a_half_per_cent_a_year_of_a_baseline(
    baseline: int, saved: int, due: list[int], short: list[int]
) -> None:
    """Hampshire County Council Cabinet item 7, Annual Efficiency Statement: Forward-look 2005/06 (25 April 2005).

    https://www.hants.gov.uk/decisions/decisions-docs/050425-cabine-R0415165849: £15.2m, then £14.2m a year and £42.6m
    over three years. The baselines are worked back from them by hand, and what is left is by hand.
    """
    target = EfficiencyTarget(
        "Hampshire",
        Money.pounds(baseline),
        Share("2.5%"),
        FinancialYear(2005),
        len(due),
        Money.pounds(saved),
        BASIS,
    )
    assert [year.target for year in target.years_of_target] == [Money.pounds(pounds) for pounds in due]
    assert [year.short for year in target.years_of_target] == [Money.pounds(pounds) for pounds in short]


def test_a_printed_two_year_target_is_not_two_equal_steps() -> None:
    """Staffordshire Moorlands DC, Annual Efficiency Statement - Backward Look 2006-07 (19 June 2007).

    http://www.docstoc.com/docs/18074723/STAFFORDSHIRE-MOORLANDS-DISTRICT-COUNCIL prints £629,000 after two years and
    £928,000 after three. On one baseline, worked back by hand, two steps are £618,666.67: £10,333.33 less than printed.
    """
    baseline = Money.pounds("12,373,333.33")  # £928,000 / 7.5%
    target = EfficiencyTarget("Moorlands", baseline, Share("2.5%"), FinancialYear(2005), 3, ZERO, BASIS)
    _, after_two, after_three = (year.target for year in target.years_of_target)
    assert after_three == Money.pounds(928_000)
    assert Money.pounds(629_000) - after_two == Money.pounds("10,333.33")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"baseline": Money.pounds(-1)},
            ["baseline: the baseline is negative. Accepted: spending of nothing or more."],
        ),
        ({"years": 0}, ["years: it is 0. Accepted: a number of years from 1 to 50."]),
        ({"years": 51}, ["years: it is 51. Accepted: a number of years from 1 to 50."]),
        ({"years": True}, ["years: it is True. Accepted: a number of years from 1 to 50."]),
        ({"years": 2.5}, ["years: it is 2.5. Accepted: a number of years from 1 to 50."]),
        ({"rate": "2.5%"}, ["rate: '2.5%' is of type str. Accepted: a Share."]),
        ({"rate": 0.025}, ["rate: 0.025 is of type float. Accepted: a Share."]),
        (
            {
                "partner": 7,
                "baseline": 1e6,
                "rate": 0.025,
                "first": 2005,
                "years": "3",
                "saved": 5.0,
                "basis": "a guess",
            },
            [
                "partner: 7 is of type int. Accepted: whose target it is.",
                "baseline: 1000000.0 is of type float. Accepted: an amount of Money.",
                "rate: 0.025 is of type float. Accepted: a Share.",
                "first: 2005 is of type int. Accepted: a FinancialYear.",
                "years: it is '3'. Accepted: a number of years from 1 to 50.",
                "saved: 5.0 is of type float. Accepted: an amount of Money.",
                "basis: 'a guess' is of type str. Accepted: a Source or an Assumption.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_target_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {
        "partner": "Lichfield",
        "baseline": Money.pounds(1),
        "rate": Share("2.5%"),
        "first": FinancialYear(2005),
        "years": 3,
        "saved": ZERO,
        "basis": BASIS,
    }
    assert said(lambda: EfficiencyTarget(**(right | changed))) == words


@pytest.mark.parametrize("years", [1, 50])
def test_a_target_may_run_for_one_year_and_for_fifty(years: int) -> None:
    target = EfficiencyTarget("Lichfield", ZERO, Share(0), FinancialYear(2005), years, ZERO, BASIS)
    assert len(target.years_of_target) == years
