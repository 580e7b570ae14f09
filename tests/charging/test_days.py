"""Yearly sums by the day, and changes of price within the days that are charged for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charging.facts import A_POUND, ON, TEN_A_DAY, TIERS, YEAR, of_any_type, on, said

from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import Differential, Flat, Minimum, Occasion, PerUnit, Price, PriceFrom, Prorated, Repriced, Why
from lgtrade.charging._charges import minus
from lgtrade.money import DOWN, HALF_UP, ZERO, Money, Rate, total
from lgtrade.strategies import prorated_prices, quantities, repriced_prices

YEARS = st.integers(1991, 2089).map(FinancialYear)
DEARER = PerUnit(Rate("1.10"))
FROM_JULY = Repriced((PriceFrom("2025-04-01", A_POUND), PriceFrom("2025-07-01", DEARER)))


def parts_of(days: Period, cuts: list[int]) -> list[Period]:
    """Cut days into runs that follow one another."""
    starts = sorted({days.first, *(days.first + dt.timedelta(days=cut % days.days) for cut in cuts)})
    ends = [start - dt.timedelta(days=1) for start in starts[1:]]
    return [Period(first, last) for first, last in zip(starts, [*ends, days.last], strict=True)]


@given(prorated_prices(), YEARS, st.lists(st.integers(0, 365), max_size=4))
def test_the_charges_for_the_parts_of_a_year_add_to_the_sum_for_the_year(
    price: Prorated, year: FinancialYear, cuts: list[int]
) -> None:
    customer = "Tamworth"
    lines = [price.charge(1, Occasion(days, customer)) for days in parts_of(year.period, cuts)]
    whole = price.price.charge(1, Occasion(year.period, customer))
    assert total(line.amount for line in lines) == price.rounding.money(whole.amount.amount)
    assert sum((Fraction(line.exact) for line in lines), Fraction(0)) == Fraction(whole.amount.in_pounds)
    assert all(line.amount >= ZERO for line in lines)


@given(repriced_prices(), YEARS, st.lists(st.integers(0, 365), max_size=3))
def test_yearly_prices_that_follow_one_another_add_over_the_parts_of_a_year(
    price: Repriced, year: FinancialYear, cuts: list[int]
) -> None:
    if price.is_flat:
        parts = [price.charge(1, Occasion(days, "Tamworth")).amount for days in parts_of(year.period, cuts)]
        assert total(parts) == price.charge(1, Occasion(year.period, "Tamworth")).amount


@pytest.mark.parametrize(
    ("first", "last", "amount"),
    [
        ("2025-04-01", "2026-03-31", "3650.00"),
        ("2025-04-01", "2025-04-01", "10.00"),
        ("2025-10-01", "2026-03-31", "1820.00"),  # 182 of 365 days
        ("2023-10-01", "2024-03-31", "1825.00"),  # 183 of 366 days
    ],
)
def test_part_of_a_year_is_its_days_over_all_the_days_of_that_year(first: str, last: str, amount: str) -> None:
    line = Prorated(TEN_A_DAY).charge(1, on(first, last))
    assert (line.amount, line.why) == (Money.pounds(amount), Why.DAYS)


def test_a_minimum_for_a_year_is_prorated_with_it() -> None:
    price = Prorated(Minimum(TEN_A_DAY, Money.pounds(7300)), DOWN)
    assert [(str(line.words), line.amount) for line in price.explain(1, on("2025-04-01", "2025-04-30"))] == [
        ("a flat charge", Money.pounds(3650)),
        ("raised to the minimum of £7,300.00", Money.pounds(3650)),
        ("less the days of the year that are not charged for", Money.pounds(-6700)),
    ]


def test_use_before_and_after_a_change_is_charged_at_the_price_of_its_days() -> None:
    line = FROM_JULY.charge(200, on("2025-06-21", "2025-07-10"))
    assert (line.amount, line.exact, line.why, line.quantity) == (
        Money.pounds(210),
        Decimal("210.00000"),
        Why.CHANGES,
        Decimal(200),
    )
    assert FROM_JULY.charge(200, on("2025-04-01", "2025-06-30")).amount == Money.pounds(200)
    assert FROM_JULY.charge(200, on("2025-07-01", "2025-07-01")) == DEARER.charge(200)


def test_a_quantity_that_the_days_do_not_divide_is_rounded_and_the_last_part_takes_the_rest() -> None:
    price = Repriced(
        (PriceFrom("2025-04-01", A_POUND), PriceFrom("2025-07-02", A_POUND), PriceFrom("2025-07-03", DEARER)),
        HALF_UP.to("0.01"),
    )
    lines = price.explain(10, on("2025-07-01", "2025-07-03"))
    assert [line.quantity for line in lines] == [Decimal("3.33"), Decimal("3.34"), Decimal("3.33")]


def test_no_more_is_used_before_a_change_than_in_all() -> None:
    coarse = Repriced((PriceFrom("2025-04-01", A_POUND), PriceFrom("2025-07-01", DEARER)), HALF_UP.to("10"))
    lines = coarse.explain(7, on("2025-06-25", "2025-07-01"))
    assert [line.quantity for line in lines] == [Decimal(7), Decimal(0)]


@given(repriced_prices(), quantities(), YEARS, st.integers(0, 364), st.integers(0, 364))
def test_no_use_is_lost_where_a_price_changes(
    price: Repriced, units: Decimal, year: FinancialYear, one: int, other: int
) -> None:
    first, last = sorted((one, other))
    days = Period(*(year.period.first + dt.timedelta(days=number) for number in (first, last)))
    by_unit = Repriced(tuple(PriceFrom(each.first, A_POUND) for each in price.prices))
    lines = by_unit.explain(units, Occasion(days))
    assert sum((line.quantity for line in lines), Decimal(0)) == units
    assert by_unit.charge(units, Occasion(days)).exact == units


def test_a_price_that_begins_after_the_days_or_ended_before_them_is_left_out() -> None:
    far = Repriced(tuple(PriceFrom(f"20{year}-04-01", PerUnit(Rate(year))) for year in (10, 20, 25, 26)))
    assert far.charge(1, ON).amount == Money.pounds(25)
    assert [line.rate for line in far.explain(1, Occasion(Period("2019-04-01", "2026-04-01")))] == [
        Rate(10),
        Rate(20),
        Rate(25),
        Rate(26),
    ]


@pytest.mark.parametrize("price", [A_POUND, TIERS, Prorated(TEN_A_DAY), FROM_JULY])
def test_days_can_be_charged_for_run_by_run_unless_a_sum_is_the_same_whatever_the_days(price: Price) -> None:
    assert price.adds_by_days
    assert not TEN_A_DAY.adds_by_days
    assert not Repriced((PriceFrom("2025-04-01", TEN_A_DAY),)).adds_by_days


def test_one_sum_for_a_year_cannot_change_within_it_unless_it_is_by_the_day() -> None:
    sums = (Flat(Money.pounds(900)), Flat(Money.pounds(1000)))
    days = ("2025-04-01", "2025-07-01")
    plain = Repriced(tuple(PriceFrom(day, price) for day, price in zip(days, sums, strict=True)))
    assert said(lambda: plain.charge(1, ON)) == [
        (
            "occasion.days: the price changes within 1 April 2025 to 31 March 2026, and is one sum whatever the days. "
            "Accepted: a price by the day, or days without a change."
        )
    ]
    assert plain.charge(1, on("2025-07-01", "2026-03-31")).amount == Money.pounds(1000)
    by_day = Repriced(tuple(PriceFrom(day, Prorated(price)) for day, price in zip(days, sums, strict=True)))
    # £900 x 91 / 365 = £224.38; £1,000 less £1,000 x 91 / 365 = £249.32
    assert by_day.charge(1, ON).amount == Money.pounds("224.38") + Money.pounds("750.68")


def test_days_before_the_first_price_and_over_a_year_end_are_refused() -> None:
    assert said(lambda: FROM_JULY.charge(1, on("2025-03-31", "2025-04-01"))) == [
        "occasion.days: 31 March 2025 is before the first price. Accepted: days from 1 April 2025."
    ]
    assert said(lambda: Prorated(TEN_A_DAY).charge(1, on("2026-03-31", "2026-04-01"))) == [
        (
            "occasion.days: 31 March 2026 to 1 April 2026 runs over the end of a financial year. "
            "Accepted: days within 1 April 2025 to 31 March 2026."
        )
    ]


def test_what_is_wrong_with_prices_by_the_day_or_from_a_day_is_said_all_together() -> None:
    assert said(lambda: Prorated(A_POUND, HALF_UP.to("0.001"))) == [
        "price: the price is by use, and is not for a year. Accepted: a price that is one sum.",
        "rounding.unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more.",
    ]
    assert said(lambda: Prorated(of_any_type(5))) == ["price: 5 is of type int. Accepted: a price that is one sum."]
    assert said(lambda: PriceFrom("soon", of_any_type(5))) == [
        "first: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "price: 5 is of type int. Accepted: a price without a change in it.",
    ]
    assert said(lambda: Repriced(())) == ["prices: there is no price. Accepted: at least one price."]
    assert said(lambda: Repriced((of_any_type(5),), of_any_type(6))) == [
        "prices[0]: 5 is of type int. Accepted: a PriceFrom.",
        "division: 6 is of type int. Accepted: a Rounding.",
    ]
    backwards = (PriceFrom("2025-04-01", A_POUND), PriceFrom("2025-04-01", TEN_A_DAY))
    assert said(lambda: Repriced(backwards)) == [
        "prices[1].first: it begins on 1 April 2025, and the price before it on 1 April 2025. Accepted: a later day.",
        (
            "prices[1].price: it and the price before it are not both by use. "
            "Accepted: prices that are all one sum, or all by use."
        ),
    ]


def test_each_customer_keeps_its_own_price_through_a_change() -> None:
    price = Repriced((PriceFrom("2025-04-01", Differential(A_POUND, {"Tamworth": DEARER}, "a longer day")),))
    assert [price.charge(10, Occasion(YEAR.period, name)).amount for name in ("Tamworth", "Lichfield")] == [
        Money.pounds(11),
        Money.pounds(10),
    ]


def test_runs_of_days_follow_one_another() -> None:
    runs = parts_of(YEAR.period, [10, 20])
    assert all(after.first - before.last == dt.timedelta(days=1) for before, after in pairwise(runs))


def test_sums_of_days_are_taken_from_one_another_exactly() -> None:
    assert minus(Fraction(1, 3), Decimal("0.25")) == Fraction(1, 12)
    assert minus(Decimal("0.5"), Decimal("0.25")) == Decimal("0.25")
