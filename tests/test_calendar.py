from __future__ import annotations

import datetime as dt

import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lgtrade.calendar import FinancialYear, Period, as_day, day_issues, day_or_as_given
from lgtrade.issues import InputError
from lgtrade.strategies import days, financial_years, periods
from lgtrade.words import in_words

A_DAY = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"
ONE_DAY = dt.timedelta(days=1)
WIDE = "２０２６/27"  # noqa: RUF001  # digits, but not ours
MIDNIGHT = dt.datetime(2026, 4, 1)  # noqa: DTZ001  # as a file gives it
FIRST = FinancialYear(1900).period.first
LAST = FinancialYear(2198).period.last


def days_from(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=count) for count in range((last - first).days + 1)]


# Days


@given(days())
def test_a_day_is_read_from_its_text_and_from_itself(day: dt.date) -> None:
    assert as_day(day.isoformat()) == day
    assert as_day(day) == day


@given(days())
def test_a_pendulum_date_is_read_as_a_plain_day(day: dt.date) -> None:
    read = as_day(pendulum.date(day.year, day.month, day.day))
    assert type(read) is dt.date
    assert read == day


@pytest.mark.parametrize("text", ["1900-01-01", "2000-02-29", "2199-12-31"])
def test_the_first_and_last_days_in_reach_are_read(text: str) -> None:
    assert as_day(text).isoformat() == text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (MIDNIGHT, "2026-04-01T00:00:00 has a time of day"),
        (dt.datetime(2026, 4, 1, 9, tzinfo=dt.UTC), "2026-04-01T09:00:00+00:00 has a time of day"),
        (pendulum.datetime(2026, 4, 1), "2026-04-01T00:00:00+00:00 has a time of day"),
        (dt.date(1899, 12, 31), "31 December 1899 is out of reach"),
        (dt.date(2200, 1, 1), "1 January 2200 is out of reach"),
        ("1899-12-31", "31 December 1899 is out of reach"),
        ("2026-04-01T09:00", "'2026-04-01T09:00' is not a day"),
        ("2026-02-29", "'2026-02-29' is not a day"),
        ("0000-01-01", "'0000-01-01' is not a day"),
        ("2026-4-1", "'2026-4-1' is not a day"),
        ("20260401", "'20260401' is not a day"),
        ("1 April 2026", "'1 April 2026' is not a day"),
        ("２０２６-04-01", "'２０２６-04-01' is not a day"),  # noqa: RUF001  # digits, but not ours
        (" 2026-04-01", "' 2026-04-01' is not a day"),
        ("2026-04-01\n", r"'2026-04-01\n' is not a day"),
        ("", "'' is not a day"),
        (20260401, "20260401 is not a day"),
        (None, "None is not a day"),
        (dt.time(9), "datetime.time(9, 0) is not a day"),
    ],
)
def test_what_is_not_a_day_is_refused(value: object, found: str) -> None:
    with pytest.raises(InputError) as refused:
        as_day(value, "start")
    assert str(refused.value) == f"start: {found}. Accepted: {A_DAY}."


def test_a_day_alone_has_no_place() -> None:
    with pytest.raises(InputError) as refused:
        as_day("soon")
    assert str(refused.value) == f"'soon' is not a day. Accepted: {A_DAY}."


@given(days())
def test_a_field_that_holds_a_day_reads_it(day: dt.date) -> None:
    assert day_or_as_given(day.isoformat()) == day
    assert list(day_issues("first", day)) == []


def test_a_field_that_holds_no_day_keeps_it_to_be_refused_with_the_rest() -> None:
    assert day_or_as_given("soon") == "soon"
    assert [(issue.code, issue.place) for issue in day_issues("first", "soon")] == [("day", "first")]


# Financial years


def test_every_day_from_1998_to_2030_lies_in_exactly_one_financial_year() -> None:
    years = [FinancialYear(start) for start in range(1996, 2033)]
    for day in days_from(dt.date(1998, 1, 1), dt.date(2030, 12, 31)):
        assert [year for year in years if day in year.period] == [FinancialYear.of(day)]


