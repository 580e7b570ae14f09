"""Months added to days, and counted in periods. The oracle walks day by day and month by month; it never divides."""

from __future__ import annotations

import calendar
import datetime as dt

import pendulum
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.calendar import MonthStep, Period, ShortMonth, add_months
from lgtrade.issues import InputError
from lgtrade.strategies import days, month_steps, periods

ONE_DAY = dt.timedelta(days=1)
LEAP_CYCLE = [dt.date(2023, 1, 1) + dt.timedelta(days=count) for count in range(1461)]


def month_by_month(start: dt.date, months: int, rule: ShortMonth) -> dt.date | None:
    year, month = start.year, start.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    length = calendar.monthrange(year, month)[1]
    if start.day <= length:
        return dt.date(year, month, start.day)
    if rule is ShortMonth.REFUSE:
        return None
    last = dt.date(year, month, length)
    return last if rule is ShortMonth.LAST_DAY else last + ONE_DAY


def counted(period: Period) -> int:
    """Count the months that end in the period, one after the other from its first day."""
    months = 0
    after = period.last + ONE_DAY
    while (end := month_by_month(period.first, months + 1, ShortMonth.LAST_DAY)) is not None and end <= after:
        months += 1
    return months


@pytest.mark.parametrize("rule", [ShortMonth.LAST_DAY, ShortMonth.NEXT_DAY])
@pytest.mark.parametrize("months", [-13, -12, -11, -3, -2, -1, 0, 1, 2, 3, 11, 12, 13, 48])
def test_every_day_of_four_years_steps_to_the_day_that_a_calendar_shows(months: int, rule: ShortMonth) -> None:
    for day in LEAP_CYCLE:
        step = add_months(day, months, rule)
        assert step == MonthStep(day, months, month_by_month(day, months, rule), rule)  # type: ignore[arg-type]


@pytest.mark.parametrize("months", [-12, -1, 1, 6, 12])
def test_where_the_month_has_no_such_day_the_agreement_has_to_say(months: int) -> None:
    for day in LEAP_CYCLE:
        expected = month_by_month(day, months, ShortMonth.REFUSE)
        if expected is None:
            with pytest.raises(InputError):
                add_months(day, months, ShortMonth.REFUSE)
        else:
            assert add_months(day, months, ShortMonth.REFUSE).day == expected


@given(month_steps())
def test_adding_then_subtracting_months_says_when_it_does_not_come_back(step: MonthStep) -> None:
    back = add_months(step.day, -step.months, step.rule)
    assert step.comes_back == (back.day == step.start)
    assert step.comes_back == (step.day.day == step.start.day)


