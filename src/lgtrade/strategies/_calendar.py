"""Strategies for days, periods, financial years and steps of months."""

from __future__ import annotations

import calendar
import datetime as dt

import hypothesis.strategies as st

from lgtrade.calendar import FIRST_YEAR, LAST_YEAR, FinancialYear, MonthStep, Period, ShortMonth, add_months

_FIRST = dt.date(FIRST_YEAR, 1, 1)
_LAST = dt.date(LAST_YEAR, 12, 31)


def days(*, min_value: dt.date = _FIRST, max_value: dt.date = _LAST) -> st.SearchStrategy[dt.date]:
    """Generate days in reach, the last of a month more often than chance would.

    >>> from hypothesis import find
    >>> find(days(), lambda day: day.month == 2 and day.day > 28)
    datetime.date(2000, 2, 29)
    """
    any_day = st.dates(min_value, max_value)
    return any_day | any_day.map(lambda day: min(_month_end(day), max_value))


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def financial_years(
    *, min_value: FinancialYear | None = None, max_value: FinancialYear | None = None
) -> st.SearchStrategy[FinancialYear]:
    """Generate financial years.

    >>> from hypothesis import find
    >>> find(financial_years(min_value=FinancialYear(2004)), lambda year: True)
    2004/05
    """
    first = FIRST_YEAR if min_value is None else min_value.start
    last = LAST_YEAR - 1 if max_value is None else max_value.start
    return st.integers(first, last).map(FinancialYear)


@st.composite
def periods(
    draw: st.DrawFn, *, min_value: dt.date = _FIRST, max_value: dt.date = _LAST, max_days: int | None = None
) -> Period:
    """Generate periods.

    Args:
        draw: given by Hypothesis.
        min_value: the earliest first day.
        max_value: the latest last day.
        max_days: the most days in it.

    >>> from hypothesis import find
    >>> find(periods(), lambda period: period.days > 1)
    <Period 1 January 2000 to 2 January 2000>
    """
    first = draw(days(min_value=min_value, max_value=max_value))
    latest = max_value
    if max_days is not None and (max_value - first).days >= max_days:
        latest = first + dt.timedelta(days=max_days - 1)
    return Period(first, draw(days(min_value=first, max_value=latest)))


@st.composite
def month_steps(
    draw: st.DrawFn, *, min_value: dt.date = _FIRST, max_value: dt.date = _LAST, max_months: int | None = None
) -> MonthStep:
    """Generate steps of months from one day to another, forwards or back, by any rule that allows them.

    Args:
        draw: given by Hypothesis.
        min_value: the earliest day to begin from.
        max_value: the latest.
        max_months: the most months, either way.

    >>> from hypothesis import find
    >>> find(month_steps(max_months=1), lambda step: not step.comes_back).months
    1
    """
    start = draw(days(min_value=min_value, max_value=max_value))
    back = 12 * (FIRST_YEAR - start.year) - start.month + 1
    on = 12 * (LAST_YEAR - start.year) - start.month + 12
    if max_months is not None:
        back, on = max(back, -max_months), min(on, max_months)
    months = draw(st.integers(back, on))
    lenient = add_months(start, months)
    rules = [rule for rule in ShortMonth if rule is not ShortMonth.REFUSE or lenient.day.day == start.day]
    return add_months(start, months, draw(st.sampled_from(rules)))


BY_TYPE = {FinancialYear: financial_years, Period: periods, MonthStep: month_steps}