@given(days(min_value=FIRST, max_value=LAST))
def test_every_day_lies_in_its_financial_year_and_not_in_the_next_or_the_last(day: dt.date) -> None:
    year = FinancialYear.of(day)
    assert day in year.period
    assert day - dt.timedelta(days=366) not in year.period
    assert day + dt.timedelta(days=366) not in year.period


@given(financial_years(max_value=FinancialYear(2197)))
def test_one_financial_year_ends_the_day_before_the_next_begins(year: FinancialYear) -> None:
    assert year.period.last + ONE_DAY == (year + 1).period.first
    assert year < year + 1


@given(financial_years())
def test_a_financial_year_is_twelve_months_from_1_april(year: FinancialYear) -> None:
    assert in_words(year.period.first) == f"1 April {year.start}"
    assert in_words(year.period.last) == f"31 March {year.start + 1}"
    assert year.period.whole_months == 12
    assert list(year.period.financial_years()) == [year]


@given(financial_years())
def test_a_financial_year_can_be_read_back_from_how_it_prints(year: FinancialYear) -> None:
    assert FinancialYear.read(str(year)) == year
    assert FinancialYear.read(f"{year.start}-{year.start + 1}") == year
    assert repr(year) == str(year)


@given(financial_years(), st.integers(-400, 400))
def test_going_on_by_some_years_and_back_again_is_where_it_began(year: FinancialYear, by: int) -> None:
    if 1900 <= year.start + by <= 2198:
        assert (year + by).start - year.start == by
        assert year + by + -by == year
    else:
        with pytest.raises(InputError):
            year + by


def test_the_turn_of_the_century_is_printed_with_two_digits() -> None:
    assert str(FinancialYear(1999)) == "1999/00"
    assert str(FinancialYear(2000)) == "2000/01"


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (dt.date(2027, 3, 31), 2026),
        (dt.date(2027, 4, 1), 2027),
        (dt.date(2026, 12, 31), 2026),
        (pendulum.date(2027, 1, 1), 2026),
        (dt.date(1900, 4, 1), 1900),
        (dt.date(2199, 3, 31), 2198),
    ],
)
def test_the_year_changes_on_1_april(day: dt.date, year: int) -> None:
    assert FinancialYear.of(day) == FinancialYear(year)


def test_a_moment_has_no_financial_year_until_somebody_says_which_day_it_was() -> None:
    with pytest.raises(InputError, match=r"2027-03-31T23:30:00.* has a time of day"):
        FinancialYear.of(dt.datetime(2027, 3, 31, 23, 30, tzinfo=dt.UTC))


A_YEAR = "a year from 1900 to 2198"


@pytest.mark.parametrize(
    ("start", "shown"),
    [(1899, "1899"), (2199, "2199"), (2026.0, "2026.0"), ("2026", "'2026'"), (True, "True"), (None, "None")],
)
def test_what_is_not_a_year_in_reach_is_refused(start: int, shown: str) -> None:
    with pytest.raises(InputError) as refused:
        FinancialYear(start)
    assert str(refused.value) == f"{shown} is not a year in reach. Accepted: {A_YEAR}."


@pytest.mark.parametrize("day", [dt.date(1900, 3, 31), dt.date(2199, 4, 1)])
def test_a_day_whose_financial_year_is_not_whole_in_reach_is_refused(day: dt.date) -> None:
    with pytest.raises(InputError, match="is not a year in reach"):
        FinancialYear.of(day)


@pytest.mark.parametrize("first", [1900, 2198])
def test_the_first_and_last_financial_years_are_in_reach(first: int) -> None:
    assert FinancialYear(first).period.days in {365, 366}