@given(days(), st.integers(-3000, 3000))
def test_a_day_that_every_month_has_always_comes_back(day: dt.date, months: int) -> None:
    assume(day.day <= 28)
    assume(day.year + months // 12 >= 1900 and day.year + months // 12 + 1 <= 2199)
    step = add_months(day, months)
    assert step.day.day == day.day
    assert step.comes_back


@given(month_steps(), st.integers(0, 40))
def test_a_later_day_never_steps_to_an_earlier_one(step: MonthStep, later: int) -> None:
    other = step.start + dt.timedelta(days=later)
    if step.rule is not ShortMonth.REFUSE:
        assume(other.year <= 2199 and 12 * other.year + other.month - 1 + step.months < 12 * 2200)
        assert step.day <= add_months(other, step.months, step.rule).day


@given(days(max_value=dt.date(2198, 12, 31)))
def test_twelve_months_is_the_same_day_next_year_but_for_29_february(day: dt.date) -> None:
    step = add_months(day, 12)
    assert (step.day.year, step.day.month) == (day.year + 1, day.month)
    assert step.day.day == (28 if (day.month, day.day) == (2, 29) else day.day)


@given(days())
def test_no_months_is_no_step(day: dt.date) -> None:
    step = add_months(day, 0)
    assert (step.start, step.months, step.day, step.rule) == (day, 0, day, ShortMonth.LAST_DAY)
    assert step.comes_back


@pytest.mark.parametrize(
    ("start", "rule", "reached", "comes_back"),
    [
        (dt.date(2026, 1, 31), ShortMonth.LAST_DAY, dt.date(2026, 2, 28), False),
        (dt.date(2026, 1, 31), ShortMonth.NEXT_DAY, dt.date(2026, 3, 1), False),
        (dt.date(2024, 1, 31), ShortMonth.LAST_DAY, dt.date(2024, 2, 29), False),
        (dt.date(2026, 1, 28), ShortMonth.LAST_DAY, dt.date(2026, 2, 28), True),
        (dt.date(2026, 1, 28), ShortMonth.REFUSE, dt.date(2026, 2, 28), True),
        (dt.date(2026, 12, 31), ShortMonth.REFUSE, dt.date(2027, 1, 31), True),
    ],
)
def test_a_month_from_the_end_of_january(
    start: dt.date,
    rule: ShortMonth,
    reached: dt.date,
    comes_back: bool,  # a column of the table
) -> None:
    step = add_months(start, 1, rule)
    assert step.day == reached
    assert step.comes_back == comes_back


def test_a_pendulum_date_and_text_are_days_to_step_from() -> None:
    for start in (pendulum.date(2026, 1, 31), "2026-01-31"):
        step = add_months(start, 1)  # type: ignore[arg-type]  # text is read
        assert type(step.start) is type(step.day) is dt.date
        assert (step.start, step.day) == (dt.date(2026, 1, 31), dt.date(2026, 2, 28))


A_DAY = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"


@pytest.mark.parametrize(
    ("start", "months", "said"),
    [
        (
            dt.date(2026, 1, 31),
            1,
            [
                (
                    "start: the month that ends on 28 February 2026 has no day 31. "
                    "Accepted: a day that the month has, or another rule for short months."
                )
            ],
        ),
        (dt.date(2199, 12, 1), 1, [f"months: the day reached would be in the year 2200. Accepted: {A_DAY}."]),
        (dt.date(1900, 1, 1), -1, [f"months: the day reached would be in the year 1899. Accepted: {A_DAY}."]),
        (
            dt.datetime(2026, 4, 1, tzinfo=dt.UTC),
            1.0,
            [
                f"start: 2026-04-01T00:00:00+00:00 has a time of day. Accepted: {A_DAY}.",
                "months: 1.0 is of type float. Accepted: a whole number of months.",
            ],
        ),
        (dt.date(2026, 4, 1), True, ["months: True is of type bool. Accepted: a whole number of months."]),
    ],
)
def test_all_that_is_wrong_with_a_step_is_said(start: dt.date, months: int, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        add_months(start, months, ShortMonth.REFUSE)
    assert [str(issue) for issue in refused.value.issues] == said


@pytest.mark.parametrize("months", [-1512, 2087])
def test_the_first_and_last_months_in_reach_can_be_stepped_to(months: int) -> None:
    assert add_months(dt.date(2026, 1, 15), months).day in {dt.date(1900, 1, 15), dt.date(2199, 12, 15)}


# Whole months in a period


@given(periods(max_days=5000))
def test_the_whole_months_of_a_period_are_those_that_can_be_counted_one_by_one(period: Period) -> None:
    assert period.whole_months == counted(period)


@pytest.mark.parametrize("length", [*range(26, 34), *range(57, 64), *range(363, 368)])
def test_the_whole_months_from_every_day_of_four_years_can_be_counted(length: int) -> None:
    for first in LEAP_CYCLE:
        period = Period(first, first + dt.timedelta(days=length - 1))
        assert period.whole_months == counted(period)


@given(periods(max_value=dt.date(2199, 12, 30)))
def test_a_longer_period_never_has_fewer_whole_months(period: Period) -> None:
    longer = Period(period.first, period.last + ONE_DAY)
    assert longer.whole_months - period.whole_months in {0, 1}


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2022-04-02", "2023-04-01", 12),
        ("2022-04-02", "2023-03-31", 11),  # to the day after, pendulum's in_months says 12
        ("2022-04-01", "2023-03-31", 12),
        ("2026-01-31", "2026-02-27", 1),
        ("2026-01-31", "2026-02-26", 0),
        ("2024-01-31", "2024-02-28", 1),
        ("2024-01-31", "2024-02-27", 0),
        ("2024-02-29", "2025-02-27", 12),
        ("2026-04-01", "2026-04-01", 0),
        ("2199-01-01", "2199-12-31", 12),
        ("1900-01-01", "2199-12-31", 3600),
    ],
)
def test_a_month_ends_on_the_day_before_the_same_day_of_the_next(first: dt.date, last: dt.date, months: int) -> None:
    assert Period(first, last).whole_months == months
