"""Discount factors: what is promised of every schedule, and the factors that the Treasury prints."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.business_facts import BASIS

from lgtrade.money import HALF_UP
from lgtrade.partnership import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    GREEN_BOOK_2026_HEALTH,
    GREEN_BOOK_2026_SENSITIVITY,
    DiscountBand,
    DiscountSchedule,
)
from lgtrade.strategies import discount_schedules


@settings(max_examples=30)
@given(discount_schedules(), st.integers(0, 74))
def test_a_later_pound_is_never_worth_more_than_an_earlier_one(schedule: DiscountSchedule, year: int) -> None:
    assert schedule.factor(0) == 1
    assert 0 < schedule.factor(year + 1) <= schedule.factor(year)


@settings(max_examples=30)
@given(discount_schedules(), st.integers(1, 75))
def test_each_year_is_discounted_by_the_rate_of_its_band(schedule: DiscountSchedule, year: int) -> None:
    rate = next(band.rate for band in schedule.bands if band.last is None or year <= band.last)
    assert schedule.factor(year) * (1 + rate) == schedule.factor(year - 1)


@pytest.mark.parametrize(
    ("schedule", "factors"),
    [
        (GREEN_BOOK_2003, ["0.9662", "0.9335", "0.9019"]),
        (GREEN_BOOK_2026, ["0.9662", "0.9335", "0.9019"]),
        (GREEN_BOOK_2026_HEALTH, ["0.9852", "0.9707", "0.9563"]),
    ],
    ids=lambda value: value.name if isinstance(value, DiscountSchedule) else None,
)
def test_the_printed_factors_of_the_first_three_years(schedule: DiscountSchedule, factors: list[str]) -> None:
    """Green Book supplementary guidance: discounting, Annex A, Tables A.1 and A.2, as restated by the workHORSE model.

    https://github.com/ChristK/workHORSE
    """
    to = HALF_UP.to("0.0001")
    assert [to.rate(schedule.factor(year)).pounds for year in (1, 2, 3)] == [Decimal(each) for each in factors]


@pytest.mark.parametrize(
    ("schedule", "rates"),
    [
        (GREEN_BOOK_2003, (350, 300, 250, 200, 150, 100)),
        (GREEN_BOOK_2026, (350, 300, 250, 200, 150, 100)),
        (GREEN_BOOK_2026_HEALTH, (150, 129, 107, 86, 64, 43)),
        (GREEN_BOOK_2026_SENSITIVITY, (300, 257, 214, 171, 129, 86)),
    ],
    ids=lambda value: value.name if isinstance(value, DiscountSchedule) else None,
)
def test_the_rate_falls_after_years_30_75_125_200_and_300(schedule: DiscountSchedule, rates: tuple[int, ...]) -> None:
    """Department for Transport, Forthcoming change: Green Book updates, 16 April 2026.

    https://www.gov.uk/government/publications/tag-forthcoming-changes/forthcoming-change-green-book-updates
    """

    def rate(year: int) -> Fraction:
        return (schedule.factor(year - 1) / schedule.factor(year) - 1) * 10_000

    assert [rate(year) for year in (1, 31, 76, 126, 201, 301)] == list(rates)
    assert [rate(year) for year in (30, 75, 125, 200, 300, 999)] == list(rates)


def test_100_pounds_at_6_per_cent_is_13_59_a_year_for_ten_years() -> None:
    """HM Treasury, Green Book, 1997 edition, paragraph 4.56, read in translation.

    https://nippon.zaidan.info/seikabutsu/1998/00434/contents/028.htm
    """
    yearly = 100 / DiscountSchedule.flat("6%", BASIS).annuity(10)
    assert HALF_UP.money(yearly).in_pounds == Decimal("13.59")


def test_a_year_that_a_schedule_does_not_reach_is_refused() -> None:
    short = attrs.evolve(GREEN_BOOK_2026, name="Short", bands=GREEN_BOOK_2026.bands[:2])
    for year in (-1, 76):
        assert said(lambda year=year: short.factor(year)) == [  # type: ignore[misc]  # bound at once
            f"year: Short has no rate for year {year}. Accepted: from nil to 75."
        ]
    assert said(lambda: GREEN_BOOK_2003.factor(10**9)) == [
        "year: Green Book 2003 has no rate for year 1000000000. Accepted: from nil to 1000."
    ]
    assert said(lambda: GREEN_BOOK_2026.factor(of_any_type("1"))) == [
        "year: '1' is of type str. Accepted: a whole number of years."
    ]


def test_an_annuity_of_years_that_nobody_can_count_is_refused() -> None:
    assert said(lambda: GREEN_BOOK_2026.annuity(of_any_type("1"))) == [
        "years: '1' is of type str. Accepted: a whole number of years."
    ]
    assert said(lambda: GREEN_BOOK_2026.annuity(-1)) == [
        "years: Green Book 2026 has no rate for year -1. Accepted: from nil to 1000."
    ]


def test_all_that_is_wrong_with_a_schedule_is_said() -> None:
    assert said(lambda: DiscountSchedule("", (), of_any_type(None), of_any_type("soon"))) == [
        "name: it is empty. Accepted: what the schedule is called.",
        "bands: there is no band. Accepted: at least one band.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "since: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
    ]
    order = "the band does not come after the one before it. Accepted: bands from the first years on."
    for bands in ((DiscountBand("1%", 5), DiscountBand("1%", 5)), (DiscountBand("1%"), DiscountBand("1%", 5))):
        assert said(lambda bands=bands: DiscountSchedule("x", bands, BASIS)) == [f"bands[1].last: {order}"]  # type: ignore[misc]  # bound at once
    assert said(lambda: DiscountSchedule("x", of_any_type((1,)), BASIS)) == [
        "bands[0]: 1 is of type int. Accepted: a DiscountBand."
    ]
    assert said(lambda: DiscountBand(of_any_type("-1%"), 0)) == [
        "rate: it is below nil: -0.01. Accepted: nil or more.",
        "last: it is 0. Accepted: a whole number of years over nil, or nothing.",
    ]
    (words,) = said(lambda: DiscountSchedule.flat("dear", BASIS))
    assert words.startswith("rate: 'dear' is not a number.")