@pytest.mark.parametrize(
    "text",
    [
        "2026/28",
        "2026/26",
        "2026/1927",
        "2026",
        "26/27",
        "2026 / 27",
        "2026/27 ",
        "2026/7",
        WIDE,
        "",
        None,
        2026,
    ],
)
def test_text_that_is_not_two_years_running_is_refused(text: object) -> None:
    with pytest.raises(InputError) as refused:
        FinancialYear.read(text)
    assert str(refused.value) == f'{text!r} is not a financial year. Accepted: two years running, as in "2026/27".'


# Periods


@given(periods())
def test_a_period_holds_its_first_and_last_days_and_none_outside(period: Period) -> None:
    assert period.first in period
    assert period.last in period
    assert period.first - ONE_DAY not in period
    assert period.last + ONE_DAY not in period


@given(periods(max_days=800))
def test_a_period_has_as_many_days_as_can_be_counted(period: Period) -> None:
    assert period.days == len(days_from(period.first, period.last))


@given(periods())
def test_a_period_is_the_same_read_from_text(period: Period) -> None:
    assert Period(period.first.isoformat(), period.last.isoformat()) == period
    assert str(period) == f"{in_words(period.first)} to {in_words(period.last)}"
    assert repr(period) == f"<Period {period}>"


@given(periods(), periods())
def test_two_periods_overlap_in_exactly_the_days_that_are_in_both(one: Period, other: Period) -> None:
    both = one.overlap(other)
    assert both == other.overlap(one)
    for day in (one.first, one.last, other.first, other.last):
        assert (both is not None and day in both) == (day in one and day in other)
    if both is not None:
        assert {both.first, both.last} <= {one.first, one.last, other.first, other.last}


@given(periods())
def test_a_period_overlaps_itself_in_all_of_it(period: Period) -> None:
    assert period.overlap(period) == period


def test_periods_that_only_meet_share_no_day() -> None:
    assert Period("2025-04-01", "2026-03-31").overlap(Period("2026-04-01", "2027-03-31")) is None
    assert Period("2025-04-01", "2026-04-01").overlap(Period("2026-04-01", "2027-03-31")) == Period(
        dt.date(2026, 4, 1), dt.date(2026, 4, 1)
    )


@given(periods(min_value=FIRST, max_value=LAST))
def test_the_financial_years_of_a_period_cover_it_day_for_day(period: Period) -> None:
    years = list(period.financial_years())
    shared = [period.overlap(year.period) for year in years]
    assert sum(part.days for part in shared if part is not None) == period.days
    assert None not in shared
    assert years == sorted(set(years))


@given(periods(), periods())
def test_periods_are_put_in_order_by_their_first_day_and_then_their_last(one: Period, other: Period) -> None:
    assert (one < other) == ((one.first, one.last) < (other.first, other.last))


@example("2026-04-01")
@given(st.none() | st.text() | st.integers() | st.floats())
def test_what_is_not_a_day_is_not_in_a_period(thing: object) -> None:
    assert thing not in FinancialYear(2026).period


def test_a_moment_is_not_taken_for_a_day() -> None:
    with pytest.raises(TypeError, match=r"compare|not supported"):
        MIDNIGHT in FinancialYear(2026).period  # noqa: B015  # the question is what is refused


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (
            "2026-04-01",
            "2026-03-31",
            ["it ends on 31 March 2026, before it begins on 1 April 2026. Accepted: a last day on or after the first."],
        ),
        ("soon", "2026-03-31", [f"first: 'soon' is not a day. Accepted: {A_DAY}."]),
        ("2026-04-01", None, [f"last: None is not a day. Accepted: {A_DAY}."]),
        (
            "soon",
            dt.date(2200, 1, 1),
            [
                f"first: 'soon' is not a day. Accepted: {A_DAY}.",
                f"last: 1 January 2200 is out of reach. Accepted: {A_DAY}.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_period_is_said(first: dt.date, last: dt.date, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        Period(first, last)
    assert [str(issue) for issue in refused.value.issues] == said
